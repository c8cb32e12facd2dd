import type { Actor, Consultation, Open, Role } from '../../machines/contract.ts'
import { unwell } from '../after-treatment.ts'
import { waitingReminder } from '../reminders.ts'
import { closedGates } from '../settle.ts'
import { QUEUE_ORDER, type QueueItem } from '../views/desk.ts'
import type { Words } from '../words.ts'
import { apartIn } from './apart.ts'
import { contactInWords, contactOf, wantsInterpreter } from './person.ts'
import { maySee, nameOfPerson, readsClinical } from './who.ts'
import { beingGiven } from '../written.ts'
import { gateLabel, humanise, inSentence, namedPersonIn } from './words.ts'

type Waiting = Omit<QueueItem, 'consultation' | 'who' | 'birthDate' | 'due'>

/** Whether nothing in it waits for anybody, which stays so until it is written to. */
export const isQuiet = (words: Words, now: Consultation): boolean =>
  waitingIn(words, now).length === 0

/** What waits for a person: by what it is, then the oldest first. */
export function queueOf(
  words: Words,
  all: readonly Consultation[],
  viewer: Actor,
): readonly QueueItem[] {
  const items = all
    .filter((now) => maySee(now, viewer))
    .flatMap((now) => {
      const birth = now.facts['date-of-birth']?.value
      const own = {
        consultation: now.id,
        who: nameOfPerson(now),
        ...(birth && { birthDate: birth }),
        ...dueIn(now),
        ...(wantsInterpreter(now) && { interpreter: true as const }),
      }
      return waitingIn(words, now, viewer)
        .filter((item) => concerns(item, viewer))
        .map((item) => ({ ...own, ...item }))
    })
  const order = ({ kind, since }: QueueItem) =>
    `${String(QUEUE_ORDER.indexOf(kind)).padStart(2, '0')}${since}`
  return items.sort((one, other) => (order(one) < order(other) ? -1 : 1))
}

/** Once it is over, whatever was to be done before it has nothing to wait for. */
function dueIn({ state, stage, facts }: Consultation): Pick<QueueItem, 'due'> {
  const day = facts.plan?.value.date
  return day && state === 'active' && stage !== 'aftercare' ? { due: day } : {}
}

const FOR: Partial<Record<Role, readonly Role[]>> = {
  practitioner: ['practitioner', 'performer', 'supervisor', 'prescriber'],
  performer: ['performer', 'supervisor'],
  reception: [
    'reception',
    'administrator',
    'practitioner',
    'performer',
    'supervisor',
    'prescriber',
  ],
  safeguarding: ['safeguarding'],
}

const FOR_THE_YOUNG: readonly QueueItem['kind'][] = ['young-person', 'refused-for-age']

function concerns(item: Waiting, viewer: Actor): boolean {
  if (FOR_THE_YOUNG.includes(item.kind) && viewer.role === 'safeguarding') return true
  if (!FOR[item.role]?.includes(viewer.role)) return false
  // A clinician sees the decisions themselves; a time for them is arranged at the front desk.
  if (item.kind === 'gate' && item.role === 'reception' && readsClinical(viewer)) return false
  return item.assignee === undefined || item.assignee === viewer.id || !readsClinical(viewer)
}

function waitingIn(words: Words, now: Consultation, viewer?: Actor): readonly Waiting[] {
  const wanted = now.wanted
    .filter(({ attended }) => !attended)
    .map(({ urgent, at }): Waiting => ({
      ...(urgent
        ? { kind: 'help-now' as const, what: 'Asked for help now' }
        : { kind: 'person-wanted' as const, what: 'Asked to speak to a person' }),
      ...{ since: at, urgent, role: 'reception' },
    }))
  const questions = now.questions
    .filter(({ reply, settled }) => !reply && !settled)
    .map(({ at }): Waiting => ({
      ...{ kind: 'question', what: 'Asked a question', since: at, urgent: false },
      role: 'practitioner',
    }))
  const held = [...standing(words, now), ...prompts(words, now), ...arranging(now)]
  const told = [...giving(now), ...summarising(now), ...reminding(now)]
  return [...wanted, ...questions, ...afterwards(now), ...held, ...told, ...apartIn(now, viewer)]
}

/** An answer to the survey is not there only to be counted. */
function afterwards(now: Consultation): readonly Waiting[] {
  const told = unwell(now)
  if (!told) return []
  const what = 'Said after the treatment that something was not well: talk with them'
  const item = { kind: 'after-treatment', what, since: told.since, urgent: false } as const
  return [{ ...item, role: 'practitioner' }]
}

function standing(words: Words, now: Consultation): readonly Waiting[] {
  const { last: since } = now
  if (now.state === 'paused') {
    return [{ kind: 'stopped', what: 'Stopped for now', since, urgent: false, role: 'reception' }]
  }
  if (now.state === 'withdrawn') {
    return [
      {
        kind: 'withdrawn',
        what: 'Withdrew: nothing more is done',
        since,
        urgent: false,
        role: 'reception',
      },
    ]
  }
  if (now.state === 'refused') return [toldNo(words, now)]
  if (now.state !== 'active') return []
  const differs = now.closed.find(({ outcome }) => outcome === 'date-differs')
  if (differs) {
    const what = 'The document shows another date of birth: correct it'
    return [{ kind: 'date-differs', what, since: differs.at, urgent: true, role: 'practitioner' }]
  }
  const open = now.open.some(({ stage }) => stage === now.stage)
  if (open) return []
  const closed = closedGates(words.house, now).map(({ name }) => inSentence(gateLabel(words, name)))
  const what = `Not yet: ${closed.slice(0, 2).join(', ')}${closed.length > 2 ? ` and ${closed.length - 2} more` : ''}`
  return [{ kind: 'gate', what, since, urgent: false, role: 'practitioner' }]
}

