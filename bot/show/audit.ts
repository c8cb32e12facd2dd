import type { Actor, Consultation, FactName } from '../../machines/contract.ts'
import { SURVEYED_A_YEAR } from '../../machines/parameters/feedback.ts'
import { FACTS } from '../../machines/facts.ts'
import { type Day, dayOf, daysBetween, hoursBetween } from '../../machines/time.ts'
import type { AuditTable, AuditView } from '../views/audit.ts'
import type { Words } from '../words.ts'
import { values } from '../work.ts'
import { bandOf, moreNeeded } from './audit-bands.ts'
import { readsRestricted } from './who.ts'
import { factLabel, humanise, inWords } from './words.ts'

/** Everything of the clinic that is counted. */
export interface Counted {
  readonly all: readonly Consultation[]
  /** The question that each patient who withdrew left at, as `enquiry/reason`. */
  readonly leftAt: readonly string[]
}

export function auditOf(
  words: Words,
  { all, leftAt }: Counted,
  viewer: Actor,
  today: Day,
): AuditView {
  const year = Number(today.slice(0, 4))
  const surveyed = all.filter((now) => surveyedOn(now)?.startsWith(`${year}-`))
  const people = new Set(surveyed.map(({ person }) => person)).size
  const left = [...leftAt, ...all.flatMap((now) => stalledAt(now, today))]
  return {
    year,
    survey: {
      wanted: SURVEYED_A_YEAR,
      ...{ band: bandOf(people), more: moreNeeded(people, SURVEYED_A_YEAR) },
    },
    tables: [
      ...counts(words, all, left),
      ...SURVEY.map((name) => surveyTable(words, surveyed, name)),
      table(
        { ...BY_PERFORMER, about: `${BY_PERFORMER.about} ${year}.` },
        byPerformer(words, surveyed),
        [],
      ),
      ...(readsRestricted(viewer) ? [table(DECLINES, all.flatMap(declinesOf), [])] : []),
    ],
  }
}

function counts(words: Words, all: Counted['all'], left: readonly string[]): AuditTable[] {
  const asked = left.map((id) => questionOf(words, id))
  const spans = SPANS.map(([, label]) => label)
  return [
    table(OUTCOMES, all.map(outcomeOf), Object.values(WORDS_OF)),
    table(REFLECTION, all.flatMap(reflectionOf), spans),
    table(GP, all.flatMap(gpOf), Object.values(GP_WORDS)),
    table(DROP_OFF, asked, []),
  ]
}

type Head = Omit<AuditTable, 'rows'>

/** Rows in the order that they are listed in; where none are, by how many there are. */
function table(head: Head, labels: readonly string[], listed: readonly string[]): AuditTable {
  const count = (label: string) => labels.filter((one) => one === label).length
  const known = listed.length > 0 ? listed : [...new Set(labels)].sort()
  const rows = known.map((label) => ({ label, band: bandOf(count(label)) }))
  if (listed.length > 0) return { ...head, rows }
  // What is too rare to be told is told as one thing: that it happened at all is a count too.
  const often = rows.filter(({ band }) => band.least > 0)
  const rest = { label: 'Each of the others', band: bandOf(0) }
  return { ...head, rows: [...often.sort((a, b) => b.band.least - a.band.least), rest] }
}

const OUTCOMES: Head = {
  ...{ id: 'outcomes', title: 'Consultations by outcome', of: 'Outcome' },
  about: 'Every consultation that is kept, as it stands now.',
}
const REFLECTION: Head = {
  ...{ id: 'reflection', title: 'Time to think', of: 'From the written information to consent' },
  about: 'Consultations in which consent was taken. Only the patient says that it was enough.',
}
const GP: Head = {
  ...{ id: 'gp', title: 'Contact with the GP', of: 'What the patient said' },
  about: 'Everybody who was asked whether the GP may be told.',
}
const DROP_OFF: Head = {
  ...{ id: 'drop-off', title: 'Where people left', of: 'Question' },
  about:
    'The question before a patient who withdrew, or who has not answered for two weeks. Questions asked in private are one.',
}
const BY_PERFORMER: Head = {
  ...{ id: 'surveyed-by-performer', title: 'Who was surveyed, by performer', of: 'Performer' },
  about: 'Patients who answered the survey in',
}
const DECLINES: Head = {
  ...{ id: 'declines', title: 'Why treatment was declined', of: 'What it was about' },
  about:
    'Declines by a practitioner, by the decision that led there. Restricted: reasons in full are in each record.',
}

