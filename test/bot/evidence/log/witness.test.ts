import { expect } from 'chai'
import { createMemoryPlace } from '../../../../adapters/memory/place.ts'
import { createMemoryStore } from '../../../../adapters/memory/store.ts'
import { createChance } from '../../../../adapters/config/chance.ts'
import { requestOf } from '../../../../bot/evidence/log/asking.ts'
import { signCheckpoint } from '../../../../bot/evidence/log/checkpoint.ts'
import { inception, openLog } from '../../../../bot/evidence/log/log.ts'
import { openNote, readVkey, signerOf, vkeyOf } from '../../../../bot/evidence/log/note.ts'
import type { Place } from '../../../../bot/evidence/log/ports.ts'
import { createWitness } from '../../../../bot/evidence/log/witness.ts'
import type { CandourError } from '../../../../bot/errors.ts'
import { begun, CLINIC, commit, type Kept } from './parts.ts'
import { signer, witnessOf } from './witnessed.ts'
import { leaves, treeOf } from './tree.ts'

const seed = (byte: number) => new Uint8Array(32).fill(byte)
const log = signerOf('example.com/log', 'log', seed(1))
const tree = treeOf(leaves(20))
const note = (size: number, of = tree) =>
  signCheckpoint({ origin: log.name, size, root: of.root(size) }, log)

describe('a witness', () => {
  let place: Place
  let add: ReturnType<typeof createWitness>
  beforeEach(() => {
    place = createMemoryPlace()
    add = createWitness({ signer, logs: [log], placeOf: () => place, now: () => 1_700_000_000 })
  })
  const grow = (old: number, size: number, of = tree) =>
    add(requestOf(old, of.consistency(old, size), note(size, of)))

  it('signs a first checkpoint with the time, and one that begins with it', async () => {
    const first = await grow(0, 5)
    expect(first).to.include({ status: 200 })
    const { by } = openNote(note(5) + first.body, [log, signer])
    expect(by[1]).to.deep.include({ time: 1_700_000_000 })
    expect(first.body.split('\n')).to.have.length(2)
    expect(await grow(5, 11)).to.include({ status: 200 })
    expect(await place.read()).to.equal(note(11))
  })

  it('signs the same checkpoint again', async () => {
    await grow(0, 5)
    expect(await grow(5, 5)).to.include({ status: 200 })
  })

  for (const old of [0, 4, 6]) {
    it(`answers 409 with the size that it knows to whoever says ${old} instead of 5`, async () => {
      await grow(0, 5)
      const expected = { status: 409, body: '5\n', type: 'text/x.tlog.size' }
      expect(await grow(old, 9)).to.deep.equal(expected)
      expect(await place.read()).to.equal(note(5))
    })
  }

  it('answers 409 with 0 to whoever says more of a log that it never saw', async () => {
    expect(await grow(3, 5)).to.include({ status: 409, body: '0\n' })
  })

  it('answers 409 without a size to another tree of the size that it knows', async () => {
    await grow(0, 5)
    const other = treeOf(leaves(20).map((leaf, n) => (n === 4 ? 'other' : leaf)))
    expect(await grow(5, 5, other)).to.include({ status: 409, type: 'text/plain' })
  })

  it('answers 422 to a tree that does not begin with the one that it knows', async () => {
    await grow(0, 5)
    const other = treeOf(leaves(20).map((leaf, n) => (n === 4 ? 'other' : leaf)))
    expect(await grow(5, 9, other)).to.include({ status: 422 })
    expect(await add(requestOf(5, [], note(9)))).to.include({ status: 422 })
    expect(await place.read()).to.equal(note(5))
  })

  it('answers 422 to a proof from nothing', async () => {
    expect(await add(requestOf(0, [tree.root(1)], note(5)))).to.include({ status: 422 })
    expect(await place.read()).to.equal(undefined)
  })

  it('answers 400 to an old size above the new one', async () => {
    await grow(0, 9)
    expect(await add(requestOf(9, [], note(5)))).to.include({ status: 400 })
  })

  it('answers 404 to a log that it does not know, and 403 to a key that is not the log’s', async () => {
    const stranger = signerOf('example.com/other', 'log', seed(1))
    const thief = signerOf(log.name, 'log', seed(9))
    const head = (by: typeof log) =>
      signCheckpoint({ origin: by.name, size: 5, root: tree.root(5) }, by)
    expect(await add(requestOf(0, [], head(stranger)))).to.include({ status: 404 })
    expect(await add(requestOf(0, [], head(thief)))).to.include({ status: 403 })
    const broken = note(5).replace('\n5\n', '\n6\n')
    expect(await add(requestOf(0, [], broken))).to.include({ status: 403 })
    expect(await place.read()).to.equal(undefined)
  })

  it('answers 400 to what is no request', async () => {
    const good = requestOf(0, [], note(5))
    for (const bad of [
      '',
      'old 0\n\n',
      good.replace('old 0', 'old 00'),
      good.replace('old 0', 'old -1'),
      good.replace('old 0', 'old'),
      good.replace('old 0\n', ''),
      good.replace('old 0\n', 'old 0\nAAAA\n'),
      requestOf(0, Array<Uint8Array>(64).fill(tree.root(1)), note(5)),
      `old 0\n\n${note(5).split('\n\n')[0]}`,
    ])
      expect(await add(bad), bad.slice(0, 40)).to.include({ status: 400 })
  })

  it('signs only one of two that extend the same checkpoint at once', async () => {
    await grow(0, 5)
    const other = treeOf([...leaves(5), 'x', 'y', 'z'])
    const both = await Promise.all([grow(5, 8), grow(5, 8, other)])
    expect(both.map(({ status }) => status).sort()).to.deep.equal([200, 409])
  })
})

