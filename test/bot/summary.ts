import type { SummaryPage } from '../../bot/views/summary.ts'
import { type OpenClinic, type PatientAt, shipped } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

/** Asks for it, and says how. */
export async function wants(patient: PatientAt, way: string) {
  await patient.send({ value: { command: 'summary' } })
  return patient.choose(way)
}

/** Somebody known by their date of birth, before whom the summary is. */
export async function shown(clinic: OpenClinic, id: string): Promise<SummaryPage> {
  const patient = await story.comesBack(clinic, id)
  await wants(patient, 'show-it-here')
  const page = await clinic.sittings.summary(patient.claim)
  if (!page) throw new Error('there is no summary')
  return page
}

export const titled = (page: SummaryPage, key: string) => {
  const title = shipped.catalogue.ui[key]
  return JSON.stringify(page.sections.find((one) => one.title === title))
}
