import { createDecipheriv, createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import type { DataKey, Sealed, StoredRecord, Stream } from '../ports.ts'
import { canonical } from './canonical.ts'
import { type Payload, payload as schema } from './record.ts'

// Nothing of what writes evidence is imported but the canonical form and the record's schema:
// the same mistake in both would prove nothing.

export type Step = 'leaf' | 'seal' | 'commitment' | 'chain' | 'head' | 'replay'

export type Verified =
  | { readonly ok: true; readonly records: number }
  | {
      readonly ok: false
      readonly step: Step
      readonly stream: string
      readonly seq: number
      readonly detail: string
    }

export type Replayed =
  | { readonly ok: true }
  | { readonly ok: false; readonly stream?: Stream; readonly seq: number; readonly detail: string }

export interface ToVerify {
  readonly records: readonly StoredRecord[]
  readonly findKey: (id: string) => Promise<DataKey | undefined>
  /** Whose records these should be; without it, whosever the first one says it is. */
  readonly consultation?: string
  /** Takes the opened records of both streams, in the order they came in. */
  readonly replay?: (payloads: readonly Payload[]) => Replayed
}

interface Opened {
  readonly payload: Payload
  /** The RFC 6962 hash of its leaf. */
  readonly hash: string
}

/** Checks every record of a consultation, and names the first that does not hold. */
export async function verifyConsultation(what: ToVerify): Promise<Verified> {
  const opened: Opened[] = []
  for (const record of what.records) {
    try {
      const next = { payload: await open(record, what), hash: leafHash(record.leaf) }
      checkFollows(next.payload, opened, what.consultation)
      opened.push(next)
    } catch (error) {
      return failed(error, record.stream, record.seq)
    }
  }
  return checkHeads(opened) ?? checkReplay(opened, what.replay)
}

class Fault extends Error {
  readonly step: Step

  constructor(step: Step, message: string) {
    super(message)
    this.step = step
  }
}

function failed(error: unknown, stream: string, seq: number): Verified {
  if (!(error instanceof Fault)) throw error
  return { ok: false, step: error.step, stream, seq, detail: error.message }
}

async function open(record: StoredRecord, { findKey }: ToVerify): Promise<Payload> {
  const { log, commit } = readLeaf(record)
  const key = await findKey(record.sealed.key).catch(() => {
    throw new Fault('seal', 'its key was changed, or wrapped by another')
  })
  if (!key) throw new Fault('seal', 'its key is not there: destroyed, or in another key store')
  const plain = decipher(record.sealed, key, record.recordId)
  const text = plain.subarray(32)
  const again = createHmac('sha256', plain.subarray(0, 32)).update(TAGGED).update(text)
  if (again.digest('hex') !== commit) throw new Fault('commitment', 'it is not what the leaf says')
  const read = readPayload(text)
  if (read.log !== log) throw new Fault('commitment', 'its content is of another log')
  if (read.recordId !== record.recordId) throw new Fault('commitment', 'its content has another id')
  if (read.stream !== record.stream) throw new Fault('chain', `it is of the ${read.stream} stream`)
  if (read.seq !== record.seq) throw new Fault('chain', `it was written as ${read.seq}`)
  checkLength(read, text.length)
  return read
}

const TAGGED = 'candour/record/v1\0'
const leafSchema = z.object({ log: z.string(), commit: z.string().regex(/^[0-9a-f]{64}$/) })

function readLeaf({ leaf, recordId }: StoredRecord): { log: string; commit: string } {
  try {
    const { log, commit } = leafSchema.parse(JSON.parse(leaf))
    const only = canonical({ schema: 'candour/leaf@1', log, recordId, commit })
    if (only === leaf) return { log, commit }
  } catch {
    // Said below, as for a leaf of another record.
  }
  throw new Fault('leaf', 'it is not the leaf of this record')
}

function decipher(sealed: Sealed, key: DataKey, recordId: string): Buffer {
  const end = sealed.body.length - 16
  if (end < 32) throw new Fault('seal', 'it is too short')
  if (sealed.iv.length !== 12) throw new Fault('seal', 'its iv has the wrong length')
  try {
    const opener = createDecipheriv('aes-256-gcm', key.bytes, sealed.iv, { authTagLength: 16 })
    opener.setAAD(Buffer.from(TAGGED + recordId)).setAuthTag(sealed.body.subarray(end))
    return Buffer.concat([opener.update(sealed.body.subarray(0, end)), opener.final()])
  } catch {
    throw new Fault('seal', 'it was changed, or the key is another one')
  }
}

function readPayload(bytes: Uint8Array): Payload {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const read = schema.parse(JSON.parse(text))
    if (canonical(read) === text) return read
  } catch {
    // Whatever it is that cannot be read, the answer is the same.
  }
  throw new Fault('commitment', 'its content is not a record in canonical form')
}

