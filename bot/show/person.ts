import type { Actor, Consultation, FactValue } from '../../machines/contract.ts'
import type { CaseView } from '../views/desk.ts'
import { values } from '../work.ts'
import type { Words } from '../words.ts'
import { readsClinical, saidInEnquiry } from './who.ts'
import { helpNeeded } from './words.ts'

export interface Contact {
  readonly way: FactValue<'safe-contact'>
  readonly details?: string
}

const WAYS: Readonly<Record<Contact['way'], string>> = {
  phone: 'Phone call',
  text: 'Text message',
  email: 'Email',
  post: 'Post',
  'at-the-clinic-only': 'At the clinic only',
}

/** The safe way that the patient named, also when the rest of the enquiry is still to come. */
export function contactOf(now: Consultation): Contact | undefined {
  const { 'safe-contact': way, 'safe-contact-details': details } = values(now.facts)
  if (way) return { way, ...(details ? { details } : {}) }
  const event = saidInEnquiry(now, 'safe-contact')?.event
  const said = saidInEnquiry(now, 'safe-contact-details')?.value
  if (event === 'at-the-clinic-only') return { way: event }
  // A way without its number or address is none yet.
  if (!event || !isWay(event) || typeof said !== 'string') return undefined
  return { way: event, details: said }
}

const isWay = (event: string): event is Contact['way'] => Object.hasOwn(WAYS, event)

export function contactInWords({ way, details }: Contact): string {
  return details === undefined ? WAYS[way] : `${WAYS[way]}, ${details}`
}

/** Whoever is to be met, and how. */
export function personOf(words: Words, now: Consultation, viewer: Actor): CaseView['person'] {
  const { 'full-name': name, 'called-by': called, 'date-of-birth': birth } = values(now.facts)
  const contact = contactOf(now)
  return {
    id: now.person,
    ...(name ? { name } : {}),
    ...(called ? { calledBy: called } : {}),
    ...(birth ? { birthDate: birth } : {}),
    ...(contact ? { safeContact: contactInWords(contact) } : {}),
    ...(contact?.way === 'at-the-clinic-only' ? { onlyAtClinic: true } : {}),
    needs: needsOf(words, now, viewer),
  }
}

/** What was chosen is for everybody who greets them; more about it may be about health. */
function needsOf(words: Words, now: Consultation, viewer: Actor): readonly string[] {
  const { 'help-needed': chosen = [], 'help-details': more } = values(now.facts)
  const details = more !== undefined && readsClinical(viewer) ? [`“${more}”`] : []
  const reads = now.language && words.in(now.language).catalogue.ui['language-name']
  return [...helpNeeded(words, chosen), ...details, ...(reads ? [`To read in ${reads}`] : [])]
}

const INTERPRETERS = ['interpreter', 'bsl-interpreter'] as const

export function wantsInterpreter({ facts }: Consultation): boolean {
  const { 'help-needed': chosen = [] } = values(facts)
  return INTERPRETERS.some((one) => chosen.includes(one))
}
