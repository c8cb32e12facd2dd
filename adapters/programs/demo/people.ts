import type { Actor } from '../../../machines/commands.ts'
import { type Day, dayOf, type Instant } from '../../../machines/time.ts'
import type { Claim, Desk, Sittings } from '../../../bot/ports.ts'
import type { Clinic } from '../../../content/clinic.ts'
import {
  answer,
  choose,
  colleague,
  patientAnswers,
  type Replies,
  staffAnswer,
  take,
} from './autopilot.ts'
import { PATIENT, PRACTITIONER } from './replies.ts'

/** What a demo is filled through: the same doors that everybody comes by. */
export interface Doors {
  readonly sittings: Sittings
  readonly desk: Desk
  readonly clinic: Pick<Clinic, 'people' | 'premises'>
  readonly now: Instant
}

interface Invited {
  readonly id: string
  readonly claim: Claim
  readonly replies: Replies
}

/** Eight made-up people in different stages, each led there by the real engine. */
export async function fillDemo(doors: Doors): Promise<void> {
  const from = await invited(doors, 'Robin Made-up', '1988-02-11')
  await answers(doors, from, 'enquiry/reason')

  const gp = await invited(doors, 'Jo Invented', '1979-09-30')
  await answers(doors, gp, 'gp-contact/permission')
  await says(doors, gp, 'q', { text: 'Will it hurt?' })
  await answers(doors, gp, 'gp-contact/permission')

  const young = await invited(doors, 'Mo Pretend', bornYearsAgo(doors.now, 17), LASER)
  await answers(doors, young)

  const worried = await invited(doors, 'Kit Example', '1966-12-05')
  await answers(doors, worried, 'pre-consultation/conditions')
  await says(doors, worried, 'p', { value: { command: 'ask-for-a-person' } })

  const stopped = await invited(doors, 'Lee Sample', '1995-06-17')
  await answers(doors, stopped, 'pre-consultation/skin')
  await says(doors, stopped, 's', { value: { command: 'stop' } })
  await answers(doors, stopped)

  const pressed = await invited(doors, 'Dana Placeholder', '1999-01-23')
  await answers({ ...doors }, { ...pressed, replies: { ...pressed.replies, ...PRESSED } })

  await answers(doors, await invited(doors, 'Alex Nobody', '1983-04-08'))

  await thinks(doors, await invited(doors, 'Sal Fictional', '1972-10-19'))
}

const FILLER = { treatmentClass: 'filler', treatmentName: 'Dermal filler' }
const LASER = { treatmentClass: 'laser', treatmentName: 'Laser hair removal' }
const PRESSED = { 'voluntariness/pressed': answer('yes') }

async function invited(
  { desk, sittings, clinic }: Doors,
  name: string,
  birthDate: string,
  treatment = FILLER,
): Promise<Invited> {
  const by = colleague(clinic.people, 'reception')
  const given = { name, birthDate, ...treatment }
  const { secret = '', consultation = '', said } = await desk.invite(by, given)
  const claim = await sittings.redeem(secret, 'widget')
  if (!claim) throw new Error(`${name} was not invited: ${said}`)
  const replies = {
    ...PATIENT,
    'consultation/door-birth-date': answer(birthDate),
    'enquiry/full-name': answer(name),
    'consultation/pass-on': choose('pass-on'),
    'consultation/stopping': choose('i-do-not-want-this'),
  }
  return { id: consultation, claim, replies }
}

async function answers({ sittings }: Doors, who: Invited, until?: string): Promise<void> {
  await patientAnswers(sittings, who.claim, who.replies, until)
}

async function says(
  { sittings }: Doors,
  { claim }: Invited,
  key: string,
  message: object,
): Promise<void> {
  const taken = await sittings.take(claim, { key: `demo-${key}`, ...message })
  if (!taken.ok) throw new Error(taken.why)
}

/** Assessed in person, told, and thinking it over. */
async function thinks(doors: Doors, who: Invited): Promise<void> {
  const { desk, clinic } = doors
  const by = colleague(clinic.people, 'performer')
  await answers(doors, who)
  const { id, name = '' } = by
  await take(desk, by, who.id, { type: 'assign', role: 'performer', to: id, name })
  await take(desk, by, who.id, { type: 'plan', plan: planFor(doors, by) })
  const view = await desk.look(by, who.id)
  const gates = view?.gates.filter(({ awaits, met }) => awaits && !met).map(({ gate }) => gate)
  await take(desk, by, who.id, { type: 'stand-in', gates })
  await staffAnswer(desk, by, who.id, PRACTITIONER)
  await answers(doors, who)
  await staffAnswer(desk, by, who.id, PRACTITIONER)
}

function planFor({ clinic, now }: Doors, { id }: Actor) {
  const later = new Date(Date.parse(now) + 30 * 86_400_000).toISOString() as Instant
  return {
    ...{ performer: id, premises: clinic.premises[0]?.id, product: 'A filler' },
    date: dayOf(later),
  }
}

function bornYearsAgo(now: Instant, years: number): Day {
  const [year = '', ...rest] = dayOf(now).split('-')
  const monthAndDay = rest.join('-') === '02-29' ? '02-28' : rest.join('-')
  return `${Number(year) - years}-${monthAndDay}` as Day
}
