import { expect } from 'chai'
import type { Planted } from '../prove/plant/plant.ts'
import { PLANTED_PAGE, read } from './pages.ts'
import { page, reasonFor, SEEDS, uncaught } from './planted.ts'

const fault: Planted = {
  ...{ seed: 1, path: 'bot/opening.ts', line: 42, before: '1', instead: '2' },
  code: 'arrive(work, pathway, open, place, 1)',
}

describe('what the safety case says of faults planted at random', () => {
  const kept = read(PLANTED_PAGE)

  it('has a line for each of the twenty seeds', () => {
    const seeds = [...kept.matchAll(/^\| +(\d+) +\|/gm)].map(([, seed]) => Number(seed))
    expect(seeds).to.deep.equal(SEEDS)
  })

  it('has a reason for each that nothing noticed: else npm run planted', () => {
    expect(kept).not.to.include('nobody has written why it may be')
    const without = [...kept.matchAll(/\*\*not caught\*\*: (.{0,20})/g)]
    expect(without.every(([, reason = '']) => reason.length === 20)).to.equal(true)
  })

  it('knows a reason by the file, the line and what it becomes, and counts what was caught', () => {
    const list = uncaught()
    expect(reasonFor(fault, list)).to.match(/^Only the number/)
    expect(reasonFor({ ...fault, instead: '3' }, list)).to.equal(undefined)
    const written = page([fault, { ...fault, seed: 2, by: 'I1' }], [])
    expect(written).to.include('1 of 2 were caught')
    expect(written).to.include('nobody has written why it may be')
  })
})
