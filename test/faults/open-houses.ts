import { pino } from 'pino'
import { readSettings } from '../../adapters/config/env.ts'
import { createHttpServer } from '../../adapters/http/server.ts'
import { channels } from '../../adapters/programs/channels.ts'
import { frontOf } from '../../adapters/programs/front.ts'
import { type House, openHouse } from '../../adapters/programs/house.ts'
import { keepTime } from '../../adapters/programs/keep-time.ts'
import { verify } from '../../adapters/programs/verify.ts'
import { newFolder } from '../adapters/folder.ts'
import { sharedSettings } from '../support/instances.ts'
import { cluster } from '../support/postgres.ts'
import { asOwner, rowsOf } from './postgres/own.ts'

/** An instance in this process: all of the program but its own process, so that many cost little. */
export interface OpenHouse {
  readonly url: string
  readonly house: House
  close(): Promise<void>
}

export interface Houses {
  readonly settings: Readonly<Record<string, string>>
  readonly all: OpenHouse[]
  /** What `npm run verify` says of them, and whether it holds. */
  verify(): Promise<{ readonly code: number; readonly said: string }>
  /** Ends one and opens another in its place. */
  reopen(n: number): Promise<void>
}

/** A program that is broken on purpose. */
export type Spoil = (house: House) => House

export async function openOne(
  settings: Readonly<Record<string, string>>,
  spoil: Spoil = (house) => house,
): Promise<OpenHouse> {
  const read = readSettings({
    ...{ CANDOUR_DATA: newFolder(), PORT: '0', LOG_LEVEL: 'silent', CANDOUR_DEMO_PEOPLE: 'none' },
    ...settings,
  })
  const house = spoil(await openHouse(read))
  await house.candour.begin()
  const log = pino({ level: 'silent' })
  const open = await channels(house, read, log, () => undefined)
  const { host } = read
  const server = createHttpServer({ ...open, host, port: 0, log, ...frontOf(read) })
  const { port } = await server.listen()
  const timers = keepTime(house, open.notify, (error) => {
    throw error
  })
  return {
    url: `http://${host}:${port}`,
    house,
    close: async () => {
      timers.forEach(clearInterval)
      await server.close()
      await house.log.settled()
      await house.close()
    },
  }
}

/** Several on one new PostgreSQL; `sabotage` is done to its tables before anybody uses them, or to each. */
export async function withHouses<result>(
  many: number,
  sabotage: string | Spoil | undefined,
  more: Readonly<Record<string, string>>,
  work: (houses: Houses) => Promise<result>,
): Promise<result> {
  const settings = { ...(await sharedSettings(await cluster())), ...more }
  const [sql, spoil] = typeof sabotage === 'function' ? [undefined, sabotage] : [sabotage]
  if (sql) await rowsOf(asOwner(settings['CANDOUR_POSTGRES'] ?? ''), sql)
  const all: OpenHouse[] = []
  try {
    for (let n = 0; n < many; n += 1) all.push(await openOne(settings, spoil))
    return await work({
      ...{ settings, all },
      verify: async () => {
        const lines: string[] = []
        const env = { CANDOUR_DATA: newFolder(), ...settings }
        const code = await verify(env, [], (line) => lines.push(line))
        return { code, said: lines.join('\n') }
      },
      reopen: async (n) => {
        await all[n]?.close()
        all[n] = await openOne(settings, spoil)
      },
    })
  } finally {
    await Promise.all(all.map((one) => one.close()))
  }
}
