import { type OpenClinic, patientAt, type PatientAt } from '../support/clinic.ts'
import * as story from '../support/stories.ts'
import { isoInLondon } from './london.ts'

type Beginning = (clinic: OpenClinic) => Promise<PatientAt>
/** What happens next; answers the patient anew when they came back on another device. */
type Step = (clinic: OpenClinic, patient: PatientAt) => Promise<unknown>

const after =
  (prepare: Beginning, ...steps: readonly Step[]): Beginning =>
  async (clinic) => {
    let patient = await prepare(clinic)
    for (const step of steps) {
      const next = await step(clinic, patient)
      if (isPatient(next)) patient = next
    }
    return patient
  }

const isPatient = (one: unknown): one is PatientAt =>
  typeof one === 'object' && one !== null && 'claim' in one && 'question' in one

const refuseGp: Step = (_, patient) => story.refuseGp(patient)
const allowGp: Step = (_, patient) => story.allowGp(patient)
const answers: Step = (clinic, patient) => story.answersAll(clinic, patient)
const until =
  (content: string): Step =>
  (clinic, patient) =>
    story.answersAll(clinic, patient, {}, content)

/** A step of the clinic's, which needs to know whose consultation it is. */
const at =
  (step: (clinic: OpenClinic, id: string) => Promise<unknown>): Step =>
  async (clinic, patient) => {
    const id = await patient.consultation()
    // A sitting that is over knows no consultation any more.
    return step(clinic, id || ((await clinic.store.consultations('demo'))[0]?.id ?? ''))
  }

const prepare = at((clinic, id) => story.prepare(clinic, id))
const SUPERVISOR = { id: 'imogen-achterberg', name: 'Dr Imogen Achterberg' }
const prepareWithSupervisor = at(async (clinic, id) => {
  await story.prepare(clinic, id, { ...story.PLAN, supervisor: SUPERVISOR.id })
  const { id: to, name } = SUPERVISOR
  await story.doAct(clinic, id, { type: 'assign', role: 'supervisor', to, name })
})
const assess = at((clinic, id) => story.assess(clinic, id))
const back = at((clinic, id) => story.comesBack(clinic, id))
const decides = at((clinic, id) => story.decidesAll(clinic, id))
const signs = at((clinic, id) => story.sign(clinic, id))
const takesConsent = at((clinic, id) => story.takeConsent(clinic, id))
const reflects = at((clinic, id) => story.reflect(clinic, id))

const dayOfTreatment: Step = async (clinic) => {
  clinic.clocks.set(isoInLondon(`${story.PLAN.date} 10:00`))
  await clinic.round()
}

const atTheHealthQuestions = after(story.enquired, refuseGp)
const told = after(atTheHealthQuestions, answers)
const atTheConsultation = after(told, prepare)
const atFees = after(atTheConsultation, assess, back)
const withThePack = after(atFees, answers, decides, back)
const erased = at((clinic, id) => story.erase(clinic, id))
/** Half a year later, about something else, as far as the questions about health. */
const returns: Step = async (clinic, patient) => {
  const [first] = await clinic.store.consultations('demo')
  await clinic.sittings.end(patient.claim)
  clinic.clocks.set(isoInLondon('2026-09-01 10:00'))
  const returning = await story.invitedAgain(clinic, first?.id ?? '')
  await returning.answer('1990-04-03')
  await story.answersAll(clinic, returning, {}, 'gp-contact/permission')
  await story.refuseGp(returning)
  return returning
}
const readyToSign = after(atTheConsultation, assess, reflects)
const signed = after(readyToSign, signs)
const consented = after(signed, takesConsent)
const onTheDay = after(consented, dayOfTreatment, back)

async function seventeen(clinic: OpenClinic): Promise<PatientAt> {
  const patient = await story.untilAge(clinic, '2008-12-01')
  await patient.answer('My skin.')
  await patient.answer('Alex Example')
  await patient.choose('same')
  await patient.choose('phone')
  await patient.answer('020 7946 0998')
  return patient
}

/** What may have happened before a transcript begins, in words. */
export const beginnings: Readonly<Record<string, Beginning>> = {
  'a new visitor': async (clinic) => patientAt(clinic),
  'nobody is here but the clinic': async (clinic) => patientAt(clinic),
  'somebody who is asked for a date of birth': (clinic) => story.enquire(clinic, story.WELCOME),
  'somebody of 17 who told the named person': seventeen,
  'an adult at the GP question': (clinic) => story.enquired(clinic),
  'an adult who refused GP contact': after(story.enquired, refuseGp),
  'an adult who agreed to GP contact': after(story.enquired, allowGp),
  'an adult at the health questions': atTheHealthQuestions,
  'an adult who is asked who is there': after(atTheHealthQuestions, until('voluntariness/company')),
  'an adult who told everything': told,
  'somebody who told everything before, and comes about something else': after(told, returns),
  'somebody whose earlier consultation was erased, and who comes about something else': after(
    told,
    ...[erased, returns],
  ),
  'an adult at the consultation': atTheConsultation,
  'an adult at the consultation, whose GP may be asked': after(
    story.enquired,
    ...[allowGp, answers, prepare],
  ),
  'an adult at fees': atFees,
  'an adult at information': after(atFees, until('information/want-to-know')),
  'an adult about to be given the pack': after(atFees, until('information/pack')),
  'an adult at teach-back': after(atFees, until('teach-back/what-will-be-done')),
  'an adult with time to think': withThePack,
  'an adult ready to sign': readyToSign,
  'an adult ready to sign, where Dr Imogen Achterberg supervises': after(
    told,
    ...[prepareWithSupervisor, assess, reflects],
  ),
  'an adult who signed': signed,
  'an adult who consented': consented,
  'an adult on the day': onTheDay,
  'an adult after treatment': after(onTheDay, decides, back),
}
