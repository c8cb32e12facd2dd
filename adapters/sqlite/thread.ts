import { parentPort, workerData } from 'node:worker_threads'
import { CandourError } from '../../bot/errors.ts'
import { createBallast } from './ballast.ts'
import { createBatch } from './batch.ts'
import { connectToWrite } from './connection.ts'
import { giveBack } from './give-back.ts'
import type { SealedTurn, UnsealedTurn } from '../../bot/ports.ts'
import type { Asked, Done, Sealing, ThreadData, Told } from './writer.ts'
import { canWait, type Writes, writesOf } from './writes.ts'

const port = parentPort
if (!port) throw new Error('This runs as a thread of its own.')

const { path, ballast: bytes, sealing } = workerData as ThreadData
const ballast = bytes === undefined ? undefined : createBallast(path, bytes)
const db = connectToWrite(path)
const writes = writesOf(db)
const tell = (told: Told) => port.postMessage(told)
const flushed: number[] = []
const batch = createBatch({
  ...{ db, ballast },
  onFatal: ({ cause }) => tell({ failed: cause }),
  onFlush: (writes) => void flushed.push(writes),
})

let loaded: Promise<Sealing> | undefined
/** Read with the first turn: it brings the schema of a record, for which an idle server has no use. */
const sealer = () => (loaded ??= load())

async function load(): Promise<Sealing> {
  try {
    return (await import(sealing ?? '')) as Sealing
  } catch (error) {
    // Whoever comes next tries again.
    loaded = undefined
    throw error
  }
}

giveBack()

let taken: Promise<unknown> = Promise.resolve()

port.on('message', (asked: readonly Asked[] | 'close') => {
  if (asked === 'close') void close()
  else taken = Promise.all([taken, take(asked)]).then(() => undefined)
})

async function take(asked: readonly Asked[]): Promise<void> {
  try {
    tell({ done: await Promise.all(asked.map(done)), flushed: flushed.splice(0) })
  } catch (cause) {
    tell({ failed: cause })
  }
}

async function done([n, name, args]: Asked): Promise<Done> {
  try {
    if (name === 'isFull') return [n, isFull()]
    return name === 'take' ? await seal(n, args[0] as UnsealedTurn) : [n, await written(name, args)]
  } catch (error) {
    if (error instanceof CandourError && error.code === 'store/full') return [n, null, error.code]
    throw error
  }
}

/** What cannot be sealed is refused alone. */
async function seal(n: number, unsealed: UnsealedTurn): Promise<Done> {
  let sealed: SealedTurn
  try {
    sealed = (await sealer()).sealTurn(unsealed)
  } catch (error) {
    return [n, null, { unsealed: error instanceof Error ? `${error.name}: ${error.message}` : '' }]
  }
  return [n, { result: await written('commit', [sealed.turn]), heads: sealed.heads }]
}

async function written(name: keyof Writes, args: readonly unknown[]): Promise<unknown> {
  const write = writes[name] as (...args: readonly unknown[]) => unknown
  const work = () => write(...args)
  const result = await batch.write(work, canWait(name, args))
  // What was deleted is then in none of the files, the log included.
  if (name === 'erase') db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  return result
}

function isFull(): boolean {
  ballast?.look()
  return ballast?.held() === false
}

async function close(): Promise<void> {
  // What was asked before is sealed before.
  await loaded?.catch(() => undefined)
  await batch.close()
  await taken
  db.close()
  port?.close()
}
