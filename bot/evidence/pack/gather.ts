import type { Parts } from '../../case.ts'
import { CandourError } from '../../errors.ts'
import type { Log, StoredRecord, Stream } from '../../ports.ts'
import { writeProof } from '../log/proof.ts'
import { reveal, type Revealed } from '../seal.ts'

/** What a pack is made of: records laid open, each with its proof under one checkpoint. */
export interface Gathered {
  readonly records: readonly GatheredRecord[]
  readonly checkpoint: string
  readonly policy: string
}

export interface GatheredRecord extends Revealed {
  readonly stored: StoredRecord
  readonly proof: string
}

/** Opens one stream of a consultation. Throws unless every record of it is in the log. */
export async function gather(
  { store, keys }: Pick<Parts, 'store' | 'keys'>,
  log: Log,
  consultation: string,
  stream: Stream,
): Promise<Gathered> {
  await log.settled()
  const checkpoint = await log.checkpoint()
  if (checkpoint === undefined) throw new CandourError('evidence/not-sealed', {})
  const stored = (await store.load(consultation)).filter((one) => one.stream === stream)
  const records: GatheredRecord[] = []
  for (const record of stored) {
    const key = await keys.find(record.sealed.key)
    if (!key) throw new CandourError('evidence/no-key', { record: record.recordId })
    const proof = await log.proof(record.recordId, checkpoint)
    if (!proof) throw new CandourError('evidence/not-sealed', { record: record.recordId })
    records.push({ ...reveal(record, key), stored: record, proof: writeProof(proof) })
  }
  return { records, checkpoint, policy: await log.policy() }
}