/** The page that says no names somebody: whoever answers the telephone knows whom, and why it rings. */
function toldNo({ clinic }: Words, now: Consultation): Waiting {
  const { refusedFor, last: since } = now
  const item = { since, urgent: false, role: 'reception' } as const
  if (refusedFor === 'age')
    return { ...item, kind: 'refused-for-age', what: tooYoung(namedPersonIn(clinic), now) }
  const name = clinic.people.find(({ id }) => id === clinic.questionsGoTo)?.name ?? 'a named person'
  const what = `Told that the clinic does not go ahead: may ring for ${name}`
  return { ...item, kind: 'declined', what }
}

/** Whoever gave the date in the chat read at once what follows; of what staff gave, nothing says so. */
const tooYoung = (name: string, now: Consultation): string =>
  saidTheirAge(now)
    ? `Told that they are too young: may ring for ${name}`
    : `Too young by the date of birth that staff gave: told when they open the chat, and may ring for ${name}`

const saidTheirAge = ({ facts }: Consultation): boolean =>
  facts['date-of-birth']?.by.role === 'patient'

function prompts(words: Words, now: Consultation): readonly Waiting[] {
  if (now.state !== 'active') return []
  const mine = now.open.filter(({ stage, role }) => stage === now.stage && role !== 'patient')
  return mine.map((open) => promptItem(words, now, open))
}

/** Decisions wait that are taken in person, and no day is planned for them. */
function arranging(now: Consultation): readonly Waiting[] {
  if (now.state !== 'active' || now.stage !== 'consultation' || now.facts.plan) return []
  const since = now.open
    .filter(({ stage, role }) => stage === now.stage && role !== 'patient')
    .map((open) => open.since)
    .sort()[0]
  if (!since) return []
  const contact = contactOf(now)
  const reached = contact !== undefined && contact.way !== 'at-the-clinic-only'
  const what = reached
    ? `Arrange a time${wantsInterpreter(now) ? ' and an interpreter' : ''}, by ${inSentence(contactInWords(contact))}`
    : 'Cannot be contacted: waits for them to ring or come in'
  return [{ kind: 'gate', what, since, urgent: false, role: 'reception' }]
}

/** By the way they named and by no other; the words to use are on the page of the consultation. */
function reminding(now: Consultation): readonly Waiting[] {
  const [waiting, contact] = [waitingReminder(now), contactOf(now)]
  if (!waiting || !contact) return []
  const what = `Tell them that it waits, by ${inSentence(contactInWords(contact))}`
  return [{ kind: 'reminder', what, since: waiting.at, urgent: false, role: 'reception' }]
}

/** What the patient wants on paper or by email, somebody must hand over or send. */
function giving(now: Consultation): readonly Waiting[] {
  const way = now.state === 'active' ? beingGiven(now) : undefined
  const since = now.open.find(({ pathway }) => pathway.startsWith('information@'))?.since
  if (!way || !since || way === 'read-here-only') return []
  const contact = contactOf(now)
  const address = contact?.way === 'email' ? `, ${contact.details ?? ''}` : ': ask which is safe'
  const what =
    way === 'by-email'
      ? `Send the written information by email${address}`
      : 'Print the written information and put it in their hand'
  return [{ kind: 'gate', what, since, urgent: false, role: 'reception' }]
}

/** Reception may not read it, and so learns that one is wanted and no more. */
function summarising({ summary }: Consultation): readonly Waiting[] {
  if (!summary || summary.made || summary.way === 'show-it-here') return []
  const item = { kind: 'gate', since: summary.at, urgent: false } as const
  const what =
    summary.way === 'by-email'
      ? 'Make the summary that they asked for, and send it by email'
      : 'Make the summary that they asked for, and put it in their hand'
  return [
    { ...item, what, role: 'practitioner' },
    { ...item, what: 'A summary is wanted: a practitioner makes it', role: 'reception' },
  ]
}

function promptItem(words: Words, now: Consultation, open: Open): Waiting {
  const young = now.facts['age-band']?.value === '16-17' && open.pathway.startsWith('age-check@')
  const assignee = now.team[open.role]?.id
  const name = open.pathway.split('@')[0] ?? ''
  return {
    kind: young ? 'young-person' : 'prompt',
    what: young
      ? `${saidTheirAge(now) ? 'Says they are 16 or 17' : '16 or 17 by the date of birth'}: for ${namedPersonIn(words.clinic)}`
      : `${humanise(name)} waits for the ${open.role}`,
    ...{ since: open.since, urgent: young, role: open.role },
    ...(assignee ? { assignee } : {}),
    ...(now.facts.author ? { own: true as const } : {}),
  }
}
