import { expect } from 'chai'
import { advance } from '../../bot/advance.ts'
import { queueOf } from '../../bot/show/queue.ts'
import type { Words } from '../../bot/words.ts'
import type { Pathway, Pinned } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { shipped } from '../support/clinic.ts'
import { rebuilt } from './candidates.ts'
import { houseOf, REAL } from './house.ts'
import { hold } from './invariants/hold.ts'
import { namesSomebody, type Reaching, reaching } from './invariants/reached.ts'
import { begin } from './journey/explore.ts'
import { holdJourney, SHORT, type Scope, TWICE } from './journey/hold.ts'
import { lonely, loopsOf } from './loops.ts'
import { saying } from './said.ts'

const named = (id: Pinned) => PATHWAYS[id] as Pathway
const all = Object.values(PATHWAYS)
const [ADULT, AT_17] = SHORT as readonly [Scope, Scope]

/** What is found wrong in a walk, first of all, with other words or another desk. */
function found(worse: Partial<Reaching>, scope = ADULT): string {
  const invariants = reaching({ words: shipped, queue: queueOf, ...worse })
  return said(holdJourney(REAL, scope, { invariants, first: true }).broken)
}

const said = (broken: readonly { readonly id: string; readonly says: string }[]) =>
  broken.map(({ id, says }) => `${id}: ${says}`).join('\n')

/** The words as they are, but for the screens that are handed in. */
const but = (instead: Readonly<Record<string, string>>): Words =>
  saying(shipped, {
    show: (id, ...rest) => {
      const shown = shipped.show(id, ...rest)
      return { ...shown, text: instead[id] ?? shown.text }
    },
  })

describe('every refusal reaches a named person', function () {
  this.timeout(120_000)

  it('by the words, with a number to ring, and by the name that stands at the desk', () => {
    for (const scope of [ADULT, AT_17]) {
      const spoke = new Map<string, number>()
      const held = holdJourney(REAL, scope, {
        invariants: reaching({ words: shipped, queue: queueOf }),
      })
      for (const [key, times] of held.spoke) spoke.set(key, times)
      expect(said(held.broken)).to.equal('')
      expect([...spoke.values()].every((times) => times > 50)).to.equal(true)
      expect(spoke.size).to.equal(4)
    }
  })

  it('and is seen to be lost where a page names nobody, or gives no number', () => {
    expect(found({ words: but({ 'consultation/declined': 'Ring 020 7946 0101.' }) })).to.equal(
      'D5: whoever is told no is told whom to ring, by name and with a number',
    )
    expect(
      found({ words: but({ 'consultation/refused-for-age': 'Ask for Farida Lyle.' }) }),
    ).to.equal('D5: whoever is told no is told whom to ring, by name and with a number')
  })

  it('and is seen to be lost where the desk leaves it out', () => {
    const without: typeof queueOf = (...args) =>
      queueOf(...args).filter(({ kind }) => kind !== 'declined' && kind !== 'refused-for-age')
    expect(found({ queue: without })).to.include('D5: whoever is told no is known at the desk')
  })

  it('in each statechart that the patient answers: its own last page says whom to ring', () => {
    const no = all
      .filter(({ role }) => role === 'patient')
      .flatMap(({ id, outcomes }) =>
        Object.entries(outcomes)
          .filter(([, { then }]) => then === 'refused-for-age')
          .map(([outcome]) => `${id.split('@')[0]}/${outcome}`),
      )
    expect(no).to.deep.equal(['age/under-16'])
    const begun = begin(houseOf(REAL))
    for (const id of no)
      expect(namesSomebody(shipped.show(id, begun).text, shipped), id).to.equal(true)
  })
})

describe('whoever waits', function () {
  this.timeout(120_000)

  it('is seen to be forgotten where the desk has nothing of it, or the page no number', () => {
    expect(found({ queue: () => [] })).to.include('D')
    const quiet = but({ 'consultation/waiting-consent-signed': 'You have signed.' })
    expect(found({ words: quiet })).to.equal(
      'D6: whoever has nothing to answer is told whom to ring',
    )
    const asleep: typeof queueOf = (...args) =>
      queueOf(...args).filter(({ kind }) => kind !== 'gate' && kind !== 'prompt')
    expect(found({ queue: asleep })).to.include(
      'D6: whoever waits, or has gone, stands at the desk',
    )
  })
})

describe('every loop offers a person', () => {
  for (const pathway of all.filter(({ role }) => role === 'patient')) {
    it(`${pathway.id}: nobody goes round and round alone`, () => {
      expect(lonely(pathway, shipped)).to.deep.equal([])
    })
  }

  it('finds the loops that there are', () => {
    const round = all.flatMap((one) => loopsOf(one).map((loop) => `${one.id} ${loop.join(' ')}`))
    expect(round).to.include('age@1 date-of-birth right-date another-date')
    expect(round).to.include('cooling-off@1 too-soon')
    expect(round).to.include('gp-weighing@1 waiting-for-gp')
    expect(round.length).to.be.greaterThan(10)
  })

  it('notices one in which nobody is named', () => {
    const catalogue = {
      ...shipped.catalogue,
      get: (id: string) => ({ ...shipped.catalogue.get(id), slots: [] }),
    }
    const silent = { ...shipped, catalogue } as Words
    expect(lonely(named('cooling-off@1'), silent)).to.deep.equal([['too-soon']])
  })
})

describe('there is always a way out', function () {
  this.timeout(120_000)

  it('of every statechart: a state that leads to no end is noticed', () => {
    const gp = named('gp-weighing@1')
    const stuck = rebuilt(gp.machine, ({ state, event }, way) =>
      state === 'waiting-for-gp' && event !== 'no-reply-yet' ? undefined : way,
    )
    expect(said(hold({ ...gp, machine: stuck }).broken)).to.include(
      'D3: from waiting-for-gp an end can be reached',
    )
  })

  it('of every consultation that is active or paused: a withdrawal that is not taken is noticed', () => {
    for (const state of ['active', 'paused'] as const) {
      const deaf: typeof advance = (house, now, command) =>
        command.act.type === 'withdraw' && now?.state === state
          ? { refused: 'not-now', detail: '' }
          : advance(house, now, command)
      const [broken] = holdJourney(REAL, TWICE, { take: deaf, first: true }).broken
      expect(`${broken?.id}: ${broken?.says}`).to.equal(
        'I22: a withdrawal is taken at any time, without a reason',
      )
      expect(broken?.steps.at(-1)?.act.type, state).to.equal('withdraw')
    }
  })
})
