import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import { CandourError } from '../../bot/errors.ts'
import type { Chance } from '../../bot/ports.ts'

const CIPHER = 'aes-256-gcm'
const TAG = 16
export const KEY_BYTES = 32
const IV = 12

/** A key under another key. */
export interface Wrapped {
  readonly iv: Uint8Array
  readonly body: Uint8Array
}

/** What a wrapped key is for; it opens for nothing else. */
export type Purpose = readonly string[]

export function wrap(
  bytes: Uint8Array,
  under: Uint8Array,
  purpose: Purpose,
  chance: Chance,
): Wrapped {
  const iv = chance.bytes(IV)
  const key = createSecretKey(under)
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG }).setAAD(context(purpose))
  const body = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  return { iv, body: new Uint8Array(body) }
}

/** Throws `keys/wrong-kek` for another key, another purpose, or a single changed bit. */
export function unwrap({ iv, body }: Wrapped, under: Uint8Array, purpose: Purpose): Uint8Array {
  const end = Math.max(0, body.length - TAG)
  try {
    const opener = createDecipheriv(CIPHER, createSecretKey(under), iv, { authTagLength: TAG })
    opener.setAAD(context(purpose)).setAuthTag(body.subarray(end))
    return new Uint8Array(Buffer.concat([opener.update(body.subarray(0, end)), opener.final()]))
  } catch (cause) {
    throw new CandourError('keys/wrong-kek', { key: purpose.slice(0, 2).join(' ') }, { cause })
  }
}

function context(purpose: Purpose): Buffer {
  return Buffer.from(JSON.stringify(['candour/wrapped-key/v1', ...purpose]))
}
