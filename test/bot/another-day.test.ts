import { expect } from 'chai'
import { openClinic, type OpenClinic } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

/** Summer time: the day ends an hour before it does in Greenwich. */
const DAY = '2026-06-25'

const NOES = {
  'something has changed': ['something-changed', ['Antibiotics since Monday.'], 'not-today'],
  'not today, thank you': ['nothing-changed', 'no'],
} as const

describe('a no on the day of treatment', () => {
  for (const [no, said] of Object.entries(NOES)) {
    it(`stands for that day, to its last minute, and not a minute longer: ${no}`, async () => {
      const { clinic, id } = await onTheDay()
      await story.say(clinic, id, 'reconfirmation', ...said)
      for (const moment of [`${DAY}T09:30:00.000Z`, `${DAY}T22:59:00.000Z`]) {
        clinic.clocks.set(moment)
        expect(await askAgain(clinic, id), moment).to.deep.equal({
          ok: false,
          said: 'Not yet: not again today.',
        })
      }
      clinic.clocks.set(`${DAY}T23:00:00.000Z`)
      expect(await askAgain(clinic, id)).to.include({ ok: true })
      const [prompt] = (await clinic.desk.look(story.performer, id))?.prompts ?? []
      expect(prompt?.open).to.equal('reconfirmation#2')
    })
  }
})

const askAgain = ({ desk }: OpenClinic, id: string) =>
  desk.act(story.performer, id, { type: 'again', open: 'reconfirmation#1' })

async function onTheDay() {
  const clinic = openClinic({ at: '2026-06-10T09:00:00.000Z' })
  const patient = await story.enquired(clinic)
  const id = await patient.consultation()
  await story.refuseGp(patient)
  await story.answersAll(clinic, patient)
  await story.prepare(clinic, id, { ...story.PLAN, date: DAY })
  await story.assess(clinic, id)
  await story.reflect(clinic, id)
  await story.sign(clinic, id)
  await story.takeConsent(clinic, id)
  clinic.clocks.set(`${DAY}T09:00:00.000Z`)
  return { clinic, id }
}
