import { randomBytes, randomFillSync } from 'node:crypto'
import type { Chance } from '../../bot/ports.ts'

/** As many bytes are fetched at a time: the operating system is asked dearly for few. */
const POOL = 4096

/** Randomness of the operating system. An id is hexadecimal: it is safe in a path, a URL, a shell. */
export function createChance(): Chance {
  const pool = Buffer.alloc(POOL)
  let used = POOL
  /** Nothing that was given away stays behind. */
  const take = (length: number): Buffer => {
    if (length > POOL) return randomBytes(length)
    if (used + length > POOL) used = randomFillSync(pool).length - POOL
    const taken = Buffer.from(pool.subarray(used, used + length))
    pool.fill(0, used, (used += length))
    return taken
  }
  return {
    bytes: (length) => new Uint8Array(take(length)),
    id: () => take(16).toString('hex'),
  }
}
