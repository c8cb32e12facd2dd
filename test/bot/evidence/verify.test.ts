import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import type { Payload } from '../../../bot/evidence/record.ts'
import { leafHash } from '../../../bot/evidence/seal.ts'
import { type Step, verifyConsultation } from '../../../bot/evidence/verify.ts'
import type { DataKey, StoredRecord } from '../../../bot/ports.ts'
import { bytes, findKey, keys, log, payload, sealed, second } from './log.ts'

const records = log()

async function expectWrong(
  changed: readonly StoredRecord[],
  step: Step | 'leaf or commitment',
  stream: string,
  seq: number,
  rest: { consultation?: string; findKey?: typeof findKey } = {},
): Promise<void> {
  const found = await verifyConsultation({ records: changed, findKey, ...rest })
  expect(found).to.include({ ok: false, stream, seq })
  expect(step.split(' or ')).to.include('step' in found && found.step)
}

const replaced = (at: number, change: (one: StoredRecord) => StoredRecord): StoredRecord[] =>
  records.map((one, n) => (n === at ? change(one) : one))

describe('the verifier', () => {
  it('finds twenty records as they were written to hold', async () => {
    const found = await verifyConsultation({ records, findKey, consultation: 'consultation-1' })
    expect(found).to.deep.equal({ ok: true, records: 20 })
  })

  it('finds a consultation without records to hold, and says how many there were', async () => {
    expect(await verifyConsultation({ records: [], findKey })).to.deep.equal({
      ok: true,
      records: 0,
    })
  })

  it('imports nothing of what writes evidence', () => {
    const source = readFileSync(new URL('../../../bot/evidence/verify.ts', import.meta.url), 'utf8')
    const imported = [...source.matchAll(/from '(\.[^']+)'/g)].map(([, path]) => path)
    expect(imported).to.have.members(['../ports.ts', './canonical.ts', './record.ts'])
  })

  describe('names the first wrong record', () => {
    for (const [at, one] of records.entries()) {
      const { stream, seq, recordId } = one
      it(`when a bit of any field of ${stream} ${seq} is flipped`, async () => {
        for (const [step, change] of flips(one)) {
          await expectWrong(
            replaced(at, () => change),
            step,
            change.stream,
            change.seq,
          )
        }
      })

      const next = records[at + 1]
      if (next?.stream === stream) {
        it(`when ${recordId} is deleted, or swapped with the next`, async () => {
          await expectWrong(records.toSpliced(at, 1), 'chain', stream, seq + 1)
          await expectWrong(records.toSpliced(at, 2, next, one), 'chain', stream, seq + 1)
        })
      }

      it(`when ${recordId} is there twice`, async () => {
        await expectWrong(records.toSpliced(at, 0, one), 'chain', stream, seq)
      })
    }

    it('when the content of two records is swapped under their ids', async () => {
      const [third, fourth] = [records[3]!, records[4]!]
      const swapped = replaced(3, (one) => ({ ...one, sealed: fourth.sealed }))
      swapped[4] = { ...fourth, sealed: third.sealed }
      await expectWrong(swapped, 'seal', 'open', 3)
    })

    it('when a record is inserted that was sealed with the right key', async () => {
      const prev = leafHash(records[3]!.leaf)
      const forged = sealed(payload({ seq: 4, prev, recordId: 'forged' }))
      await expectWrong(records.toSpliced(4, 0, forged), 'chain', 'open', 4)
      await expectWrong(records.toSpliced(4, 1, forged), 'chain', 'open', 5)
    })

    it('when the open stream is cut off behind what the restricted stream cites', async () => {
      const cut = records.filter(({ stream, seq }) => stream === 'restricted' || seq < 8)
      await expectWrong(cut, 'head', 'restricted', 4)
    })

    it('when a restricted record was written to cite what is not there', async () => {
      const forge = (head: Payload['head']) =>
        log((one) => (one.stream === 'restricted' && one.seq === 2 ? strip(one, head) : one))
      const older = { seq: 1, leaf: leafHash(records[1]!.leaf) }
      await expectWrong(forge(undefined), 'head', 'restricted', 2)
      await expectWrong(forge(older), 'head', 'restricted', 2)
      await expectWrong(forge({ ...older, seq: 3 }), 'head', 'restricted', 2)
    })

    it('when an open record was written to cite anything', async () => {
      const forged = log((one) =>
        one.recordId === 'open-6' ? { ...one, head: { seq: 0, leaf: 'a'.repeat(64) } } : one,
      )
      await expectWrong(forged, 'head', 'open', 6)
    })

    for (const [what, change] of [
      ['another leaf before it', () => ({ prev: 'a'.repeat(64) })],
      ['another consultation', () => ({ consultation: 'consultation-2' })],
      ['another log', () => ({ log: 'clinic-2' })],
      ['an earlier moment', () => ({ recordedAt: second(1) })],
      ['an earlier act', ({ command }: Payload) => ({ command: { ...command, at: second(1) } })],
    ] as const) {
      it(`when it was written with ${what}`, async () => {
        const forged = log((one) => (one.recordId === 'open-6' ? { ...one, ...change(one) } : one))
        await expectWrong(forged, 'chain', 'open', 6)
      })
    }

    it('when all of them are another consultation’s', async () => {
      await expectWrong(records, 'chain', 'open', 0, { consultation: 'consultation-2' })
    })

    it('when its key is another, gone, or cannot be opened', async () => {
      const wrong: DataKey = { ...keys.restricted, bytes: bytes('wrong', 32) }
      const but = (answer: () => Promise<DataKey | undefined>) => ({
        findKey: (id: string) => (id === wrong.id ? answer() : findKey(id)),
      })
      await expectWrong(
        records,
        'seal',
        'restricted',
        0,
        but(async () => wrong),
      )
      await expectWrong(
        records,
        'seal',
        'restricted',
        0,
        but(async () => undefined),
      )
      const locked = () => Promise.reject(new Error('wrong KEK'))
      await expectWrong(records, 'seal', 'restricted', 0, but(locked))
    })

    it('when its commands cannot be taken again at all', async () => {
      const replay = () => {
        throw new Error('no pathway age@9')
      }
      const found = await verifyConsultation({ records, findKey, replay })
      expect(found).to.include({ ok: false, step: 'replay', detail: 'no pathway age@9' })
    })

    it('when taking its command again leads elsewhere', async () => {
      const replay = (payloads: readonly Payload[]) => {
        expect(payloads).to.have.length(20)
        return { ok: false, seq: 7, detail: 'after' } as const
      }
      const found = await verifyConsultation({ records, findKey, replay })
      expect(found).to.deep.equal({
        ok: false,
        step: 'replay',
        stream: 'open',
        seq: 7,
        detail: 'after',
      })
    })
  })

  it('cannot tell that the last record of a stream is gone, if no other cites it', async () => {
    const cut = records.filter(({ recordId }) => !['open-14', 'restricted-4'].includes(recordId))
    expect(await verifyConsultation({ records: cut, findKey })).to.deep.equal({
      ok: true,
      records: 18,
    })
  })

  it('takes the commands again only when all else holds', async () => {
    let asked = 0
    const replay = () => ({ ok: ++asked > 0 }) as const
    await verifyConsultation({ records: records.toSpliced(2, 1), findKey, replay: replay as never })
    expect(asked).to.equal(0)
    const found = await verifyConsultation({ records, findKey, replay: replay as never })
    expect(found).to.deep.equal({ ok: true, records: 20 })
    expect(asked).to.equal(1)
  })
})

