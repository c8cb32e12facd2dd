import type { Consultation, RecordDraft } from '../machines/contract.ts'
import { dayOf, type Instant } from '../machines/time.ts'
import type { Case, Parts, Step } from './case.ts'
import type { Shown } from './evidence/record.ts'
import { createRecordIds } from './evidence/record-ids.ts'
import { notBefore } from './moment.ts'
import type { Draft, Stream } from './ports.ts'
import type { Words } from './words.ts'

type Said = RecordDraft & { readonly shown: readonly Shown[]; readonly alone?: true }

/** What steps put on record, as it will be sealed. */
export function createDrafts(parts: Parts) {
  const recordId = createRecordIds(parts.chance)
  return async (before: Case | undefined, steps: readonly Step[]) => {
    const records: Draft[] = []
    const words = before?.words ?? parts.words
    const recordedAt = notBefore(parts.clocks.wall(), before?.recordedAt)
    const add = async (stream: Stream, next: Consultation, said: Said) => {
      const stamped = { recordId: recordId(), ...stamp(parts, words, next, recordedAt) }
      const key = await parts.keys.stream(next.person, next.id, stream)
      const [nonce, iv] = [parts.chance.bytes(32), parts.chance.bytes(12)]
      const payload = { ...stamped, ...said } as Draft['payload']
      records.push({ stream, payload, key, nonce, iv })
    }
    for (const { advanced, shown, shownApart = [] } of steps) {
      const { next, open, restricted } = advanced
      if (open) await add('open', next, { ...open, shown })
      if (!restricted) continue
      const alone = open ? {} : { alone: true as const }
      await add('restricted', next, { ...restricted, ...alone, shown: shownApart })
    }
    return { records, words, recordedAt }
  }
}

function stamp({ clocks }: Parts, words: Words, next: Consultation, recordedAt: Instant) {
  return {
    ...{ schema: 'candour/record@1' as const, log: next.clinic },
    ...{ consultation: next.id, mode: next.mode, recordedAt, recordedOn: dayOf(recordedAt) },
    clockOffset: clocks.offset(),
    digests: {
      ...{ content: words.digest, machines: words.machines },
      ...{ journey: next.journey, engine: words.engine },
      pathways: [...new Set([...next.open, ...next.closed].map(({ pathway }) => pathway))].sort(),
    },
  }
}
