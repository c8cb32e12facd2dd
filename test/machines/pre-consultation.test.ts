import { expect } from 'chai'
import type { FactValues } from '../../machines/contract.ts'
import { FACTS, isClinical } from '../../machines/facts.ts'
import { preConsultation } from '../../machines/pathways/pre-consultation/facts.ts'
import { GROUPS } from '../../machines/pathways/pre-consultation/machine.ts'
import { type Answer, choicesOf, follow, patient, typed } from './follow.ts'

const enquired: FactValues = {
  'reason-in-own-words': 'My jaw hurts.',
  'hoped-for-outcome': 'Less pain.',
}
const before = (said: Record<string, string>): FactValues => ({
  ...enquired,
  'earlier-health': said,
})

const telling = (input: FactValues, ...answers: Answer[]) =>
  follow(preConsultation, answers, { input, by: { ...patient, assurance: 'link-and-birth-date' } })
const allOf = (answer: Answer): Answer[] => GROUPS.map(() => answer)

describe('telling about health', () => {
  it('asks everybody about everything, one thing at a time, in the same order', () => {
    const asked = GROUPS.map((_, said) => telling(enquired, ...allOf('nothing').slice(0, said)).at)
    expect(asked).to.deep.equal([
      'conditions',
      'medicines',
      'allergies',
      'pregnancy',
      'earlier-treatments',
      'skin',
      'worries',
      'daily-life',
    ])
  })

  GROUPS.forEach((group, at) => {
    const there = allOf('nothing').slice(0, at)
    const next = (GROUPS as readonly string[])[at + 1] ?? 'reason'
    const answers: [Answer, string][] = [
      [typed('  Yes; a little?\n'), '  Yes; a little?\n'],
      ['nothing', 'nothing'],
      ['rather-in-person', 'rather-in-person'],
    ]

    for (const [answer, kept] of answers) {
      it(`takes “${kept.trim()}” about ${group} as it was given, and goes on to ${next}`, () => {
        const told = telling(enquired, ...there, answer)
        expect(told.facts[`health-${group}`]).to.equal(kept)
        expect(told.at).to.equal(next)
      })
    }

    it(`keeps what is said about ${group} where no guard may read it`, () => {
      expect(isClinical(`health-${group}`)).to.equal(true)
    })

    it(`takes 4,000 letters about ${group}, and neither more nor nothing but spaces`, () => {
      const schema = preConsultation.answers[group]
      expect(schema?.safeParse('x'.repeat(4000)).success).to.equal(true)
      expect(schema?.safeParse('x'.repeat(4001)).success).to.equal(false)
      expect(schema?.safeParse(' ').success).to.equal(false)
    })
  })

  it('refuses nobody and declines nothing: it always goes on', () => {
    expect(Object.values(preConsultation.outcomes).map(({ then }) => then)).to.deep.equal([
      'goes-on',
    ])
  })

  it('ends alike whatever was said about worries', () => {
    const ends = [typed('I cannot bear to look at myself.'), 'nothing', 'rather-in-person'].map(
      (answer) => {
        const answers = [...allOf('nothing').slice(0, 6), answer, 'nothing', 'still-so', 'still-so']
        return telling(enquired, ...answers).at
      },
    )
    expect(ends).to.deep.equal(['told', 'told', 'told'])
  })
})

describe('somebody who told us before', () => {
  const earlier = before({ conditions: 'Asthma as a child.', pregnancy: 'Breastfeeding.' })

  it('is asked first whether any of it may stand on this screen', () => {
    const { at, facts, choices } = telling(earlier)
    expect(at).to.equal('earlier-here')
    expect(choices).to.deep.equal(['show-it', 'tell-again'])
    expect(facts).not.to.have.property('earlier-words')
  })

  it('tells all of it again if they would rather not see it', () => {
    const asked = GROUPS.map(
      (_, said) => telling(earlier, 'tell-again', ...allOf('nothing').slice(0, said)).at,
    )
    expect(asked).to.deep.equal(GROUPS)
  })

  for (const [where, answer, by] of [
    ['a channel that others may read', { type: 'show-it', private: false }, 'link-and-birth-date'],
    ['somebody who gave no date of birth', { type: 'show-it' }, 'link'],
    ['a visitor', { type: 'show-it' }, 'none'],
  ] as const) {
    it(`is shown nothing on the screen of ${where}, and tells it again`, () => {
      const on = { input: earlier, by: { ...patient, assurance: by } }
      expect(follow(preConsultation, [answer], on).at).to.equal('earlier-not-here')
      const { at, facts } = follow(preConsultation, [answer, 'go-on'], on)
      expect(at).to.equal('conditions')
      expect(facts).not.to.have.property('earlier-words')
    })
  }

  it('sees the words they gave, and is asked whether they still hold', () => {
    const { at, facts, choices } = telling(earlier, 'show-it')
    expect(at).to.equal('conditions-before')
    expect(facts['earlier-words']).to.equal('Asthma as a child.')
    expect(choices).to.deep.equal(['still-so', 'changed', 'rather-in-person'])
  })

  it('keeps those words, as said today, if they are still so', () => {
    const { at, facts } = telling(earlier, 'show-it', 'still-so')
    expect(at).to.equal('medicines')
    expect(facts['health-conditions']).to.equal('Asthma as a child.')
  })

  it('says it in new words if it has changed, and the old ones are not kept', () => {
    expect(telling(earlier, 'show-it', 'changed').at).to.equal('conditions')
    const { at, facts } = telling(earlier, 'show-it', 'changed', typed('None any more.'))
    expect(at).to.equal('medicines')
    expect(facts['health-conditions']).to.equal('None any more.')
  })

  it('may leave it for when they meet somebody', () => {
    const { at, facts } = telling(earlier, 'show-it', 'rather-in-person')
    expect(at).to.equal('medicines')
    expect(facts['health-conditions']).to.equal('rather-in-person')
  })

  it('sees the words of each question with that question, and of no other', () => {
    const { at, facts } = telling(earlier, 'show-it', 'still-so', 'nothing', 'nothing')
    expect(at).to.equal('pregnancy-before')
    expect(facts['earlier-words']).to.equal('Breastfeeding.')
  })

  it('is asked afresh what they were not asked, or left unsaid, before', () => {
    expect(telling(earlier, 'show-it', 'still-so').at).to.equal('medicines')
    expect(telling(before({})).at).to.equal('conditions')
    expect(telling(before({ somethingElse: 'Old.' })).at).to.equal('conditions')
  })

  it('skips nothing: whatever was told before, each thing is confirmed or told (I6)', () => {
    const everything = before(Object.fromEntries(GROUPS.map((group) => [group, `My ${group}`])))
    const asked = GROUPS.map((_, said) =>
      telling(everything, 'show-it', ...allOf('still-so').slice(0, said)),
    )
    expect(asked.map(({ at }) => at)).to.deep.equal(GROUPS.map((group) => `${group}-before`))
    const { at, facts } = telling(everything, 'show-it', ...allOf('still-so'))
    expect(at).to.equal('reason')
    for (const group of GROUPS) expect(facts[`health-${group}`]).to.equal(`My ${group}`)
  })

  it('counts nothing of it as said today before they have confirmed it', () => {
    const { facts } = telling(earlier, 'show-it')
    for (const name of preConsultation.writes) expect(facts).not.to.have.property(name)
  })
})

