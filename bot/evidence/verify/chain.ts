import { canonical } from '../canonical.ts'
import { must } from './fault.ts'
import type { Claim } from './manifest.ts'
import { hex } from './merkle.ts'
import type { Read } from './record.ts'

const NO_LEAF = '0'.repeat(64)

/** Step 8: one consultation, one stream, each record behind the one before, up to the head. */
export function checkChain(records: readonly Read[], claim: Claim): void {
  for (const [n, read] of records.entries()) {
    const why = misplaced(read, n, claim) ?? follows(read, records[n - 1], n)
    must(why === undefined, 'chain', why ?? '', n)
  }
  const last = records.at(-1)
  const n = records.length - 1
  must(last !== undefined && claim.head.seq === n, 'chain', 'the pack claims another head', n)
  must(claim.head.leaf === hex(last.leaf), 'chain', 'it is not the head that the pack claims', n)
  const ends = canonical(claim.after) === canonical(last.payload.after)
  must(ends, 'chain', 'it does not end where the pack claims', n)
}

function misplaced({ payload }: Read, n: number, claim: Claim): string | undefined {
  if (payload.seq !== n) return `it was written as record ${payload.seq}`
  if (payload.consultation !== claim.consultation) return 'it is of another consultation'
  if (payload.stream !== claim.stream) return `it is of the ${payload.stream} stream`
  if (payload.log !== claim.log) return 'it is of another log'
  if (payload.mode !== claim.mode) return `it was written in ${payload.mode} mode`
  if (payload.stream === 'open' && (payload.head ?? payload.alone ?? payload.pad) !== undefined) {
    return 'an open record cites the restricted stream'
  }
  if (payload.stream === 'restricted' && !payload.head) return 'it cites no open record'
  return undefined
}

function follows({ payload, proof }: Read, before: Read | undefined, n: number) {
  const prev = before ? hex(before.leaf) : NO_LEAF
  if (payload.prev !== prev) return `it does not follow record ${n - 1}`
  if (!before) return undefined
  const { payload: was } = before
  if (payload.recordedAt < was.recordedAt) return 'it was recorded before the one before it'
  if (payload.command.at < was.command.at) return 'it was done before the one before it'
  if ((payload.head?.seq ?? 0) < (was.head?.seq ?? 0)) return 'it cites an older open record'
  if (proof.index <= before.proof.index) return 'it was logged before the one before it'
  return undefined
}
