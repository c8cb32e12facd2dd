import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { load } from 'js-yaml'
import { z } from 'zod'
import type { Pathway, Pinned } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { REAL } from './house.ts'
import { hold } from './invariants/hold.ts'
import { OF_JOURNEY } from './invariants/journey.ts'
import { NEVER_AFTER, OF_PATHWAYS, THROUGH } from './invariants/pathways.ts'
import { toldOf } from './invariants/told.ts'
import { holdJourney, SHORT } from './journey/hold.ts'

const says = z.string().min(5)
const entry = z.union([
  z.strictObject({ says, here: z.literal('paths') }),
  z.strictObject({ says, tested: z.string(), title: z.string() }),
  z.strictObject({ says, waits: z.array(z.string()).min(1) }),
])
const file = join(import.meta.dirname, 'invariants/ledger.yaml')
const ledger = z.record(z.string(), entry).parse(load(readFileSync(file, 'utf8')))

const here = new Set(
  [...OF_JOURNEY, ...OF_PATHWAYS, ...THROUGH, ...NEVER_AFTER].map(({ id }) => id),
)

/** Pathways that have come although an invariant still waits for them. */
function come(pathways: readonly string[], book = ledger): readonly string[] {
  const stem = (name: string) => name.split(/[-@]/)[0] ?? name
  return Object.entries(book).flatMap(([id, one]) =>
    'waits' in one && one.waits.some((name) => pathways.some((of) => stem(of) === stem(name)))
      ? [id]
      : [],
  )
}

describe('the 48 invariants', () => {
  it('are each in the ledger, once', () => {
    const all = Array.from({ length: 48 }, (_, at) => `I${at + 1}`)
    expect(Object.keys(ledger)).to.have.members(all)
  })

  it('are here where the ledger says so, and nowhere else', () => {
    const said = Object.entries(ledger)
      .filter(([, one]) => 'here' in one)
      .map(([id]) => id)
    expect([...here].filter((id) => id.startsWith('I'))).to.have.members(said)
  })

  it('are looked at by the test that the ledger names', () => {
    for (const [id, one] of Object.entries(ledger)) {
      if (!('tested' in one)) continue
      const path = join(import.meta.dirname, '..', one.tested)
      expect(existsSync(path), id).to.equal(true)
      expect(readFileSync(path, 'utf8'), id).to.include(one.title)
    }
  })

  it('wait for pathways that are not built, and for no other', () => {
    expect(come(Object.keys(PATHWAYS))).to.deep.equal([])
  })

  it('fail when a pathway lands without its own', () => {
    expect(come([...Object.keys(PATHWAYS), 'images@1'])).to.include('I35')
    expect(come(['delegation@1'])).to.have.members(['I23', 'I29'])
  })
})

describe('every path within a pathway', () => {
  for (const pathway of Object.values(PATHWAYS)) {
    it(`${pathway.id}: ends in what it ensures, and keeps its invariants`, () => {
      const { broken, spoke } = hold(pathway)
      expect(broken.map((one) => toldOf(pathway, one)).join('\n\n')).to.equal('')
      const mine = OF_PATHWAYS.filter((one) => one.pathway === pathway.id)
      const silent = mine.filter((one) => !spoke.get(`${one.id} ${one.says}`))
      expect(silent.map((one) => one.says)).to.deep.equal([])
    })
  }

  it('notices an end that does not hold what it ensures', () => {
    const gp = PATHWAYS['gp-contact@1' as Pinned] as Pathway
    const refused = { ...gp.outcomes['refused'], ensures: () => false }
    const broken = hold({ ...gp, outcomes: { ...gp.outcomes, refused } } as Pathway).broken
    expect(broken.map(({ id, says: what }) => `${id}: ${what}`)).to.deep.equal([
      'ensures: refused holds what it ensures',
    ])
  })
})

describe('every path of the journey', () => {
  const spoke = new Set<string>()

  for (const scope of SHORT) {
    it(`${scope.name}: keeps the invariants`, function () {
      this.timeout(180_000)
      const held = holdJourney(REAL, scope)
      expect(held.broken.map((one) => one.told()).join('\n\n')).to.equal('')
      expect(held.places).to.be.greaterThan(10)
      for (const key of held.spoke.keys()) spoke.add(key)
    })
  }

  it('T-CO4: none of them takes consent of somebody who was not seen alone', () => {
    const alone = OF_JOURNEY.filter(({ id }) => id === 'D1')
    expect(alone.map(({ says: what }) => what).join()).to.include('seen alone')
    for (const { id, says: what } of alone) expect([...spoke]).to.include(`${id} ${what}`)
    const taken = { 'consent-taken-by': 'nurse', 'consent-taken-at': '2026-11-23T10:00:00.000Z' }
    const ends = PATHWAYS['consent@1']?.outcomes['consented']
    const of = (alone: boolean) => ({ ...taken, 'identity-checked': true, 'seen-alone': alone })
    expect(ends?.ensures(of(true) as never)).to.equal(true)
    expect(ends?.ensures(of(false) as never)).to.equal(false)
  })

  it('gives every invariant something to say', () => {
    const silent = OF_JOURNEY.filter(({ id, says: what }) => !spoke.has(`${id} ${what}`))
    expect(silent.map(({ id, says: what }) => `${id} ${what}`)).to.deep.equal([])
  })

  it('fails at its limit instead of leaving something out', () => {
    const narrow = { ...SHORT[0], limit: 50 } as (typeof SHORT)[number]
    expect(() => holdJourney(REAL, narrow)).to.throw('more than 50 places')
  })
})
