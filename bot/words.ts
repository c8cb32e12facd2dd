import type { Catalogue } from '../content/catalogue.ts'
import type { Clinic } from '../content/clinic.ts'
import { treatmentNamed, treatmentSlots } from '../content/treatment-slots.ts'
import type { Treatment } from '../content/treatment.ts'
import { fill } from '../content/ui.ts'
import type { Content, Digest } from '../content/template.ts'
import type { Consultation, FactValues, Journey, Pathway, Pinned } from '../machines/contract.ts'
import { canonical } from './evidence/canonical.ts'
import type { Shown } from './evidence/record.ts'
import type { House } from './house.ts'
import type { PROMPT_CHOICES } from './acts/patient.ts'
import { values } from './work.ts'

/** What is said, and the house that is pinned to it. */
export interface Words {
  readonly catalogue: Catalogue
  /** Of the words and the treatments together: what a consultation is pinned to. */
  readonly digest: string
  /** Of the sources of the statecharts that run: each record cites them. */
  readonly machines: string
  /** What writes records and makes their readable page: each record names it. */
  readonly engine: string
  readonly house: House
  readonly clinic: Clinic
  /** The languages that a patient may choose, the usual one first. */
  readonly locales: readonly string[]
  /** The same to a patient who reads that language; in the usual one where it is not offered. */
  in(locale: string | undefined): Words
  /** The line of every screen. */
  readonly safetyNet: string
  /** All that there is written information about: what the clinic offers. */
  readonly treatments: readonly Treatment[]
  /** The treatment of that name, else the only one of its class. */
  treatment(kind: string, name: string): Treatment | undefined
  /** Renders words for a consultation; `extra` are slots that no fact holds. */
  show(id: string, consultation: Consultation, extra?: Slots): Shown
}

export interface Machines {
  readonly pathways: Readonly<Record<Pinned, Pathway>>
  readonly journeys: Readonly<Record<Pinned, Journey>>
  readonly digest: string
  readonly engine: string
}

export type Slots = Readonly<Record<string, unknown>>

export function createWords(
  catalogue: Catalogue,
  clinic: Clinic,
  digest: Digest,
  { digest: machines, engine, ...charts }: Machines,
  treatments: readonly Treatment[] = [],
  locales: readonly string[] = [catalogue.locale],
): Words {
  const show = showing(catalogue, clinic, treatments)
  const treatment = (kind: string, name: string) => treatmentIn(treatments, kind, name)
  const house = houseOf(catalogue, digest, charts, treatments)
  const safetyNet = String(clinicSlots(clinic, catalogue.ui)['safety-net'])
  const own = { digest: catalogue.digest, machines, engine, safetyNet, locales, treatments }
  const words: Words = { ...own, catalogue, clinic, treatment, show, house, in: spoken }
  const known = new Map([[catalogue.locale, words]])
  return words

  function spoken(locale = catalogue.locale): Words {
    const asked = locales.includes(locale) ? locale : catalogue.locale
    const made = known.get(asked) ?? translated(asked)
    known.set(asked, made)
    return made
  }

  /** What decides stays the same, whatever language it is said in. */
  function translated(locale: string): Words {
    const all = { digest: machines, engine, ...charts }
    const other = createWords(catalogue.in(locale), clinic, digest, all, treatments)
    return { ...other, digest: catalogue.digest, locales, house, in: spoken }
  }
}

function showing(
  catalogue: Catalogue,
  clinic: Clinic,
  treatments: readonly Treatment[],
): Words['show'] {
  const house = clinicSlots(clinic, catalogue.ui)
  return (id, consultation, extra = {}) => {
    const content = catalogue.get(id)
    const slots = () => ({
      ...house,
      ...aboutTreatment(treatments, values(consultation.facts), clinic),
      ...factSlots(consultation, clinic),
      ...extra,
    })
    return {
      ...{ id, version: content.version, locale: content.locale, digest: content.digest },
      text: content.render(content.slots.length === 0 ? {} : slots()),
      choices: choicesOf(content),
    }
  }
}

