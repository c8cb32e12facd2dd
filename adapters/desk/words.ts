import type { QueueItem } from '../../bot/views/desk.ts'
import type { Actor, ConsultationState, FactValue, Role } from '../../machines/contract.ts'
import { html, type Markup } from './html.ts'

export const ROLES: Readonly<Record<Role, string>> = {
  patient: 'Patient',
  practitioner: 'Practitioner',
  performer: 'Performer',
  supervisor: 'Supervisor',
  prescriber: 'Prescriber',
  reception: 'Reception',
  safeguarding: 'Safeguarding lead',
  auditor: 'Auditor',
  administrator: 'Administrator',
  system: 'Candour',
}

/** What a role is for, in the few words that fit beside a button. */
export const PARTS: Readonly<Record<Role, string>> = {
  patient: 'The person whose decision it is',
  practitioner: 'Answers prompts, weighs and plans',
  performer: 'Does the treatment and takes consent',
  supervisor: 'Oversees the performer',
  prescriber: 'Examines and prescribes in person',
  reception: 'Invites, links and calls back; sees no answers about health',
  safeguarding: 'Responds to concerns',
  auditor: 'Reads the record, changes nothing',
  administrator: 'Looks after people and settings',
  system: 'Keeps time',
}

export const KINDS: Readonly<Record<QueueItem['kind'], string>> = {
  'help-now': 'Help now',
  stopped: 'Stopped',
  withdrawn: 'Withdrawn',
  'refused-for-age': 'Too young',
  declined: 'Declined',
  'young-person': 'Young person',
  'person-wanted': 'Wants a person',
  question: 'Question',
  'after-treatment': 'After a treatment',
  prompt: 'For a decision',
  gate: 'Next step',
  'date-differs': 'Dates differ',
  reminder: 'Reminder',
  'new-enquiry': 'New enquiry',
  'opened-in-emergency': 'Opened in an emergency',
  keeping: 'Keeping records',
}

/** What a consultation is kept as. */
export const KEPT: Readonly<Record<string, string>> = {
  consented: 'Consent was given',
  declined: 'Declined by the clinic',
  withdrawn: 'The patient withdrew',
  'not-gone-ahead': 'No consent so far',
  'enquiry-only': 'An enquiry only',
  'refused-under-age': 'Refused for age',
  'staff-check': 'A check that somebody of the clinic made',
}

/** Why somebody may be erased. */
export const BASES: Readonly<Record<string, string>> = {
  'asked-by-person': 'The person asks for it',
  'past-its-time': 'Its time is over',
  'kept-in-error': 'It should never have been kept',
  ordered: 'A court or the regulator orders it',
}

export const COPIES: Readonly<Record<string, string>> = {
  access: 'A copy of everything they may have',
  pack: 'An evidence pack',
  receipt: 'A receipt',
  summary: 'A summary of the discussion',
}

export const STATES: Readonly<Record<ConsultationState, string>> = {
  active: 'Active',
  paused: 'Paused',
  withdrawn: 'Withdrawn',
  refused: 'Refused',
  ended: 'Ended',
}

export const TREATMENTS: Readonly<Record<FactValue<'treatment-class'>, string>> = {
  toxin: 'Botulinum toxin',
  filler: 'Dermal filler',
  laser: 'Laser or light',
  peel: 'Chemical peel',
  microneedling: 'Microneedling',
  other: 'Something else',
}

/** How we know who acted, and no more than we know. */
export const ASSURANCES: Readonly<Record<string, string>> = {
  none: 'identity not known',
  link: 'came by a link',
  'link-and-birth-date': 'came by a link and gave the date of birth',
  'room-link': 'came by the code shown in the room',
  'room-link-and-birth-date': 'came by the code shown in the room, and gave the date of birth',
  openid: 'signed in with the clinic’s account',
  teams: 'signed in to Microsoft Teams',
  'demo-sign-in': 'demo sign-in, no password',
  system: 'by itself',
} satisfies Record<Actor['assurance'], string>

export const SAFE_CONTACTS: Readonly<Record<FactValue<'safe-contact'>, string>> = {
  phone: 'Phone call',
  text: 'Text message',
  email: 'Email',
  post: 'Post',
  'at-the-clinic-only': 'At the clinic only',
}

export const DOCUMENTS: Readonly<Record<FactValue<'age-document'>, string>> = {
  passport: 'Passport',
  'driving-licence': 'Driving licence',
  'pass-card': 'PASS card',
  'other-photo-document': 'Another document with a photo',
}

export const IDENTIFIERS: Readonly<Record<string, string>> = {
  'full-name': 'Full name',
  'date-of-birth': 'Date of birth',
  phone: 'Phone number',
  email: 'Email address',
  address: 'Postal address',
  'photo-document': 'A document with a photo',
}

/** `gp-contact@1` reads *GP contact*. */
export function named(id: string): string {
  const words = id
    .replace(/[@#]\d+/g, '')
    .replace(/(?<!^pre)-/g, ' ')
    .replace(/\b(gp|id|ico|bdd|dbs)\b/gi, (letters) => letters.toUpperCase())
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const DAY = /^\d{4}-\d\d-\d\d$/
const moments = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'medium',
  timeStyle: 'short',
})
const days = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' })

/** A moment or a day as people write it; any other text stays as it is. */
export function spoken(text: string): string {
  const at = Date.parse(text)
  if (Number.isNaN(at)) return text
  if (DAY.test(text)) return days.format(at)
  return MOMENT.test(text) ? moments.format(at) : text
}

const hours = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' })
const fullDays = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'full' })

/** `14:05`, as the clock at the clinic had it. */
export const clockTime = (at: string): string => hours.format(Date.parse(at))
/** `Saturday, 21 November 2026`. */
export const dayName = (at: string): string => fullDays.format(Date.parse(at))

export function when(text: string): Markup {
  const shown = spoken(text)
  return shown === text ? html`${text}` : html`<time datetime="${text}">${shown}</time>`
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** `10 minutes`: how long something has waited. */
export function age(since: string, now: string): string {
  const passed = Date.parse(now) - Date.parse(since)
  const unit = UNITS.find(([, length]) => passed >= length)
  if (!unit) return 'less than a minute'
  const count = Math.floor(passed / unit[1])
  return `${count} ${unit[0]}${count === 1 ? '' : 's'}`
}

/** Two letters at most, for a badge beside a name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => (word ?? '').slice(0, 1).toUpperCase()).join('')
}

/** What the patient chose as safe is what is done, and nothing else. */
export const WRITTEN_WAYS = {
  'on-paper-at-the-clinic': 'They want this on paper: print it and put it in their hand.',
  'by-email': 'They want this by email, to the address that they gave as safe, and to no other.',
  'read-here-only': 'They want to read this in their chat only: do not print, send or post it.',
} as const

/** What the patient said last of the summary; what they told of the written pack is another matter. */
export const SUMMARY_WAYS = {
  'on-paper-at-the-clinic': 'They want this on paper: print it and put it in their hand.',
  'by-email': 'They want this by email, to the address that they gave as safe, and to no other.',
  'show-it-here': 'They chose to see this on their own screen. Print it only if they ask you to.',
  unasked:
    'Ask them first where it is safe to have this. Put it in their hand, and post it to nobody.',
} as const
