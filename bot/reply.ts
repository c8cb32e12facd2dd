import type {
  Closed,
  Consultation,
  Given,
  Journey,
  Open,
  Pinned,
  Question,
} from '../machines/contract.ts'
import { isFresh } from './acts/change.ts'
import { PROMPT_CHOICES } from './acts/patient.ts'
import { askOf } from './advance.ts'
import type { Shown } from './evidence/record.ts'
import { type House, journeyOf, nameOf, pathwayOf } from './house.ts'
import { patientAsked } from './understand.ts'
import { answerInWords } from './say-answer.ts'
import type { AskedQuestion, GivenAnswer, PatientMessage, Progress } from './views/patient.ts'
import { promptContent, type Slots, spokenTo, type Words } from './words.ts'
import { isShownIn } from './summary/shown.ts'
import { wayOf } from './written.ts'

export interface Reply {
  readonly messages: readonly PatientMessage[]
  /** The same words as evidence. */
  readonly shown: readonly Shown[]
}

/** What a patient is told after a turn, then what is asked now. `sitting`: whose own answers may be shown. */
export function reply(
  usual: Words,
  now: Consultation,
  says: readonly string[],
  sitting: string,
): Reply {
  const words = spokenTo(usual, now)
  const told = says.map((say) => words.show(say, now))
  const asked = currentShown(words, now, says, saidElsewhere(words, now, sitting))
  const last: PatientMessage = {
    text: asked?.text ?? '',
    ...questionOf(words, now, asked),
    ...(now.state === 'active' ? { progress: progressOf(words, now) } : {}),
    ...(now.state === 'active' && !now.prompt ? { answers: answersOf(words, now, sitting) } : {}),
    // In the way that the patient chose as safe, and in no other.
    ...(wayOf(now) === 'read-here-only' ? { written: true as const } : {}),
    ...(isShownIn(now, sitting) ? { summary: true as const } : {}),
    ...languageOf(words, asked ?? told.at(-1)),
    state: now.state,
  }
  const before = told.map((one): PatientMessage => ({
    ...{ text: one.text, ...languageOf(words, one), state: now.state },
  }))
  if (asked) return { messages: [...before, last], shown: [...told, asked] }
  const merged = { ...last, text: before.at(-1)?.text ?? '' }
  return { messages: [...before.slice(0, -1), merged], shown: told }
}

/** What is in front of the patient now, whatever led to it. */
export function currentShown(
  usual: Words,
  now: Consultation,
  says: readonly string[] = [],
  elsewhere: Slots = {},
): Shown | undefined {
  // Where somebody of the clinic is alone there is no patient to tell.
  if (now.facts.author) return undefined
  const words = spokenTo(usual, now)
  if (now.prompt) return words.show(promptContent(now.prompt.kind), now)
  // The page that says no has just been said.
  if (now.state === 'refused' && says.includes('age/under-16')) return undefined
  if (now.state === 'refused') {
    return words.show(
      now.refusedFor === 'age' ? 'consultation/refused-for-age' : 'consultation/declined',
      now,
    )
  }
  const clinics = now.state === 'paused' && now.pausedBy === 'staff'
  if (clinics) return words.show('consultation/paused-by-clinic', now)
  if (now.state !== 'active') return words.show(`consultation/${now.state}`, now)
  const open = patientAsked(now)
  return words.show(open?.question?.id ?? waitingFor(now), now, elsewhere)
}

/** What a client says the words are in; nothing where they are in the usual language, as asked. */
export function languageOf(
  { catalogue, locales: [usual] }: Words,
  shown: Pick<Shown, 'locale'> | undefined,
): Pick<PatientMessage, 'language' | 'wordsIn'> {
  const { locale } = catalogue
  if (locale === usual) return {}
  return { language: locale, ...(shown && shown.locale !== locale && { wordsIn: shown.locale }) }
}

const NOT_ELSEWHERE: Slots = { 'said-elsewhere': false }
const OWN_WORDS = ['reason-in-own-words', 'hoped-for-outcome'] as const

/** What was written on another screen is not put on this one: who holds the phone may be another. */
function saidElsewhere(words: Words, now: Consultation, sitting: string): Slots {
  const asked = patientAsked(now)?.question?.id
  const slots = asked ? words.catalogue.get(asked).slots : []
  if (!OWN_WORDS.some((name) => slots.includes(name))) return NOT_ELSEWHERE
  const given = [...now.closed, ...now.open].flatMap((round) => round.given)
  const here = given.filter((one) => one.sitting === sitting).map(({ value }) => value)
  const hidden = OWN_WORDS.filter((name) => slots.includes(name)).filter((name) => {
    const said = now.facts[name]?.value
    return said !== undefined && !here.includes(said)
  })
  const unsaid: Slots = Object.fromEntries(hidden.map((name) => [name, undefined]))
  return { ...unsaid, 'said-elsewhere': hidden.length > 0 }
}

