/**
 * A process to end at any moment: `node teller.ts FOLDER [--from N] [--to N] [--die STEP] [--early]`
 * tells the story on the real stores and says, a line each, what it asks for and what was answered.
 * With the settings of a PostgreSQL each statement is a step there, else all that is asked of a port.
 */
import { existsSync, readFileSync, writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Store } from '../../../bot/ports.ts'
import { openTold, type Step, type Told } from './house.ts'
import { type Line, STORY, type World } from './story.ts'
import { nowhere, read, type Saved } from './world.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: '0' },
    to: { type: 'string', default: String(STORY.length) },
    /** Killed at that step, counted from when it is ready. */
    die: { type: 'string', default: '0' },
    /** Sabotage: a turn is acknowledged before it is kept. */
    early: { type: 'boolean', default: false },
  },
})
const [folder = ''] = positionals
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)

let steps = 0
let ready = false
const die = Number(values.die)
const step: Step = async (name) => {
  if (!ready) return
  steps += 1
  if (steps !== die) return
  say({ died: name })
  process.kill(process.pid, 'SIGKILL')
  await new Promise(() => {})
}

/** Milliseconds. */
const LATE = 20

/** What the promise of a durable answer forbids. */
const early = (store: Store): Store => {
  // Which would be the other way to keep one.
  const { commitUnsealed: _, ...rest } = store
  return {
    ...rest,
    commit: async (turn) => {
      setTimeout(() => void store.commit(turn), LATE)
      return 'committed'
    },
  }
}

/** In doubt about what is kept, a server ends: see keep-time.ts and serve.ts. */
const fatal = (error: unknown): never => {
  say({ fatal: error instanceof Error ? error.message : String(error) })
  process.exit(1)
}

const spoiled = values.early ? { spoil: early } : {}
const house = await open().catch(fatal)
const worldFile = `${folder}.world`
const saved = existsSync(worldFile)
  ? (JSON.parse(readFileSync(worldFile, 'utf8')) as Saved)
  : nowhere
const world: World = { house, ...read(saved), say: (line: Line) => say(line) }
ready = true
say({ ready: true })
for (let n = Number(values.from); n < Number(values.to); n += 1) {
  await STORY[n]?.tell(world, n).catch(fatal)
  if (values.early) await pause(2 * LATE)
}
ready = false
say({ steps })
await house.close()

async function open(): Promise<Told> {
  if (!process.env['CANDOUR_POSTGRES']) return openTold(folder, { step, fatal, ...spoiled })
  // What has to do with PostgreSQL takes time to read.
  const { atStatements, whereOf } = await import('../postgres/statements.ts')
  atStatements(step)
  return openTold(whereOf(process.env), { fatal, ...spoiled })
}
