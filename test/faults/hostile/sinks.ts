import { inflateSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import type { Card } from '../../../adapters/teams/cards.ts'
import { mailFor } from '../../adapters/mail/house.ts'
import { openSmtp, wordsOf } from '../../adapters/mail/server.ts'
import { everythingIn, openTeams, wordsIn } from '../../adapters/teams/chat.ts'
import type { OpenClinic } from '../../support/clinic.ts'
import { Server } from '../../support/server.ts'
import { sameBuild } from '../kit/build.ts'
import type { OpenHouse } from '../open-houses.ts'
import { Practitioner } from '../practitioner.ts'
import { told } from './told.ts'

/** Where words of a patient come out, or must not. */
export interface Sink {
  /** What came out. */
  readonly made: (at: At) => Promise<string>
  /** What of it is more than words: a sentence for each. */
  readonly faults: (made: string, payloads: readonly string[]) => readonly string[]
}

export interface At {
  readonly instance: OpenHouse
  readonly consultation: string
  readonly payloads: readonly string[]
}

const BY = { id: 'nadia-okafor', role: 'practitioner', assurance: 'demo-sign-in' } as const

/** Too short to be told from words of our own. */
const telling = (payloads: readonly string[]) => payloads.filter((one) => one.length >= 12)
const quotes = (made: string, payloads: readonly string[]) =>
  telling(payloads)
    .filter((one) => made.includes(one))
    .map((one) => `it has a patient’s words: ${one}`)

export const SINKS: Readonly<Record<string, Sink>> = {
  'a card of Teams': {
    made: async ({ instance }) => {
      const teams = await openTeams(instance.house.candour.desk)
      try {
        const { cards } = await teams.chat().say('hello')
        return JSON.stringify(cards)
      } finally {
        await teams.close()
      }
    },
    faults: (made, payloads) =>
      (JSON.parse(made) as Card[]).flatMap((card) => inCard(card, payloads)),
  },
  'the printed record': {
    made: async ({ instance, consultation }) => {
      const { file, said } = await instance.house.candour.desk.pack(BY, consultation)
      if (!file) throw new Error(`no pack: ${said}`)
      return inflated(unzipSync(file)['record.pdf'])
    },
    faults: activeIn,
  },
  'files for a spreadsheet': {
    made: async ({ instance: { url }, consultation }) => {
      const reader = new Practitioner()
      await reader.signIn(url, 'nadia-okafor', 'practitioner')
      await reader.get(url, `/desk/c/${consultation}`)
      const auditor = new Practitioner()
      await auditor.signIn(url, 'osei-marchetti', 'auditor')
      const { status, text } = await auditor.get(url, '/desk/access/csv')
      if (status !== 200 || !text.includes(consultation)) throw new Error(`no file: ${status}`)
      return text
    },
    faults: (made, payloads) => [
      ...quotes(made, payloads),
      ...(/(^|,)"?[=+\-@\t]/m.test(made) ? ['it has a formula'] : []),
    ],
  },
  'a mail': {
    made: async ({ instance: { house } }) => {
      const smtp = await openSmtp()
      const mail = mailFor(
        { ...house.candour, clocks: house.clocks } as unknown as OpenClinic,
        smtp,
      )
      try {
        await mail.round()
        if (smtp.received.length === 0) throw new Error(`no mail: ${mail.failed.join()}`)
        return smtp.received.map((one) => `${one.to}\n${one.raw}\n${wordsOf(one)}`).join('\n')
      } finally {
        mail.close()
        await smtp.close()
      }
    },
    faults: quotes,
  },
  'the log of the server': {
    made: async ({ payloads }) => {
      const server = await Server.start({ LOG_LEVEL: 'trace', ...sameBuild() })
      try {
        await told(server.url, payloads)
        const lines = server.said.split('\n').filter((line) => line.includes('"route"'))
        if (lines.length === 0) throw new Error('it logs nothing')
        return lines.join('\n')
      } finally {
        await server.stop()
      }
    },
    faults: (made, payloads) => [
      ...quotes(made, payloads),
      ...made.split('\n').flatMap((line) => (isEntry(line) ? [] : [`no entry of ours: ${line}`])),
    ],
  },
}

/** A build that is careless in each of them, and in the pages without scripts. */
export const CARELESS = {
  'adapters/teams/markdown.ts': [
    'plain(text: string): string {',
    'plain(text: string): string { if (text) return text',
  ],
  'adapters/pdf/press.ts': ['top, { width })', 'top, { width, link: words })'],
  'adapters/desk/access.ts': [
    `consultation = '' }) => {
    return [at, who, role, what, how, consultation]`,
    `consultation = '', of = '' }) => {
    return [at, who, role, what, how, consultation, of]`,
  ],
  'adapters/mail/mail.ts': [
    'const tasks = await tasksOf(options.desk, one)',
    `const tasks = await tasksOf(options.desk, one)
    const waiting = await options.desk.queue({ ...one, role: one.roles[0], assurance: 'system' })
    const text = waiting.map(({ who }) => who).join()`,
  ],
  'adapters/http/server.ts': [
    'await few.enter()',
    'await few.enter(); options.log.info({ route: route.path, body })',
  ],
  'adapters/web/written/sheet.ts': [
    'text.replace(/[&<>"\']/g, (sign) => `&#${sign.charCodeAt(0)};`)',
    'text',
  ],
} as const

/** What is asked of a reader of PDF that is more than showing a page. */
const ACTIVE = /\/(?:JavaScript|JS|OpenAction|AA|URI|Launch|SubmitForm|EmbeddedFiles?|RichMedia)\b/g

export function activeIn(pdf: string): readonly string[] {
  return [...pdf.matchAll(ACTIVE)].map(([active]) => `it would do something: ${active}`)
}

/** All that is compressed in it, and the rest. */
export function inflated(pdf: Uint8Array = new Uint8Array()): string {
  const parts = Buffer.from(pdf)
    .toString('latin1')
    .split(/stream\r?\n/)
  return parts
    .map((part) => {
      try {
        return inflateSync(Buffer.from(part, 'latin1')).toString('latin1')
      } catch {
        return part.split('endstream').at(-1) ?? ''
      }
    })
    .join('\n')
}

/** Markdown that nothing keeps from being read as such. */
const LIVE = /(?<!\\)(?:\\\\)*[[\]<>*_`~]|\bhttps?:/

function inCard(card: Card, payloads: readonly string[]): string[] {
  const words = wordsIn(card).replace(/\s+/g, ' ')
  const name = payloads.join(' ').replace(/\s+/g, ' ').trim().slice(0, 60)
  return [
    ...(words.includes(name) ? [] : [`it does not show who it is: ${words.slice(0, 300)}`]),
    ...liveIn(card),
  ]
}

export const liveIn = (card: Card): readonly string[] =>
  everythingIn(card)
    .map(({ text }) => (typeof text === 'string' ? text : ''))
    .filter((text) => LIVE.test(text))
    .map((text) => `it would be more than words: ${text.slice(0, 100)}`)

function isEntry(line: string): boolean {
  try {
    return typeof (JSON.parse(line) as { route?: unknown }).route === 'string'
  } catch {
    return false
  }
}
