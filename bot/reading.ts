import type { Instant } from '../machines/time.ts'
import { type Case, NO_HEADS, type Parts } from './case.ts'
import { CandourError } from './errors.ts'
import { checkChain } from './evidence/chain.ts'
import type { Payload } from './evidence/record.ts'
import { leafHash, unseal } from './evidence/seal.ts'
import type { Open } from './opened.ts'
import type { StoredRecord } from './ports.ts'
import { replay } from './replay.ts'
import type { Words } from './words.ts'

/** Opens every record. Throws when a key is gone or a commitment does not hold. */
export async function readAll(
  parts: Parts,
  records: readonly StoredRecord[],
  open: Open = unseal,
): Promise<Payload[]> {
  const payloads: Payload[] = []
  for (const record of records) {
    const key = await parts.keys.find(record.sealed.key)
    if (!key) throw new CandourError('evidence/no-key', { record: record.recordId })
    payloads.push(open(record, key))
  }
  return payloads
}

/** The consultation that the records lead to. Throws unless chain, words and replay hold. */
export async function rebuilt(
  parts: Parts,
  payloads: readonly Payload[],
  records: readonly StoredRecord[],
): Promise<Case> {
  const heads = { ...NO_HEADS }
  for (const stream of ['open', 'restricted'] as const) {
    const last = records.filter((one) => one.stream === stream).at(-1)
    if (last) heads[stream] = { seq: last.seq + 1, leaf: leafHash(last.leaf) }
  }
  checkChains(payloads, records)
  const words = await wordsOf(parts, payloads)
  const replayed = replay(words.house, payloads)
  if (!replayed.ok || !replayed.consultation) {
    const why = replayed.ok ? { detail: 'nothing' } : { seq: replayed.seq, detail: replayed.detail }
    throw new CandourError('evidence/replay-differs', why)
  }
  const recordedAt = payloads.reduce((at, one) => later(at, one.recordedAt), '' as Instant)
  return { now: replayed.consultation, heads, words, recordedAt }
}

/** The words that the records were said in. */
export async function wordsOf(parts: Parts, payloads: readonly Payload[]): Promise<Words> {
  const content = payloads[0]?.digests.content
  if (content === undefined || content === parts.words.digest) return parts.words
  const found = await parts.library?.(content)
  if (!found) throw new CandourError('content/not-kept', { digest: content })
  return found
}

function checkChains(payloads: readonly Payload[], records: readonly StoredRecord[]): void {
  const links = payloads.map((payload, at) => ({ payload, leaf: records[at]?.leaf ?? '' }))
  const consultation = payloads[0]?.consultation ?? ''
  const open = links.filter(({ payload }) => payload.stream === 'open')
  const restricted = links.filter(({ payload }) => payload.stream === 'restricted')
  checkChain(open, { consultation, stream: 'open' })
  checkChain(restricted, { consultation, stream: 'restricted', open })
}

const later = (one: Instant, other: Instant): Instant => (one < other ? other : one)
