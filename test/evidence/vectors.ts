/**
 * Writes test/vectors: `node --import ./adapters/config/node.mjs test/evidence/vectors.ts`. The same
 * bytes each time, so that a test can tell whether they are still what is checked in.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { badContainers } from './bad-container.ts'
import { badChains } from './bad-chain.ts'
import { badCommitments } from './bad-commitment.ts'
import { badContents } from './bad-content.ts'
import { badForms } from './bad-form.ts'
import { badInclusions } from './bad-inclusion.ts'
import { badLogs } from './bad-log.ts'
import { badManifests } from './bad-manifest.ts'
import { badReceipts } from './bad-receipt.ts'
import { badWitnesses } from './bad-witness.ts'
import { good } from './good.ts'
import { readTar, writeTar } from './tar.ts'
import type { Vector } from './vector.ts'

const FOLDER = join(import.meta.dirname, '../vectors')
export const PACKS = join(FOLDER, 'packs.tar.gz')
export const LIST = join(FOLDER, 'packs.json')

/** What stands in the list: the names of files instead of the files. */
export interface Listed extends Omit<Vector, 'pack' | 'receipt' | 'policy'> {
  readonly pack: string
  readonly receipt?: string
  readonly policy?: string
}

export const allVectors = (): readonly Vector[] => [
  ...[...good(), ...badContainers(), ...badManifests(), ...badForms(), ...badCommitments()],
  ...[...badInclusions(), ...badLogs(), ...badWitnesses(), ...badReceipts(), ...badChains()],
  ...badContents(),
]

export function written(vectors: readonly Vector[]): { list: string; tar: Uint8Array } {
  const files = new Map<string, Uint8Array>()
  const list = vectors.map(({ name, why, step, record, pack, receipt, policy }): Listed => {
    const put = (kind: string, data: Uint8Array) => {
      files.set(`${name}.${kind}`, data)
      return `${name}.${kind}`
    }
    return {
      ...{ name, why, ...(step ? { step } : {}), ...(record === undefined ? {} : { record }) },
      pack: put('zip', pack),
      ...(receipt ? { receipt: put('receipt', receipt) } : {}),
      ...(policy ? { policy: put('policy', policy) } : {}),
    }
  })
  const lines = list.map((one) => `  ${JSON.stringify(one)}`)
  return { list: `[\n${lines.join(',\n')}\n]\n`, tar: writeTar(files) }
}

export function checkedIn(): { list: string; tar: Uint8Array; vectors: readonly Vector[] } {
  const list = readFileSync(LIST, 'utf8')
  const tar = new Uint8Array(gunzipSync(readFileSync(PACKS)))
  const files = readTar(tar)
  const file = (name?: string) => (name === undefined ? undefined : files.get(name))
  const vectors = (JSON.parse(list) as Listed[]).map((one): Vector => {
    const { pack, receipt, policy, ...rest } = one
    const [given, trusted] = [file(receipt), file(policy)]
    return {
      ...{ ...rest, pack: file(pack) ?? new Uint8Array() },
      ...(given ? { receipt: given } : {}),
      ...(trusted ? { policy: trusted } : {}),
    }
  })
  return { list, tar, vectors }
}

if (import.meta.main) {
  const { list, tar } = written(allVectors())
  writeFileSync(LIST, list)
  writeFileSync(PACKS, gzipSync(tar, { level: 9 }))
}
