import { CandourError } from '../../bot/errors.ts'
import { type Checkpoint, openCheckpoint, peek } from '../../bot/evidence/log/checkpoint.ts'
import { consistencyPlan } from '../../bot/evidence/log/merkle.ts'
import { signerOf, type Verifier } from '../../bot/evidence/log/note.ts'
import { extendsTree } from '../../bot/evidence/log/prove.ts'
import { built } from '../../bot/evidence/log/reader.ts'
import { scrub } from '../../bot/evidence/log/scrub.ts'
import type { LogStore, Place } from '../../bot/ports.ts'
import type { KeyReader } from './reader.ts'

export interface LogToVerify {
  readonly store: Pick<LogStore, 'head' | 'waiting' | 'nodes' | 'leaves' | 'entry'>
  readonly second: Place
  readonly keyOf: (origin: string) => Promise<Verifier>
  /** Ids of every record there is. */
  readonly records: readonly string[]
}

export type LogFound =
  | {
      readonly ok: true
      readonly sealed: number
      readonly waiting: number
      readonly witnessed: number
    }
  | { readonly ok: false; readonly detail: string }

/** Whether the log has every record, each as it is, under a checkpoint that the second place knows. */
export async function verifyLog(what: LogToVerify): Promise<LogFound> {
  try {
    // First what may only be behind: a server may be writing.
    const kept = await what.second.read()
    const head = await what.store.head()
    if (!head) return wrong('there is no log')
    const key = await what.keyOf(peek(head.signed).origin)
    const tree = openCheckpoint(head.signed, key)
    if (kept === undefined) return wrong('there is nothing in the second place')
    const fault = await against(what, tree, openCheckpoint(kept, key))
    if (fault) return wrong(fault)
    await scrub(what.store, tree)
    const waiting = await missing(what)
    if (typeof waiting === 'string') return wrong(`record ${waiting} was left out of the log`)
    const witnessed = head.witnessed === undefined ? 0 : openCheckpoint(head.witnessed, key).size
    return { ok: true, sealed: tree.size, waiting, witnessed }
  } catch (error) {
    return wrong(detailOf(error))
  }
}

async function against({ store }: LogToVerify, tree: Checkpoint, kept: Checkpoint) {
  if (kept.size > tree.size)
    return `the second place knows ${kept.size} records, the database ${tree.size}`
  const path = await built(store, consistencyPlan(kept.size, tree.size))
  if (extendsTree(kept, tree, path)) return undefined
  return `the database does not begin with the ${kept.size} records that the second place knows`
}

/** How many wait for the log, or the first that does not and is not in it. */
async function missing({ store, records }: LogToVerify): Promise<number | string> {
  let count = 0
  let waiting: ReadonlySet<string> | undefined
  for (const id of records) {
    if (await store.entry(id)) continue
    waiting ??= new Set((await store.waiting(records.length)).map(({ recordId }) => recordId))
    // It may have come in between.
    if (!waiting.has(id) && !(await store.entry(id))) return id
    count += 1
  }
  return count
}

function detailOf(error: unknown): string {
  if (!(error instanceof CandourError))
    return error instanceof Error ? error.message : String(error)
  const { index = 0, why = error.code } = error.details
  return `index ${index}: ${why}`
}

function wrong(detail: string): LogFound {
  return { ok: false, detail }
}

export function logInWords(found: LogFound): string {
  if (!found.ok) return `DOES NOT HOLD: ${found.detail}`
  const { sealed, waiting, witnessed } = found
  const seen = witnessed > 0 ? `${witnessed} witnessed` : 'not witnessed'
  return `holds, ${sealed} records sealed, ${seen}${waiting ? `, ${waiting} not sealed yet` : ''}`
}

/** The key that this installation signs its log with; a checkpoint by another holds nothing here. */
export function keyOfLog(keys: KeyReader): (origin: string) => Promise<Verifier> {
  return async (origin) => {
    const key = await keys.signing(origin)
    if (!key) throw new Error(`There is no key of the log ${origin}.`)
    return signerOf(origin, 'log', key.bytes)
  }
}
