import { randomBytes } from 'node:crypto'
import { readBundle } from '../../adapters/files/content.ts'
import { createMemoryKeys } from '../../adapters/keys/memory.ts'
import { wordsOf } from '../../adapters/programs/house.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import type { Parts } from '../../bot/case.ts'
import { createCandour } from '../../bot/candour.ts'
import type { Chance, Claim, Clocks, Incoming, Keys, Store } from '../../bot/ports.ts'
import type { Words } from '../../bot/words.ts'
import type { Actor } from '../../machines/commands.ts'
import type { Instant } from '../../machines/time.ts'
import { demoClinic } from './staff.ts'

export { demoClinic, staff } from './staff.ts'

export const shipped = wordsOf(readBundle(), demoClinic)

export const chance: Chance = {
  bytes: (length) => new Uint8Array(randomBytes(length)),
  id: () => randomBytes(16).toString('base64url'),
}

/** A clock that stands still until it is told. Both clocks tell the same. */
export function standingClocks(
  at = '2026-11-23T10:00:00.000Z',
): Clocks & { set(at: string): void } {
  let now = Date.parse(at)
  // A millisecond a reading, so that no two moments of a story are one.
  const read = () => new Date((now += 1)).toISOString() as Instant
  return { clock: read, wall: read, offset: () => 0, set: (next) => void (now = Date.parse(next)) }
}

export interface ClinicOptions {
  readonly store?: Store
  readonly keys?: Keys
  readonly at?: string
  /** Other clocks than those that stand still. */
  readonly clocks?: ReturnType<typeof standingClocks>
  readonly words?: Words
  /** Words of earlier days, as the store would give them. */
  readonly library?: Parts['library']
  readonly packing?: Parts['packing']
  readonly trouble?: Parts['trouble']
  /** Without one, records are recorded and no more. */
  readonly log?: (kept: Pick<Parts, 'store' | 'keys'>) => Parts['log']
  /** Another clinic, perhaps in the same store. */
  readonly clinic?: string
  /** The clinic's own minimum to think. */
  readonly hours?: number
  /** Where two runs must come to the same bytes. */
  readonly chance?: Chance
}

/** A clinic in memory: the real engine, words and evidence. */
export function openClinic({
  store = createMemoryStore(),
  words = shipped,
  keys,
  at,
  library,
  packing,
  trouble,
  log,
  clinic = 'demo',
  hours = 72,
  chance: random = chance,
  clocks = standingClocks(at),
}: ClinicOptions = {}) {
  const kept = { store, keys: keys ?? createMemoryKeys({ chance: random }) }
  const sealing = log?.(kept)
  const parts: Parts = {
    ...{ ...kept, clocks, chance: random, words },
    ...(sealing ? { log: sealing } : {}),
    ...(library ? { library } : {}),
    ...(packing ? { packing } : {}),
    ...(trouble ? { trouble } : {}),
  }
  const place = {
    clinic,
    journey: 'treatment@1',
    mode: 'demo' as const,
    given: { 'place-of-treatment': 'england', 'reflection-hours': hours },
  }
  const candour = createCandour(parts, place)
  return { ...candour, parts, clocks, store }
}
export type OpenClinic = ReturnType<typeof openClinic>

/** A patient at a chat, who answers what is asked. */
export function patientAt(clinic: OpenClinic, claim?: Claim, channel: Claim['channel'] = 'widget') {
  const mine = claim ?? {
    ...{ sitting: clinic.parts.chance.id(), began: clinic.clocks.wall(), channel },
    visitor: true,
  }
  let sent = 0
  const send = (message: Omit<Incoming, 'key'>, key = `m${(sent += 1)}`) =>
    clinic.sittings.take(mine, { ...message, key })
  const last = async () => (await clinic.sittings.activities(mine, 0))?.at(-1)?.message
  return {
    claim: mine,
    send,
    last,
    /** The question that is asked now. */
    question: async () => (await last())?.question,
    consultation: async () => (await clinic.store.sitting(mine.sitting))?.consultation ?? '',
    async choose(choice: string) {
      const question = (await last())?.question?.id
      return send({ value: { question, choice } })
    },
    async answer(answer: unknown) {
      const question = (await last())?.question?.id
      return send({ value: { question, answer } })
    },
    say: (text: string) => send({ text }),
  }
}
export type PatientAt = ReturnType<typeof patientAt>

/** Answers a prompted decision at the desk. */
export async function decide(
  clinic: OpenClinic,
  consultation: string,
  by: Actor,
  pathway: string,
  event: string,
  value?: unknown,
) {
  const view = await clinic.desk.look(by, consultation)
  const prompt = view?.prompts.find((one) => one.pathway.startsWith(`${pathway}@`))
  if (!prompt)
    throw new Error(`${pathway} asks ${by.role} nothing: ${JSON.stringify(view?.prompts)}`)
  const act = { type: 'answer', open: prompt.open, ask: prompt.ask, event }
  return clinic.desk.act(by, consultation, value === undefined ? act : { ...act, value })
}