describe('a log with a witness', () => {
  it('says "witnessed" once the witness has signed, and asks for it in its policy', async () => {
    const parts = await begun()
    const { witness } = await witnessOf(parts)
    const log = await openLog({ ...parts, witnesses: [witness] })
    const [id] = await commit(parts.all, 3)
    await log.round()
    expect(await log.standing(id!)).to.equal('sealed')
    await log.settled()
    expect(await log.standing(id!)).to.equal('witnessed')
    const { by } = openNote((await log.checkpoint())!, [readVkey(witness.vkey)])
    expect(by).to.have.length(1)
    expect(await log.policy()).to.contain(
      `witness witness.example/one ${witness.vkey}\nquorum witness.example/one\n`,
    )
  })

  it('keeps "witnessed" of a record while later ones are not', async () => {
    const parts = await begun()
    const { witness } = await witnessOf(parts)
    const log = await openLog({ ...parts, witnesses: [witness] })
    const [first] = await commit(parts.all, 1)
    await log.settled()
    const silent = { ...witness, add: async () => Promise.reject(new Error('nobody there')) }
    const trouble: CandourError[] = []
    const again = await openLog({
      ...{ ...parts, witnesses: [silent] },
      trouble: (error) => trouble.push(error),
    })
    const [second] = await commit(parts.all, 1)
    await again.settled()
    expect(await again.standing(first!)).to.equal('witnessed')
    expect(await again.standing(second!)).to.equal('sealed')
    await again.settled()
    expect(trouble.map(({ details }) => details['why'])).to.deep.equal(['nobody there'])
  })

  it('finds out what the witness knows, and catches up in one more question', async () => {
    const parts = await begun()
    const { witness, asked } = await witnessOf(parts)
    for (const count of [3, 4]) {
      const log = await openLog({ ...parts, witnesses: [witness] })
      await commit(parts.all, count)
      await log.settled()
    }
    expect(asked.map((request) => request.split('\n')[0])).to.deep.equal([
      'old 0',
      'old 0',
      'old 3',
    ])
  })

  it('takes no signature but the witness’s own', async () => {
    const parts = await begun()
    const { witness } = await witnessOf(parts)
    const thief = signerOf(signer.name, 'cosignature', seed(9))
    const trouble: string[] = []
    const log = await openLog({
      ...{ ...parts, witnesses: [{ ...witness, vkey: vkeyOf(thief) }] },
      trouble: ({ details }) => trouble.push(String(details['why'])),
    })
    const [id] = await commit(parts.all, 1)
    await log.settled()
    expect(await log.standing(id!)).to.equal('sealed')
    expect(trouble).to.deep.equal(['what it sends is not its signature'])
    expect(await log.checkpoint()).to.equal((await parts.store.head())!.signed)
  })

  it('counts no signature of a witness that is not asked any more', async () => {
    const parts = await begun()
    const { witness } = await witnessOf(parts)
    const log = await openLog({ ...parts, witnesses: [witness] })
    const [id] = await commit(parts.all, 1)
    await log.settled()
    expect(await (await openLog(parts)).standing(id!)).to.equal('sealed')
  })
})

describe('a full rewrite with the real key', () => {
  /** Everything that the clinic holds, made anew: other records, the same log, the same key. */
  async function rewrite(parts: Kept, records: number) {
    const origin = (await parts.store.head())!.signed.split('\n')[0]!
    const all = createMemoryStore()
    const rewritten = { ...parts, all, store: all.log(CLINIC), second: createMemoryPlace() }
    await inception(rewritten, CLINIC, { ...createChance(), id: () => origin.split('/').at(-1)! })
    return { ...rewritten, ids: await commit(all, records) }
  }

  it('passes without a witness: whoever has the key and every copy can tell anything', async () => {
    const parts = await begun()
    await commit(parts.all, 5)
    await (await openLog(parts)).settled()
    const rewritten = await rewrite(parts, 7)
    const log = await openLog(rewritten)
    await log.settled()
    const [id] = await commit(rewritten.all, 1)
    await log.settled()
    expect((await log.proof(id!))?.index).to.equal(7)
    expect(await log.standing(id!)).to.equal('sealed')
  })

  it('fails with a witness: it signs no tree that does not begin with what it saw', async () => {
    for (const records of [3, 5, 7]) {
      const parts = await begun()
      const { witness, place } = await witnessOf(parts)
      await commit(parts.all, 5)
      await (await openLog({ ...parts, witnesses: [witness] })).settled()
      const seen = await place.read()
      const trouble: string[] = []
      const rewritten = await rewrite(parts, records)
      const log = await openLog({
        ...{ ...rewritten, witnesses: [witness] },
        trouble: ({ details }) => trouble.push(String(details['why'])),
      })
      await log.settled()
      expect(await log.standing(rewritten.ids[0]!)).to.equal('sealed')
      expect((await rewritten.store.head())!.witnessed).to.equal(undefined)
      expect(trouble[0]).to.match(/it knows 5 records, we have 3|it answers (409|422)/)
      expect(await place.read()).to.equal(seen)
    }
  })
})
