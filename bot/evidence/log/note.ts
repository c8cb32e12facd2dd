import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'

/** c2sp.org/signed-note: what a key signs. */
export const KINDS = {
  /** Ed25519 over the note’s text. */
  log: 1,
  /** c2sp.org/tlog-cosignature: Ed25519 over the text with a time before it. */
  cosignature: 4,
} as const
type Kind = keyof typeof KINDS

export interface Verifier {
  readonly name: string
  readonly kind: Kind
  /** 32 bytes. */
  readonly key: Uint8Array
}

export interface Signer extends Verifier {
  readonly seed: Uint8Array
}

export interface Opened {
  /** What was signed; it ends in a newline. */
  readonly text: string
  /** Those whose signature is on it, in their order; `time` in seconds, of a cosignature. */
  readonly by: readonly { readonly verifier: Verifier; readonly time?: number }[]
}

const MOST_SIGNATURES = 64

/** `seed`: 32 bytes of a private Ed25519 key. */
export function signerOf(name: string, kind: Kind, seed: Uint8Array): Signer {
  checkName(name)
  const { x } = createPublicKey(privateKey(seed)).export({ format: 'jwk' })
  return { name, kind, seed, key: new Uint8Array(Buffer.from(x ?? '', 'base64url')) }
}

/** `<name>+<key id>+<kind and key>`. */
export function vkeyOf(verifier: Verifier): string {
  const key = Buffer.concat([Buffer.of(KINDS[verifier.kind]), verifier.key])
  return `${verifier.name}+${keyId(verifier).toString('hex')}+${key.toString('base64')}`
}

export function readVkey(text: string): Verifier {
  const [, name = '', id = '', rest = ''] = /^([^+]+)\+([0-9a-f]{8})\+([^\s]+)$/.exec(text) ?? []
  const bytes = fromBase64(rest)
  const kind = (Object.keys(KINDS) as Kind[]).find((one) => KINDS[one] === bytes?.[0])
  if (!bytes || !kind || bytes.length !== 33) throw new Error('it is not an Ed25519 verifier key')
  checkName(name)
  const verifier = { name, kind, key: bytes.subarray(1) }
  if (keyId(verifier).toString('hex') !== id) throw new Error('its key id is of another key')
  return verifier
}

/** A note signed by a log. */
export function signNote(text: string, signer: Signer): string {
  const signature = sign(null, Buffer.from(text), privateKey(signer.seed))
  return `${text}\n${line(signer, signature)}`
}

/** The line that a witness adds to a note. `time` in seconds since 1970. */
export function cosign(text: string, signer: Signer, time: number): string {
  const stamp = Buffer.alloc(8)
  stamp.writeBigUInt64BE(BigInt(time))
  const signature = sign(null, timed(text, time), privateKey(signer.seed))
  return line(signer, Buffer.concat([stamp, signature]))
}

/** The text, and who of those known signed it. Throws where it is no note, or a known signature is wrong. */
export function openNote(note: string, known: readonly Verifier[]): Opened {
  const { text, signatures } = split(note)
  const by: { verifier: Verifier; time?: number }[] = []
  for (const { name, id, signature } of signatures) {
    const verifier = known.find((one) => one.name === name && keyId(one).equals(id))
    if (!verifier || by.some((one) => one.verifier === verifier)) continue
    by.push({ verifier, ...check(text, verifier, signature) })
  }
  return { text, by }
}

/** Its text, believed from nobody yet. */
export function textOf(note: string): string {
  return split(note).text
}

function check(text: string, { kind, key }: Verifier, signature: Buffer): { time?: number } {
  const isTimed = kind === 'cosignature'
  if (signature.length !== (isTimed ? 72 : 64)) throw new Error('a signature of the wrong length')
  const time = isTimed ? Number(signature.readBigUInt64BE()) : 0
  const message = isTimed ? timed(text, time) : Buffer.from(text)
  const holds =
    Number.isSafeInteger(time) && verify(null, message, publicKey(key), signature.subarray(-64))
  if (!holds) throw new Error('a known key’s signature does not verify')
  return isTimed ? { time } : {}
}

function timed(text: string, time: number): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`)
}

function line(signer: Verifier, signature: Uint8Array): string {
  return `— ${signer.name} ${Buffer.concat([keyId(signer), signature]).toString('base64')}\n`
}

function keyId({ name, kind, key }: Verifier): Buffer {
  const hash = createHash('sha256').update(`${name}\n`).update(Buffer.of(KINDS[kind])).update(key)
  return hash.digest().subarray(0, 4)
}

function split(note: string): {
  text: string
  signatures: readonly { name: string; id: Buffer; signature: Buffer }[]
} {
  const at = note.lastIndexOf('\n\n')
  if (at < 0 || !note.isWellFormed() || /[\0-\x09\x0b-\x1f]/.test(note)) throw new Error('no note')
  const lines = note.slice(at + 2).split('\n')
  if (lines.pop() !== '' || lines.length === 0) throw new Error('a note without a signature')
  if (lines.length > MOST_SIGNATURES) throw new Error('more signatures than anybody reads')
  return { text: note.slice(0, at + 1), signatures: lines.map(readLine) }
}

function readLine(text: string): { name: string; id: Buffer; signature: Buffer } {
  const [, name = '', base64 = ''] = /^— (\S+) (\S+)$/u.exec(text) ?? []
  const bytes = fromBase64(base64)
  if (!bytes || bytes.length < 5 || name.includes('+')) throw new Error('no signature line')
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) }
}

/** Standard base64 in its one canonical form. */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64')
  return text !== '' && bytes.toString('base64') === text ? bytes : undefined
}

function checkName(name: string): void {
  if (name === '' || /[\s+]/u.test(name)) throw new Error(`"${name}" is no name of a key`)
}

function privateKey(seed: Uint8Array) {
  if (seed.length !== 32) throw new RangeError('An Ed25519 seed has 32 bytes')
  const key = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

function publicKey(key: Uint8Array) {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key])
  return createPublicKey({ key: der, format: 'der', type: 'spki' })
}
