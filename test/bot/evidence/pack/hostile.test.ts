import { expect } from 'chai'
import { randomFillSync } from 'node:crypto'
import fc from 'fast-check'
import { verifyPack } from '../../../../bot/evidence/verify/pack.ts'
import { make } from '../../../evidence/mini.ts'

const sound = make()

describe('a file that somebody sends', function () {
  this.timeout(60_000)

  it('does not hold when any one bit of a pack was flipped', () => {
    fc.assert(
      fc.property(fc.nat(sound.length * 8 - 1), (bit) => {
        const changed = Uint8Array.from(sound)
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        expect(verifyPack(changed).ok).to.equal(false)
      }),
      { numRuns: 3000 },
    )
    expect(verifyPack(sound).ok).to.equal(true)
  })

  it('is refused in an instant when it is ten megabytes of noise, with and without the end of a zip', () => {
    const noise = new Uint8Array(10_000_000)
    randomFillSync(noise)
    const began = process.hrtime.bigint()
    expect(verifyPack(noise)).to.include({ ok: false, step: 'container' })
    noise.set(sound.subarray(-22), noise.length - 22)
    expect(verifyPack(noise)).to.include({ ok: false, step: 'container' })
    expect(Number(process.hrtime.bigint() - began) / 1e9).to.be.below(2)
  })

  it('is refused, and nothing is thrown, when pieces of a pack stand in any order', () => {
    const piece = fc.tuple(fc.nat(sound.length), fc.nat(400))
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, ended) => {
        const parts = pieces.map(([at, length]) => sound.subarray(at, at + length))
        const all = [...parts, ...(ended ? [sound.subarray(-22)] : [])]
        expect(verifyPack(new Uint8Array(Buffer.concat(all))).ok).to.equal(false)
      }),
      { numRuns: 2000 },
    )
  })
})
