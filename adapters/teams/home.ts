import type { Instant } from '../../machines/contract.ts'
import type { QueueItem } from '../../bot/views/desk.ts'
import {
  aside,
  type Button,
  buttons,
  type Card,
  card,
  type Element,
  fits,
  heading,
  words,
} from './cards.ts'

/** In neutral words: what it is about is behind the button, or at the desk. */
const KINDS: Readonly<Record<QueueItem['kind'], string>> = {
  'help-now': 'Asked for help now. Open this at the desk.',
  stopped: 'Stopped for now. Open this at the desk.',
  withdrawn: 'Nothing more is done. Open this at the desk.',
  'refused-for-age': 'May ring. Open this at the desk.',
  declined: 'May ring. Open this at the desk.',
  'young-person': 'Needs you soon.',
  'person-wanted': 'Asked to speak to a person. Open this at the desk.',
  question: 'Asked a question. Open this at the desk.',
  'after-treatment': 'Needs you. Open this at the desk.',
  prompt: 'Waits for your decision.',
  gate: 'Waits for something. Open this at the desk.',
  'date-differs': 'Needs a correction. Open this at the desk.',
  reminder: 'Reminder',
  'new-enquiry': 'A new enquiry. Open this at the desk.',
  'opened-in-emergency': 'Opened in an emergency. Look into it at the desk.',
  keeping: 'Records to decide about. Open this at the desk.',
}

const MOST = 10

interface Waiting {
  readonly consultation: string
  readonly who: string
  readonly urgent: boolean
  readonly interpreter: boolean
  readonly kinds: readonly QueueItem['kind'][]
}

const WEEK = 604_800_000

const NEWS: readonly QueueItem['kind'][] = ['withdrawn', 'refused-for-age', 'declined']

/** An end is news for a week, as it is at the desk: nobody needs to do anything about it. */
const isNews =
  (now: Instant) =>
  ({ kind, since }: QueueItem): boolean =>
    !NEWS.includes(kind) || Date.parse(now) - Date.parse(since) < WEEK

/** What waits for somebody, one line for each consultation. */
export function homeCard(queue: readonly QueueItem[], now: Instant): Card {
  const all = byConsultation(queue.filter(isNews(now)))
  if (all.length === 0) return card(heading('Nothing waits for you'), buttons([POST]), aside(HOW))
  const shorter = Array.from({ length: MOST }, (_, less) => listing(all, MOST - less))
  return shorter.find(fits) ?? listing(all, 0)
}

const listing = (all: readonly Waiting[], most: number): Card =>
  card(
    heading('What waits for you'),
    all.slice(0, most).map(line),
    all.length > most ? aside(`And ${all.length - most} more at the desk.`) : [],
    buttons([POST]),
    aside(HOW),
  )

const POST: Button = {
  ...{ title: 'Check a post before it goes out', verb: 'open' },
  data: { start: 'social-media-post' },
}

const HOW = 'Type anything to see this again, or help.'

/** Sent by itself: it tells nothing of anybody, so that whoever sees the screen learns nothing. */
export function noticeCard(): Card {
  const see = { title: 'See what waits', verb: 'open', data: { home: 1 } } as const
  return card(heading('Something waits for you'), buttons([see]))
}

function line({ consultation, who, urgent, interpreter, kinds }: Waiting): Element {
  const answerable = kinds.some((kind) => kind === 'prompt' || kind === 'young-person')
  const open = { title: 'Open', verb: 'open', data: { consultation } } as const
  return {
    ...{ type: 'Container', separator: true, spacing: 'Medium' },
    items: [
      ...words(who, { weight: 'Bolder' }),
      ...kinds.flatMap((kind) => words(KINDS[kind], urgent ? { color: 'Attention' } : {})),
      ...(interpreter ? words('Asked for an interpreter.') : []),
      ...(answerable ? buttons([open]) : []),
    ],
  }
}

/** What the safeguarding lead decided about a concern stands at the desk, and in no chat's colours. */
const isSeen = ({ urgent, kind }: QueueItem): boolean => urgent && kind !== 'prompt'

function byConsultation(queue: readonly QueueItem[]): readonly Waiting[] {
  const grouped = Map.groupBy(queue, ({ consultation }) => consultation)
  return [...grouped].map(([consultation, items]) => ({
    consultation,
    who: items[0]?.who ?? '',
    urgent: items.some(isSeen),
    interpreter: items.some(({ interpreter }) => interpreter === true),
    kinds: [...new Set(items.map(({ kind }) => kind))],
  }))
}
