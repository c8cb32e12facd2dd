import { expect } from 'chai'
import { fees } from '../../machines/pathways/fees/facts.ts'
import { choicesOf, follow } from './follow.ts'

const PAGES = ['costs', 'interests', 'complaints', 'complications', 'right-to-withdraw']
const states = Object.entries(fees.machine.states)

describe('what a treatment costs, and what else is to be known of the clinic', () => {
  it('is shown page by page: cost, interests, complaints, complications, the right to withdraw', () => {
    const pages = PAGES.map((_, seen) => follow(fees, Array<string>(seen).fill('seen')).at)
    expect(pages).to.deep.equal(PAGES)
  })

  it('counts as shown once the last page is seen, and not one page before', () => {
    const before = follow(fees, ['seen', 'seen', 'seen', 'seen'])
    expect(before.ended).to.equal(false)
    expect(before.facts).to.deep.equal({})
    const { at, facts } = follow(fees, ['seen', 'seen', 'seen', 'seen', 'seen'])
    expect(at).to.equal('shown')
    expect(facts).to.deep.equal({
      'fees-shown': true,
      'interests-shown': true,
      'complaints-shown': true,
      'complication-reporting-shown': true,
      'right-to-withdraw-shown': true,
    })
  })

  PAGES.forEach((page, at) => {
    const there = Array<string>(at).fill('seen')

    it(`invites a question about ${page}, and goes on when the patient does`, () => {
      const asking = follow(fees, [...there, 'have-a-question'])
      expect(asking.at).to.equal(`${page}-question`)
      expect(asking.choices).to.deep.equal(['go-on'])
      const next = follow(fees, [...there, 'have-a-question', 'go-on'])
      expect(next.at).to.equal(PAGES[at + 1] ?? 'shown')
    })

    it(`has no way past ${page} but having seen it or having a question`, () => {
      expect(choicesOf(fees, page)).to.deep.equal(['seen', 'have-a-question'])
    })
  })

  it('asks nobody to agree to anything', () => {
    for (const [state] of states) {
      expect(choicesOf(fees, state)).not.to.include.oneOf(['agree', 'accept', 'yes'])
    }
  })

  it('is shown again whole when the treatment changes: the amounts may be others', () => {
    expect(fees.reads).to.have.members(['treatment-class', 'treatment-name'])
    for (const [state, { type, config }] of states) {
      if (type !== 'final') expect(config.meta, state).to.deep.include({ asks: fresh })
    }
  })

  it('decides nothing by a price: no amount is a fact, and there is no guard', () => {
    const given = { 'treatment-name': 'Peel', 'treatment-class': 'peel' } as const
    expect(follow(fees, ['seen'], { input: given }).at).to.equal('interests')
    expect(fees.machine.implementations.guards).to.deep.equal({})
  })

  it('is not shown if any one page is missing', () => {
    const { facts } = follow(fees, ['seen', 'seen', 'seen', 'seen', 'seen'])
    expect(fees.outcomes['shown']?.ensures(facts)).to.equal(true)
    for (const missing of fees.writes) {
      const rest = Object.entries(facts).filter(([name]) => name !== missing)
      expect(fees.outcomes['shown']?.ensures(Object.fromEntries(rest)), missing).to.equal(false)
    }
  })
})

const fresh = { kind: 'choice', fresh: true }
