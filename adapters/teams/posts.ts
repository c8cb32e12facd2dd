import { type IncomingMessage, request as plainly } from 'node:http'
import { request as securely } from 'node:https'
import { text } from 'node:stream/consumers'
import type { ConfigurationBotFrameworkAuthentication as Authentication } from 'botbuilder'

type Factory = ReturnType<Authentication['createConnectorFactory']>
export type Connector = Awaited<ReturnType<Factory['create']>>

/**
 * The framework's client, but a message is written as it is and goes out on a connection that is kept.
 * The framework's own way looks at every part of one for whatever any service may want of it, which
 * costs more than the rest of it. What does not go through is sent its way: it knows when to try
 * again, and what to say of it.
 */
export function sendingPlainly(connector: Connector, service: string): Connector {
  if (isProxied(process.env)) return connector
  const { conversations } = connector
  const send = senderTo(new URL(service), connector)
  const own: Sending = {
    sendToConversation: async (conversation, activity) =>
      (await send(conversation, '', activity)) ??
      conversations.sendToConversation(conversation, activity),
    replyToActivity: async (conversation, to, activity) =>
      (await send(conversation, `/${encodeURIComponent(to)}`, activity)) ??
      conversations.replyToActivity(conversation, to, activity),
  }
  const sending = Object.assign(Object.create(conversations) as object, own)
  return Object.create(connector, { conversations: { value: sending } }) as Connector
}

type Conversations = Connector['conversations']
type Activity = Parameters<Conversations['sendToConversation']>[1]
type Sent = { readonly id?: string }

interface Sending {
  sendToConversation(conversation: string, activity: Activity): Promise<Sent>
  replyToActivity(conversation: string, to: string, activity: Activity): Promise<Sent>
}

/** The framework finds its way through them; whoever has one has no need of speed. */
const isProxied = (env: NodeJS.ProcessEnv): boolean =>
  ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].some((name) => env[name] || env[name.toLowerCase()])

type Send = (conversation: string, to: string, activity: Activity) => Promise<Sent | undefined>

function senderTo(service: URL, { credentials }: Connector): Send {
  const request = service.protocol === 'https:' ? securely : plainly
  const folder = service.href.replace(/\/?$/, '/v3/conversations/')
  return async (conversation, to, activity) => {
    const signed: Record<string, string> = {}
    const headers = { set: (name: string, value: string) => void (signed[name] = value) }
    await credentials.signRequest({ headers } as never)
    const body = Buffer.from(JSON.stringify(activity))
    const about = { 'x-ms-conversation-id': conversation, 'content-length': body.length }
    const url = new URL(`${folder}${encodeURIComponent(conversation)}/activities${to}`)
    const asked = request(url, { method: 'POST', headers: { ...PLAIN, ...signed, ...about } })
    return new Promise((resolve) => {
      asked.once('error', () => resolve(undefined))
      asked.once('response', (reply) => void sentBy(reply).then(resolve))
      asked.end(body)
    })
  }
}

const PLAIN = {
  ...{ accept: '*/*', 'content-type': 'application/json; charset=utf-8' },
  'user-agent': 'Microsoft-BotFramework/3.1 Candour',
}

/** What Teams calls it. Once it was taken it is never sent again, whatever came with that. */
async function sentBy(reply: IncomingMessage): Promise<Sent | undefined> {
  const taken = [200, 201, 202].includes(reply.statusCode ?? 0)
  if (!taken) return void reply.resume()
  try {
    return JSON.parse(await text(reply)) as Sent
  } catch {
    return {}
  }
}
