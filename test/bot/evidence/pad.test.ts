import { expect } from 'chai'
import { canonical } from '../../../bot/evidence/canonical.ts'
import { padded, STEP } from '../../../bot/evidence/pad.ts'
import type { Payload } from '../../../bot/evidence/record.ts'
import { leafHash, unseal } from '../../../bot/evidence/seal.ts'
import { verifyConsultation } from '../../../bot/evidence/verify.ts'
import { findKey, forged, keys, payload, sealed } from './log.ts'

const open = sealed(payload())
const head = { seq: 0, leaf: leafHash(open.leaf) }
const told = (words: string): Payload => payload({ stream: 'restricted', head, facts: { words } })
const lengthOf = (one: Payload) => sealed(one).sealed.body.length

describe('a restricted record', () => {
  it('is as long as any other, whatever it says and in whatever script', () => {
    const said = ['', 'no', 'a'.repeat(4000), '"'.repeat(4000), '字'.repeat(4000), '🜲'.repeat(2000)]
    expect(new Set(said.map((words) => lengthOf(told(words)))).size).to.equal(1)
  })

  it('grows by whole steps, on both sides of a boundary', () => {
    const bare = Buffer.byteLength(canonical({ ...told(''), pad: '' }))
    const exactly = 'a'.repeat(STEP - bare)
    expect(padded(told(exactly)).pad).to.equal('')
    expect(lengthOf(told(exactly))).to.equal(lengthOf(told('')))
    expect(lengthOf(told(`${exactly}a`))).to.equal(lengthOf(told('')) + STEP)
  })

  it('opens as it was, with its noughts', () => {
    const { pad, ...rest } = unseal(sealed(told('no')), keys.restricted)
    expect(rest).to.deep.equal(told('no'))
    expect(pad).to.match(/^0+$/)
  })
})

describe('an open record', () => {
  it('has no padding', () => {
    expect(unseal(sealed(payload({ pad: '00' })), keys.open)).to.deep.equal(payload())
  })
})

describe('a record that is padded otherwise, though sealed with the right key', () => {
  const one = padded(told('no'))
  for (const [what, wrong] of Object.entries({
    'not at all': told('no'),
    'one nought too few': { ...one, pad: one.pad?.slice(1) ?? '' },
    'a whole step too many': { ...one, pad: `${one.pad}${'0'.repeat(STEP)}` },
    'though it is open': payload({ pad: '' }),
  })) {
    it(`does not open, nor verify: ${what}`, async () => {
      const record = forged(wrong)
      expect(() => unseal(record, keys[wrong.stream]))
        .to.throw()
        .with.deep.property('details', { record: wrong.recordId, what: 'pad' })
      const records = wrong.stream === 'open' ? [record] : [open, record]
      expect(await verifyConsultation({ records, findKey })).to.include({
        ...{ ok: false, step: 'commitment', stream: wrong.stream },
        detail: 'it is not padded as its stream asks',
      })
    })
  }

  it('would have opened and verified as it was', async () => {
    const record = forged(one)
    expect(unseal(record, keys.restricted)).to.deep.equal(one)
    expect(await verifyConsultation({ records: [open, record], findKey })).to.include({ ok: true })
  })
})
