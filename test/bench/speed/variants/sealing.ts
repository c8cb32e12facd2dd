/** Seals, as the thread that writes does, and writes nothing: it answers what the log has to know. */
import { parentPort, workerData } from 'node:worker_threads'
import type { SealedTurn, StoredRecord, UnsealedTurn } from '../../../../bot/ports.ts'

export type Asked = readonly (readonly [n: number, unsealed: UnsealedTurn])[]
export type Leaf = Pick<StoredRecord, 'stream' | 'seq' | 'recordId' | 'leaf'>
export type Told = readonly (readonly [n: number, leaves: Leaf[], heads: SealedTurn['heads']])[]

const { sealTurn } = (await import(workerData as string)) as {
  readonly sealTurn: (unsealed: UnsealedTurn) => SealedTurn
}

parentPort?.on('message', (asked: Asked) => {
  const told: Told = asked.map(([n, unsealed]) => {
    const { turn, heads } = sealTurn(unsealed)
    return [n, turn.records.map(({ sealed: _, ...leaf }) => leaf), heads]
  })
  parentPort?.postMessage(told)
})
