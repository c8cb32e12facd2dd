import { type OpenClinic, patientAt, type PatientAt } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

type Beginning = (clinic: OpenClinic) => Promise<PatientAt>

const after =
  (
    prepare: Beginning,
    ...steps: readonly ((clinic: OpenClinic, patient: PatientAt) => Promise<unknown>)[]
  ): Beginning =>
  async (clinic) => {
    const patient = await prepare(clinic)
    for (const step of steps) await step(clinic, patient)
    return patient
  }

/** What may have happened before a transcript begins, in words. */
export const beginnings: Readonly<Record<string, Beginning>> = {
  'a new visitor': async (clinic) => patientAt(clinic),
  'somebody who is asked for a date of birth': (clinic) => story.enquire(clinic, story.WELCOME),
  'an adult at the GP question': (clinic) => story.enquired(clinic),
  'an adult who refused GP contact': after(story.enquired, (_, patient) => story.refuseGp(patient)),
  'an adult who agreed to GP contact': after(story.enquired, (_, patient) =>
    story.allowGp(patient),
  ),
}