describe('the reason and the hope', () => {
  const healthTold = allOf('nothing')

  it('come after health, the reason first (JCCP-17)', () => {
    expect(telling(enquired, ...healthTold).at).to.equal('reason')
    expect(telling(enquired, ...healthTold, 'still-so').at).to.equal('hope')
    expect(telling(enquired, ...healthTold, 'still-so', 'still-so').at).to.equal('told')
  })

  it('stand in the words of the enquiry if they are still so', () => {
    const { facts } = telling(enquired, ...healthTold, 'still-so', 'still-so')
    expect(facts['reason-confirmed']).to.equal('My jaw hurts.')
    expect(facts['hope-confirmed']).to.equal('Less pain.')
  })

  it('may be said in new words, which change nothing that was said at the enquiry', () => {
    const reason = ['changed', typed('My jaw, and my sleep.')]
    const hope = ['changed', typed('To sleep.')]
    expect(telling(enquired, ...healthTold, 'changed').at).to.equal('reason-words')
    expect(telling(enquired, ...healthTold, ...reason, 'changed').at).to.equal('hope-words')
    const { at, facts } = telling(enquired, ...healthTold, ...reason, ...hope)
    expect(at).to.equal('told')
    expect(facts).to.include({
      ...enquired,
      'reason-confirmed': 'My jaw, and my sleep.',
      'hope-confirmed': 'To sleep.',
    })
  })

  it('let somebody who was not sure say now what they hope for, or stay unsure', () => {
    const unsure: FactValues = { 'reason-in-own-words': 'My jaw hurts.' }
    const at = [...healthTold, 'still-so']
    const stays = telling(unsure, ...at, 'still-so')
    expect(stays.at).to.equal('told')
    expect(stays.facts['hope-confirmed']).to.equal('not-sure-yet')
    const says = telling(unsure, ...at, 'changed', typed('Less pain.'))
    expect(says.facts['hope-confirmed']).to.equal('Less pain.')
  })

  it('let somebody who told a named person the reason leave it there', () => {
    const left = telling({}, ...healthTold, 'still-so', 'still-so')
    expect(left.facts['reason-confirmed']).to.equal('rather-in-person')
    const said = telling({}, ...healthTold, 'changed', typed('My skin.'), 'still-so')
    expect(said.facts['reason-confirmed']).to.equal('My skin.')
  })

  it('are told only at the very end, when all of it is', () => {
    const last = telling(enquired, ...healthTold, 'still-so')
    expect(last.facts['health-told']).to.equal(undefined)
    const { facts } = telling(enquired, ...healthTold, 'still-so', 'still-so')
    expect(facts['health-told']).to.equal(true)
  })

  it('are not told if any one thing is missing', () => {
    const { facts } = telling(enquired, ...healthTold, 'still-so', 'still-so')
    const told = preConsultation.outcomes['told']
    expect(told?.ensures(facts)).to.equal(true)
    for (const missing of preConsultation.writes) {
      const rest = Object.entries(facts).filter(([name]) => name !== missing)
      expect(told?.ensures(Object.fromEntries(rest)), missing).to.equal(false)
    }
  })
})

describe('what may be read of it', () => {
  it('is that it was told, and nothing that was said', () => {
    const open = preConsultation.writes.filter((name) => !isClinical(name))
    expect(open).to.deep.equal(['health-told'])
    expect(FACTS['health-told'].safeParse(false).success).to.equal(false)
  })

  it('offers everybody the way to say it in person', () => {
    for (const group of GROUPS) {
      expect(choicesOf(preConsultation, group)).to.include('rather-in-person')
      expect(choicesOf(preConsultation, `${group}-before`)).to.include('rather-in-person')
    }
  })
})