function waitingFor({ stage, facts }: Consultation): string {
  const signed = stage === 'consent' && facts.signature !== undefined
  return `consultation/waiting-${stage}${signed ? '-signed' : ''}`
}

function questionOf(
  words: Words,
  now: Consultation,
  shown: Shown | undefined,
): Pick<PatientMessage, 'question' | 'private'> {
  if (!shown) return {}
  const label = (id: string) => shown.choices.find((one) => one.id === id)?.label ?? id
  const listed = (ids: readonly string[]) => ids.map((id) => ({ id, label: label(id) }))
  if (now.prompt) {
    const choices = listed(PROMPT_CHOICES[now.prompt.kind])
    return { question: { id: now.prompt.id, content: shown.id, kind: 'choice', choices } }
  }
  const open = patientAsked(now)
  if (!open?.question) return {}
  const { asks } = open.question
  const isPrivate = asks.kind === 'private' || (asks.kind === 'choice' && asks.shows !== undefined)
  return {
    question: asQuestion(words, open, open.question, listed),
    ...(isPrivate ? { private: true as const } : {}),
  }
}

export function asQuestion(
  words: Words,
  open: Open,
  question: Question,
  listed: (ids: readonly string[]) => AskedQuestion['choices'],
): AskedQuestion {
  const { short, hint, why } = words.catalogue.get(question.id)
  const { asks } = question
  return {
    ...{
      id: askOf(open),
      content: question.id,
      kind: asks.kind,
      choices: listed(question.choices),
    },
    ...(short ? { title: short } : {}),
    ...('options' in asks ? { options: listed(asks.options) } : {}),
    ...(hint ? { hint } : {}),
    ...(why ? { why } : {}),
  }
}

/** Parts of the journey that are the patient's own: a count that is true. */
function progressOf(words: Words, now: Consultation): Progress {
  const parts = partsOf(words.house, journeyOf(words.house, now.journey))
  const closed = parts.filter((id) => now.closed.some(({ pathway }) => pathway === id)).length
  const done = patientAsked(now) ? Math.min(closed + 1, parts.length) : closed
  return { part: words.catalogue.ui[`part-${now.stage}`] ?? '', done, of: parts.length }
}

const parted = new WeakMap<Journey, readonly Pinned[]>()

function partsOf(house: House, journey: Journey): readonly Pinned[] {
  const known = parted.get(journey)
  if (known) return known
  const all = journey.stages.flatMap(({ opens }) => opens.map(({ pathway }) => pathway))
  const own = [...new Set(all)].filter((id) => pathwayOf(house, id).role === 'patient')
  parted.set(journey, own)
  return own
}

/** Check your answers: in full only what was answered in this sitting, and nothing private. */
function answersOf(words: Words, now: Consultation, sitting: string): readonly GivenAnswer[] {
  const rounds = [...now.closed, ...now.open].filter(({ role }) => role === 'patient')
  return rounds.flatMap((round) => {
    if (round.pathway.startsWith('age@') && !wasAdult(round)) return []
    const before = lined.get(round.given)
    const { key } = round
    if (before?.key === key && before.words === words && before.sitting === sitting)
      return before.lines
    const lines = lastOfEach(words, round, sitting)
    lined.set(round.given, { key, words, sitting, lines })
    return lines
  })
}

/** What was given in a round never changes where it stands, and stands through many turns. */
const lined = new WeakMap<readonly Given[], Lined>()
interface Lined {
  readonly key: string
  readonly words: Words
  readonly sitting: string
  readonly lines: readonly GivenAnswer[]
}

/** An age that may still be mended by trying again is on no list. */
function wasAdult(round: Open | Closed): boolean {
  return 'outcome' in round && round.outcome === 'adult'
}

/** What was asked again in other words is one line: the last answer, changed from its first question. */
function lastOfEach(
  words: Words,
  round: Pick<Open, 'key' | 'pathway' | 'given'>,
  sitting: string,
): readonly GivenAnswer[] {
  const states = Object.keys(pathwayOf(words.house, round.pathway).machine.states)
  const place = ({ change }: GivenAnswer) => states.indexOf(change.slice(round.key.length + 1))
  const lines = round.given.flatMap((given) => answerLine(words, round, given, sitting))
  return [...Map.groupBy(lines, ({ label }) => label).values()].flatMap((same) => {
    const [first] = [...same].sort((one, other) => place(one) - place(other))
    const last = same.at(-1)
    return first && last ? [{ ...last, change: first.change }] : []
  })
}

function answerLine(
  words: Words,
  { key, pathway }: Pick<Open, 'key' | 'pathway'>,
  given: Given,
  sitting: string,
): readonly GivenAnswer[] {
  const content = words.catalogue.get(`${nameOf(pathway)}/${given.state}`)
  if (!content.short || content.private || isFresh(words.house, pathway, given.state)) return []
  const line = { change: `${key}/${given.state}`, label: content.short }
  return [
    given.sitting !== sitting
      ? line
      : { ...line, answer: answerInWords(content, given, words.catalogue.locale) },
  ]
}
