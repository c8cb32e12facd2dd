import { createHash } from 'node:crypto'
import { CandourError } from '../../bot/errors.ts'
import type { Sealed, Turn } from '../../bot/ports.ts'

/** A turn as the database takes it: see functions/commit.ts. */
export function packed(turn: Turn): object {
  const { key, records, activities, ...rest } = turn
  return {
    ...rest,
    records: records.map(({ sealed, ...record }) => ({ ...record, ...spread(sealed) })),
    activities: activities.map(({ sealed, ...activity }) => ({ ...activity, ...spread(sealed) })),
    replies: key
      ? [
          {
            sitting: key.sitting,
            message: base64(messageHash(key.key)),
            ...spread(key.reply),
          },
        ]
      : [],
  }
}

/** A caller that numbers its records wrongly must not stop everybody else. */
export function refuseGaps({ expect, records }: Turn): void {
  const next = { ...expect }
  for (const { stream, seq } of records) {
    const expected = next[stream]++
    if (seq !== expected) throw new CandourError('evidence/broken-chain', { stream, seq, expected })
  }
}

export function messageHash(key: string): Uint8Array {
  return createHash('sha256').update(key).digest()
}

const spread = ({ key, iv, body }: Sealed) => ({ key, iv: base64(iv), body: base64(body) })
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
