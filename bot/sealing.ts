import type { Consultation, RecordDraft } from '../machines/contract.ts'
import { dayOf, type Instant } from '../machines/time.ts'
import { type Case, NO_HEADS, type Parts, type Step } from './case.ts'
import type { Payload, Shown } from './evidence/record.ts'
import { leafHash, seal } from './evidence/seal.ts'
import { notBefore } from './moment.ts'
import type { StoredRecord, Stream } from './ports.ts'
import type { Words } from './words.ts'

type Said = RecordDraft & { readonly shown: readonly Shown[]; readonly alone?: true }

/** Seals what the steps put on record, each stream after its own head. */
export async function sealAll(parts: Parts, before: Case | undefined, steps: readonly Step[]) {
  const heads = { ...(before?.heads ?? NO_HEADS) }
  const records: StoredRecord[] = []
  const words = before?.words ?? parts.words
  const recordedAt = notBefore(parts.clocks.wall(), before?.recordedAt)
  const add = async (stream: Stream, next: Consultation, said: Said) => {
    const { seq, leaf: prev } = heads[stream]
    const head = { seq: heads.open.seq - 1, leaf: heads.open.leaf }
    const where = { stream, seq, prev, ...(stream === 'restricted' ? { head } : {}) }
    const payload = { ...stamp(parts, words, next, recordedAt), ...where, ...said } as Payload
    const key = await parts.keys.stream(next.person, next.id, stream)
    const sealed = seal(payload, key, parts.chance.bytes(32), parts.chance.bytes(12))
    records.push(sealed)
    heads[stream] = { seq: seq + 1, leaf: leafHash(sealed.leaf) }
  }
  for (const { advanced, shown, shownApart = [] } of steps) {
    const { next, open, restricted } = advanced
    if (open) await add('open', next, { ...open, shown })
    if (!restricted) continue
    const alone = open ? {} : { alone: true as const }
    await add('restricted', next, { ...restricted, ...alone, shown: shownApart })
  }
  return { records, heads, words, recordedAt }
}

function stamp({ clocks, chance }: Parts, words: Words, next: Consultation, recordedAt: Instant) {
  return {
    ...{ schema: 'candour/record@1' as const, log: next.clinic, recordId: chance.id() },
    ...{ consultation: next.id, mode: next.mode, recordedAt, recordedOn: dayOf(recordedAt) },
    clockOffset: clocks.offset(),
    digests: {
      ...{ content: words.digest, machines: words.machines },
      ...{ journey: next.journey, engine: words.engine },
      pathways: [...new Set([...next.open, ...next.closed].map(({ pathway }) => pathway))].sort(),
    },
  }
}
