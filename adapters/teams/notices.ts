import { createHash } from 'node:crypto'
import type { Desk } from '../../bot/ports.ts'
import type { QueueItem } from '../../bot/views/desk.ts'
import type { Actor, Role } from '../../machines/commands.ts'
import type { TeamsActivity } from './activity.ts'
import type { Bot } from './bot.ts'
import type { Contact, Contacts } from './contacts.ts'
import { noticeCard } from './home.ts'
import { CLINICAL } from './people.ts'

export interface Notices {
  /** Remembers where somebody can be told; what waits already is before them now. */
  meet(by: Actor, activity: TeamsActivity): Promise<void>
  /** Tells everybody who was met of what began to wait since. */
  round(): Promise<void>
}

export interface NoticesOptions {
  readonly desk: Desk
  readonly contacts: Contacts
  readonly send: Bot['tell']
  /** Who an account is to the clinic today. */
  readonly who: (object: string) => Actor | string
  readonly trusts: (service: URL) => boolean
  readonly failed: (error: unknown) => void
}

/** One neutral message to whoever a consultation newly needs, and never two for the same task. */
export function createNotices(options: NoticesOptions): Notices {
  const { desk, contacts } = options
  let telling: Promise<void> | undefined
  return {
    async meet(by, { from, recipient, conversation, serviceUrl }) {
      const before = contacts.last(by.id)
      const there = { object: from.aadObjectId, user: from.id, bot: recipient.id }
      const place = { ...there, conversation: conversation.id, serviceUrl }
      if (before && isAt(before, place)) return
      const waiting = before?.told ?? tasksIn(await desk.queue(by))
      await contacts.change(by.id, (now) =>
        now && isAt(now, place) ? now : { ...place, told: now?.told ?? waiting },
      )
    },
    async round() {
      // One after the other: two rounds at once could both find the same task new.
      telling ??= all(options).finally(() => (telling = undefined))
      await telling
    },
  }
}

async function all(options: NoticesOptions): Promise<void> {
  for (const person of await options.contacts.people()) {
    try {
      await tell(options, person)
    } catch (error) {
      options.failed(error)
    }
  }
}

async function tell(options: NoticesOptions, person: string): Promise<void> {
  const { desk, contacts, send } = options
  const contact = contacts.last(person)
  if (!contact) return
  const by = allowed(options, person, contact)
  if (!by) return void (await contacts.change(person, () => undefined))
  const waiting = tasksIn(await desk.queue(by))
  let fresh: readonly string[] = []
  // Before it is sent: told too seldom after a crash, but never twice.
  await contacts.change(person, (now) => {
    fresh = now ? waiting.filter((task) => !now.told.includes(task)) : []
    if (!now || fresh.length === 0) return now
    return { ...now, told: [...now.told, ...fresh].slice(-MOST) }
  })
  if (fresh.length === 0) return
  try {
    await send(contact, { card: noticeCard() })
  } catch (error) {
    if (wasRefused(error)) await contacts.change(person, (now) => without(now, fresh))
    throw error
  }
}

const without = (now: Contact | undefined, tasks: readonly string[]) =>
  now && { ...now, told: now.told.filter((task) => !tasks.includes(task)) }

type Where = Omit<Contact, 'told'>

const isAt = (one: Contact, place: Where): boolean =>
  (Object.keys(place) as (keyof Where)[]).every((name) => one[name] === place[name])

/** A task that was put off and comes back is not told again, so what was told is kept long. */
const MOST = 10_000

/** Only whoever may still come in, at an address that may still be answered. */
function allowed(
  { who, trusts }: NoticesOptions,
  person: string,
  { object, serviceUrl }: Contact,
): Actor | undefined {
  const by = who(object)
  return typeof by !== 'string' && by.id === person && trusts(new URL(serviceUrl)) ? by : undefined
}

/** Teams said no, so nothing was shown: another round may try again. */
const wasRefused = (error: unknown): boolean =>
  typeof (error as { statusCode?: unknown } | undefined)?.statusCode === 'number'

/** What stays as it is until somebody acts; a closed gate changes its moment with every record. */
const KINDS: readonly QueueItem['kind'][] = [
  'young-person',
  'date-differs',
  'question',
  'after-treatment',
  'prompt',
]

/** What waits for those who treat, by a name that tells nothing of what it is. */
function tasksIn(queue: readonly QueueItem[]): string[] {
  const mine = queue.filter(
    ({ kind, role, own }) => !own && KINDS.includes(kind) && isClinical(role),
  )
  return [...new Set(mine.map(taskOf))]
}

const isClinical = (role: Role): boolean => CLINICAL.includes(role)

function taskOf({ consultation, kind, since, role }: QueueItem): string {
  const named = JSON.stringify([consultation, kind, role, since])
  return createHash('sha256').update(named).digest('base64url').slice(0, 22)
}
