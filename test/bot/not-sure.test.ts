import { expect } from 'chai'
import { heard, isHeardIn } from '../../bot/heard.ts'
import { openClinic, patientAt, shipped } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const SAID = [
  'idk',
  'dunno',
  'i dont know',
  'I don’t know.',
  'not really sure',
  'idk 🤷',
  'not sure?',
]
const { catalogue } = shipped
const isUnsure = (said: string) => isHeardIn(catalogue.lexicon['not-sure'], heard(said))

/** What each question offers to somebody who is not sure. */
const OFFERED = {
  'aftercare/coming-back': 'i-do-not-know',
  'aftercare/tell-gp': 'not-sure',
  'enquiry/hoped-for': 'not-sure-yet',
  'gp-contact/permission': 'not-sure',
  'gp-contact/practice': 'do-not-remember',
  'pre-consultation/earlier-here': 'tell-again',
  'teach-back/what-could-go-wrong': 'tell-me-again',
  'teach-back/what-else': 'tell-me-again',
  'teach-back/what-will-be-done': 'tell-me-again',
  'voluntariness/company': 'rather-not-say',
  'voluntariness/pressed': 'not-sure',
}

describe('not sure', () => {
  it('is offered once by a question, and by these', () => {
    const found = catalogue.ids().flatMap((id) => {
      const { audience, choices } = catalogue.get(id)
      if (audience === 'staff') return []
      return Object.entries(choices).flatMap(([choice, { label, also = [] }]) =>
        [label, ...also].some(isUnsure) ? [[id, choice]] : [],
      )
    })
    expect(found).to.deep.equal(Object.entries(OFFERED))
  })

  it('is known in every way that a question lists', () => {
    const like = /^(?!no, ).*\b(unsure|not sure|(do not|don't|dont) know|no idea)\b/
    for (const id of Object.keys(OFFERED)) {
      const all = Object.values(catalogue.get(id).choices).flatMap(({ label, also = [] }) =>
        [label.toLowerCase(), ...also].filter((one) => like.test(one)),
      )
      for (const said of all) expect(isUnsure(said), `${id}: ${said}`).to.equal(true)
    }
  })

  for (const said of SAID) {
    it(`is no hope in somebody’s own words, beside the field or in it: ${said}`, async () => {
      for (const way of ['say', 'answer'] as const) {
        const clinic = openClinic()
        const patient = await story.untilAge(clinic, '1990-04-03')
        await story.answersAll(clinic, patient, {}, 'enquiry/hoped-for')
        await patient[way](said)
        expect((await patient.question())?.content).to.equal('gp-contact/permission')
        const id = await patient.consultation()
        expect(await story.factOf(clinic, id, 'hoped-for-outcome')).to.equal(undefined)
      }
    })
  }

  it('is no permission', async () => {
    for (const said of SAID) {
      const patient = await story.enquired(openClinic())
      await patient.say(said)
      expect((await patient.question())?.content, said).to.equal('gp-contact/explained')
    }
  })

  it('is not what somebody has understood: they are told again', async () => {
    const patient = await atTeachBack()
    await patient.answer('idk')
    expect((await patient.question())?.content).not.to.match(/^teach-back/)
  })

  it('is understood as the same choice in Welsh, whose words need not list it', async () => {
    for (const said of ['dim syniad', 'Dwi ddim yn gwybod', 'idk']) {
      const clinic = openClinic()
      const patient = patientAt(clinic)
      await patient.send({ value: { language: 'cy-GB' } })
      await story.answersAll(clinic, patient, {}, 'voluntariness/company')
      await patient.say(said)
      const content = (await patient.question())?.content
      expect(content, said).not.to.be.oneOf(['consultation/pass-on', 'voluntariness/company'])
    }
  })

  it('in a longer sentence is somebody’s own words', async () => {
    const patient = await atTeachBack()
    await patient.answer('A laser, but I am not sure how hot it gets.')
    expect((await patient.question())?.content).to.equal('teach-back/what-could-go-wrong')
  })
})

async function atTeachBack() {
  const clinic = openClinic()
  const first = await story.enquired(clinic)
  const id = await first.consultation()
  await story.refuseGp(first)
  await story.answersAll(clinic, first)
  await story.prepare(clinic, id)
  await story.assess(clinic, id)
  const patient = await story.comesBack(clinic, id)
  await story.answersAll(clinic, patient, {}, 'teach-back/what-will-be-done')
  expect((await patient.question())?.content).to.equal('teach-back/what-will-be-done')
  return patient
}
