import { expect } from 'chai'
import { psychological } from '../../machines/pathways/psychological/facts.ts'
import { type Answer, choicesOf, follow, practitioner, typed } from './follow.ts'

const considering = (...answers: Answer[]) => follow(psychological, answers, { by: practitioner })

const none: Answer[] = ['talked', 'none']
const concern: Answer[] = ['talked', 'concern', typed('Hours each day at the mirror.')]
const cameBack = (who: string): Answer[] => [...concern, 'came-back', typed(who)]
const supported = [...cameBack('Dr Vale, psychologist, Leeds'), 'supports-going-on']

describe('talking about how the patient is', () => {
  it('comes first, in person, before any finding', () => {
    expect(considering().choices).to.deep.equal(['talked'])
    expect(considering('talked').at).to.equal('concern')
  })

  it('shows what the patient said about worries, and decides nothing by it', () => {
    const inputs = [{}, { 'health-worries': 'I cannot go out.' }, { 'health-worries': 'nothing' }]
    for (const input of inputs) {
      const { at, facts } = follow(psychological, ['talked'], { input, by: practitioner })
      expect(at).to.equal('concern')
      expect(facts).to.deep.equal(input)
    }
  })

  it('gives no score and asks for no number', () => {
    const kinds = Object.values(psychological.machine.states).flatMap(({ config }) => {
      const meta = config.meta as { asks?: { kind: string } } | undefined
      return meta?.asks?.kind ?? []
    })
    expect(new Set(kinds)).to.deep.equal(new Set(['choice', 'text']))
  })
})

describe('no concern', () => {
  it('needs a reason before the wellbeing of the patient counts as considered', () => {
    const asked = considering(...none)
    expect(asked.at).to.equal('no-concern-reason')
    expect(asked.facts['wellbeing-considered']).to.equal(undefined)
    const { at, facts } = considering(...none, typed('Sleeps well, friends agree, no rush.'))
    expect(at).to.equal('no-concern')
    expect(facts).to.deep.equal({
      'wellbeing-considered': true,
      'wellbeing-reason': 'Sleeps well, friends agree, no rush.',
    })
  })

  it('can still become one while the reason is thought about', () => {
    expect(considering(...none, 'there-is-a-concern').at).to.equal('concern-words')
  })
})

describe('a concern of harm', () => {
  for (const answer of ['concern', 'not-sure-yet']) {
    it(`waits for an assessment from outside when the answer is ${answer}`, () => {
      const { at, facts, choices } = considering('talked', answer, typed('Worried for him.'))
      expect(at).to.equal('waiting-for-assessment')
      expect(facts).to.deep.equal({ 'wellbeing-concern': 'Worried for him.' })
      expect(choices).to.deep.equal(['came-back', 'not-yet', 'decline'])
    })
  }

  it('is not resolved by time, however often it is asked', () => {
    const years = Array<string>(50).fill('not-yet')
    const { at, ended, facts } = considering(...concern, ...years)
    expect(at).to.equal('waiting-for-assessment')
    expect(ended).to.equal(false)
    expect(facts['wellbeing-considered']).to.equal(undefined)
  })

  it('is lifted by an outside assessment that supports going on, kept with who made it', () => {
    const words = typed('No disorder found. Go gently.')
    const { at, facts } = considering(...supported, 'an-outside-person', words)
    expect(at).to.equal('assessed')
    expect(facts['wellbeing-considered']).to.equal(true)
    expect(facts['outside-assessment']).to.deep.equal({
      by: 'Dr Vale, psychologist, Leeds',
      words: 'No disorder found. Go gently.',
    })
  })

  it('is not lifted before the words of the assessment are there', () => {
    const { at, facts } = considering(...supported, 'an-outside-person')
    expect(at).to.equal('assessment-words')
    expect(facts['wellbeing-considered']).to.equal(undefined)
    expect(facts['outside-assessment']).to.equal(undefined)
  })

  it('ends in a decline when the assessment does not support going on', () => {
    const { at } = considering(...cameBack('Dr Vale, Leeds'), 'does-not-support')
    expect(at).to.equal('decline-reason')
  })

  it('may be declined while waiting, with a reason that the open stream does not take', () => {
    const { at, facts } = considering(...concern, 'decline', typed('Not safe.'))
    expect(at).to.equal('declined')
    expect(facts['wellbeing-considered']).to.equal(undefined)
    expect(psychological.writes).not.to.include('decline-reason')
  })
})

describe('a practitioner who would clear their own concern', () => {
  it('is sent back to waiting when the assessment was made here', () => {
    const { at, choices } = considering(...supported, 'somebody-here')
    expect(at).to.equal('not-outside')
    expect(choices).to.deep.equal(['back-to-waiting', 'decline'])
    const back = considering(...supported, 'somebody-here', 'back-to-waiting')
    expect(back.at).to.equal('waiting-for-assessment')
    expect(back.facts['outside-assessment']).to.equal(undefined)
  })

  for (const [who, where] of [
    ['Amara Bell', 'not-outside'],
    ['amara  BELL, nurse', 'not-outside'],
    ['Me: Amara Bell.', 'not-outside'],
    ['Dr Amara', 'not-outside'],
    ['Amara Bellamy, psychologist, Leeds', 'outside'],
    ['Dr Vale, psychologist, Leeds', 'outside'],
  ] as const) {
    it(`is led to ${where} on naming “${who}” as the one who assessed`, () => {
      const by = { ...practitioner, name: 'Amara Bell' }
      const { at } = follow(psychological, [...cameBack(who), 'supports-going-on'], { by })
      expect(at).to.equal(where)
    })
  }

  it('names another assessor in the next round, and only that one is kept', () => {
    const again = ['somebody-here', 'back-to-waiting', 'came-back', typed('Dr Hale, Otley')]
    const rest = ['supports-going-on', 'an-outside-person', typed('Fine.')]
    const { facts } = considering(...supported, ...again, ...rest)
    expect(facts['outside-assessment']).to.deep.equal({ by: 'Dr Hale, Otley', words: 'Fine.' })
  })

  it('has no way on from a concern but through somebody outside (I8)', () => {
    const ends = ['no-concern', 'assessed', 'declined']
    const found = (without?: string) =>
      reachable('concern-words', without).filter((state) => ends.includes(state))
    expect(found()).to.have.members(['assessed', 'declined'])
    expect(found('outside')).to.deep.equal(['declined'])
    expect(found('assessment')).to.deep.equal(['declined'])
    expect(found('assessor')).to.deep.equal(['declined'])
    expect(found('assessment-words')).to.deep.equal(['declined'])
    expect(targets('outside', 'an-outside-person')).to.deep.equal(['assessment-words'])
    expect(targets('outside', 'somebody-here')).to.deep.equal(['not-outside'])
    expect(choicesOf(psychological, 'outside')).to.deep.equal([
      'an-outside-person',
      'somebody-here',
    ])
  })
})

/** Where one event can lead, whatever a guard says. */
function targets(state: string, event: string): string[] {
  const on = (psychological.machine.states[state]?.on ?? {}) as Record<string, Transition[]>
  return (on[event] ?? []).flatMap(({ target }) => (target ?? []).map(({ key }) => key))
}
interface Transition {
  readonly target?: readonly { readonly key: string }[]
}

function reachable(from: string, without = ''): string[] {
  const found = new Set([from])
  for (const state of found) {
    for (const event of Object.keys(psychological.machine.states[state]?.on ?? {})) {
      for (const target of targets(state, event)) if (target !== without) found.add(target)
    }
  }
  return [...found]
}
