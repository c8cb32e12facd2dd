import { expect } from 'chai'
import { createRecordIds } from '../../../bot/evidence/record-ids.ts'
import { createChance } from '../../../adapters/config/chance.ts'

describe('ids of records', () => {
  const many = () => {
    const next = createRecordIds(createChance())
    return Array.from({ length: 1024 }, next)
  }

  it('begin alike, some hundreds at a time, and are never twice the same', () => {
    const ids = many()
    const beginnings = new Set(ids.map((id) => id.slice(0, 8)))
    expect(beginnings.size).to.be.within(3, 9)
    expect(new Set(ids).size).to.equal(ids.length)
    for (const id of ids) expect(id).to.match(/^[0-9a-f]{32}$/)
  })

  it('begin alike as many times as chance has it', () => {
    const all = Array.from({ length: 20 }, () => {
      const [first = '', ...others] = many().map((id) => id.slice(0, 8))
      return others.findIndex((beginning) => beginning !== first) + 1
    })
    expect(new Set(all).size).to.be.at.least(5)
    for (const alike of all) expect(alike).to.be.within(128, 383)
  })

  it('do not tell which came first', () => {
    const ids = many().slice(0, 128)
    const rising = ids.filter((id, n) => n > 0 && id > (ids[n - 1] ?? '')).length
    // Of 127 steps as of a fair coin; seven deviations, so that it hardly ever fails by chance.
    expect(rising).to.be.within(63 - 40, 63 + 40)
  })
})
