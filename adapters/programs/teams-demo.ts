import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Claim } from '../../bot/ports.ts'
import { createHttpServer } from '../http/server.ts'
import type { Card, Element } from '../teams/cards.ts'
import { type Loopback, openLoopback } from '../teams/loopback.ts'
import { issuerOf } from '../teams/people.ts'
import { createContacts } from '../teams/contacts.ts'
import { createTeams, PATH } from '../teams/teams.ts'
import { colleague, patientAnswers, take } from './demo/autopilot.ts'
import { PATIENT } from './demo/replies.ts'
import { type House, openHouse } from './house.ts'
import { keepTime } from './keep-time.ts'

const APP = '11111111-1111-4111-8111-111111111111'
const TENANT = '22222222-2222-4222-8222-222222222222'
const ACCOUNT = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa'
/** What the made-up practitioner presses, the first that a card has. */
const PRESSES = ['no-doubt', 'not-needed', 'none-found', 'adequate', 'answered']
const TYPES = 'Made-up words of a made-up practitioner.'
const PATHWAYS = ['capacity#', 'gp-weighing#']

/** `npm run teams:demo`: one conversation in Teams, without Microsoft. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'candour-teams-'))
  const house = await openHouse({
    ...{ data: folder, kekFile: undefined, clinicDir: undefined, mode: 'demo' },
  })
  const loopback = await openLoopback(APP)
  const server = await serverOf(house, loopback, folder)
  const { port } = await server.listen()
  const timers = keepTime(house, async () => {}, fatal)
  try {
    console.log(WHAT)
    const id = await someoneWaits(house)
    await converse(house, createClient(`http://127.0.0.1:${port}`, loopback))
    await house.log.settled()
    await tellOfRecord(house, id)
  } finally {
    timers.forEach(clearInterval)
    await server.close()
    await loopback.close()
    await house.close()
    rmSync(folder, { recursive: true })
  }
}

const WHAT = `
A conversation in Microsoft Teams, without Microsoft.

Everybody in it is made up, and nothing of it is kept. The server, the Bot Framework with its
checks, the statecharts and the evidence are the real ones. Teams itself is not: something on
this machine signs with a key of its own and takes what Candour sends. What is below is what
Candour sent, card by card, with [buttons].
`

async function tellOfRecord({ candour, clinic }: House, id: string): Promise<void> {
  const page = await candour.desk.records(colleague(clinic.people, 'auditor'), id)
  const records = page?.records ?? []
  const taken = records.filter(({ channel }) => channel === 'teams').length
  const sealed = records.filter(({ standing }) => standing === 'sealed').length
  console.log(
    `On record from Teams: ${taken}. Checked and whole: ${page?.verified ? 'yes' : 'no'}.`,
  )
  console.log(`Sealed in the log: ${sealed} of ${records.length}. Nobody outside has witnessed it.`)
}

async function serverOf({ candour, clinic, clocks }: House, { channel }: Loopback, folder: string) {
  const { id: practitioner } = colleague(clinic.people, 'practitioner')
  const signIn = [{ issuer: issuerOf(TENANT), subject: ACCOUNT }]
  const people = clinic.people.map((one) => (one.id === practitioner ? { ...one, signIn } : one))
  const log = { info: () => {}, error: (fields: object) => console.error(fields) }
  const settings = { type: 'UserAssignedMSI', appId: APP, tenant: TENANT }
  const teams = await createTeams({
    ...{ desk: candour.desk, people, settings, log, channel, now: () => clocks.clock() },
    contacts: createContacts(join(folder, 'teams.json')),
  })
  return createHttpServer({
    ...{ routes: teams?.routes ?? [], sockets: [], host: '127.0.0.1', port: 0 },
    log: { info: () => {}, error: log.error },
  })
}

/** A made-up patient, as far as there is something for the practitioner to decide. */
async function someoneWaits({ candour, clinic, clocks, chance, store }: House): Promise<string> {
  const claim: Claim = {
    ...{ sitting: chance.id(), began: clocks.wall(), channel: 'widget', visitor: true },
  }
  await patientAnswers(candour.sittings, claim, PATIENT)
  const id = (await store.sitting(claim.sitting))?.consultation ?? ''
  const practitioner = colleague(clinic.people, 'practitioner')
  const proposal = { type: 'propose', class: 'filler', name: 'Dermal filler' }
  await take(candour.desk, practitioner, id, proposal)
  return id
}

type Client = ReturnType<typeof createClient>

