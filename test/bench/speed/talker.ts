import { WebSocket } from 'ws'
import { ENQUIRY } from '../../support/enquiry.ts'
import { addressOf, HOST, poster } from './poster.ts'

/** Somebody who answers one question after another, each when the one before was answered. */
export interface Talker {
  /** One message in, durable where the server promises it, and its reply read. */
  turn(): Promise<void>
  close(): void
}

export type Meet = (port: number, n: number) => Promise<Talker>

interface Question {
  readonly id: string
  readonly content: string
}

type Answers = Readonly<Record<string, object>>

/**
 * A patient at our Direct Line endpoint who has answered that often, as our own page does it: the reply
 * is in the answer to the POST, and a stream is open for what comes by itself.
 */
export const meeting =
  (way: number, later: Answers = ENQUIRY): Meet =>
  async (port, n) => {
    const { post, path, authorization, stream, question: first } = await arrive(port, n)
    let question = first
    let round = 1
    let sent = 0
    const turn = async () => {
      round = Number(/^enquiry#(\d+)/.exec(question?.id ?? '')?.[1] ?? round)
      const known = question && (sent < way ? ENQUIRY : later)[question.content]
      const value = known
        ? { question: question?.id, ...known }
        : { change: `enquiry#${round}/full-name` }
      question = askedIn(await post(path, activity(value, n, sent), { authorization }))
      sent += 1
    }
    for (let at = 0; at < way; at += 1) await turn()
    return { turn, close: () => (stream.close(), post.close()) }
  }

/**
 * Answers one question after the other, without an end: a date of birth, then that it is not right.
 * Each turn is one step of one statechart with its guards, and the words of one question.
 */
export const meetCandour = meeting(4, { ...ENQUIRY, 'age/right-date': { choice: 'not-right' } })

/** Changes an answer of the enquiry again and again: every second turn takes six steps. */
export const meetChanging = meeting(12)

/** From nothing to the first words on the screen, as our own page does it. */
async function arrive(port: number, n: number) {
  const post = poster(port, n)
  const { token } = (await post('/v3/directline/tokens/generate', { site: 'demo' })) as Begun
  const authorization = `Bearer ${token}`
  const begun = (await post('/v3/directline/conversations', {}, { authorization })) as Begun
  const stream = await listen(port, `${begun.streamUrl}&name=${streamOf(n)}`, n)
  const path = `/v3/directline/conversations/${begun.conversationId}/activities`
  return { post, path, authorization, stream, question: await stream.next() }
}

/** A visitor who reads the first words and goes. */
export const visitCandour: Meet = async (port, n) => {
  const { post, stream } = await arrive(port, n)
  return { turn: async () => {}, close: () => (stream.close(), post.close()) }
}

type Begun = Readonly<Record<'token' | 'conversationId' | 'streamUrl', string>>

const streamOf = (n: number) => `talker-${n}`

const activity = (value: object, n: number, sent: number) => ({
  ...{ type: 'message', from: { id: 'x' }, value, deliveryMode: 'expectReplies' },
  channelData: { candour: { key: `${n}-${sent}`, stream: streamOf(n) } },
})

interface Frame {
  readonly activities?: readonly {
    readonly from: { readonly role?: string }
    readonly channelData?: { readonly candour?: { readonly question?: Question } }
  }[]
}

/** The last that the bot says in it. */
function lastSaid({ activities = [] }: Frame) {
  return activities.filter(({ from }) => from.role === 'bot').at(-1)
}

function askedIn(answer: Frame & Record<string, unknown>): Question | undefined {
  const said = lastSaid(answer)
  if (!said) throw new Error(`no reply in the answer: ${JSON.stringify(answer)}`)
  return said.channelData?.candour?.question
}

/** What is said on the stream; everything of the bot that comes answers the one who waits. */
async function listen(port: number, url: string, n: number) {
  const { pathname, search } = new URL(url)
  const socket = new WebSocket(`ws://127.0.0.1:${port}${pathname}${search}`, {
    headers: { 'x-forwarded-proto': 'https', 'x-forwarded-for': addressOf(n, 0), host: HOST },
  })
  const heard: (Question | undefined)[] = []
  let waiting: ((question: Question | undefined) => void) | undefined
  socket.on('message', (data: Buffer) => {
    const said = lastSaid(JSON.parse(data.toString() || '{}') as Frame)
    if (!said) return
    const question = said.channelData?.candour?.question
    if (waiting) waiting(question)
    else heard.push(question)
    waiting = undefined
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return {
    next: () =>
      new Promise<Question | undefined>((resolve) => {
        if (heard.length > 0) resolve(heard.shift())
        else waiting = resolve
      }),
    close: () => socket.terminate(),
  }
}

/** The stock Bot Framework echo bot, asked for its replies in the answer to the POST. */
/** What an echo bot hears. */
export const spoken = (n: number, sent: number, serviceUrl = 'http://127.0.0.1:9') => ({
  ...{ type: 'message', id: `${n}-${sent}`, text: `Lines around my mouth ${sent}` },
  ...{ channelId: 'emulator', serviceUrl, locale: 'en-GB', from: { id: `user-${n}` } },
  ...{ recipient: { id: 'bot' }, conversation: { id: `c-${n}` } },
})

export function mustEcho({ text }: { readonly text: string }, said: unknown): void {
  const [first] = (said ?? []) as { text?: string }[]
  if (!first?.text?.endsWith(text)) throw new Error(`not an echo: ${JSON.stringify(said)}`)
}

export const meetEcho: Meet = async (port, n) => {
  const post = poster(port, n)
  let sent = 0
  const turn = async () => {
    const message = spoken(n, sent)
    const reply = await post('/api/messages', { ...message, deliveryMode: 'expectReplies' })
    mustEcho(message, reply.activities)
    sent += 1
  }
  await turn()
  return { turn, close: () => post.close() }
}
