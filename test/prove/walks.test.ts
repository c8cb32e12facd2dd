import { expect } from 'chai'
import fc from 'fast-check'
import { advance } from '../../bot/advance.ts'
import { askedOf } from '../../bot/settle.ts'
import type { Command, Consultation, Pathway } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { BOUNDS } from './bounds.ts'
import { conversation } from './conversation.ts'
import { bring, isRefused } from './engine.ts'
import { events } from './events.ts'
import { houseOf, REAL } from './house.ts'
import { OF_JOURNEY } from './invariants/journey.ts'
import { stepOf } from './invariants/step.ts'
import { explore, wayTo } from './journey/explore.ts'
import { ENDS } from './journey/hold.ts'
import { actorFor, movesOf } from './journey/moves.ts'
import { stubbed } from './journey/stubs.ts'
import { inFull } from './journey/told.ts'

const house = houseOf(REAL)
const stubs = stubbed(REAL.journeys['treatment@1'] as never, PATHWAYS, ENDS)
const whole = { ...stubs, house, turning: () => false }

/** A whole consultation, from the first word to aftercare; a walk begins anywhere on it. */
function plainWay(): readonly Consultation[] {
  let steps: readonly Command[] = []
  explore(stubs, { ...ENDS, turns: 0 }, (taken, from) => {
    if (taken.after.stage !== 'aftercare') return false
    steps = [...wayTo(from), taken.command]
    return true
  })
  const { begun, commands, unreal } = inFull(REAL, stubs, steps)
  if (unreal) throw new Error(`the plain way is not real: ${unreal}`)
  const places = [begun]
  for (const command of commands) {
    const taken = advance(house, places.at(-1), command)
    if (!isRefused(taken)) places.push(taken.next)
  }
  return places
}

/** Everything that anybody may say or do there: answers in full, acts, time. */
function allOf(now: Consultation): readonly Command[] {
  const said = askedOf(now).flatMap((open) => {
    const pathway = PATHWAYS[open.pathway] as Pathway
    const bounds = { ...BOUNDS[open.pathway], actors: [actorFor(open)], moments: [now.last] }
    return events(pathway, open.snapshot.value, bounds).map((event) => bring(now, pathway, event))
  })
  return [...said, ...movesOf(whole, now).map(({ command }) => command)]
}

interface Walk {
  readonly told: string
  readonly spoke: number
  readonly taken: number
}

function walk(begun: Consultation, picks: readonly number[], take = advance): Walk {
  const commands: Command[] = []
  let [now, spoke, taken] = [begun, 0, 0]
  for (const pick of picks) {
    const all = allOf(now)
    const command = all[pick % all.length]
    if (!command) break
    commands.push(command)
    const result = take(house, now, command)
    const step = stepOf(now, command, result)
    const { after } = step
    for (const { id, says, when, then } of OF_JOURNEY) {
      if (!when(step)) continue
      spoke += 1
      if (then(step)) continue
      return { told: conversation(house, begun, commands, `${id}: ${says}`, take), spoke, taken }
    }
    taken += isRefused(result) ? 0 : 1
    now = after
  }
  return { told: '', spoke, taken }
}

const SEED = 20_261_122

describe('walks of the whole', () => {
  const way = plainWay()
  const anywhere = fc.record({
    at: fc.nat(way.length - 1),
    picks: fc.array(fc.nat(1_000_000), { minLength: 10, maxLength: 40 }),
  })
  const walks = (runs: number, see: (walked: Walk) => void, take = advance) =>
    fc.check(
      fc.property(anywhere, ({ at, picks }) => {
        const walked = walk(way[at] as Consultation, picks, take)
        see(walked)
        return walked.told === ''
      }),
      { numRuns: runs, seed: SEED },
    )

  it('begin anywhere from the first word to the aftercare', () => {
    const stages = new Set(way.map(({ stage }) => stage))
    expect([...stages]).to.include.members([
      'enquiry',
      'reflection',
      'consent',
      'treatment-day',
      'aftercare',
    ])
    expect(way.length).to.be.greaterThan(80)
  })

  it('keep every invariant, through the real engine and the real statecharts', function () {
    this.timeout(120_000)
    let [spoke, taken] = [0, 0]
    let told = ''
    walks(400, (walked) => {
      spoke += walked.spoke
      taken += walked.taken
      told ||= walked.told
    })
    expect(told).to.equal('')
    expect(taken).to.be.greaterThan(2_000)
    expect(spoke).to.be.greaterThan(2_000)
  })

  it('show an engine that loses a withdrawal, in few steps', () => {
    const losing: typeof advance = (at, now, command) => {
      const taken = advance(at, now, command)
      const lost = command.act.type === 'withdraw' && now?.state === 'active'
      return lost && !isRefused(taken) ? { next: { ...now, seq: now.seq + 1 }, say: [] } : taken
    }
    const found = walks(200, () => {}, losing)
    expect(found.failed).to.equal(true)
    const [{ at, picks }] = found.counterexample as [{ at: number; picks: number[] }]
    const { told } = walk(way[at] as Consultation, picks, losing)
    expect(told).to.include('I22: a withdrawal is taken at any time')
    expect(told.split('\n').at(-1)).to.equal('patient>  withdraw')
  })
})