async function converse({ clinic }: House, client: Client): Promise<void> {
  const { name = '' } = colleague(clinic.people, 'practitioner')
  const says = (what: string) => console.log(`\n${name}: ${what}\n`)
  says('hello')
  const [home] = await client.say('hello')
  says('[Open]')
  const open = actionsIn(home)[0]
  if (!open) throw new Error('nothing waits')
  const asked = await client.press(open)
  const mine = asked.filter((card) => isOf(card, PATHWAYS))
  for (let card = mine.shift(); card; card = mine.shift()) {
    const button = buttonOf(card)
    if (!button) throw new Error(`nothing to press: ${textOf(card)}`)
    const typing = doing('answered')(button)
    says(`${typing ? `“${TYPES}” ` : ''}[${String(button['title'])}]`)
    const next = await client.press(button, typing ? { value: TYPES } : {})
    mine.unshift(...next.filter((one) => isOf(one, PATHWAYS)))
  }
  says('stop')
  await client.say('stop')
}

function buttonOf(card: Card): Element | undefined {
  const actions = actionsIn(card)
  return PRESSES.map((event) => actions.find(doing(event))).find((action) => action !== undefined)
}

interface Data {
  readonly open?: string
  readonly event?: string
}
const dataOf = ({ data }: Element) => data as Data
const doing =
  (event: string) =>
  (action: Element): boolean =>
    dataOf(action).event === event

function isOf(card: Card, pathways: readonly string[]): boolean {
  const open = actionsIn(card).map((action) => dataOf(action).open ?? '')[0] ?? ''
  return pathways.some((each) => open.startsWith(each))
}

/** Somebody at Teams: sends what they do, prints what comes back. */
function createClient(server: string, { at, token, calls }: Loopback) {
  let sent = 0
  async function send(more: object): Promise<readonly Card[]> {
    const from = calls.length
    const activity = {
      ...{ id: `demo-${(sent += 1)}`, channelId: 'msteams', serviceUrl: `${at}/` },
      ...{ from: { id: '29:demo', aadObjectId: ACCOUNT }, recipient: { id: '28:candour' } },
      conversation: { id: 'a:demo', tenantId: TENANT, conversationType: 'personal' },
      ...{ channelData: { tenant: { id: TENANT } }, ...more },
    }
    const response = await fetch(server + PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await token()}` },
      body: JSON.stringify(activity),
    })
    if (!response.ok) throw new Error(`Candour answered ${response.status}`)
    const replied = await response.text()
    if (replied !== '') show('In its place', (JSON.parse(replied) as { value: Card }).value)
    return calls.slice(from).flatMap(({ body }) => received(body))
  }
  return {
    say: (text: string) => send({ type: 'message', text }),
    press({ verb, data }: Element, fields: object = {}) {
      const action = { type: 'Action.Execute', verb, data: { ...(data as object), ...fields } }
      return send({ type: 'invoke', name: 'adaptiveCard/action', value: { action } })
    },
  }
}

function received(body: Readonly<Record<string, unknown>>): readonly Card[] {
  const { text, attachments } = body as {
    text?: string
    attachments?: readonly { content: Card }[]
  }
  if (typeof text === 'string' && text !== '') console.log(indented(`Candour: ${text}`))
  const cards = (attachments ?? []).map(({ content }) => content)
  for (const card of cards) show('Candour', card)
  return cards
}

function show(who: string, card: Card): void {
  console.log(indented(`${who}:\n${textOf(card)}`))
}

const indented = (text: string): string => `${text.replace(/^(?=.)/gm, '    ')}\n`

function textOf(card: Card): string {
  return everythingIn(card).map(lineOf).join('\n').replaceAll(/\n\n+/g, '\n')
}

function lineOf({ type, text, label, choices, actions }: Element): string {
  if (typeof text === 'string') return text.replace(/\\(.)/g, '$1')
  const options = ((choices ?? []) as Element[]).map(({ title }) => `( ) ${String(title)}`)
  if (typeof label === 'string') return [`${label}: ______`, ...options].join('\n')
  if (type !== 'ActionSet') return ''
  return ((actions ?? []) as Element[]).map(({ title }) => `[${String(title)}]`).join(' ')
}

const everythingIn = (card: Card | undefined): readonly Element[] =>
  (card?.body ?? []).flatMap((one) => [one, ...((one['items'] ?? []) as Element[])])

const actionsIn = (card: Card | undefined): readonly Element[] =>
  everythingIn(card).flatMap(({ actions }) => (actions ?? []) as Element[])

function fatal(error: unknown): void {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

await main().catch(fatal)
