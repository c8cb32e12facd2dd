import { checkChain } from './chain.ts'
import { checkContent } from './content.ts'
import { Fault, must, type Step } from './fault.ts'
import { readText } from './json.ts'
import { checkManifest, type Claim, type Files } from './manifest.ts'
import { readCheckpoint, signedBy, cosignedBy } from './note.ts'
import { type Policy, readPolicy } from './policy.ts'
import { checkReceipt } from './receipt.ts'
import { orFault, type Read, readRecord, type Signed } from './record.ts'
import { readZip } from './zip.ts'

// Of what writes evidence only the canonical form is known here: the same mistake in both
// would prove nothing. A rule of .dependency-cruiser.mjs keeps it so.

export interface Holds {
  readonly ok: true
  readonly claim: Claim
  readonly records: readonly Read[]
  readonly files: Files
  /** Whether witnesses vouch for the log, or only the log for itself. */
  readonly witnessed: boolean
  /** The record that an earlier receipt was given for. */
  readonly receipt?: number
}

export interface Fails {
  readonly ok: false
  readonly step: Step
  /** The first wrong record, where one is wrong. */
  readonly record?: number
  readonly detail: string
}

export interface Given {
  /** A proof that was handed out earlier. */
  readonly receipt?: Uint8Array
  /** Whom to trust, from elsewhere; without it, whom the pack itself names. */
  readonly policy?: Uint8Array
  /** Reads one record. Whoever verifies many packs of one log may remember what they read. */
  readonly read?: typeof readRecord
}

/** Takes steps 0 to 9. Never throws: whatever cannot be read does not hold. */
export function verifyPack(bytes: Uint8Array, given: Given = {}): Holds | Fails {
  return answered(() => verifyUnpacked(readZip(bytes), given))
}

/** Takes steps 1 to 9 on files that were read from a pack. */
export function verifyFiles(files: Files, given: Given = {}): Holds | Fails {
  return answered(() => verifyUnpacked(files, given))
}

function verifyUnpacked(files: Files, given: Given): Holds {
  const claim = checkManifest(files)
  return verifyRecords(files, claim, given)
}

/** Takes steps 2 to 9 on files whose list was checked. */
export function verifyRecords(files: Files, claim: Claim, given: Given): Holds {
  const signed = readSigned(files)
  const read = given.read ?? readRecord
  const records: Read[] = []
  for (let n = 0; n < claim.records; n += 1) records.push(read(files, n, signed))
  const policy = policyOf(given.policy ?? fileOf(files, 'policy'))
  checkLog(signed, policy, claim)
  const witnessed = checkWitnesses(signed, policy)
  const receipt = given.receipt && checkReceipt(given.receipt, records, signed.checkpoint, policy)
  checkChain(records, claim)
  checkContent(files, records)
  return {
    ok: true,
    claim,
    records,
    files,
    witnessed,
    ...(receipt === undefined ? {} : { receipt }),
  }
}

export function answered<T extends { readonly ok: true }>(verify: () => T): T | Fails {
  try {
    return verify()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
    const { step, record, message: detail } = error
    return { ok: false, step, detail, ...(record === undefined ? {} : { record }) }
  }
}

const fileOf = (files: Files, path: string): Uint8Array => files.get(path) ?? new Uint8Array()

/** Without a checkpoint that can be read no leaf is anywhere. */
function readSigned(files: Files): Signed {
  return orFault('inclusion', 'the checkpoint cannot be read', undefined, () => {
    const text = readText(fileOf(files, 'checkpoint'))
    return { text, checkpoint: readCheckpoint(text) }
  })
}

function policyOf(bytes: Uint8Array): Policy {
  return orFault('log', 'the policy cannot be read', undefined, () => readPolicy(readText(bytes)))
}

/** Step 5. */
function checkLog({ checkpoint }: Signed, { logs }: Policy, claim: Claim): void {
  must(checkpoint.origin === claim.origin, 'log', 'the checkpoint is of another log')
  const own = checkpoint.origin.startsWith(`candour/${claim.log}/`)
  must(own, 'log', 'the log is not the one that its records were written for')
  const key = logs.find(({ name }) => name === checkpoint.origin)
  must(key !== undefined, 'log', 'the policy does not know this log')
  must(signedBy(checkpoint, key), 'log', 'the checkpoint was not signed by the log')
}

/** Step 6. */
function checkWitnesses({ checkpoint }: Signed, policy: Policy): boolean {
  const enough = policy.enough((witness) => cosignedBy(checkpoint, witness))
  must(enough, 'witness', 'the checkpoint has not the witnesses that the policy asks for')
  return policy.witnessed
}
