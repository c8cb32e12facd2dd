import type { Element } from '../../../adapters/teams/cards.ts'
import { openTold, type Told } from './teams-loopback.ts'
import { accountOf, TENANT } from './teams-people.ts'
import { poster } from './poster.ts'
import { type Meet, mustEcho, spoken } from './talker.ts'

/** What is pressed on the way through the check of a post, as far as a card has it. */
const PRESSES = new Set([
  ...['I understand', 'Our page', 'The clinic’s', 'Anybody'],
  ...['Nothing of a patient', 'Nothing of that kind', 'No such medicine', 'None of these'],
  ...['Yes, polite and fit for my work', 'Nobody that I can think of'],
  ...['True, and I know where it comes from', 'No', 'It is words alone, and my own'],
  ...['Yes, my name is on it', 'No, it is new and belongs there', 'No, it would not'],
  ...['I understand, and still wish to post it', 'I answer for it, and it may go out'],
])
const TYPES = 'We are open on Sunday.'
const BEGIN = { verb: 'open', data: { start: 'social-media-post' } }

let opened: Promise<Told> | undefined
const loopback = () => (opened ??= openTold(process.env))

/** A practitioner in a chat of their own, who checks one post after another: each answer is a record. */
export const meetTeams: Meet = async (port, n) => {
  const { at, take, token } = await loopback()
  const post = poster(port, n)
  // Teams sends the same token for as long as it holds.
  const authorization = `Bearer ${await token()}`
  const conversation = `bench-${n}.`
  let sent = 0
  let card: Element | undefined
  const turn = async () => {
    const action = { type: 'Action.Execute', ...(card ? pressOn(card) : BEGIN) }
    const activity = {
      ...{ type: 'invoke', name: 'adaptiveCard/action', value: { action } },
      ...{ id: `${n}-${(sent += 1)}`, channelId: 'msteams', serviceUrl: `${at}/` },
      ...{ from: { id: `29:${n}`, aadObjectId: accountOf(n) }, recipient: { id: '28:candour' } },
      conversation: { id: conversation, tenantId: TENANT, conversationType: 'personal' },
      channelData: { tenant: { id: TENANT } },
    }
    await post('/api/messages', activity, { authorization })
    card = cardIn(take(conversation))
  }
  for (let at = 0; at < 3; at += 1) await turn()
  return { turn, close: () => post.close() }
}

/** With an echo bot that says what it says as it would in Teams: by a request of its own. */
export const meetEchoTold: Meet = async (port, n) => {
  const { at, take } = await loopback()
  const post = poster(port, n)
  let sent = 0
  const turn = async () => {
    const message = spoken(n, (sent += 1), at)
    await post('/api/messages', message)
    mustEcho(message, [JSON.parse(take(message.conversation.id) ?? '{}')])
  }
  await turn()
  return { turn, close: () => post.close() }
}

function cardIn(sent: string | undefined): Element | undefined {
  if (sent === undefined) return undefined
  const { attachments = [] } = JSON.parse(sent) as { attachments?: { content: Element }[] }
  return attachments.at(-1)?.content
}

function pressOn(card: Element): object {
  const elements = (card['body'] ?? []) as Element[]
  const actions = elements.flatMap(({ actions: own }) => (own ?? []) as Element[])
  const action = actions.find(({ title }) => PRESSES.has(String(title))) ?? actions[0]
  if (!action) throw new Error(`nothing to press: ${JSON.stringify(card)}`)
  const { verb, title, data } = action
  const typed = PRESSES.has(String(title)) ? {} : { value: TYPES }
  return { verb, data: { ...(data as object), ...typed } }
}
