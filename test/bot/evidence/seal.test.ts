import { expect } from 'chai'
import { createHash, createHmac } from 'node:crypto'
import { canonical } from '../../../bot/evidence/canonical.ts'
import type { Payload } from '../../../bot/evidence/record.ts'
import { leafHash, openBytes, reveal, seal, sealBytes, unseal } from '../../../bot/evidence/seal.ts'
import type { StoredRecord } from '../../../bot/ports.ts'
import { bytes, keys, payload, sealed } from './log.ts'

const key = keys.open
const text = new TextEncoder()

describe('a sealed record', () => {
  it('opens to what was sealed', () => {
    expect(unseal(sealed(payload()), key)).to.deep.equal(payload())
  })

  it('has a leaf that commits to its canonical bytes, blinded, and says nothing else', () => {
    const nonce = bytes('n', 32)
    const { leaf } = seal(payload(), key, nonce, bytes('i', 12))
    const commit = createHmac('sha256', nonce)
      .update('candour/record/v1\0' + canonical(payload()), 'utf8')
      .digest('hex')
    expect(leaf).to.equal(
      `{"commit":"${commit}","log":"clinic-1","recordId":"open-0","schema":"candour/leaf@1"}`,
    )
  })

  it('has another leaf and another body under another nonce', () => {
    const [a, b] = ['a', 'b'].map((n) => seal(payload(), key, bytes(n, 32), bytes(n, 12)))
    expect(a?.leaf).to.not.equal(b?.leaf)
    expect(a?.sealed.body).to.not.deep.equal(b?.sealed.body)
  })

  it('has the leaf hash of RFC 6962', () => {
    const { leaf } = sealed(payload())
    const hash = createHash('sha256').update(Buffer.of(0)).update(leaf).digest('hex')
    expect(leafHash(leaf)).to.equal(hash)
  })

  it('names its place and its key in clear, and nothing of what it says', () => {
    const { sealed: body, leaf, ...clear } = sealed(payload())
    expect(clear).to.deep.equal({ stream: 'open', seq: 0, recordId: 'open-0' })
    expect(leaf).to.not.contain('consultation-1')
    expect(body.key).to.equal('key-open')
    expect(Buffer.from(body.body).includes('1990-01-02')).to.equal(false)
  })

  for (const [what, wrong] of [
    ['a member that the schema does not know', { extra: 1 }],
    ['a float', { facts: { x: 0.5 } }],
    ['a moment without milliseconds', { recordedAt: '2026-03-01T09:00:00Z' }],
    ['a list with a hole in it', { facts: { x: [undefined] } }],
  ] as const) {
    it(`is not made with ${what}`, () => {
      expect(() => sealed({ ...payload(), ...wrong } as unknown as Payload)).to.throw()
    })
  }

  it('has no member that is undefined', () => {
    const one = { ...payload(), head: undefined, facts: { x: { y: undefined, z: 1 } } }
    const read = reveal(sealed(one), key)
    expect(new TextDecoder().decode(read.bytes)).to.not.contain('head').and.not.contain('"y"')
    expect(read.payload.facts).to.deep.equal({ x: { z: 1 } })
  })

  it('is not made with a nonce, an iv or a key of another length', () => {
    const ok = [payload(), key, bytes('n', 32), bytes('i', 12)] as const
    expect(() => seal(...ok)).to.not.throw()
    expect(() => seal(ok[0], key, bytes('n', 16), ok[3])).to.throw('nonce')
    expect(() => seal(ok[0], key, ok[2], bytes('i', 16))).to.throw('iv')
    expect(() => seal(ok[0], { id: 'k', bytes: bytes('k', 16) }, ok[2], ok[3])).to.throw('key')
  })

  it('does not open under another key', () => {
    expectWrong(sealed(payload()), 'seal', keys.restricted)
  })

  it('does not open in another place, or under another id, or with another leaf', () => {
    const one = sealed(payload())
    expectWrong({ ...one, seq: 1 }, 'place')
    expectWrong({ ...one, stream: 'restricted' }, 'place')
    expectWrong({ ...one, recordId: 'open-1' }, 'seal')
    expectWrong({ ...one, leaf: sealed(payload({ seq: 1 })).leaf }, 'leaf')
    expectWrong({ ...one, leaf: one.leaf.replace('clinic-1', 'clinic-2') }, 'log')
    expectWrong({ ...one, leaf: `${one.leaf} ` }, 'leaf')
    expectWrong({ ...one, leaf: 'not JSON' }, 'leaf')
    expectWrong({ ...one, leaf: one.leaf.replace(/"commit":"./, '"commit":"g') }, 'leaf')
    const other = sealed(payload({ facts: { 'date-of-birth': '1990-01-03' } }))
    expectWrong({ ...one, leaf: other.leaf.replace(/^/, '') }, 'commitment')
  })

  it('does not open when what was sealed is not a record in canonical form', () => {
    const good = canonical(payload())
    expectForged(good, undefined)
    expectForged(`${good} `, 'form')
    expectForged(good.replace('"seq":0', '"seq":0,"seq":0'), 'form')
    expectForged(good.replace('"seq":0', '"seq":0.0'), 'form')
    expectForged(good.replace('"seq":0', '"seq":0.5'), 'shape')
    expectForged(good.replace('"seq":0', '"sequel":1,"seq":0'), 'shape')
    expectForged('nothing like it', 'shape')
    expectForged(good.replace('"seq":0', '"seq":1'), 'place')
    expectForged(good.replace('open-0', 'open-1'), 'id')
    expectForged(Buffer.concat([Buffer.from(good), Buffer.of(0xff)]), 'text')
  })
})

describe('sealed bytes', () => {
  const one = sealBytes(text.encode('a reply'), key, 'reply\0sitting-1', bytes('i', 12))

  it('open in the context that they were sealed in', () => {
    expect(openBytes(one, key, 'reply\0sitting-1')).to.deep.equal(text.encode('a reply'))
    expect(openBytes(sealBytes(new Uint8Array(), key, '', one.iv), key, '')).to.have.length(0)
  })

  it('do not open in another context, under another key, or with a bit changed or missing', () => {
    const flip = (old: Uint8Array, at: number) => old.map((byte, n) => (n === at ? byte ^ 1 : byte))
    const tries: (() => unknown)[] = [
      () => openBytes(one, key, 'reply\0sitting-2'),
      () => openBytes(one, keys.restricted, 'reply\0sitting-1'),
      () => openBytes({ ...one, iv: flip(one.iv, 3) }, key, 'reply\0sitting-1'),
      ...[...one.body.keys()].flatMap((n) => [
        () => openBytes({ ...one, body: flip(one.body, n) }, key, 'reply\0sitting-1'),
        () => openBytes({ ...one, body: one.body.subarray(0, n) }, key, 'reply\0sitting-1'),
      ]),
    ]
    for (const open of tries) {
      expect(open).to.throw().with.property('code', 'evidence/wrong-commitment')
    }
  })
})

function expectWrong(record: StoredRecord, what: string, under = key): void {
  expect(() => unseal(record, under))
    .to.throw()
    .that.includes({ code: 'evidence/wrong-commitment' })
    .with.deep.property('details', { record: record.recordId, what })
}

/** Seals any bytes rightly, as only somebody with the key can. */
function expectForged(content: string | Uint8Array, what: string | undefined): void {
  const inside = typeof content === 'string' ? text.encode(content) : content
  const nonce = bytes('n', 32)
  const hmac = createHmac('sha256', nonce).update('candour/record/v1\0').update(inside)
  const leaf = canonical({
    ...{ schema: 'candour/leaf@1', log: 'clinic-1', recordId: 'open-0' },
    commit: hmac.digest('hex'),
  })
  const both = Buffer.concat([nonce, inside])
  const body = sealBytes(both, key, 'candour/record/v1\0open-0', bytes('i', 12))
  const record: StoredRecord = { stream: 'open', seq: 0, recordId: 'open-0', leaf, sealed: body }
  if (what) expectWrong(record, what)
  else expect(unseal(record, key)).to.deep.equal(payload())
}
