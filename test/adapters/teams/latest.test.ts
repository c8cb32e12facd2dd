import { expect } from 'chai'
import { createLatest } from '../../../adapters/teams/latest.ts'

describe('what is made once for each name', () => {
  const counting = () => {
    let made = 0
    return async () => (made += 1)
  }

  it('is made once, also for those who ask at once', async () => {
    const [latest, make] = [createLatest<number>({ most: 3 }), counting()]
    expect(await Promise.all([latest('a', make), latest('a', make)])).to.deep.equal([1, 1])
    expect(await latest('b', make)).to.equal(2)
  })

  it('is made again once its time is over', async () => {
    let now = 0
    const latest = createLatest<number>({ most: 3, until: () => 10, now: () => now })
    const make = counting()
    await latest('a', make)
    now = 9
    expect(await latest('a', make)).to.equal(1)
    now = 10
    expect(await latest('a', make)).to.equal(2)
  })

  it('is made again after it failed', async () => {
    const latest = createLatest<number>({ most: 3 })
    const failed = await latest('a', () => Promise.reject(new Error('no'))).catch(() => 'failed')
    expect(failed).to.equal('failed')
    expect(await latest('a', counting())).to.equal(1)
  })

  it('is forgotten when too many came after it', async () => {
    const [latest, make] = [createLatest<number>({ most: 2 }), counting()]
    for (const name of ['a', 'b', 'c']) await latest(name, make)
    expect(await latest('c', make)).to.equal(3)
    expect(await latest('a', make)).to.equal(4)
  })
})