const WORDS_OF = {
  treated: 'Treated',
  consented: 'Consented, not treated yet',
  'under-way': 'Under way',
  paused: 'Paused',
  withdrawn: 'The patient withdrew',
  declined: 'Declined by a practitioner',
  'refused-for-age': 'Refused for age',
  ended: 'Ended without treatment',
} as const

function outcomeOf(now: Consultation): string {
  const { 'consent-taken-at': consented, 'reconfirmed-on': treated } = values(now.facts)
  if (now.state === 'refused')
    return WORDS_OF[now.refusedFor === 'age' ? 'refused-for-age' : 'declined']
  if (now.state === 'withdrawn') return WORDS_OF.withdrawn
  if (treated !== undefined) return WORDS_OF.treated
  if (now.state === 'ended') return WORDS_OF.ended
  if (now.state === 'paused') return WORDS_OF.paused
  return WORDS_OF[consented ? 'consented' : 'under-way']
}

const SPANS = [
  [72, 'Less than 3 days'],
  [168, '3 days to a week'],
  [336, 'One to two weeks'],
  [672, 'Two to four weeks'],
  [Infinity, 'Four weeks or more'],
] as const

function reflectionOf({ facts }: Consultation): readonly string[] {
  const { 'pack-delivered-at': from, 'consent-taken-at': until } = values(facts)
  if (!from || !until) return []
  const hours = hoursBetween(from, until)
  return [SPANS.find(([most]) => hours < most)?.[1] ?? SPANS[0][1]]
}

const GP_WORDS = {
  granted: 'May be told',
  refused: 'May not be told',
  'no-gp': 'Has no GP',
} as const

function gpOf({ facts }: Consultation): readonly string[] {
  const said = values(facts)['gp-permission']
  return said ? [GP_WORDS[said]] : []
}

const STALLED = 14

/** What waits for a patient who has not been heard of for two weeks. */
function stalledAt(now: Consultation, today: Day): readonly string[] {
  const going = now.state === 'active' || now.state === 'paused'
  if (!going || daysBetween(dayOf(now.last), today) < STALLED) return []
  const open = now.open.find(({ role, stage }) => role === 'patient' && stage === now.stage)
  return open?.question ? [open.question.id] : []
}

function questionOf({ catalogue }: Words, id: string): string {
  const [pathway = ''] = id.split('/')
  if (pathway === 'voluntariness') return 'What is asked in private'
  const short = catalogue.has(id) ? catalogue.get(id).short : undefined
  return `${humanise(pathway)}: ${short ?? humanise(id.slice(pathway.length + 1))}`
}

const SURVEY = [
  'survey-satisfied',
  'survey-listened',
  'survey-as-explained',
  'survey-in-yourself',
] as const

const surveyedOn = (now: Consultation): string | undefined => {
  const at = now.facts['survey-answered']?.at
  return at && dayOf(at)
}

/** Without those who would rather not say: the rows are no total of all who were asked. */
function surveyTable(
  words: Words,
  surveyed: readonly Consultation[],
  name: FactName & (typeof SURVEY)[number],
): AuditTable {
  const answers = surveyed.flatMap(({ facts }) => facts[name]?.value ?? [])
  const head = {
    ...{ id: name, title: factLabel(words, name), of: 'Answer' },
    about: 'Answers to the survey this year, by those who gave one.',
  }
  const options = FACTS[name].options.map(String)
  return table(
    head,
    answers.map((one) => inWords(words, one)),
    options.map((one) => inWords(words, one)),
  )
}

/** Each person once for each performer. */
function byPerformer(words: Words, surveyed: readonly Consultation[]): readonly string[] {
  const pairs = surveyed.flatMap(({ facts, person }) => {
    const performer = facts['consent-taken-by']?.value ?? facts.plan?.value.performer
    return performer ? [`${performer} ${person}`] : []
  })
  return [...new Set(pairs)].map((pair) => inWords(words, pair.split(' ')[0]))
}

function declinesOf({ restricted }: Consultation): readonly string[] {
  return restricted.declines.map(({ pathway }) =>
    pathway ? humanise(pathway.split('@')[0] ?? '') : 'At the desk, in words',
  )
}
