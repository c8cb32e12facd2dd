import { readSettings } from '../../adapters/config/env.ts'
import { openReading } from '../../adapters/programs/reading.ts'
import type { Payload } from '../../bot/evidence/record.ts'
import { unseal } from '../../bot/evidence/seal.ts'
import { newFolder } from '../adapters/folder.ts'
import type { Entry } from './pages.ts'

export interface OnRecord {
  /** What is on record of that consultation, in its order. */
  of(consultation: string): Promise<readonly Payload[]>
  close(): Promise<void>
}

/** Reads beside the program, as `npm run verify` does. */
export async function openRecords(settings: Readonly<Record<string, string>>): Promise<OnRecord> {
  const { reader, keys } = await openReading(
    readSettings({ CANDOUR_DATA: newFolder(), ...settings }),
  )
  return {
    async of(consultation) {
      const payloads: Payload[] = []
      for (const record of await reader.load(consultation)) {
        const key = await keys.find(record.sealed.key)
        if (!key) throw new Error(`a record of ${consultation} has no key`)
        payloads.push(unseal(record, key))
      }
      return payloads
    },
    close: async () => void (await Promise.all([reader.close(), keys.close()])),
  }
}

export const MISFILED = 'on record, and not as it was sent'

/**
 * Each message is on record once, as what it was sent as, or was refused in words: never both,
 * never neither, and nothing of the patient's is there that was not sent. `stale`: those words.
 */
export function misfiled(
  entries: readonly Entry[],
  payloads: readonly Payload[],
  stale: string,
): string[] {
  const own = payloads.filter(
    ({ command: { by, act } }) => by.role === 'patient' && act.type !== 'start',
  )
  const recorded = own.map(recordedAs)
  const faults: string[] = []
  for (const entry of entries) {
    const what = sentAs(entry.value)
    const at = entry.said === stale || entry.status !== 200 ? -1 : recorded.indexOf(what)
    if (at >= 0) recorded.splice(at, 1)
    else if (!isRefused(entry, stale))
      faults.push(
        `${what} is not on record, and was told: ${entry.status} ${entry.said.slice(0, 80)}`,
      )
  }
  return [...faults, ...recorded.map((what) => `${MISFILED}: ${what}`)]
}

/** By words that say so. Where all is over, a change hears just that, and whoever leaves nothing at all. */
function isRefused({ value, status, said, state }: Entry, stale: string): boolean {
  if (status !== 200) return status === 404
  return said === stale || value.command === 'exit' || ('change' in value && state !== 'active')
}

/** To which asking of which question somebody answered what, or what else they did. */
function sentAs({ question, choice, answer, change, command }: Entry['value']): string {
  if (command !== undefined) return `command ${command}`
  if (change !== undefined) return `change ${change}`
  return said(question ?? '', choice ?? 'answered', answer)
}

function recordedAs({ command: { act }, transitions }: Payload): string {
  if (act.type === 'answer') {
    const from = transitions.find(({ open }) => open === act.open)?.from
    return said(`${act.open}/${from}/${act.ask}`, act.event, act.value)
  }
  if (act.type === 'choose') return said(act.prompt, act.choice, undefined)
  return act.type === 'change' ? `change ${act.open}/${act.state}` : `command ${act.type}`
}

const said = (question: string, event: unknown, value: unknown) =>
  `${question}: ${String(event)} ${JSON.stringify(value) ?? ''}`
