/** A log in memory, signed with a key that anybody may know: for tests of what is made from one. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import type { Log, Store } from '../../bot/ports.ts'

const hash = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = createHash('sha256')
  for (const part of parts) all.update(part)
  return new Uint8Array(all.digest())
}
const leafOf = (leaf: string) => hash(Uint8Array.of(0), Buffer.from(leaf))
const node = (one: Uint8Array, other: Uint8Array) => hash(Uint8Array.of(1), one, other)

function split(n: number): number {
  return 2 ** (Math.ceil(Math.log2(n)) - 1)
}

export function root(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return hash()
  if (leaves.length === 1) return leaves[0] as Uint8Array
  const at = split(leaves.length)
  return node(root(leaves.slice(0, at)), root(leaves.slice(at)))
}

export function path(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (leaves.length <= 1) return []
  const at = split(leaves.length)
  const [left, right] = [leaves.slice(0, at), leaves.slice(at)]
  return index < at ? [...path(left, index), root(right)] : [...path(right, index - at), root(left)]
}

export interface Signer {
  readonly name: string
  readonly vkey: string
  readonly id: Buffer
  readonly key: KeyObject
}

/** `kind`: 1 for a log, 4 for a witness. */
export function signer(name: string, kind: 1 | 4, seed = name): Signer {
  const secret = createHash('sha256').update(seed).digest()
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), secret])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  const typed = Buffer.concat([Buffer.of(kind), Buffer.from(x, 'base64url')])
  const id = Buffer.from(hash(Buffer.from(`${name}\n`), typed)).subarray(0, 4)
  return { name, key, id, vkey: `${name}+${id.toString('hex')}+${typed.toString('base64')}` }
}

export function signed(text: string, { name, id, key }: Signer): string {
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), key)])
  return `— ${name} ${signature.toString('base64')}\n`
}

export function cosigned(text: string, { name, id, key }: Signer, time = 1_800_000_000): string {
  const stamp = Buffer.alloc(8)
  stamp.writeBigUInt64BE(BigInt(time))
  const message = Buffer.from(`cosignature/v1\ntime ${time}\n${text}`)
  const signature = Buffer.concat([id, stamp, sign(null, message, key)])
  return `— ${name} ${signature.toString('base64')}\n`
}

export const ORIGIN = 'candour/demo/test'
export const LOG = signer(ORIGIN, 1)
export const WITNESS = signer('witness.example', 4)

export interface LogOptions {
  readonly log?: Signer
  readonly witnesses?: readonly Signer[]
  readonly quorum?: string
}

/** The log of these leaves, in their order. */
export function logOf(leaves: readonly string[], options: LogOptions = {}) {
  const { log = LOG, witnesses = [] } = options
  const hashes = leaves.map(leafOf)
  const text = `${log.name}\n${leaves.length}\n${Buffer.from(root(hashes)).toString('base64')}\n`
  const lines = [signed(text, log), ...witnesses.map((one) => cosigned(text, one))]
  const checkpoint = `${text}\n${lines.join('')}`
  const named = witnesses.map(({ vkey }, n) => `witness w${n} ${vkey}`)
  const all =
    named.length > 0 ? [`group all-of-them all ${witnesses.map((_, n) => `w${n}`).join(' ')}`] : []
  const quorum = options.quorum ?? (named.length > 0 ? 'all-of-them' : 'none')
  const policy = [`log ${log.vkey}`, ...named, ...all, `quorum ${quorum}`, ''].join('\n')
  const proof = (index: number) => ({ index, hashes: path(hashes, index), checkpoint })
  return { checkpoint, policy, proof, witnessed: witnesses.length > 0 }
}

/** The log of whatever a store holds, read anew each time. */
export function logBeside(store: Store, clinic = 'demo', options: LogOptions = {}): Log {
  const read = async () => {
    const found: { recordId: string; leaf: string }[] = []
    for (const { id } of await store.consultations(clinic)) found.push(...(await store.load(id)))
    return {
      ids: found.map(({ recordId }) => recordId),
      ...logOf(
        found.map(({ leaf }) => leaf),
        options,
      ),
    }
  }
  return {
    checkpoint: async () => (await read()).checkpoint,
    proof: async (recordId) => {
      const { ids, proof } = await read()
      return ids.includes(recordId) ? proof(ids.indexOf(recordId)) : undefined
    },
    standing: async () => ((await read()).witnessed ? 'witnessed' : 'sealed'),
    policy: async () => (await read()).policy,
    settled: async () => {},
  }
}
