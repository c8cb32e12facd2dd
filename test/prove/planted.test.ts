import { expect } from 'chai'
import { advance } from '../../bot/advance.ts'
import type { Journey, Pathway, Pinned } from '../../machines/contract.ts'
import { JOURNEYS, PATHWAYS } from '../../machines/index.ts'
import type { Asked } from '../../machines/pathway.ts'
import { ageOn, dayOf, instant } from '../../machines/time.ts'
import { type Candidate, rebuilt, type Way } from './candidates.ts'
import { isRefused } from './engine.ts'
import { houseOf, REAL } from './house.ts'
import { hold } from './invariants/hold.ts'
import { toldOf } from './invariants/told.ts'
import { holdJourney, SHORT, type Scope } from './journey/hold.ts'
import { comesToIt, happens } from './playback.ts'

const named = (id: Pinned) => PATHWAYS[id] as Pathway
const scope = (name: string) => SHORT.find((one) => one.name === name) as Scope
const ANYWHERE = scope('any turn as the last')
const SIGNED = scope('a turn after the signature')

function altered(id: Pinned, edit: (candidate: Candidate, way: Way) => Way): Pathway {
  return { ...named(id), machine: rebuilt(named(id).machine, edit) }
}

/**
 * The conversation that shows what is wrong; nothing where nothing is. It is played back: it must
 * come to that in the altered product, and must not in the sound one.
 */
function fault(pathway: Pathway): string {
  const [broken] = hold(pathway).broken
  if (!broken) return ''
  expect(comesToIt(pathway, broken), 'it happens when it is played back').to.equal(true)
  expect(comesToIt(named(pathway.id), broken), 'it happens in the sound one').to.equal(false)
  return toldOf(pathway, broken)
}

function journeyFault(journey: Journey, where: Scope, take = advance): string {
  const registry = { ...REAL, journeys: { 'treatment@1': journey } }
  const [broken] = holdJourney(registry, where, { take, first: true }).broken
  if (!broken) return ''
  const { unreal, ...whole } = broken.whole()
  expect(unreal, 'it is no real conversation').to.equal(undefined)
  expect(happens(broken, whole, take), 'it happens when it is played back').to.equal(true)
  const sound = { ...whole, house: houseOf(REAL) }
  expect(happens(broken, sound), 'it happens in the sound one').to.equal(false)
  return broken.told()
}

const treatment = JOURNEYS['treatment@1'] as Journey

describe('a bug planted by hand is shown as a conversation', function () {
  this.timeout(120_000)

  it('an age that is off by one at midnight', () => {
    const age = named('age@1')
    // A minute early: whoever turns 18 tomorrow is taken for 18 tonight.
    const early = ({ context, event }: Asked) => {
      const birth = context['date-of-birth']
      const soon = instant(new Date(Date.parse(event.at) + 60_000).toISOString())
      const years = birth === undefined ? NaN : ageOn(birth, dayOf(soon))
      return years === 16 || years === 17
    }
    const { guards } = age.machine.implementations as never as { guards: Record<string, object> }
    const machine = age.machine.provide({
      guards: { 'aged-16-or-17': Object.assign(early, { ...guards['aged-16-or-17'] }) },
    } as never)
    expect(fault(age)).to.equal('')
    const told = fault({ ...age, machine })
    expect(told).to.include('I1: an adult is 18 that very day in London')
    expect(told).to.include('at        2026-06-29 23:59:59.999')
    expect(told).to.include('patient>  2008-06-30')
    expect(told).to.include('state     ended, ended')
  })

  it('a gate that is skipped on the way in again', () => {
    const skipping: Journey = {
      ...treatment,
      stages: treatment.stages.map((stage) => ({
        ...stage,
        entry: stage.entry.map((gate) => ({
          ...gate,
          met: Object.assign(
            (known: Parameters<typeof gate.met>[0]) =>
              gate.met(known) || known.facts.signature !== undefined,
            { clauses: gate.met.clauses, authority: gate.met.authority },
          ),
        })),
      })),
    }
    expect(journeyFault(treatment, SIGNED)).to.equal('')
    const told = journeyFault(skipping, SIGNED)
    expect(told).to.include('I20: ')
    expect(told).to.include('patient>  ask {"words":"Will it hurt?"}')
    expect(told).to.match(/Nadia Okafor, performer: consent> [\s\S]+$/)
  })

  it('a withdrawal that is lost after consent', () => {
    const losing: typeof advance = (house, now, command) => {
      const taken = advance(house, now, command)
      const lost = command.act.type === 'withdraw' && now?.facts['consent-taken-at'] !== undefined
      return lost && !isRefused(taken) ? { next: { ...now, seq: now.seq + 1 }, say: [] } : taken
    }
    const told = journeyFault(treatment, ANYWHERE, losing)
    expect(told).to.include('I22: a withdrawal is taken at any time, without a reason')
    expect(told).to.include('asks      consent-signature/signature')
    expect(told.trimEnd().split('\n').at(-1)).to.equal('patient>  withdraw')
  })

  it('the silence of a GP that is read as a yes', () => {
    const told = fault(
      altered('gp-weighing@1', ({ event }, way) =>
        event === 'no-reply-yet'
          ? {
              target: 'reply-details',
              actions: { type: 'note', params: { 'gp-reply': 'positive' } },
            }
          : way,
      ),
    )
    expect(told).to.include('I25: a positive reply is one that came, and silence is none')
    expect(told).to.match(/gp-weighing> .*(not|No).*$/m)
  })

  it('a private question that is asked while somebody is there', () => {
    const told = fault(
      altered('voluntariness@1', ({ event }, way) =>
        event === 'somebody-here' ? { ...way, target: 'own-wish' } : way,
      ),
    )
    expect(told).to.include('I10: it is asked in private of somebody who says')
    expect(told).to.include('asks      voluntariness/company')
  })
})
