import { expect } from 'chai'
import { factInWords, factLabel, gateLabel } from '../../../bot/show/words.ts'
import { FACTS } from '../../../machines/facts.ts'
import { JOURNEYS } from '../../../machines/index.ts'
import { shipped } from '../../support/clinic.ts'

const { ui } = shipped.catalogue
const gates = Object.values(JOURNEYS).flatMap(({ stages }) =>
  stages.flatMap(({ entry, gates }) => [...entry, ...gates].map(({ name }) => name)),
)

describe('words at the desk', () => {
  it('are there for every gate and for every fact', () => {
    expect(gates.filter((name) => ui[`gate-${name}`] === undefined)).to.deep.equal([])
    expect(Object.keys(FACTS).filter((name) => ui[`fact-${name}`] === undefined)).to.deep.equal([])
  })

  it('are there for nothing else', () => {
    const known = new Set([
      ...gates.map((name) => `gate-${name}`),
      ...Object.keys(FACTS).map((name) => `fact-${name}`),
    ])
    const labels = Object.keys(ui).filter((name) => /^(gate|fact)-/.test(name))
    expect(labels.filter((name) => !known.has(name))).to.deep.equal([])
  })

  it('tell no two gates apart by their register names alone', () => {
    const labels = new Set(gates.map((name) => gateLabel(shipped, name)))
    expect(labels.size).to.equal(new Set(gates).size)
  })

  it('call a gate and a fact what they are', () => {
    expect(gateLabel(shipped, 'cooling-off-elapsed')).to.equal('Time to think has passed')
    expect(factLabel(shipped, 'called-by')).to.equal('Likes to be called')
  })

  it('say a signature as a sentence', () => {
    const value = { name: 'Sam Example', at: '2026-12-02T15:05:00.000Z', meaning: 'consent' }
    expect(factInWords(shipped, 'signature', value)).to.equal(
      'Signed by Sam Example, 3:05 pm on 2 December 2026',
    )
  })

  it('say help, premises and people as their names', () => {
    expect(factInWords(shipped, 'help-needed', ['interpreter', 'more-time'])).to.equal(
      'An interpreter for another language, More time',
    )
    expect(factInWords(shipped, 'help-needed', [])).to.equal('None')
    const plan = { performer: 'nadia-okafor', premises: 'larkfield-main' }
    expect(factInWords(shipped, 'plan', plan)).to.equal(
      'Performer: Nadia Okafor; Premises: Larkfield, main rooms',
    )
  })
})
