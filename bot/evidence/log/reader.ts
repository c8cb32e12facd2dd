import { CandourError } from '../../errors.ts'
import { openCheckpoint, peek } from './checkpoint.ts'
import { build, hashLeaf, inclusionPlan, type Plan } from './merkle.ts'
import { readVkey, type Verifier, vkeyOf } from './note.ts'
import type { Log, LogStore, Standing } from './ports.ts'
import { includes } from './prove.ts'
import type { Proof } from './proof.ts'

export interface Reading {
  readonly store: Pick<LogStore, 'head' | 'nodes' | 'entry'>
  /** Key of the log, by its origin: not known before inception. */
  readonly keyOf: (origin: string) => Promise<Verifier>
  readonly witnesses: readonly { readonly vkey: string; readonly url?: string }[]
}

/** All of the log that is only read: any number of them, wherever the store can be reached. */
export function createLogReader(reading: Reading): Omit<Log, 'settled'> {
  const { store, keyOf, witnesses } = reading
  const isSeen = remembered((note) => isWitnessed(reading, note))
  return {
    checkpoint: async () => (await store.head())?.published,
    proof: async (recordId, under) => {
      const checkpoint = under ?? (await store.head())?.published
      const entry = checkpoint && (await store.entry(recordId))
      if (!checkpoint || !entry || entry.index >= peek(checkpoint).size) return undefined
      return prove(reading, entry, checkpoint)
    },
    standing: async (recordId) => {
      const [entry, head] = [await store.entry(recordId), await store.head()]
      const witnessed = head?.witnessed
      const seen = witnessed !== undefined && (await isSeen(witnessed))
      return standingOf(entry?.index, head?.published, seen ? witnessed : undefined)
    },
    policy: async () => {
      const head = await store.head()
      const log = head && (await keyOf(peek(head.signed).origin))
      return policyText(log && vkeyOf(log), witnesses)
    },
  }
}

function standingOf(index?: number, published?: string, witnessed?: string): Standing {
  const under = (note?: string) => note && index !== undefined && index < peek(note).size
  if (under(witnessed)) return 'witnessed'
  return under(published) ? 'sealed' : 'recorded'
}

/** By every witness there is today: a signature of one that was dismissed counts no more. */
async function isWitnessed({ keyOf, witnesses }: Reading, note: string): Promise<boolean> {
  const verifiers = witnesses.map(({ vkey }) => readVkey(vkey))
  const { by } = openCheckpoint(note, await keyOf(peek(note).origin), verifiers)
  return verifiers.length > 0 && by.length === verifiers.length
}

/** For the last thing asked about. */
function remembered(ask: (note: string) => Promise<boolean>): (note: string) => Promise<boolean> {
  let [last, answer]: [string | undefined, boolean] = [undefined, false]
  return async (note) => {
    if (note !== last) [answer, last] = [await ask(note), note]
    return answer
  }
}

async function prove(
  { store, keyOf }: Reading,
  { index, leaf }: { index: number; leaf: string },
  checkpoint: string,
): Promise<Proof> {
  const tree = openCheckpoint(checkpoint, await keyOf(peek(checkpoint).origin))
  const hashes = await built(store, inclusionPlan(index, tree.size))
  if (!includes(tree, index, hashLeaf(leaf), hashes))
    throw new CandourError('log/does-not-hold', { index, size: tree.size })
  return { index, hashes, checkpoint }
}

/** The hashes of a proof, from the subtrees that the store has. */
export async function built(store: Pick<LogStore, 'nodes'>, plan: Plan): Promise<Uint8Array[]> {
  return build(plan, await store.nodes(plan.flat()))
}

/** c2sp.org/tlog-policy. Every witness must have signed; without any, nobody is asked to. */
export function policyText(log: string | undefined, witnesses: Reading['witnesses']): string {
  const names = witnesses.map(({ vkey }) => readVkey(vkey).name)
  const lines = witnesses.map(
    ({ vkey, url }, n) => `witness ${names[n]} ${vkey}${url ? ` ${url}` : ''}`,
  )
  const many = names.length > 1 ? [`group witnesses all ${names.join(' ')}`] : []
  const quorum = names.length > 1 ? 'witnesses' : (names[0] ?? 'none')
  return [...(log ? [`log ${log}`] : []), ...lines, ...many, `quorum ${quorum}`, ''].join('\n')
}
