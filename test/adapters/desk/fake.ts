import { createDesk, type DeskOptions } from '../../../adapters/desk/desk.ts'
import type { HttpReply, Route } from '../../../adapters/http/route.ts'
import type { Clocks, Desk, Done } from '../../../bot/ports.ts'
import type { CaseView } from '../../../bot/views/desk.ts'
import type { Actor } from '../../../machines/contract.ts'
import { CASE, DRAWING, NOW, PEOPLE, QUEUE } from './believable.ts'
import { RECORD } from './records.ts'
import { rehearsalsOf } from '../../../adapters/programs/preview.ts'
import { demoClinic } from '../../support/clinic.ts'
import { form, match } from './serve.ts'

type Call = readonly [what: string, by: Actor, ...rest: readonly unknown[]]

/** A desk of plain data, which notes what it is asked. */
export function fakeDesk(more: Partial<Desk> = {}, view: Partial<CaseView> = {}) {
  const calls: Call[] = []
  const note =
    <given extends readonly unknown[], answer>(what: string, answer: answer) =>
    async (by: Actor, ...rest: given): Promise<answer> => {
      calls.push([what, by, ...rest])
      return answer
    }
  const done: Done = { ok: true, said: 'It is on record.' }
  const desk: Desk = {
    queue: async () => QUEUE,
    look: async (_, id) => (id === CASE.consultation ? { ...CASE, ...view } : undefined),
    async answering(by, id, work) {
      const view = await desk.look(by, id)
      return view && work(view, () => desk.look(by, id))
    },
    records: async (_, id) => (id === CASE.consultation ? RECORD : undefined),
    drawing: async (_, id, { open }) =>
      id === CASE.consultation && CASE.drawings.some((one) => one.open === open)
        ? DRAWING
        : undefined,
    written: async () => undefined,
    summary: note('summary', done),
    act: note('act', done),
    pack: note('pack', { ...done, file: new TextEncoder().encode('PK'), name: 'record-c-1.zip' }),
    audit: async () => undefined,
    reads: async () => undefined,
    start: note('start', { ...done, consultation: 'c-4' }),
    invite: note('invite', { ...done, secret: 'once-only', consultation: 'c-9' }),
    keeping: async () => undefined,
    keep: note('keep', done),
    makeLink: note('makeLink', { ...done, secret: 'once-only' }),
    persons: note('persons', [
      { id: 'person-9', name: 'Priya Nair', birthDate: '1991-05-04', consultation: 'c-1' },
      { id: 'person-8', name: 'Priyanka Nairn', consultation: 'c-8' },
    ]),
    openInEmergency: note('openInEmergency', { ...done, consultation: CASE.consultation }),
    lookInto: note('lookInto', done),
    notForRole: note('notForRole', undefined),
    moveClock: async () => NOW as Awaited<ReturnType<Desk['moveClock']>>,
    ...more,
  }
  return { desk, calls }
}

/** What the clinic of these tests has written information about. */
export const TREATMENTS = [
  { class: 'filler', name: 'Dermal filler' },
  { class: 'peel', name: 'Chemical peel' },
] as const

const rehearsals = rehearsalsOf(demoClinic)

export function settings(desk: Desk, more: Partial<DeskOptions> = {}): DeskOptions {
  let made = 0
  const at = NOW as ReturnType<Clocks['clock']>
  return {
    desk,
    people: PEOPLE,
    clinicName: 'Harbour Clinic',
    treatments: TREATMENTS,
    printed: ({ title }, { words }) => ({ status: 200, body: `${title}: ${words}` }),
    summaryPrinted: ({ title }, { words }) => ({ status: 200, body: `${title}: ${words}` }),
    secret: new Uint8Array(32).fill(7),
    clocks: { clock: () => at, wall: () => at, offset: () => 0 },
    chance: { bytes: (length) => new Uint8Array(length), id: () => `id-${(made += 1)}` },
    ...{ mode: 'demo', rehearsals },
    ...more,
  }
}

/** A browser without a screen: keeps cookies, says where it comes from, finds the form's token. */
export function visitor(options: DeskOptions) {
  const { routes } = createDesk(options)
  const cookies: Record<string, string> = {}

  async function send(method: Route['method'], url: string, more: Sent = {}): Promise<HttpReply> {
    const { pathname, searchParams } = new URL(url, ORIGIN)
    const found = match(routes, method, pathname)
    if (!found) throw new Error(`No route for ${method} ${pathname}`)
    const reply = await found.route.handle({
      method,
      path: pathname,
      params: found.params,
      query: Object.fromEntries(searchParams),
      headers: more.headers ?? { origin: ORIGIN, 'sec-fetch-site': 'same-origin' },
      cookies: { ...cookies },
      body: more.body,
      address: '127.0.0.1',
      origin: ORIGIN,
    })
    keep(cookies, reply)
    return reply
  }

  return {
    cookies,
    get: (url: string, headers?: Record<string, string>) =>
      send('GET', url, headers ? { headers } : {}),
    post: (url: string, fields: Fields, headers?: Record<string, string>) =>
      send('POST', url, { body: form(encoded(fields)), ...(headers && { headers }) }),
    signIn: (person = 'p-amira', role = 'performer') =>
      send('POST', '/desk/sign-in', { body: { person, role } }),
    async token(): Promise<string> {
      const { body } = await send('GET', '/desk')
      return /name="token" value="([^"]+)"/.exec(String(body))?.[1] ?? ''
    },
  }
}

export const ORIGIN = 'http://desk.test'
type Fields = Readonly<Record<string, string | readonly string[]>>
interface Sent {
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

function encoded(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as [string, string]),
  )
  return new URLSearchParams(pairs).toString()
}

function keep(cookies: Record<string, string>, { headers }: HttpReply): void {
  for (const line of [headers?.['set-cookie'] ?? []].flat()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (/Max-Age=0(;|$)/.test(line)) delete cookies[name]
    else cookies[name] = value
  }
}
