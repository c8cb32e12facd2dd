import type { Advanced, Consultation, RecordDraft, Refusal } from '../machines/contract.ts'
import { advance } from './advance.ts'
import type { Payload } from './evidence/record.ts'
import type { House } from './house.ts'

export type Replayed =
  | { readonly ok: true; readonly consultation: Consultation | undefined }
  | {
      readonly ok: false
      readonly stream: 'open' | 'restricted'
      readonly seq: number
      readonly detail: string
    }

/**
 * Takes the recorded commands again, in order: the only way that state is rebuilt. Each
 * must lead to what its record says. With the open records alone it gives all but what
 * folds from the restricted stream.
 */
export function replay(house: House, payloads: readonly Payload[]): Replayed {
  const open = payloads.filter(({ stream }) => stream === 'open')
  const restricted = payloads.filter(({ stream }) => stream === 'restricted')
  let now: Consultation | undefined
  for (const record of open) {
    const here = restricted.filter(({ head }) => head?.seq === record.seq)
    const hidden = here.find(({ alone }) => !alone)
    const result = advance(house, now, (hidden ?? record).command)
    const fault = differs(result, record, hidden)
    if (fault) return { ok: false, ...fault }
    now = (result as Advanced).next
    for (const own of here.filter(({ alone }) => alone)) {
      const aside = advance(house, now, own.command)
      const wrong = differsAlone(aside, own)
      if (wrong) return { ok: false, stream: 'restricted', seq: own.seq, detail: wrong }
      now = (aside as Advanced).next
    }
  }
  return { ok: true, consultation: now }
}

function differsAlone(result: Advanced | Refusal, record: Payload): string | undefined {
  if ('refused' in result) return `refused: ${result.refused} ${result.detail}`
  if (result.open || !result.restricted) return 'not the restricted stream alone'
  return firstDifference(result.restricted, record)
}

function differs(
  result: Advanced | Refusal,
  record: Payload,
  hidden: Payload | undefined,
): { stream: 'open' | 'restricted'; seq: number; detail: string } | undefined {
  const at = { stream: 'open', seq: record.seq } as const
  if ('refused' in result) return { ...at, detail: `refused: ${result.refused} ${result.detail}` }
  const part = result.open ? firstDifference(result.open, record) : 'no open record'
  if (part) return { ...at, detail: part }
  if (!hidden) return undefined
  const other = result.restricted ? firstDifference(result.restricted, hidden) : 'not restricted'
  return other ? { stream: 'restricted', seq: hidden.seq, detail: other } : undefined
}

const PARTS = [
  ...(['command', 'transitions', 'opened', 'closed', 'facts'] as const),
  ...(['retracted', 'gates', 'after'] as const),
]

function firstDifference(draft: RecordDraft, record: Payload): string | undefined {
  return PARTS.find((part) => !isSame(draft[part], record[part]))
}

/** As they would stand in a record: members that are undefined are not there, and order is nothing. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [mine, theirs] = [membersOf(one), membersOf(other)]
  return (
    mine.length === theirs.length &&
    mine.every(
      (name) => Object.hasOwn(other, name) && isSame(memberOf(one, name), memberOf(other, name)),
    )
  )
}

const memberOf = (of: object, name: string): unknown => (of as Record<string, unknown>)[name]
const membersOf = (of: object): string[] =>
  Object.keys(of).filter((name) => memberOf(of, name) !== undefined)