function strip({ head: _, ...one }: Payload, head: Payload['head']): Payload {
  return head ? { ...one, head } : one
}

/** One bit of the bytes of each field, with the step that must see it. */
function* flips(
  one: StoredRecord,
): Generator<readonly [Step | 'leaf or commitment', StoredRecord]> {
  const { sealed: body } = one
  for (const leaf of flipText(one.leaf)) yield ['leaf or commitment', { ...one, leaf }]
  yield ['chain', { ...one, seq: one.seq ^ 16 }]
  yield ['chain', { ...one, stream: one.stream === 'open' ? 'restricted' : 'open' }]
  for (const recordId of flipText(one.recordId)) yield ['leaf', { ...one, recordId }]
  for (const key of flipText(body.key)) yield ['seal', { ...one, sealed: { ...body, key } }]
  for (const iv of flipBytes(body.iv)) yield ['seal', { ...one, sealed: { ...body, iv } }]
  for (const bits of flipBytes(body.body))
    yield ['seal', { ...one, sealed: { ...body, body: bits } }]
}

/** Of a long one, most of which is noughts: the first, the last, and some between. */
const isTried = (n: number, length: number): boolean =>
  length < 5000 || n < 100 || n > length - 32 || n % 499 === 0

function* flipBytes(old: Uint8Array): Generator<Uint8Array> {
  const { length } = old
  for (const at of [...old.keys()].filter((n) => isTried(n, length)))
    yield old.map((byte, n) => (n === at ? byte ^ (1 << (at % 8)) : byte))
}

function* flipText(old: string): Generator<string> {
  for (const bits of flipBytes(new TextEncoder().encode(old)))
    yield Buffer.from(bits).toString('latin1')
}
