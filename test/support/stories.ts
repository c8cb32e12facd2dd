import {
  patientAnswers,
  type Replies,
  staffAnswer,
} from '../../adapters/programs/demo/autopilot.ts'
import { PATIENT, PRACTITIONER } from '../../adapters/programs/demo/replies.ts'
import { decide, type OpenClinic, patientAt, type PatientAt, staff } from './clinic.ts'

/** The performer of every story, who is also the practitioner. */
export const performer = staff('performer')

export const WELCOME = ['go-on', 'understood', 'no-help-needed']

/** A new patient who makes these choices. */
export async function enquire(clinic: OpenClinic, choices: readonly string[]): Promise<PatientAt> {
  const patient = patientAt(clinic)
  for (const choice of choices) await patient.choose(choice)
  return patient
}

export async function untilAge(clinic: OpenClinic, birth: string): Promise<PatientAt> {
  const patient = await enquire(clinic, WELCOME)
  await patient.answer(birth)
  await patient.choose('right')
  return patient
}

/** An adult who has told everything of the enquiry. */
export async function enquired(clinic: OpenClinic, birth = '1990-04-03'): Promise<PatientAt> {
  const patient = await untilAge(clinic, birth)
  await patient.answer('Sam Example')
  await patient.choose('same')
  await patient.choose('phone')
  await patient.answer('020 7946 0999')
  await patient.answer('I would like to talk about lines around my mouth.')
  await patient.choose('not-sure-yet')
  return patient
}

export async function refuseGp(patient: PatientAt): Promise<void> {
  for (const choice of ['no', 'rather-not-say', 'still-no']) await patient.choose(choice)
}

export async function allowGp(patient: PatientAt): Promise<void> {
  await patient.choose('yes')
  await patient.answer('Mill Lane Surgery')
}

/** Answers everything that is asked of a patient now, or until that content is asked. */
export function answersAll(
  { sittings }: OpenClinic,
  { claim }: PatientAt,
  other: Replies = {},
  until?: string,
) {
  return patientAnswers(sittings, claim, { ...PATIENT, ...other }, until)
}

/** Answers everything that the desk asks of the performer. */
export function decidesAll({ desk }: OpenClinic, id: string, other: Replies = {}, until?: string) {
  return staffAnswer(desk, performer, id, { ...PRACTITIONER, ...other }, until)
}

/** The patient is back, on whatever device, after whatever time. */
export async function comesBack(clinic: OpenClinic, id: string, birth = '1990-04-03') {
  const link = await clinic.desk.makeLink(performer, id, 'continue')
  const claim = await clinic.sittings.redeem(link.secret ?? '', 'widget')
  if (!claim) throw new Error(`no link: ${link.said}`)
  const patient = patientAt(clinic, claim)
  await patient.answer(birth)
  return patient
}

/** What the filler's own data asks for, in hours. */
const LONGEST = 168

export function wait(clinic: OpenClinic, hours: number): void {
  clinic.clocks.set(new Date(Date.parse(clinic.clocks.wall()) + hours * 3_600_000).toISOString())
}

/** Takes a desk act and fails when it was refused. */
export async function doAct(clinic: OpenClinic, id: string, act: unknown, by = performer) {
  const done = await clinic.desk.act(by, id, act)
  if (!done.ok) throw new Error(done.said)
}

export async function say(
  clinic: OpenClinic,
  id: string,
  pathway: string,
  ...events: readonly (string | readonly [value: unknown])[]
) {
  for (const event of events) {
    const done =
      typeof event === 'string'
        ? await decide(clinic, id, performer, pathway, event)
        : await decide(clinic, id, performer, pathway, 'answered', event[0])
    if (!done.ok) throw new Error(`${pathway} ${JSON.stringify(event)}: ${done.said}`)
  }
}

/** Opened gates of pathways that are not built yet, up to consent. */
export async function standIn(clinic: OpenClinic, id: string, by = performer) {
  const view = await clinic.desk.look(by, id)
  const closed = view?.gates.filter(({ awaits, met }) => awaits && !met)
  const gates = closed?.map(({ gate }) => gate) ?? []
  await doAct(clinic, id, { type: 'stand-in', gates }, by)
}

export const PLAN = {
  ...{ performer: performer.id, premises: 'larkfield-main', product: 'Filler' },
  date: '2026-12-01',
}

