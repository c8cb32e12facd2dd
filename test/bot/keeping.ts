import { openClinic, type OpenClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

export const manager = staff('administrator')
export const lead = staff('safeguarding')
export const reason = 'A letter from a solicitor.'

type Given = Parameters<typeof openClinic>[0]

/** An enquiry that came to nothing, whose person may be erased when they ask. */
export async function enquiry(given: Given = {}) {
  const clinic = openClinic(given)
  const patient = await story.untilAge(clinic, '1990-04-03')
  const id = await patient.consultation()
  const keep = (act: unknown, by = manager) => clinic.desk.keep(by, id, act)
  const look = async (by = manager) => clinic.desk.keeping(by, id)
  return { clinic, patient, id, keep, look }
}

/** A consultation that has come so far. */
export async function told(upTo: (clinic: OpenClinic) => Promise<{ readonly id: string }>) {
  const clinic = openClinic()
  return { clinic, id: (await upTo(clinic)).id }
}

export const ASK = { type: 'ask-erasure', basis: 'asked-by-person' }
export const ERASE = { type: 'erase' }
