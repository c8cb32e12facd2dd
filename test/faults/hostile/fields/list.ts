import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StateMeta } from '../../../../machines/contract.ts'
import { PATHWAYS } from '../../../../machines/index.ts'

const ROOT = join(import.meta.dirname, '../../../..')

/** Whatever else there is, or will be, takes words: in private, where answers can be picked, also others. */
const PICKED = ['choice', 'many', 'date']

/** Every question of every statechart that takes words, by its content. */
export function questions(): readonly string[] {
  return Object.values(PATHWAYS).flatMap(({ id, machine }) =>
    Object.entries(machine.states).flatMap(([state, { config }]) => {
      const { asks } = (config.meta ?? {}) as StateMeta
      return asks && !PICKED.includes(asks.kind) ? [`${id.split('@')[0]}/${state}`] : []
    }),
  )
}

/** Where the desk's pages make a field that somebody types in, and the fields that come of it. */
export const MADE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  // A question's number, signature and text: all of them are among the questions.
  'case-prompts.ts': [[], [], []],
  'case-patient.ts': [['desk/reply']],
  // The demo's clinic has a list of its premises: the words are sent as if it had none.
  'case-plan.ts': [['desk/product'], ['desk/premises']],
  'keeping.ts': [
    ['desk/hold', 'desk/lift', 'desk/restrict', 'desk/unrestrict', 'desk/drop-erasure'],
  ],
  'invite.ts': [['desk/invited-name'], ['desk/invited-details']],
  'queue.ts': [['desk/find']],
  'rehearse.ts': [['desk/rehearsed']],
  'record-packs.ts': [['desk/restricted-pack']],
  'case-acts.ts': [['desk/decline'], ['desk/link-find']],
  'emergency.ts': [['desk/emergency-name'], ['desk/emergency-reason']],
}

/** What a patient can type besides: words that answer nothing. */
export const BESIDE = ['patient/own-words']

export const formFields = (): readonly string[] => [...Object.values(MADE).flat(2), ...BESIDE]

/** Pages that make more or fewer fields to type in than are known here. */
export function unknownForms(): readonly string[] {
  const pages = globSync('adapters/desk/pages/*.ts', { cwd: ROOT })
  return pages.flatMap((page) => {
    const text = readFileSync(join(ROOT, page), 'utf8')
    const made = [...text.matchAll(/\btext(?:Field|Area)\(|<textarea/g)].length
    const known = MADE[page.split('/').at(-1) ?? '']?.length ?? 0
    return made === known ? [] : [`${page} makes ${made} fields to type in, ${known} are known`]
  })
}
