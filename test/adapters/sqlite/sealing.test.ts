import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSqliteStore } from '../../../adapters/sqlite/store.ts'
import { sealTurn } from '../../../bot/evidence/seal-turn.ts'
import { NO_LEAF } from '../../../bot/evidence/seal.ts'
import { verifyConsultation } from '../../../bot/evidence/verify.ts'
import { answered } from '../../../bot/talk.ts'
import type { Draft, Heads, Store, Stream, UnsealedTurn } from '../../../bot/ports.ts'
import { bytes, findKey, keys, payload } from '../../bot/evidence/log.ts'
import { newFolder } from '../folder.ts'
import { sitting, turn } from '../turns.ts'

const SEALING = new URL('../../../bot/evidence/seal-turn.ts', import.meta.url)
const BEGUN: Heads = { open: { seq: 0, leaf: NO_LEAF }, restricted: { seq: 0, leaf: NO_LEAF } }
const SECRET = 'nobody else may read this'

describe('a turn that is sealed in the thread that writes', () => {
  let folder: string
  let store: Store

  beforeEach(() => {
    folder = newFolder()
    store = createSqliteStore({ path: join(folder, 'candour.db'), sealing: SEALING })
  })
  afterEach(() => store.close())

  it('is byte for byte what is sealed here', async () => {
    const unsealed = told(BEGUN, ['open', 'restricted', 'open'])
    const { turn: sealed, heads } = sealTurn(unsealed)
    expect(await take(unsealed)).to.deep.equal({ result: 'committed', heads })
    const kept = await store.load(unsealed.consultation)
    expect(kept).to.have.deep.members([...sealed.records])
    expect(await store.activities('s', 0)).to.deep.equal(
      sealed.activities.map(({ n, sealed: body }) => ({ n, sealed: body })),
    )
    expect(await store.reply('s', 'message 0')).to.deep.equal(sealed.key?.reply)
  })

  it('goes on from the heads that the one before came to, and all of it verifies', async () => {
    let heads = BEGUN
    for (const streams of [['open'], ['open', 'restricted'], ['restricted'], ['open']] as const) {
      const { result, heads: next } = await take(told(heads, streams))
      expect(result).to.equal('committed')
      heads = next
    }
    const records = await store.load('consultation-1')
    expect(await verifyConsultation({ records, findKey })).to.deep.equal({ ok: true, records: 5 })
  })

  it('is refused alone where it cannot be sealed, and nothing of it is written', async () => {
    const bad = told(BEGUN, ['open'], { recordId: SECRET.repeat(9) })
    const [refused, other] = await Promise.allSettled([take(bad), store.commit(turn('other'))])
    expect(refused).to.have.property('status', 'rejected')
    const { message } = (refused as PromiseRejectedResult).reason as Error
    expect(message)
      .to.match(/^A turn cannot be sealed/)
      .and.not.include(SECRET)
    expect(other).to.have.property('value', 'committed')
    expect(await store.load('consultation-1')).to.deep.equal([])
    expect(await store.sitting('s')).to.equal(undefined)
    expect(await take(told(BEGUN, ['open']))).to.have.property('result', 'committed')
  })

  it('is refused alone where it cannot even be handed over', async () => {
    const bad = { ...told(BEGUN, ['open']), person: (() => SECRET) as never }
    const all = await Promise.allSettled([take(bad), store.commit(turn('another'))])
    expect(all.map(({ status }) => status)).to.deep.equal(['rejected', 'fulfilled'])
    expect(await take(told(BEGUN, ['open']))).to.have.property('result', 'committed')
  })

  it('is refused where its heads are not the heads', async () => {
    await take(told(BEGUN, ['open']))
    const late = { ...told(BEGUN, ['open'], { recordId: 'late' }), key: undefined as never }
    expect(await take(late)).to.have.property('result', 'conflict')
    expect(await store.load('consultation-1')).to.have.length(1)
  })

  it('says what became of its sitting, and nothing of one that was refused', async () => {
    const asked = async () => (await store.sitting('s'))?.activities
    const { heads } = await take(told(BEGUN, ['open']))
    expect(await asked()).to.equal(0)
    const next = told(heads, ['open'])
    await take(next)
    expect(await asked()).to.equal(1)
    const [row] = next.sittings
    const late = { ...told(BEGUN, ['open']), sittings: [{ ...row!, activities: 9 }] }
    expect(await take({ ...late, key: undefined as never })).to.have.property('result', 'conflict')
    expect(await asked()).to.equal(1)
  })

  it('is sealed and written before the store closes', async () => {
    const last = take(told(BEGUN, ['open']))
    await store.close()
    expect(await last).to.have.property('result', 'committed')
    store = createSqliteStore({ path: join(folder, 'candour.db') })
    expect(await store.load('consultation-1')).to.have.length(1)
  })

  it('leaves nothing in the files that can be read', async () => {
    await take(told(BEGUN, ['open']))
    for (const name of readdirSync(folder)) {
      const held = readFileSync(join(folder, name))
      expect(held.includes(SECRET), `${name}: words`).to.equal(false)
      expect(held.includes(Buffer.from(keys.open.bytes)), `${name}: a key`).to.equal(false)
    }
  })

  function take(unsealed: UnsealedTurn) {
    if (!store.commitUnsealed) throw new Error('the store does not seal')
    return store.commitUnsealed(unsealed)
  }
})

/** A turn that answers in that sitting, with a record for each of the streams. */
function told(
  heads: Heads,
  streams: readonly Stream[],
  rest: { readonly recordId?: string } = {},
): UnsealedTurn {
  const consultation = 'consultation-1'
  const n = heads.open.seq + heads.restricted.seq
  const piece = (name: string) => ({
    ...{ text: JSON.stringify({ name, SECRET }), key: keys.open },
    ...{ context: name, iv: bytes(`${name} ${n}`, 12) },
  })
  return {
    ...{ consultation, clinic: 'clinic-1', person: 'person-1', heads },
    records: streams.map((stream, index) => draft(stream, `record-${n + index}`, rest)),
    key: { sitting: 's', key: `message ${n}`, reply: answered(keys.open) },
    sittings: [sitting('s', consultation, { person: 'person-1', activities: n })],
    activities: [{ sitting: 's', n, sealed: piece('said') }],
    ...{ ended: [], links: [], due: null },
  }
}

function draft(stream: Stream, recordId: string, rest: { readonly recordId?: string }): Draft {
  const { seq: _, prev: __, stream: ___, ...said } = payload({ recordId, ...rest })
  const [nonce, iv] = [bytes(`nonce ${recordId}`, 32), bytes(`iv ${recordId}`, 12)]
  const facts = { 'full-name': SECRET }
  return { stream, payload: { ...said, facts }, key: keys[stream], nonce, iv }
}