/** What decides, with nothing of the clinic: enough to take recorded commands again. */
export function houseOf(
  catalogue: Pick<Catalogue, 'get'>,
  digest: Digest,
  charts: Pick<House, 'pathways' | 'journeys'>,
  treatments: readonly Treatment[],
): House {
  const alike = new Map<string, string>()
  const asked = (id: string, facts: FactValues): string => {
    const content = catalogue.get(id)
    if (content.slots.length > 0) return digestOf(content, facts)
    const known = alike.get(id) ?? digestOf(content, facts)
    alike.set(id, known)
    return known
  }
  const digestOf = (content: Content, facts: FactValues): string => {
    // What is said of a treatment is pinned with the words; a telephone number is not.
    const isSaid = (slot: string) => slot in facts
    const about = content.slots.every(isSaid) ? {} : aboutTreatment(treatments, facts)
    const pinned: Slots = { ...about, ...facts }
    const named = content.slots
      .filter((slot) => slot in pinned)
      .map((slot) => [slot, pinned[slot] ?? null])
    const labels = Object.entries(content.choices).map(([choice, { label }]) => [choice, label])
    return digest(canonical({ content: content.digest, named, labels }))
  }
  return { ...charts, asked }
}

function treatmentIn(treatments: readonly Treatment[], kind: string, name: string) {
  const sameClass = treatments.filter((one) => one.class === kind)
  return treatmentNamed(sameClass, name) ?? (sameClass.length === 1 ? sameClass[0] : undefined)
}

function aboutTreatment(
  treatments: readonly Treatment[],
  facts: FactValues,
  clinic?: Clinic,
): Slots {
  const { 'treatment-name': name = '', 'treatment-class': kind = '' } = facts
  const found = treatmentIn(treatments, kind, name)
  return found ? treatmentSlots(found, clinic) : {}
}

export function choicesOf(content: Content): { id: string; label: string }[] {
  return Object.entries(content.choices).map(([id, { label }]) => ({ id, label }))
}

function clinicSlots(clinic: Clinic, ui: Catalogue['ui']): Slots {
  const nameOf = (id: string) => clinic.people.find((one) => one.id === id)?.name ?? clinic.name
  const names = {
    ...{ 'clinic-name': clinic.name, 'clinic-phone': clinic.phone },
    ...{ 'out-of-hours-name': clinic.outOfHours.name },
    ...{ 'out-of-hours-phone': clinic.outOfHours.phone },
  }
  return {
    ...names,
    ...{ 'clinic-address': clinic.address, 'ico-number': clinic.ico.number },
    'questions-go-to': titled(clinic, clinic.questionsGoTo, ui['person-at-clinic']),
    'safeguarding-person':
      clinic.people.find(({ roles }) => roles.includes('safeguarding'))?.name ?? clinic.name,
    'named-person-for-young-people': nameOf(clinic.namedPersonForYoungPeople),
    'safety-net': fill(ui['safety-net'] ?? '', names),
    'crisis-lines': clinic.crisisLines.map((line) => fill(ui['crisis-line'] ?? '', line)),
  }
}

/** Nadia Okafor, nurse prescriber at the clinic. */
function titled({ people, name: clinicName }: Clinic, id: string, line = AT_CLINIC): string {
  const { name = clinicName, title } = people.find((one) => one.id === id) ?? {}
  // Only the capital that begins a title goes: a GP stays one.
  const inSentence = title?.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase())
  return inSentence ? fill(line, { name, title: inSentence }) : name
}

/** In bundles that are older than the line. */
const AT_CLINIC = '{name}, {title} at the clinic'

/** Facts by their own names, what an open pathway has just heard, and names for ids. */
function factSlots(consultation: Consultation, clinic: Clinic): Slots {
  const facts = values(consultation.facts)
  const heard = consultation.open
    .filter(({ stage }) => stage === consultation.stage)
    .map(({ snapshot }) => snapshot.context as Slots)
  const name = (id?: string) => clinic.people.find((one) => one.id === id)?.name
  const asked = consultation.prompt?.kind === 'settle' ? consultation.prompt.question : undefined
  const question = consultation.questions.find(({ id }) => id === asked)
  return {
    ...facts,
    // What was just heard and is not a fact yet is what the question is about.
    ...heard.reduce((all, one) => ({ ...all, ...one }), {}),
    'performer-name': name(facts.plan?.performer),
    'treatment-day': facts.plan?.date,
    premises:
      clinic.premises.find(({ id }) => id === facts.plan?.premises)?.name ?? facts.plan?.premises,
    product: facts.plan?.product,
    words: consultation.prompt?.kind === 'pass-on' ? consultation.prompt.words : undefined,
    'question-words': question?.words,
    'reply-words': question?.reply?.words,
    'reply-by': question?.reply?.by.name ?? clinic.name,
  }
}

/** What the consultation itself asks, as content: `consultation/stopping`. */
export const promptContent = (kind: keyof typeof PROMPT_CHOICES) => `consultation/${kind}`

/** The words as this patient reads them. */
export function spokenTo(words: Words, now: Pick<Consultation, 'language'> | undefined): Words {
  return now?.language === undefined ? words : words.in(now.language)
}
