import { expect } from 'chai'
import { isForTeams } from '../../../adapters/teams/prompt.ts'
import { isClinical } from '../../../machines/facts.ts'
import type { FactName } from '../../../machines/contract.ts'
import { PATHWAYS } from '../../../machines/index.ts'
import { FACTS } from '../../../machines/facts.ts'
import { shippedWords } from '../../support/words.ts'
import { openClinic } from '../../support/clinic.ts'
import { enquired, performer, refuseGp } from '../../support/stories.ts'
import { openTeams, wordsIn } from './chat.ts'
import { words as short } from './journey.ts'

const words = shippedWords()
const staffed = Object.values(PATHWAYS).filter(({ role }) => role !== 'patient')
const asPrompt = (pathway: string) =>
  ({ pathway, question: { kind: 'choice' } }) as unknown as Parameters<typeof isForTeams>[0]

describe('a question that Teams may ask', () => {
  for (const { id, machine } of staffed.filter(({ id }) => isForTeams(asPrompt(id)))) {
    it(`quotes nothing of what a patient said about health: ${id}`, () => {
      const [name = ''] = id.split('@')
      const quoted = Object.keys(machine.states)
        .map((state) => `${name}/${state}`)
        .filter((content) => words.has(content))
        .flatMap((content) => words.get(content).slots)
        .filter((slot) => Object.hasOwn(FACTS, slot) && isClinical(slot as FactName))
      expect(quoted).to.deep.equal([])
    })
  }

  it('is none about pressure, a concern, consent, or the day itself', () => {
    const asked = staffed.map(({ id }) => id).filter((id) => isForTeams(asPrompt(id)))
    expect(asked).to.include.members(['capacity@1', 'gp-weighing@1'])
    for (const name of [
      ...['voluntariness-finding', 'concern-response', 'consent', 'reconfirmation'],
      ...['psychological', 'suitability', 'understanding-check'],
    ]) {
      expect(
        staffed.map(({ id }) => id),
        name,
      ).to.include(`${name}@1`)
      expect(asked, name).not.to.include(`${name}@1`)
    }
  })
})

describe('an answer given in Teams', () => {
  it('is on record as that of an account of Teams, never of a demo’s sign-in', async () => {
    const clinic = openClinic({ words: short })
    const teams = await openTeams(clinic.desk)
    try {
      const patient = await enquired(clinic)
      await refuseGp(patient)
      const chat = teams.chat()
      const home = await chat.say('hello')
      const { cards } = await chat.press(home.cards[0], 'Open')
      const asked = cards.find((card) => wordsIn(card).includes('any reason to doubt'))
      await chat.press(asked, 'No reason to doubt it')
      const page = await clinic.desk.records(performer, await patient.consultation())
      expect(page?.records.at(-1)).to.include({
        ...{ assurance: 'teams', channel: 'teams', who: 'Nadia Okafor' },
      })
      expect(page?.verified).to.equal(true)
    } finally {
      await teams.close()
    }
  })
})
