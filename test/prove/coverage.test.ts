import { expect } from 'chai'
import { setup } from 'xstate'
import { advance } from '../../bot/advance.ts'
import type { FactValues, Pathway } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { pathway } from '../../machines/pathway.ts'
import { BOUNDS } from './bounds.ts'
import { candidatesOf, rebuilt } from './candidates.ts'
import { cover } from './cover.ts'
import { isRefused } from './engine.ts'

describe('through the real engine', () => {
  for (const one of Object.values(PATHWAYS)) {
    it(`${one.id}: every state, every transition and every refusal`, () => {
      const { faults, pairs, steps } = cover(one)
      expect(faults).to.deep.equal([])
      expect(pairs.size).to.be.greaterThan(0)
      expect(steps).to.be.greaterThan(0)
    })
  }
})

describe('the tour itself', () => {
  const gp = PATHWAYS['gp-contact@1'] as Pathway
  const choice = { asks: { kind: 'choice' } } as const
  const sound = { then: 'goes-on', clauses: ['JCCP-28'], ensures: () => true } as const
  // The words of the GP question stand in for those of a made statechart.
  const faultsOf = (states: Record<string, object>) => {
    const machine = setup({ ...pathway }).createMachine({
      ...{ id: 'made@1', context: {}, initial: 'permission', states },
    }) as Pathway['machine']
    return cover({ ...gp, machine, answers: {}, outcomes: { done: sound } }, {}).faults
  }
  const permission = { meta: choice, on: { yes: 'done' } }
  const done = { type: 'final' }

  it('finds nothing wrong where nothing is', () => {
    expect(faultsOf({ permission, done })).to.deep.equal([])
  })

  it('fails when nothing was visited', () => {
    const { faults } = cover(gp, { given: [] })
    expect(faults).to.include('nothing was visited')
    expect(faults).to.include('permission: is never reached')
  })

  it('notices a state that nothing leads to, and a way that nobody can take', () => {
    const faults = faultsOf({ permission, done, explained: permission })
    expect(faults).to.include('explained: is never reached')
    expect(faults).to.include('explained · yes → done: is never taken')
  })

  it('notices a way that stands behind another one', () => {
    const twice = rebuilt(gp.machine, ({ state, event }, way) =>
      state === 'permission' && event === 'no' ? { ...way, guard: 'never' } : way,
    ).provide({ guards: { never: () => false } } as never)
    const { faults } = cover({ ...gp, machine: twice })
    expect(faults).to.include('permission · no 1 if never → reason: is never taken')
  })

  it('notices a circle that nobody can leave', () => {
    const round = { meta: choice, on: { again: { target: 'explained', reenter: true } } }
    const circling = { ...permission, on: { yes: 'done', no: 'explained' } }
    expect(faultsOf({ permission: circling, explained: round, done })).to.include(
      'explained: no end can be reached from here',
    )
  })

  it('notices an end that does not hold what it ensures', () => {
    const broken = { ...sound, ensures: (facts: FactValues) => 'gp-practice' in facts }
    const { faults } = cover({ ...gp, outcomes: { ...gp.outcomes, granted: broken } })
    expect(faults).to.include('granted: does not hold what it ensures')
  })

  it('notices an engine that goes another way than the statechart', () => {
    const { faults } = cover(gp, {}, (house, now, command) => {
      const { act } = command
      const turned =
        act.type === 'answer' && act.event === 'not-sure' ? { ...act, event: 'no' } : act
      return advance(house, now, { ...command, act: turned })
    })
    expect(
      faults.some((fault) => fault.startsWith('permission · not-sure: the engine is in')),
    ).to.equal(true)
  })

  it('notices an engine that takes what the state does not list, or from anybody', () => {
    const { faults } = cover(gp, {}, (house, now, command) => {
      const taken = advance(house, now, command)
      return isRefused(taken) && now ? { next: now, say: [] } : taken
    })
    expect(faults).to.include('permission: takes still-no, which it does not list')
    expect(faults).to.include('permission: is answered by reception')
    expect(faults).to.include('practice: takes no value for one')
  })

  it('notices an engine that does not let the patient leave', () => {
    const { faults } = cover(gp, {}, (house, now, command) =>
      command.act.type === 'withdraw'
        ? { refused: 'not-now', detail: '' }
        : advance(house, now, command),
    )
    expect(faults).to.include('encouraged: withdraw is not taken')
  })

  it('notices an engine that loses whoever asks for a person', () => {
    const { faults } = cover(gp, {}, (house, now, command) => {
      const taken = advance(house, now, command)
      const asks = command.act.type === 'ask-for-a-person'
      return asks && !isRefused(taken) ? { ...taken, next: { ...taken.next, wanted: [] } } : taken
    })
    expect(faults).to.include('encouraged: asking for a person reaches nobody')
  })

  it('notices a guard that looks at words, which the folding leaves out', () => {
    const peeping = rebuilt(gp.machine, ({ state }, way) =>
      state === 'encouraged' ? { ...way, guard: 'peeps' } : way,
    ).provide({
      guards: {
        peeps: ({ context }: { context: FactValues }) => context['gp-refusal-reason'] !== 'no',
      },
    } as never)
    const { faults } = cover({ ...gp, machine: peeping })
    expect(faults).to.include('gp-refusal-reason: a guard reads words that the folding leaves out')
  })

  it('stops at its limit instead of leaving something out', () => {
    const practice = Array.from({ length: 25_000 }, (_, at) => `Surgery ${at}`)
    expect(() => cover(gp, { answers: { practice } })).to.throw('Traversal limit exceeded')
  })

  it('notices that a state is reached which was said to stand behind the engine', () => {
    const { faults } = cover(gp, { behind: { state: 'explained', why: '' } })
    expect(faults).to.include('explained: is reached after all')
  })

  it('has a reason for each state that stands behind the engine', () => {
    const behind = Object.values(BOUNDS).flatMap(({ behind: one }) => (one ? [one] : []))
    expect(behind.map(({ state }) => state)).to.have.members(['under-16', 'not-yours'])
    for (const { why } of behind) expect(why).to.match(/^[A-Z].+\.$/)
  })

  it('lists every alternative of every event', () => {
    const { machine } = PATHWAYS['age@1'] as Pathway
    const ids = candidatesOf(machine).map(({ id }) => id)
    expect(ids).to.include('right-date · right 4 → adult')
    expect(new Set(ids).size).to.equal(ids.length)
  })
})
