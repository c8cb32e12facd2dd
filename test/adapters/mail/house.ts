import { join } from 'node:path'
import type { MailSettings } from '../../../adapters/config/mail.ts'
import { mailOf } from '../../../adapters/programs/mail.ts'
import { answer, choose, type Replies } from '../../../adapters/programs/demo/autopilot.ts'
import { demoClinic, type OpenClinic, openClinic, shipped, staff } from '../../support/clinic.ts'
import * as story from '../../support/stories.ts'
import type { Place } from '../../../bot/ports.ts'
import { newFolder } from '../folder.ts'
import { CERTIFICATE, type Smtp } from './server.ts'

const EMAILS: Readonly<Record<string, string>> = {
  'nadia-okafor': 'nadia@clinic.example',
  'tomasz-brightwell': 'front-desk@clinic.example',
  'farida-lyle': 'safeguarding@clinic.example',
}

/** The demo's people, three of whom can be written to. */
const people = demoClinic.people.map((one) => {
  const email = EMAILS[one.id]
  return { ...one, ...(email && { email }) }
})

/** Mail as the program wires it, before a clinic in memory. */
export function mailFor(clinic: OpenClinic, { port }: Smtp, folder = newFolder(), shared?: Place) {
  const failed: string[] = []
  const mail: MailSettings = {
    ...{ host: 'localhost', port, tls: 'starttls', from: 'no-reply@clinic.example' },
  }
  const made = mailOf(
    {
      ...{ candour: clinic, clinic: { ...demoClinic, people }, words: shipped },
      ...{ clocks: clinic.clocks, ...(shared && { place: () => shared }) },
    },
    { data: folder, mail },
    {
      deskUrl: 'https://candour.clinic.example/desk',
      failed: ({ code, cause }) => void failed.push(`${code} ${cause}`),
    },
    { ca: CERTIFICATE, patience: 1_000 },
  )
  if (!made) throw new Error('there is no mail')
  return { ...made, failed, folder, ledger: join(folder, 'mail') }
}

export const HOUR = 3_600_000

/** Somebody with time to think, whose safe way is this one. */
export async function thinking(
  way: string,
  details?: string,
  clinic = openClinic(),
  inPrivate: Replies = {},
) {
  const invited = await clinic.desk.invite(staff('reception'), {
    ...{ name: 'Sam Canary', birthDate: '1990-04-03', safeContact: way },
    ...(details === undefined ? {} : { safeContactDetails: details }),
    ...{ treatmentClass: 'filler', treatmentName: 'Dermal filler' },
  })
  const id = invited.consultation ?? ''
  const claim = await clinic.sittings.redeem(invited.secret ?? '', 'widget')
  if (!claim) throw new Error(invited.said)
  const patient = story.at(clinic, claim)
  await patient.answer('1990-04-03')
  const same = { 'enquiry/safe-contact': choose(way), ...detailed(details), ...inPrivate }
  await story.answersAll(clinic, patient, same)
  await story.prepare(clinic, id)
  await story.assess(clinic, id)
  await story.answersAll(clinic, await story.comesBack(clinic, id), same)
  await story.decidesAll(clinic, id)
  const { content } = (await (await story.comesBack(clinic, id)).question()) ?? {}
  if (content !== 'cooling-off/thinking') throw new Error(`is asked ${content ?? 'nothing'}`)
  return { clinic, id }
}

const detailed = (details: string | undefined) =>
  details === undefined ? {} : { 'enquiry/safe-contact-details': answer(details) }

/** So that the reminder of somebody who thinks is due. */
export async function aWeekLater(clinic: OpenClinic): Promise<void> {
  story.wait(clinic, 7 * 24)
  await clinic.round()
}

/** A consultation that needs a practitioner from now on. */
export async function somethingWaits(clinic: OpenClinic): Promise<string> {
  const patient = await story.enquired(clinic)
  await story.refuseGp(patient)
  return patient.consultation()
}
