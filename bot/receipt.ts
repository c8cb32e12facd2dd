import { helpersFor } from '../content/helpers.ts'
import type { Case, Parts } from './case.ts'
import { writeProof } from './evidence/log/proof.ts'
import { readAll } from './reading.ts'
import type { StoredRecord } from './ports.ts'
import { spokenTo } from './words.ts'
import type { Receipt } from './views/receipt.ts'

/** Of the open stream alone: a receipt of the restricted one would say that there is something in it. */
export async function receiptOf(parts: Parts, found: Case): Promise<Receipt | undefined> {
  const { now } = found
  const words = spokenTo(found.words, now)
  const records = await parts.store.load(now.id)
  const record = records.filter(({ stream }) => stream === 'open').at(-1)
  const [payload] = record ? await readAll(parts, [record]) : []
  if (!record || !payload) return undefined
  const { recordId } = record
  const recorded = helpersFor(words.catalogue.locale).time(payload.recordedAt)
  const sealed = await sealedBy(parts, record)
  return {
    ...{ log: payload.log, recordId, recorded },
    ...{ standing: 'recorded', ...sealed },
    ...{ locale: words.catalogue.locale, safetyNet: words.safetyNet, mode: now.mode },
  }
}

/** The proof first: a record that is sealed between the two questions is then not called sealed without one. */
async function sealedBy({ log }: Parts, { recordId, leaf }: StoredRecord) {
  const proof = await log?.proof(recordId)
  if (!log || !proof) return undefined
  const [origin = ''] = proof.checkpoint.split('\n', 1)
  const standing = await log.standing(recordId)
  return { log: origin, standing, proof: { leaf, file: writeProof(proof, leaf) } }
}
