import { createPublicKey, verify } from 'node:crypto'
import { sha256 } from './merkle.ts'

/** What stands above the signatures of a checkpoint, and the lines below. */
export interface Checkpoint {
  /** The three lines that are signed, with the last line's end. */
  readonly text: string
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly signatures: readonly Signature[]
}

export interface Signature {
  readonly name: string
  /** Four bytes of key id, then what was signed. */
  readonly bytes: Buffer
}

/** A public key with its name, as `name+id+key`. */
export interface VerifierKey {
  readonly name: string
  readonly id: Buffer
  readonly kind: number
  readonly key: Buffer
}

export const LOG_KEY = 0x01
export const WITNESS_KEY = 0x04
const MOST_SIGNATURES = 100
const LARGEST = 2 ** 40

/** Throws unless it is a C2SP checkpoint of three lines, with signatures below. */
export function readCheckpoint(text: string): Checkpoint {
  const end = text.lastIndexOf('\n\n') + 1
  const body = text.slice(0, end)
  const [origin = '', size = '', root = '', empty, ...more] = body.split('\n')
  if (end === 0 || empty !== '' || more.length > 0) throw new Error('it has not three lines')
  if (!isName(origin)) throw new Error('it names no log')
  if (!/^(0|[1-9]\d{0,12})$/.test(size) || Number(size) > LARGEST) {
    throw new Error('its size is no number')
  }
  return {
    ...{ text: body, origin, size: Number(size), root: hashFrom(root) },
    signatures: readSignatures(text.slice(end + 1)),
  }
}

const isName = (name: string): boolean => /^[^\s+\p{Cc}]{1,200}$/u.test(name)

/** Throws unless it is the base64 of 32 bytes, written in the one usual way. */
export function hashFrom(line: string): Uint8Array {
  return new Uint8Array(base64(line, 32))
}

function base64(line: string, length?: number): Buffer {
  const bytes = Buffer.from(line, 'base64')
  const sound = bytes.toString('base64') === line && (length ?? bytes.length) === bytes.length
  if (!sound) throw new Error('it has a line that is no base64')
  return bytes
}

function readSignatures(below: string): Signature[] {
  const lines = below.split('\n')
  if (lines.pop() !== '' || lines.length === 0 || lines.length > MOST_SIGNATURES) {
    throw new Error('it has no signatures, or too many')
  }
  return lines.map((line) => {
    const [, name = '', body = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? []
    const bytes = base64(body)
    if (!isName(name) || bytes.length < 5) throw new Error('it has a line that is no signature')
    return { name, bytes }
  })
}

/** Throws unless it is a key of one of the two kinds that we know, with its own id. */
export function readKey(text: string): VerifierKey {
  const [, name = '', id = '', body = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? []
  const bytes = base64(body, 33)
  const own = idOf(name, bytes)
  if (!isName(name) || own.toString('hex') !== id) throw new Error('a key is not of its id')
  return { name, id: own, kind: bytes[0] ?? 0, key: bytes.subarray(1) }
}

function idOf(name: string, typed: Uint8Array): Buffer {
  return Buffer.from(sha256(Buffer.from(`${name}\n`), typed)).subarray(0, 4)
}

/** Whether the log signed it. One line of the right name and id that does not hold is enough to say no. */
export function signedBy(checkpoint: Checkpoint, key: VerifierKey): boolean {
  const own = linesOf(checkpoint, key)
  const message = Buffer.from(checkpoint.text)
  return own.length > 0 && own.every((signature) => holds(message, signature, key))
}

/** Whether a witness signed it: over the time that its line gives. */
export function cosignedBy(checkpoint: Checkpoint, key: VerifierKey): boolean {
  const own = linesOf(checkpoint, key)
  return own.length > 0 && own.every((line) => cosigned(checkpoint, line, key))
}

function cosigned({ text }: Checkpoint, line: Buffer, key: VerifierKey): boolean {
  if (line.length !== 72) return false
  const time = line.readBigUInt64BE(0)
  if (time >= 2n ** 63n) return false
  const message = Buffer.from(`cosignature/v1\ntime ${time}\n${text}`)
  return holds(message, line.subarray(8), key)
}

function linesOf({ signatures }: Checkpoint, { name, id }: VerifierKey): Buffer[] {
  return signatures
    .filter((line) => line.name === name && line.bytes.subarray(0, 4).equals(id))
    .map(({ bytes }) => bytes.subarray(4))
}

function holds(message: Buffer, signature: Buffer, { key }: VerifierKey): boolean {
  if (signature.length !== 64) return false
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.toString('base64url') }
  return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature)
}
