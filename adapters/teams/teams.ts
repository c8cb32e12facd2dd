import { CandourError } from '../../bot/errors.ts'
import type { Desk } from '../../bot/ports.ts'
import type { Instant } from '../../machines/contract.ts'
import type { HttpReply, HttpRequest, Route } from '../http/route.ts'
import { heardIn, type TeamsActivity } from './activity.ts'
import type { Bot, Delivery } from './bot.ts'
import type { Spoken } from './cards.ts'
import { type Channel, MICROSOFT } from './channel.ts'
import { type Conversation, createConversation } from './conversation.ts'
import { createGate, type Speaker } from './gate.ts'
import type { Contacts } from './contacts.ts'
import { createNotices, type Notices } from './notices.ts'
import { createOnce } from './once.ts'
import { type People, peopleOf, type Person } from './people.ts'
import { readTeams } from './settings.ts'

export interface TeamsOptions {
  readonly desk: Desk
  readonly people: readonly Person[]
  /** The bot's registration. Without one there is no route. */
  readonly settings: unknown
  readonly log: { info(fields: object): void; error(fields: object): void }
  /** A week is counted by it. */
  readonly now: () => Instant
  /** Where it is remembered who can be told that something waits. */
  readonly contacts: Contacts
  /** Microsoft's, unless a test or the demo brings its own. */
  readonly channel?: Channel
}

export const PATH = '/api/messages'

/** Microsoft Teams for the clinic's practitioners, in a chat of their own. */
export async function createTeams(options: TeamsOptions): Promise<Teams | undefined> {
  if (options.settings === undefined) return undefined
  const settings = readTeams(options.settings)
  const channel = options.channel ?? MICROSOFT
  // The framework is large: whoever has no Teams doesn't wait for it.
  const { createBot } = await import('./bot.ts')
  const bot = createBot(settings, channel)
  if (!(await bot.authenticates())) throw new CandourError('config/refused', { teams: OPEN })
  const people = peopleOf(options.people, settings.tenant)
  const notices = noticesOf(options, people, channel, bot)
  const admit = createGate({ ...settings, channel, people })
  const answer = answering(options, notices)
  const handle = async (request: HttpRequest): Promise<HttpReply> => {
    const admitted = admit(request)
    if (!admitted.ok) return constant(admitted.why)
    return taken(bot, options.log, admitted, answer)
  }
  const routes: readonly Route[] = [
    { method: 'POST', path: PATH, body: 'json', often: true, handle },
  ]
  return { routes, notify: notices.round }
}

export interface Teams {
  readonly routes: readonly Route[]
  /** Tells whoever something newly waits for. For the program's timer. */
  notify(): Promise<void>
}

function noticesOf(
  { desk, contacts, log }: TeamsOptions,
  who: People,
  { trusts }: Channel,
  bot: Bot,
): Notices {
  return createNotices({
    ...{ desk, contacts, who, trusts, send: bot.tell },
    failed: (error) => log.error({ code: 'teams/notice-failed', cause: nameOf(error) }),
  })
}

const OPEN = 'the Bot Framework would let anybody in with these settings'

type Heard = { readonly activity: TeamsActivity; readonly by: Speaker }
type Answering = (heard: Heard, delivery: Delivery) => Promise<object | undefined>

/** What the framework says of a failure can quote anything; what we say never depends on it. */
async function taken(
  bot: Bot,
  log: TeamsOptions['log'],
  { authorization, ...heard }: Heard & { readonly authorization: string },
  answer: Answering,
): Promise<HttpReply> {
  let ran: 'not' | 'failed' | 'well' = 'not'
  const { status, body } = await bot.process(authorization, heard.activity, async (delivery) => {
    ran = 'failed'
    try {
      await delivery.finish(await answer(heard, delivery))
      ran = 'well'
    } catch (error) {
      // It may hold the whole request to Teams, card and token: only its name goes to the log.
      log.error({ code: 'teams/turn-failed', cause: nameOf(error) })
    }
  })
  if ((ran as string) === 'failed') return constant('failed')
  if ((ran as string) === 'not') return constant('not-authenticated')
  if (status >= 400) return constant('failed')
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return body === undefined ? { status } : { status, headers, body: JSON.stringify(body) }
}

function answering({ desk, log, now }: TeamsOptions, notices: Notices): Answering {
  const conversation = createConversation(desk, now)
  const once = createOnce<object | undefined>()
  return async ({ activity, by }, delivery) => {
    const { from, conversation: where, id } = activity
    const name = `${from.aadObjectId} ${where.id} ${id}`
    const body = JSON.stringify([activity.type, activity.text, activity.value])
    const make = async () => {
      const spoken = await spokenTo(activity, conversation, by)
      const answered = await delivery.deliver(spoken)
      if (typeof by !== 'string' && hasSpoken(activity)) await notices.meet(by, activity)
      return answered
    }
    try {
      const answered = once(name, body, make)
      return answered === 'other' ? await delivery.deliver(OTHER) : await answered
    } catch (error) {
      log.error({ code: 'teams/answer-failed', cause: nameOf(error) })
      return delivery.deliver(FAILED)
    }
  }
}

const hasSpoken = ({ type }: TeamsActivity): boolean => type === 'message' || type === 'invoke'

async function spokenTo(
  activity: TeamsActivity,
  conversation: Conversation,
  by: Speaker,
): Promise<Spoken> {
  // To be added comes as two activities: it is answered once.
  if (by === 'not-alone') return activity.type === 'installationUpdate' ? says() : says(REFUSED[by])
  if (!hasSpoken(activity)) return says()
  return typeof by === 'string' ? says(REFUSED[by]) : conversation.respond(by, heardIn(activity))
}

const says = (...texts: readonly string[]): Spoken => ({ send: texts.map((text) => ({ text })) })

const REFUSED = {
  'not-alone':
    'Candour is about people’s care, so it works only in a chat of your own with it. Nothing was taken here.',
  unknown:
    'Candour does not know this account. Ask whoever looks after Candour at your clinic to add it.',
  'not-clinical': 'Candour in Teams is for practitioners. Your part is at the desk.',
} as const
const OTHER = says('This was sent before with something else in it. Nothing was taken.')
const FAILED = says(
  'Something went wrong. Type anything to see what is on record, before you answer again.',
)

const ERRORS = {
  'bad-request': [400, 'This request cannot be read.'],
  'not-authenticated': [401, 'This request is not from somebody we know.'],
  failed: [500, 'Something went wrong here.'],
} as const

function constant(code: keyof typeof ERRORS): HttpReply & { readonly code: string } {
  const [status, message] = ERRORS[code]
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { code, status, headers, body: JSON.stringify({ error: { code, message } }) }
}

function nameOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  const said = [code, name].find((one) => typeof one === 'string' && /^[\w/-]{1,60}$/.test(one))
  return typeof said === 'string' ? said : 'unknown'
}
