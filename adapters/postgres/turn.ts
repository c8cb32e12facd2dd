import { createHash } from 'node:crypto'
import { CandourError } from '../../bot/errors.ts'
import type { Sealed, Turn } from '../../bot/ports.ts'

/** A turn as the database takes it: see functions/commit.ts. */
export function packed(turn: Turn) {
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

/**
 * Whether it only adds to what is there, as almost all do: then it may be written with others. A
 * consultation that begins, a link and a sitting that ends are taken alone.
 */
export function isPlain({ expect, records, links, ended }: Turn): boolean {
  return expect.open > 0 && records.length > 0 && links.length === 0 && ended.length === 0
}

/** Plain turns as the database takes them together: see functions/together.ts. */
export function packedTogether(turns: readonly Turn[]): object {
  const all = turns.map(packed)
  return {
    turns: turns.map(({ consultation, person, expect, due }) => ({
      ...{ id: consultation, person, ...expect, sets_due: due !== undefined, due: due ?? null },
    })),
    records: all.flatMap(({ consultation, records }) =>
      records.map((record) => ({ consultation, ...record })),
    ),
    sittings: all.flatMap(({ sittings }) => sittings),
    activities: all.flatMap(({ activities }) => activities),
    replies: all.flatMap(({ replies }) => replies),
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
