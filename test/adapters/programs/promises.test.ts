import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { readPromises, readRows, tableOf, withTable } from '../../../adapters/programs/promises.ts'
import { campaigns, isSound } from '../../faults/rows.ts'

describe('what the README promises', () => {
  const promises = readPromises()
  const rows = readRows()

  it('rests on campaigns that there are, which found nothing and caught their sabotage', async () => {
    const known = (await campaigns()).map(({ row }) => row)
    expect(known).to.include.members(rows.map(({ row }) => row))
    for (const row of rows) expect(isSound(row as never), row.row).to.equal(true)
  })

  it('rests on tests that there are', () => {
    const tests = promises.flatMap(({ tests }) => tests)
    expect(tests).to.not.be.empty
    expect(tests.filter((path) => !existsSync(new URL(`../../../${path}`, import.meta.url)))).to.be
      .empty
  })

  it('is nothing that nothing shows', () => {
    const bare = { number: 99, says: 'It is always right.', tests: [], not: 'Anything.' }
    expect(() => tableOf([bare], rows)).to.throw('Nothing shows promise 99')
  })

  it('says so where a campaign failed, or its sabotage went unnoticed', () => {
    const [one] = rows
    const failed = rows.map((row) =>
      row === one ? { ...row, failures: ['lost'], controlCaught: false } : row,
    )
    expect(tableOf(promises, failed)).to.include(`1 of ${one?.trials}, sabotage not caught`)
  })

  it('has its place in the README and nowhere else', () => {
    expect(() => withTable('# Candour', '')).to.throw('no place for the promises')
  })
})
