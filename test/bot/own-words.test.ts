import { expect } from 'chai'
import { openClinic, type PatientAt } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const CONFIRMED = {
  'pre-consultation/reason': 'reason-in-own-words',
  'pre-consultation/hope': 'hoped-for-outcome',
} as const

describe('what somebody said in their own words, to be confirmed', () => {
  for (const [content, name] of Object.entries(CONFIRMED)) {
    it(`is shown in the sitting in which it was said: ${content}`, async () => {
      const { clinic, patient, words } = await told(name)
      await story.answersAll(clinic, patient, {}, content)
      expect(await textOf(patient, content)).to.include(words)
    })

    it(`is not put on another screen, and can be confirmed there: ${content}`, async () => {
      const { clinic, id, words } = await told(name)
      const later = await story.comesBack(clinic, id)
      await story.answersAll(clinic, later, {}, content)
      const asked = await textOf(later, content)
      expect(asked).not.to.include(words)
      expect(asked).to.include('still so?')
      const all = (await clinic.sittings.activities(later.claim, 0)) ?? []
      expect(JSON.stringify(all)).not.to.include(words)
      await later.choose('still-so')
      expect((await later.question())?.content).not.to.equal(content)
    })
  }
})

/** A patient who told the enquiry, and has permission to give next. */
async function told(name: string) {
  const clinic = openClinic()
  const patient = await story.untilAge(clinic, '1990-04-03')
  await patient.answer('Sam Example')
  for (const choice of ['same', 'phone']) await patient.choose(choice)
  for (const words of ['020 7946 0999', 'Lines around my mouth.', 'To look less tired.']) {
    await patient.answer(words)
  }
  const id = await patient.consultation()
  await story.refuseGp(patient)
  const words = (await story.factOf(clinic, id, name)) ?? ''
  expect(words).to.have.length.above(3)
  return { clinic, patient, id, words }
}

async function textOf(patient: PatientAt, content: string): Promise<string> {
  const message = await patient.last()
  expect(message?.question?.content).to.equal(content)
  return message?.text ?? ''
}
