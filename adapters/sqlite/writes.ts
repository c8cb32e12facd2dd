import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../machines/contract.ts'
import type { LinkRow, SittingRow, Turn } from '../../bot/ports.ts'
import { logWrites } from './log-writes.ts'
import { maybe, toLink } from './rows.ts'
import { prepare } from './statements.ts'
import { applyTurn, endSitting, erase, putSitting } from './turn.ts'

/**
 * Everything that changes the file, by name: arguments and results cross to another thread. What is
 * refused has written nothing.
 */
export function writesOf(db: DatabaseSync) {
  const sql = prepare(db)
  return {
    ...logWrites(db),
    commit: (turn: Turn) => applyTurn(sql, turn),
    erase: (consultations: readonly string[]) => consultations.forEach((id) => erase(sql, id)),
    putSitting: (row: SittingRow) => putSitting(sql, row),
    endSitting: (id: string) => endSitting(sql, id),
    redeem: (hash: string, at: Instant): LinkRow | undefined =>
      maybe(sql.redeem.get(hash, at), toLink),
    keepBundle: (digest: string, text: string) => void sql.keepBundle.run(digest, text),
    moveClock: (to: number) => void sql.moveClock.run(to),
  }
}

export type Writes = ReturnType<typeof writesOf>

/** Whether a full disk refuses it: see `Turn`. */
export function canWait(name: keyof Writes, [first]: readonly unknown[]): boolean {
  return name === 'commit' && (first as Turn).canWait === true
}