/** Assigned, proposed, planned; every gate stood in for that a demo may. */
export async function prepare(
  clinic: OpenClinic,
  id: string,
  plan: object = PLAN,
  kind = 'filler',
) {
  await doAct(clinic, id, {
    type: 'assign',
    role: 'performer',
    to: performer.id,
    name: performer.name,
  })
  const name = clinic.parts.words.treatments.find((one) => one.class === kind)?.name
  await doAct(clinic, id, { type: 'propose', class: kind, name })
  await doAct(clinic, id, { type: 'plan', plan })
  await standIn(clinic, id)
}

/** The whole consultation in person, with what the performer finds otherwise. */
export async function assess(clinic: OpenClinic, id: string, other: Replies = {}) {
  await decidesAll(clinic, id, other)
}

/** Information, teach-back and time to think, to the brink of consent. */
export async function reflect(clinic: OpenClinic, id: string, birth?: string) {
  const told = await comesBack(clinic, id, birth)
  await answersAll(clinic, told)
  await decidesAll(clinic, id)
  wait(clinic, LONGEST)
  const thought = await comesBack(clinic, id, birth)
  await answersAll(clinic, thought)
  return thought
}

/** An adult who refused GP contact, with nothing in the way of signing. */
export async function readyToSign(clinic: OpenClinic, birth?: string) {
  const patient = await enquired(clinic, birth)
  const id = await patient.consultation()
  await refuseGp(patient)
  await answersAll(clinic, patient)
  await prepare(clinic, id)
  await assess(clinic, id)
  return { id, patient: await reflect(clinic, id, birth) }
}

export const checkAge = (clinic: OpenClinic, id: string) =>
  say(clinic, id, 'age-check', 'passport', 'matches')

/** GP contact refused or granted, and not needed: adequate history from elsewhere. */
export const weighUnneeded = (clinic: OpenClinic, id: string) =>
  say(
    ...([
      clinic,
      id,
      'gp-weighing',
      'not-needed',
      ['Nothing calls for it.'],
      'none-found',
    ] as const),
    ...(['adequate', ['Repeat slip and boxes seen.']] as const),
  )

/** The patient's own device, opened with the code that the performer shows. */
export async function openRoom(clinic: OpenClinic, id: string, birth = '1990-04-03') {
  const link = await clinic.desk.makeLink(performer, id, 'sign')
  const claim = await clinic.sittings.redeem(link.secret ?? '', 'widget')
  if (!claim) throw new Error(`no link: ${link.said}`)
  const room = patientAt(clinic, claim)
  await room.answer(birth)
  return room
}

/** Signs in the room, on a device of the patient's own. */
export async function sign(
  clinic: OpenClinic,
  id: string,
  birth = '1990-04-03',
): Promise<PatientAt> {
  const room = await openRoom(clinic, id, birth)
  await room.choose('i-agree-with-this')
  await room.choose('go-on')
  await room.answer({ name: 'Sam Example', agreed: true })
  return room
}

export const takeConsent = (clinic: OpenClinic, id: string) =>
  say(clinic, id, 'consent', 'yes', 'checked', 'yes', 'take-consent')

/** The whole thread, to a recorded consent. */
export async function consented(clinic: OpenClinic, birth?: string) {
  const { id, patient } = await readyToSign(clinic, birth)
  const room = await sign(clinic, id, birth)
  await takeConsent(clinic, id)
  return { id, patient, room }
}

export async function factOf(clinic: OpenClinic, id: string, name: string) {
  const view = await clinic.desk.look(performer, id)
  return view?.facts.find((fact) => fact.name === name)?.value
}

export async function stageOf(clinic: OpenClinic, id: string) {
  const view = await clinic.desk.look(performer, id)
  return view?.stage
}

/** The front desk invites somebody the clinic knows, about something else; they are at the door. */
export async function invitedAgain(clinic: OpenClinic, knownFrom: string) {
  const invited = await clinic.desk.invite(staff('reception'), {
    ...{ knownFrom, treatmentClass: 'laser', treatmentName: 'Laser hair removal' },
    ...{ safeContact: 'email', safeContactDetails: 'sam@example.org' },
  })
  const claim = await clinic.sittings.redeem(invited.secret ?? '', 'widget')
  if (!claim) throw new Error(`no link: ${invited.said}`)
  return patientAt(clinic, claim)
}

/** The keys of that consultation are destroyed, as erasure leaves it. */
export async function erase({ parts: { keys, store } }: OpenClinic, id: string): Promise<void> {
  const gone = new Set((await store.load(id)).map(({ sealed }) => sealed.key))
  const find = keys.find.bind(keys)
  Object.assign(keys, { find: async (key: string) => (gone.has(key) ? undefined : find(key)) })
}

export { patientAt as at }
