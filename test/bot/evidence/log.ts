import { createHash, createHmac } from 'node:crypto'
import { canonical } from '../../../bot/evidence/canonical.ts'
import type { Instant } from '../../../machines/contract.ts'
import type { Payload } from '../../../bot/evidence/record.ts'
import { leafHash, NO_LEAF, seal, sealBytes } from '../../../bot/evidence/seal.ts'
import type { DataKey, StoredRecord, Stream } from '../../../bot/ports.ts'

/** The same bytes for the same name, so that a test that fails fails again. */
export function bytes(name: string, length: number): Uint8Array {
  return new Uint8Array(createHash('sha512').update(name).digest()).subarray(0, length)
}

export const keys: Readonly<Record<Stream, DataKey>> = {
  open: { id: 'key-open', bytes: bytes('open', 32) },
  restricted: { id: 'key-restricted', bytes: bytes('restricted', 32) },
}
export const findKey = async (id: string): Promise<DataKey | undefined> =>
  Object.values(keys).find((key) => key.id === id)

export const second = (n: number): Instant =>
  new Date(Date.UTC(2026, 2, 1, 9, 0, n)).toISOString() as Instant

export function payload(rest: Partial<Payload> = {}): Payload {
  const { stream = 'open', seq = 0 } = rest
  const at = second(seq)
  return {
    ...{ schema: 'candour/record@1', log: 'clinic-1', recordId: `${stream}-${seq}` },
    ...{ consultation: 'consultation-1', stream, seq, prev: NO_LEAF, mode: 'demo' },
    ...{ recordedAt: at, recordedOn: '2026-03-01' as Payload['recordedOn'], clockOffset: 0 },
    command: {
      at,
      by: { id: 'patient-1', role: 'patient', assurance: 'link' },
      where: { channel: 'widget', private: true, sitting: 'sitting-1' },
      act: { type: 'answer', open: 'age#1', ask: 1, event: 'answered', value: '1990-01-02' },
    },
    transitions: [],
    opened: [],
    closed: [],
    facts: { 'date-of-birth': '1990-01-02' },
    retracted: [],
    gates: [],
    shown: [],
    digests: {
      content: 'a'.repeat(64),
      machines: 'b'.repeat(64),
      journey: 'treatment@1',
      pathways: ['age@1'],
      engine: 'e',
    },
    after: { state: 'active', stage: 'enquiry', asks: ['age/date-of-birth'] },
    ...rest,
  }
}

export function sealed(one: Payload): StoredRecord {
  const { stream, recordId } = one
  return seal(one, keys[stream], bytes(`nonce ${recordId}`, 32), bytes(`iv ${recordId}`, 12))
}

/** A stream of so many records; `change` may forge one before it is sealed. */
export function stream(
  name: Stream,
  length: number,
  open: readonly StoredRecord[] = [],
  change: (one: Payload) => Payload = (one) => one,
): StoredRecord[] {
  const records: StoredRecord[] = []
  for (let seq = 0; seq < length; seq++) {
    const last = records.at(-1)
    const cited = open[seq * 2]
    const head = cited && { head: { seq: cited.seq, leaf: leafHash(cited.leaf) } }
    const prev = last ? leafHash(last.leaf) : NO_LEAF
    records.push(sealed(change(payload({ stream: name, seq, prev, ...head }))))
  }
  return records
}

/** Sealed rightly under its stream's key, whatever it says: as only somebody with the key can. */
export function forged(one: Payload): StoredRecord {
  const { stream, seq, recordId, log } = one
  const inside = new TextEncoder().encode(canonical(one))
  const nonce = bytes('forged', 32)
  const hmac = createHmac('sha256', nonce).update('candour/record/v1\0').update(inside)
  const commit = hmac.digest('hex')
  const leaf = canonical({ schema: 'candour/leaf@1', log, recordId, commit })
  const both = Buffer.concat([nonce, inside])
  const context = `candour/record/v1\0${recordId}`
  const body = sealBytes(both, keys[stream], context, bytes('iv', 12))
  return { stream, seq, recordId, leaf, sealed: body }
}

/** Fifteen open records and five restricted ones. */
export function log(change?: (one: Payload) => Payload): StoredRecord[] {
  const open = stream('open', 15, [], change)
  return [...open, ...stream('restricted', 5, open, change)]
}
