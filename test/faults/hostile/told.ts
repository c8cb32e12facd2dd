import { PATIENT } from '../../../adapters/programs/demo/replies.ts'
import { ENQUIRY } from '../../support/enquiry.ts'
import { Patient } from '../patient.ts'

/** Where a patient writes in their own words, as far as a first enquiry goes. */
export const FREE = ['enquiry/full-name', 'enquiry/safe-contact-details', 'enquiry/reason']

/** More questions than there are before the clinic has something to do. */
const MOST = 60

/** Somebody whose every free answer is this. `then`: until the clinic has something to do. */
export async function told(
  url: string,
  payloads: readonly string[],
  then = false,
): Promise<Patient> {
  const patient = new Patient(() => url, 'injects')
  await patient.begin()
  const say = async (value: object) => {
    const { status, text } = await patient.sendTo(url, await patient.next(value))
    if (status !== 200) throw new Error(`${JSON.stringify(value)}: ${status} ${text}`)
    patient.taken += 1
  }
  for (let n = 0; n < 11; n += 1) {
    const { id, content } = await patient.asked()
    const free = FREE.includes(content) ? { answer: payloads.join('\n') } : ENQUIRY[content]
    await say({ question: id, ...free })
  }
  for (let n = 0; then && n < MOST; n += 1) {
    const { id, content } = await patient.asked()
    const reply = PATIENT[content]
    if (!reply) break
    await say({ question: id, ...reply })
  }
  return patient
}
