import { join } from 'node:path'
import { expect } from 'chai'
import { createHttpServer } from '../../../adapters/http/server.ts'
import type { Card, Element } from '../../../adapters/teams/cards.ts'
import { type Loopback, openLoopback } from '../../../adapters/teams/loopback.ts'
import { issuerOf, type Person } from '../../../adapters/teams/people.ts'
import { type Contacts, createContacts } from '../../../adapters/teams/contacts.ts'
import { createTeams } from '../../../adapters/teams/teams.ts'
import type { Desk } from '../../../bot/ports.ts'
import type { Instant } from '../../../machines/contract.ts'
import { newFolder } from '../folder.ts'
import { demoClinic } from '../../support/clinic.ts'
import { faultsIn } from './valid.ts'

export const APP = '11111111-1111-4111-8111-111111111111'
export const TENANT = '22222222-2222-4222-8222-222222222222'
export const NADIA = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'
export const TOMASZ = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb'
export const STRANGER = 'cccccccc-cccc-4ccc-8ccc-cccccccccccc'

const ACCOUNTS: Readonly<Record<string, string>> = {
  'nadia-okafor': NADIA,
  'tomasz-brightwell': TOMASZ,
}

/** The demo clinic's people, two of whom have an account in the tenant. */
export const PEOPLE: readonly Person[] = demoClinic.people.map(({ id, name, roles }) => {
  const subject = ACCOUNTS[id]
  return { id, name, roles, ...(subject && { signIn: [{ issuer: issuerOf(TENANT), subject }] }) }
})

/** The identity is the loopback’s: no secret is needed to start. */
export const SETTINGS = { type: 'UserAssignedMSI', appId: APP, tenant: TENANT } as const

export interface Answer {
  readonly status: number
  readonly body: string
}

interface More {
  readonly now?: () => Instant
  /** Where a server before this one remembered whom it can tell. */
  readonly file?: string
  /** What it shares with other instances. */
  readonly contacts?: Contacts
  readonly loopback?: Loopback
}

/** The real server and the real Bot Framework before a desk, with a Teams on this machine. */
export async function openTeams(desk: Desk, people = PEOPLE, more: More = {}) {
  const loopback = more.loopback ?? (await openLoopback(APP))
  const { now = () => '2026-11-23T10:00:00.000Z' as Instant, file } = more
  const logged: object[] = []
  const log = { info: () => {}, error: (fields: object) => void logged.push(fields) }
  const teams = await createTeams({
    desk,
    people,
    settings: SETTINGS,
    log,
    channel: loopback.channel,
    now,
    contacts: more.contacts ?? createContacts(file ?? join(newFolder(), 'teams.json')),
  })
  const server = createHttpServer({
    ...{ routes: teams?.routes ?? [], sockets: [], host: '127.0.0.1', port: 0 },
    log: { info: () => {}, error: () => {} },
    limits: { burst: 1_000_000 },
  })
  const { port } = await server.listen()

  async function post(activity: object, token?: string): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(activity),
    })
    return { status: response.status, body: await response.text() }
  }

  return {
    ...{ loopback, logged, post, notify: async () => teams?.notify() },
    activity: (more: object = {}) => activityAt(loopback.at, more),
    chat: (account = NADIA) => chatOf({ loopback, post }, account),
    close: async () => {
      await server.close()
      if (!more.loopback) await loopback.close()
    },
  }
}
export type OpenTeams = Awaited<ReturnType<typeof openTeams>>

let sent = 0

export const activityAt = (at: string, more: object = {}, account = NADIA) => ({
  ...{ type: 'message', id: `a${(sent += 1)}`, channelId: 'msteams', serviceUrl: `${at}/` },
  ...{ from: { id: '29:somebody', aadObjectId: account }, recipient: { id: '28:candour' } },
  conversation: { id: 'a:personal', tenantId: TENANT, conversationType: 'personal' },
  channelData: { tenant: { id: TENANT } },
  ...more,
})

export interface Got {
  readonly status: number
  /** What the used card became. */
  readonly instead?: Card
  readonly cards: readonly Card[]
  readonly texts: readonly string[]
}

interface Line {
  readonly loopback: Loopback
  post(activity: object, token?: string): Promise<Answer>
}

/** A person at Teams, who reads cards and presses buttons by what is written on them. */
function chatOf({ loopback, post }: Line, account: string) {
  async function send(more: object): Promise<Got> {
    const from = loopback.calls.length
    const { status, body } = await post(
      activityAt(loopback.at, more, account),
      await loopback.token(),
    )
    const calls = loopback.calls.slice(from)
    const made = calls.filter(({ method }) => method === 'POST').map((call) => call.body)
    const put = calls.find(({ method }) => method === 'PUT')?.body
    const instead = put ? cardIn(put) : cardReplied(body)
    const cards = made.flatMap((each) => cardIn(each) ?? [])
    for (const card of [...cards, ...(instead ? [instead] : [])]) {
      expect(faultsIn(card)).to.deep.equal([])
    }
    return {
      ...{ status, cards, ...(instead && { instead }) },
      texts: made.flatMap(({ text }) => (typeof text === 'string' ? [text] : [])),
    }
  }
  return {
    send,
    say: (text: string) => send({ text }),
    press(card: Card | undefined, title: string, fields: object = {}) {
      const { verb, data } = actionOf(card, title)
      const action = { type: 'Action.Execute', verb, data: { ...(data as object), ...fields } }
      return send({ type: 'invoke', name: 'adaptiveCard/action', value: { action } })
    },
    /** As a client does that knows no Action.Execute. */
    submit(card: Card | undefined, title: string, fields: object = {}) {
      const { data } = actionOf(card, title).fallback as { data: object }
      return send({ replyToId: 'the-card', value: { ...data, ...fields } })
    },
  }
}
export type Chat = ReturnType<typeof chatOf>

function cardIn(body: Readonly<Record<string, unknown>>): Card | undefined {
  const [attachment] = (body['attachments'] ?? []) as readonly { readonly content?: Card }[]
  return attachment?.content
}

function cardReplied(body: string): Card | undefined {
  if (body === '') return undefined
  const { type, value } = JSON.parse(body) as { type?: string; value?: unknown }
  return type === 'application/vnd.microsoft.card.adaptive' ? (value as Card) : undefined
}

export const everythingIn = (card: Card | undefined): readonly Element[] =>
  (card?.body ?? []).flatMap((each) => [each, ...((each['items'] ?? []) as Element[])])

export const actionsIn = (card: Card | undefined): readonly Element[] =>
  everythingIn(card).flatMap(({ actions }) => (actions ?? []) as Element[])

export const titlesIn = (card: Card | undefined): readonly string[] =>
  actionsIn(card).map(({ title }) => String(title))

/** What the card says, without the escapes of Markdown. */
export const wordsIn = (card: Card | undefined): string =>
  everythingIn(card)
    .flatMap(({ text }) => (typeof text === 'string' ? [text.replace(/\\(.)/g, '$1')] : []))
    .join('\n')

function actionOf(card: Card | undefined, title: string): Element {
  const found = actionsIn(card).find((action) => action['title'] === title)
  if (!found) throw new Error(`no "${title}" among ${titlesIn(card).join(', ')}`)
  return found
}
