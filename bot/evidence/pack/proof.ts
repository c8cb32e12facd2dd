import type { Log } from '../../ports.ts'

type Proof = NonNullable<Awaited<ReturnType<Log['proof']>>>

/** c2sp.org/tlog-proof: one file that needs no server. */
export function writeProof({ index, hashes, checkpoint }: Proof): string {
  const lines = hashes.map((hash) => Buffer.from(hash).toString('base64'))
  return ['c2sp.org/tlog-proof@v1', `index ${index}`, ...lines, '', checkpoint].join('\n')
}
