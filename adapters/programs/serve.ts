import { type Logger, pino } from 'pino'
import { CandourError } from '../../bot/errors.ts'
import { missingIn } from '../../bot/read-only.ts'
import type { Settings } from '../config/env.ts'
import { createHttpServer } from '../http/server.ts'
import type { MailOptions } from '../mail/mail.ts'
import { channels } from './channels.ts'
import { fillDemo } from './demo/people.ts'
import { endOnSignal } from './end-on-signal.ts'
import { frontOf, welcome } from './front.ts'
import { type House, openHouse } from './house.ts'
import { keepTime } from './keep-time.ts'
import { type Metering, openMetering } from './metering.ts'
import { checkPort, listenAt } from './ports.ts'
import { settleIn } from './settle-in.ts'
import { passStartGate } from './start-gate.ts'

/** How often it is looked whom to write to, in milliseconds. */
const MAIL = 30_000

/** `npm start`: opens the house, listens, says what to open. */
async function main(): Promise<void> {
  const settings = passStartGate(process.env)
  const log = pino({ level: settings.logLevel })
  const fatal = (error: Error) => {
    log.fatal({ code: codeOf(error) })
    process.exit(1)
  }
  const metering = await openMetering(settings, log)
  const { trouble, unseen, unreached, unposted } = tellers(log, metering)
  await checkPort(settings.port, settings.host)
  const house = await openHouse(settings, fatal, trouble, unseen)
  metering.watch(house)
  await house.candour.begin()
  const empty = settings.mode === 'demo' && settings.demoPeople === 'made-up'
  if (empty && !house.gap) await moveIn(house)
  const { notify, ...open } = await channels(house, settings, log, unreached)
  const server = createHttpServer({
    ...open,
    ...{ host: settings.host, port: settings.port, log, answered: metering.answered },
    ...frontOf(settings),
  })
  const { port } = await listenAt('PORT', settings.port, server.listen)
  const mail = await startMail(house, settings, port, unposted)
  const timers = keepTime(house, notify, fatal)
  console.log(`\n${welcome(settings, port, house.standing)}`)
  console.log(`${house.logBegan ? LOG_BEGAN : ''}${tellOfLog(settings)}\n`)
  if (house.gap) console.log(`${missingIn(house.gap)}\nSee npm run restore.\n`)
  settleIn()
  endOnSignal(async () => {
    timers.forEach(clearInterval)
    mail.close()
    await server.close()
    await house.log.settled()
    await house.close()
    await metering.close()
    process.exit(0)
  }, fatal)
}

function tellers(log: Logger, { failed }: Metering) {
  return {
    trouble: (consultation: string, error: unknown) => {
      failed('consultation')
      log.error({ consultation, code: codeOf(error) })
    },
    unseen: ({ code, details: { witness, why } }: CandourError) => {
      failed('witness')
      log.error({ code, witness, why })
    },
    unreached: () => {
      failed('sign-in')
      log.error({ code: 'desk/provider-not-reached' })
    },
    unposted: ({ code, cause }: Parameters<MailOptions['failed']>[0]) => {
      // A server that asks for patience is no failure.
      if (code !== 'mail/now') failed('mail')
      log.error({ code, cause })
    },
  }
}

/** What sends mail is read where there is a server to send it to. */
async function startMail(
  house: House,
  settings: Settings,
  port: number,
  failed: MailOptions['failed'],
) {
  if (!settings.mail) return { close: () => undefined }
  const { mailOf } = await import('./mail.ts')
  const at = settings.origin ?? `http://${settings.host}:${port}`
  const mail = mailOf(house, settings, { deskUrl: `${at}/desk`, failed })
  void mail?.round()
  const timer = mail && setInterval(() => void mail.round(), MAIL)
  return {
    close: () => {
      clearInterval(timer)
      mail?.close()
    },
  }
}

async function moveIn({ candour, clinic, clocks, store }: House): Promise<void> {
  if ((await store.consultations(clinic.id)).length > 0) return
  await fillDemo({ ...candour, clinic, now: clocks.clock() })
}

const LOG_BEGAN = 'There was no log of records here, so this demo has begun one.\n'

/** Said each time: a seal alone says nothing against whoever holds this machine. */
function tellOfLog({ witness }: Settings): string {
  return witness
    ? 'Records are sealed in a log, and a witness outside is asked to sign that it only grows.'
    : 'Records are sealed in a log on this machine. Nobody outside sees it: it is not witnessed.'
}

/** What went wrong, without a word of what anybody said. */
function codeOf(error: unknown): string {
  if (error instanceof CandourError) return error.code
  return error instanceof Error ? error.name : 'unknown'
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
