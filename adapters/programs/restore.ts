/**
 * `npm run restore -- COPY` puts a copy of the evidence back, while no server runs.
 * `npm run restore -- new-epoch` goes on without the records that are missing then, for good.
 */
import { join } from 'node:path'
import { createBook } from '../../bot/book.ts'
import { gapOf, newEpoch, type Told } from '../../bot/evidence/log/epoch.ts'
import { peek } from '../../bot/evidence/log/checkpoint.ts'
import { missingIn } from '../../bot/read-only.ts'
import type { Actor } from '../../machines/commands.ts'
import { type Environment, readSettings, type Settings } from '../config/env.ts'
import { CONTENT } from '../files/content.ts'
import { putBack } from '../sqlite/backup.ts'
import { lockFile } from '../sqlite/connection.ts'
import { type Data, openData } from './data.ts'
import { readClinic } from './house.ts'
import { settleMode } from './mode-of-data.ts'
import { logParts } from './open-log.ts'
import { refuseNothingThere } from './there.ts'
import { print } from './print.ts'

type Print = (line: string) => void

const NOT_HERE =
  'The evidence is in PostgreSQL: put a copy back with its own tools, as docs/running.md says.'

/** The whole program: prints what was done, answers the exit code. */
export async function restore(
  env: Environment,
  args: readonly string[],
  print: Print,
  now = Date.now(),
): Promise<number> {
  try {
    const settings = readSettings(env)
    const [what, ...rest] = args
    if (!what || rest.length > 0) throw new Error('Use: npm run restore -- COPY | new-epoch')
    if (what === 'new-epoch') return await goOn(settings, print)
    if (settings.postgres) throw new Error(NOT_HERE)
    putItBack(settings, what, print, now)
    return await tellGap(settings, print)
  } catch (error) {
    print(error instanceof Error ? error.message : String(error))
    return 1
  }
}

function putItBack({ data }: Settings, copy: string, print: Print, now: number): void {
  const path = join(data, 'candour.sqlite')
  const lock = lockFile(path)
  try {
    const { before } = putBack(copy, path, new Date(now).toISOString())
    print(`${copy} is whole, and is the evidence now.`)
    if (before) print(`What was there before is kept in ${before}.`)
  } finally {
    lock.close()
  }
}

async function tellGap(settings: Settings, print: Print): Promise<number> {
  const { data, log } = await opened(settings)
  try {
    const gap = await gapOf(log)
    if (!gap) print('No record is missing that the second place knows of.')
    else {
      print(missingIn(gap))
      print('To go on without them for good: npm run restore -- new-epoch')
    }
    return 0
  } finally {
    await data.close()
  }
}

async function goOn(settings: Settings, print: Print): Promise<number> {
  refuseNothingThere(settings)
  const { data, log, clinic } = await opened(settings)
  try {
    await settleMode(data, settings)
    const gap = await gapOf(log)
    const origin = `candour/${clinic.id}/${data.chance.id().slice(0, 16)}`
    await newEpoch(log, origin, toldIn(data, clinic, settings.mode))
    const head = await log.store.head()
    if (gap) print(`The log goes on without ${name(gap)}. That is on record in it.`)
    print(
      `Its name is ${head ? peek(head.signed).origin : origin} from now on: tell its witnesses.`,
    )
    return 0
  } finally {
    await data.close()
  }
}

const name = ({ from, to }: { from: number; to: number }): string =>
  from === to ? `record ${from}` : `records ${from} to ${to}`

async function opened(settings: Settings) {
  const clinic = readClinic(settings.clinicDir ?? join(CONTENT, 'clinics'))
  const data = await openData(settings, clinic.id)
  return { clinic, data, log: logParts(settings, { ...data, clinic }) }
}

const OPERATOR: Actor = { id: 'operator', role: 'system', assurance: 'system' }

/** What is missing stands in the clinic's own book, with the checkpoint that says so. */
function toldIn(data: Data, clinic: ReturnType<typeof readClinic>, mode: Settings['mode']): Told {
  const book = createBook(data, { clinic: clinic.id, mode })
  return {
    has: async (checkpoint) =>
      (await book.entries()).some(
        ({ act }) => act.type === 'restored' && act.checkpoint === checkpoint,
      ),
    tell: async (has, checkpoint) => {
      const had = peek(checkpoint).size
      await book.add(OPERATOR, () => ({ type: 'restored', had, has, checkpoint }))
    },
  }
}

if (import.meta.main) {
  process.exitCode = await restore(process.env, process.argv.slice(2), print)
}