const STEP = 32_768

/** What was said in private must not be told by the length of its record. */
function checkLength({ stream, pad }: Payload, length: number): void {
  const whole = pad !== undefined && pad.length < STEP && length % STEP === 0
  const well = stream === 'open' ? pad === undefined : whole
  if (!well) throw new Fault('commitment', 'it is not padded as its stream asks')
}

function leafHash(leaf: string): string {
  return createHash('sha256')
    .update(Buffer.concat([Buffer.of(0), Buffer.from(leaf)]))
    .digest('hex')
}

function checkFollows(next: Payload, earlier: readonly Opened[], consultation?: string): void {
  const whose = consultation ?? earlier[0]?.payload.consultation ?? next.consultation
  if (next.consultation !== whose) throw new Fault('chain', 'it is of another consultation')
  if (earlier[0] && earlier[0].payload.log !== next.log) throw new Fault('chain', 'another log')
  const stream = of(earlier, next.stream)
  if (next.seq !== stream.length) throw new Fault('chain', `expected ${stream.length} here`)
  const last = stream.at(-1)
  if (next.prev !== (last?.hash ?? '0'.repeat(64))) {
    throw new Fault('chain', 'it follows another leaf than the one before it')
  }
  if (!last) return
  if (next.recordedAt < last.payload.recordedAt)
    throw new Fault('chain', 'recorded before the last')
  if (next.command.at < last.payload.command.at) throw new Fault('chain', 'done before the last')
}

function of(opened: readonly Opened[], stream: Stream): Opened[] {
  return opened.filter(({ payload }) => payload.stream === stream)
}

/** The restricted stream cites the open one, never the reverse. */
function checkHeads(opened: readonly Opened[]): Verified | undefined {
  const leaves = of(opened, 'open')
  let oldest = 0
  for (const { payload } of opened) {
    const why = headFault(payload, leaves, oldest)
    if (why)
      return { ok: false, step: 'head', stream: payload.stream, seq: payload.seq, detail: why }
    oldest = payload.head?.seq ?? oldest
  }
  return undefined
}

function headFault({ stream, head }: Payload, leaves: readonly Opened[], oldest: number) {
  if (stream === 'open') return head ? 'an open record cites a head' : undefined
  if (!head) return 'it cites no head'
  if (leaves[head.seq]?.hash !== head.leaf) return 'it cites an open record that is not there'
  return head.seq < oldest ? 'it cites an older head than the one before it' : undefined
}

function checkReplay(opened: readonly Opened[], replay: ToVerify['replay']): Verified {
  const result = replayed(opened, replay)
  if (result.ok) return { ok: true, records: opened.length }
  const { stream = 'open', seq, detail } = result
  return { ok: false, step: 'replay', stream, seq, detail }
}

function replayed(opened: readonly Opened[], replay: ToVerify['replay']): Replayed {
  try {
    return replay?.(opened.map(({ payload }) => payload)) ?? { ok: true }
  } catch (error) {
    return { ok: false, seq: 0, detail: error instanceof Error ? error.message : String(error) }
  }
}
