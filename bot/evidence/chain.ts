import { CandourError } from '../errors.ts'
import type { Stream } from '../ports.ts'
import type { Payload } from './record.ts'
import { leafHash, NO_LEAF } from './seal.ts'

/** A record that was opened, with its leaf as it is stored. */
export interface Link {
  readonly payload: Payload
  readonly leaf: string
}

/** What a chain is checked against. A restricted one cites leaves of the open stream. */
export interface Place {
  readonly consultation: string
  readonly stream: Stream
  readonly open?: readonly Link[]
}

/** Throws `evidence/broken-chain` at the first record of a stream that does not follow. */
export function checkChain(links: readonly Link[], place: Place): void {
  const open = place.open?.map(({ leaf }) => leafHash(leaf)) ?? []
  links.forEach(({ payload }, seq) => {
    const why = fault(payload, seq, links[seq - 1], place, open)
    if (why) throw broken(payload, why)
  })
}

function fault(
  payload: Payload,
  seq: number,
  before: Link | undefined,
  place: Place,
  open: readonly string[],
): string | undefined {
  if (payload.consultation !== place.consultation) return 'of another consultation'
  if (payload.stream !== place.stream) return 'of another stream'
  if (payload.seq !== seq) return `expected ${seq}`
  if (payload.prev !== (before ? leafHash(before.leaf) : NO_LEAF)) return 'prev is another leaf'
  if (before && goesBack(before.payload, payload)) return 'time goes back'
  return headFault(payload, before?.payload, open)
}

function goesBack(before: Payload, after: Payload): boolean {
  return after.recordedAt < before.recordedAt || after.command.at < before.command.at
}

function headFault(
  { stream, head }: Payload,
  before: Payload | undefined,
  open: readonly string[],
): string | undefined {
  if (stream === 'open') return head && 'an open record cites a head'
  if (!head) return 'cites no head'
  if (open[head.seq] !== head.leaf) return 'cites a head that is not there'
  if (before?.head && head.seq < before.head.seq) return 'cites an older head'
  return undefined
}

function broken({ consultation, stream, seq }: Payload, why: string): CandourError {
  return new CandourError('evidence/broken-chain', { consultation, stream, seq, why })
}
