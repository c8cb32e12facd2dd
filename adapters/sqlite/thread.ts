import { parentPort, workerData } from 'node:worker_threads'
import { CandourError } from '../../bot/errors.ts'
import { createBallast } from './ballast.ts'
import { createBatch } from './batch.ts'
import { connectToWrite } from './connection.ts'
import type { Asked, Done, ThreadData, Told } from './writer.ts'
import { canWait, isKept, type Writes, writesOf } from './writes.ts'

const port = parentPort
if (!port) throw new Error('This runs as a thread of its own.')

const { path, ballast: bytes } = workerData as ThreadData
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

let taken: Promise<unknown> = Promise.resolve()

port.on('message', (asked: readonly Asked[] | 'close') => {
  if (asked === 'close') void close()
  else taken = Promise.all([taken, take(asked)])
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
    return [n, name === 'isFull' ? isFull() : await written(name, args)]
  } catch (error) {
    if (error instanceof CandourError && error.code === 'store/full') return [n, null, error.code]
    throw error
  }
}

async function written(name: keyof Writes, args: readonly unknown[]): Promise<unknown> {
  const write = writes[name] as (...args: readonly unknown[]) => unknown
  const work = () => write(...args)
  const result = await batch.write(work, (one) => isKept(name, one), canWait(name, args))
  // What was deleted is then in none of the files, the log included.
  if (name === 'erase') db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  return result
}

function isFull(): boolean {
  ballast?.look()
  return ballast?.held() === false
}

async function close(): Promise<void> {
  await batch.close()
  await taken
  db.close()
  port?.close()
}
