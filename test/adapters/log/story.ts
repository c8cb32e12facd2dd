import { expect } from 'chai'
import { createChance } from '../../../adapters/config/chance.ts'
import { openCheckpoint, peek } from '../../../bot/evidence/log/checkpoint.ts'
import { hasNoLog, inception, openLog } from '../../../bot/evidence/log/log.ts'
import { readVkey, signerOf, vkeyOf } from '../../../bot/evidence/log/note.ts'
import { createWitness } from '../../../bot/evidence/log/witness.ts'
import type { LogStore, Place, Store, StoredRecord, Witness } from '../../../bot/ports.ts'
import { treeOf } from '../../bot/evidence/log/tree.ts'
import { at, sealed, turn } from '../turns.ts'

const CLINIC = 'clinic-1'
const cosigner = signerOf('witness.example/one', 'cosignature', new Uint8Array(32).fill(2))

/** What outlives a crash. */
export interface Durable {
  readonly all: Store
  readonly second: Place
  /** The witness’s own. */
  readonly seen: Place
}

/** Called before and after whatever the log does to the world: the process may end in it. */
export type Step = () => Promise<void>

/** Begins a log, takes in records in three goes, and has each of them witnessed. */
export async function story(durable: Durable, step: Step): Promise<void> {
  const { second, seen } = durable
  const store = stepped<LogStore>(durable.all.log(CLINIC), step)
  const place = stepped<Place>(second, step)
  const witness = stepped<Witness>(witnessOver(stepped(seen, step)), step)
  const signing = async (origin: string) => ({ id: origin, bytes: new Uint8Array(32).fill(7) })
  const parts = { store, second: place, keys: stepped({ signing }, step), witnesses: [witness] }
  const all = { ...parts, wall: () => at(0) }
  if (await hasNoLog(all)) await inception(all, CLINIC, { ...createChance(), id: () => 'one' })
  const log = await openLog(all)
  for (const n of [0, 1, 2]) {
    await commit(durable.all, n)
    await log.settled()
  }
}

/** After a crash anywhere and a restart, it is as if there had been none. */
export async function expectWhole({ all, second, seen }: Durable): Promise<void> {
  const store = all.log(CLINIC)
  const expected = [0, 1, 2].flatMap((n) => recordsOf(n).map(({ leaf }) => leaf))
  expect(await store.leaves(0, 99)).to.deep.equal(expected)
  const head = (await store.head())!
  const tree = peek(head.signed)
  expect(tree.size).to.equal(expected.length)
  expect(tree.root).to.deep.equal(treeOf(expected).root(tree.size))
  expect(await second.read()).to.equal(head.signed)
  expect(peek((await seen.read())!)).to.deep.equal(tree)
  const log = readVkey(vkeyOf(signerOf(tree.origin, 'log', new Uint8Array(32).fill(7))))
  expect(openCheckpoint(head.witnessed!, log, [cosigner]).by).to.have.length(1)
  expect(head.published).to.equal(head.witnessed)
}

function recordsOf(n: number): StoredRecord[] {
  return (['open', 'restricted'] as const).map((stream) => {
    const recordId = `${n} ${stream}`
    return { stream, seq: 0, recordId, leaf: `leaf of ${recordId}`, sealed: sealed('') }
  })
}

async function commit(store: Store, n: number): Promise<void> {
  const id = `consultation ${n}`
  if ((await store.heads(id)).open === 0) await store.commit(turn(id, 0, { records: recordsOf(n) }))
}

function witnessOver(place: Place): Witness {
  const seed = new Uint8Array(32).fill(7)
  const logs = [signerOf('candour/clinic-1/one', 'log', seed)]
  const add = createWitness({ signer: cosigner, logs, placeOf: () => place, now: () => 1 })
  return { vkey: vkeyOf(cosigner), add }
}

function stepped<T extends object>(port: T, step: Step): T {
  return new Proxy(port, {
    get: (of, name) => {
      const member: unknown = Reflect.get(of, name)
      if (typeof member !== 'function') return member
      return async (...given: unknown[]) => {
        await step()
        const result: unknown = await (member as (...all: unknown[]) => unknown)(...given)
        await step()
        return result
      }
    },
  })
}
