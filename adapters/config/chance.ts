import { randomBytes } from 'node:crypto'
import type { Chance } from '../../bot/ports.ts'

/** Randomness of the operating system. An id is hexadecimal: it is safe in a path, a URL, a shell. */
export function createChance(): Chance {
  return {
    bytes: (length) => new Uint8Array(randomBytes(length)),
    id: () => randomBytes(16).toString('hex'),
  }
}
