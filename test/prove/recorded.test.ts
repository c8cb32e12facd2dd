import { expect } from 'chai'
import { advance } from '../../bot/advance.ts'
import type { Advanced, Pathway } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { cover } from './cover.ts'
import { isRefused } from './engine.ts'
import { REAL } from './house.ts'
import { RECORDED } from './invariants/recorded.ts'
import { holdJourney, SHORT, type Scope, TWICE } from './journey/hold.ts'

const [ADULT] = SHORT as readonly [Scope]

/** An engine that does something else with what it has done. */
const otherwise =
  (change: (taken: Advanced) => Advanced): typeof advance =>
  (house, now, command) => {
    const taken = advance(house, now, command)
    return isRefused(taken) || now === undefined ? taken : change(taken)
  }

function found(take: typeof advance, scope = ADULT): string {
  const [broken] = holdJourney(REAL, scope, { take, first: true, invariants: RECORDED }).broken
  return broken?.says ?? ''
}

describe('what is on record is what happened', function () {
  this.timeout(120_000)

  it('in every step of every walk', () => {
    const held = holdJourney(REAL, ADULT, { invariants: RECORDED })
    expect(held.broken.map(({ says }) => says)).to.deep.equal([])
    expect(held.spoke.size).to.be.greaterThan(3)
  })

  it('and an engine is noticed that begins a question and does not say so', () => {
    const silent = otherwise(({ open, ...rest }) => ({
      ...rest,
      ...(open ? { open: { ...open, opened: [] } } : {}),
    }))
    expect(found(silent)).to.equal('the record names every question that was begun')
  })

  it('and one that keeps a fact off the record, or leaves one there that is gone', () => {
    const blank = otherwise(({ open, ...rest }) => ({
      ...rest,
      ...(open ? { open: { ...open, facts: {} } } : {}),
    }))
    expect(found(blank)).to.equal('the record has every fact that changed, and how it stands after')
    const keeping = otherwise(({ open, ...rest }) => ({
      ...rest,
      ...(open ? { open: { ...open, retracted: [] } } : {}),
    }))
    expect(found(keeping)).to.equal(
      'the record has every fact that changed, and how it stands after',
    )
  })

  it('and one that counts wrong, also of what is answered apart', () => {
    const twice = otherwise((taken) => ({
      ...taken,
      next: { ...taken.next, seq: taken.next.seq + 1 },
    }))
    expect(found(twice)).to.equal('each record is the next of its stream, and no other is counted')
    const back = otherwise((taken) => {
      const { restricted } = taken.next
      const seq = restricted.seq - 2
      return taken.open
        ? taken
        : { ...taken, next: { ...taken.next, restricted: { ...restricted, seq } } }
    })
    const { faults } = cover(PATHWAYS['concern-response@1'] as Pathway, undefined, back)
    expect(faults).to.include('review · act: the record is not the next of its stream')
  })

  it('and one that goes on asking whoever has gone, or turns 18 into too young', () => {
    const asking: typeof advance = (house, now, command) => {
      const taken = advance(house, now, command)
      const left = !isRefused(taken) && taken.next.state === 'withdrawn' && now?.state === 'active'
      return left ? { ...taken, next: { ...taken.next, open: now.open } } : taken
    }
    expect(found(asking)).to.equal('nothing is asked of who has withdrawn or was refused')
    const strict = otherwise((taken) => {
      const { plan, ...facts } = taken.next.facts
      return plan ? { ...taken, next: { ...taken.next, facts } } : taken
    })
    const [, , , , , turned] = RECORDED
    const held = holdJourney(REAL, ADULT, { take: strict, first: true, invariants: [turned!] })
    expect(held.broken[0]?.says).to.equal(
      'who is 18 today and on the day is not turned away for their age',
    )
  })

  it('and one that does not hear a withdrawal after a refusal', () => {
    const deaf: typeof advance = (house, now, command) =>
      now?.state === 'refused' && command.act.type === 'withdraw'
        ? { refused: 'not-in-this-state', detail: '' }
        : advance(house, now, command)
    expect(found(deaf, TWICE)).to.equal(
      'who was refused may still withdraw, so that it is their own no',
    )
  })
})
