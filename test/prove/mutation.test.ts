import { expect } from 'chai'
import type { Pathway } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { ENDS, holdJourney } from './journey/hold.ts'
import { byPathway } from './mutation/judge.ts'
import { allMutants, gateMutants, mutantsOf } from './mutation/mutants.ts'
import { reviewedSurvivors, unreviewed } from './mutation/run.ts'

const excused = new Set(reviewedSurvivors().flatMap(({ mutants }) => mutants))

describe('a guard that is turned round', () => {
  for (const pathway of Object.values(PATHWAYS)) {
    const guards = mutantsOf(pathway).filter(({ kind }) => kind === 'guard')
    if (guards.length === 0) continue
    it(`is noticed in ${pathway.id}, wherever it stands`, function () {
      this.timeout(120_000)
      const alive = guards.filter((one) => !excused.has(one.id) && byPathway(one) === undefined)
      expect(alive.map(({ id }) => id)).to.deep.equal([])
    })
  }
})

describe('the mutants', () => {
  const age = PATHWAYS['age@1'] as Pathway
  const [guard] = mutantsOf(age).filter(({ kind }) => kind === 'guard')

  it('are one for each guard where it stands, each way on and each gate', () => {
    const all = allMutants()
    expect(new Set(all.map(({ id }) => id)).size).to.equal(all.length)
    expect(all.filter(({ kind }) => kind === 'guard').length).to.be.greaterThan(60)
    expect(all.filter(({ kind }) => kind === 'transition').length).to.be.greaterThan(400)
    expect(gateMutants().length).to.be.greaterThan(40)
  })

  it('leave the product as it is', () => {
    for (const one of mutantsOf(age)) one.registry()
    expect(
      byPathway({
        ...(guard as never as object),
        of: age.id,
        registry: () => ({ pathways: PATHWAYS, journeys: {} }),
      } as never),
    ).to.equal(undefined)
  })

  it('are told from a journey in which nothing is wrong', () => {
    const { broken, places } = holdJourney(
      { pathways: PATHWAYS, journeys: gateMutants()[0]?.registry().journeys ?? {} },
      ENDS,
    )
    expect(places).to.be.greaterThan(100)
    expect(broken).to.deep.equal([])
  })

  it('that survive need a reason; one that is noticed, or gone, has none', () => {
    const mutant = guard as NonNullable<typeof guard>
    const because = 'A reason that is long enough to be one, in words of our own.'
    const list = [{ because, mutants: [mutant.id] }]
    expect(unreviewed([{ mutant }], [])).to.have.length(1)
    expect(unreviewed([{ mutant }], list)).to.deep.equal([])
    expect(unreviewed([{ mutant, by: 'I1' }], list)[0]).to.include('no longer survives')
    expect(unreviewed([], list)[0]).to.include('is no mutant any more')
  })
})
