/** Makes small packs by hand, sound ones and broken ones: the same bytes for the same making. */
import { createHash, createHmac } from 'node:crypto'
import { zipSync } from 'fflate'
import { canonical } from '../../bot/evidence/canonical.ts'
import type { Payload } from '../../bot/evidence/record.ts'
import { NO_LEAF } from '../../bot/evidence/seal.ts'
import type { Stream } from '../../bot/ports.ts'
import { bytes, payload } from '../bot/evidence/log.ts'
import { logOf as logBy, type LogOptions, signer } from '../support/log.ts'

export const LOG = signer('candour/clinic-1/test', 1)
export const logOf = (leaves: readonly string[], options: LogOptions = {}) =>
  logBy(leaves, { log: LOG, ...options })

export type Files = Map<string, Uint8Array>

export interface Making {
  readonly records?: number
  readonly stream?: Stream
  /** Before it is committed to, so that everything after it fits. */
  readonly payload?: (one: Payload, n: number) => unknown
  /** The bytes that are committed to, where they are not the canonical form. */
  readonly text?: (canonical: string, n: number) => string | Uint8Array
  readonly leaf?: (canonical: string, n: number) => string
  /** In which order the records came into the log. */
  readonly logged?: (leaves: readonly string[]) => readonly string[]
  readonly log?: LogOptions
  readonly claim?: (claim: Record<string, unknown>) => unknown
  /** When all are there, before they are listed. */
  readonly files?: (files: Files) => void
  readonly manifest?: (text: string) => string
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const sha = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex')
export const six = (n: number): string => String(n).padStart(6, '0')

const WORDS: readonly (readonly [string, string])[] = [
  ['en-GB/age/adult.md', 'You are an adult.\n'],
  ['en-GB/age/date-of-birth.md', 'When were you born?\n'],
]
const MACHINES: readonly (readonly [string, string])[] = [
  ['machines/index.ts', 'export const PATHWAYS = {}\n'],
]
const indexOf = (sources: typeof WORDS) =>
  JSON.stringify(sources.map(([at, text]) => [at, sha(text)]))
export const CONTENT = sha(indexOf(WORDS))
export const MACHINE = sha(indexOf(MACHINES))

function payloadOf(n: number, prev: string, stream: Stream): Payload {
  const [, text = ''] = WORDS[1] ?? []
  const base = payload({ seq: n, prev, stream })
  return {
    ...base,
    ...(stream === 'restricted' ? { head: { seq: n, leaf: sha(`open ${n}`) } } : {}),
    digests: { ...base.digests, content: CONTENT, machines: MACHINE },
    shown: [
      {
        ...{ id: 'age/date-of-birth', version: 1, locale: 'en-GB', digest: sha(text), text },
        choices: [{ id: 'answered', label: 'Ja, ließ – 是' }],
      },
    ],
  }
}

interface Made {
  readonly text: string | Uint8Array
  readonly leaf: string
  readonly nonce: string
}

function recordsOf(making: Making): Made[] {
  const { records = 4, stream = 'open' } = making
  const made: Made[] = []
  for (let n = 0; n < records; n += 1) {
    const prev = made.at(-1) ? leafHash(made.at(-1)?.leaf ?? '') : NO_LEAF
    const plain = payloadOf(n, prev, stream)
    const one = (making.payload?.(plain, n) ?? plain) as Payload
    const form = canonical(one)
    const text = making.text?.(form, n) ?? form
    const nonce = Buffer.from(bytes(`nonce ${n}`, 32))
    const commit = createHmac('sha256', nonce).update('candour/record/v1\0').update(text)
    const { log, recordId } = one
    const leaf = canonical({
      schema: 'candour/leaf@1',
      log,
      recordId,
      commit: commit.digest('hex'),
    })
    made.push({ text, nonce: nonce.toString('hex'), leaf: making.leaf?.(leaf, n) ?? leaf })
  }
  return made
}

export const leafHash = (leaf: string): string =>
  sha(Buffer.concat([Buffer.of(0), Buffer.from(leaf)]))

/** Leaves of other consultations stand among them, as in any log. */
function loggedOf(leaves: readonly string[]): readonly string[] {
  return leaves.flatMap((leaf, n) => (n % 2 === 0 ? [`somebody else’s ${n}`, leaf] : [leaf]))
}

export function filesOf(making: Making = {}): Files {
  const made = recordsOf(making)
  const files: Files = new Map()
  const put = (at: string, data: string | Uint8Array) =>
    void files.set(at, typeof data === 'string' ? utf8(data) : data)
  const all = (making.logged ?? loggedOf)(made.map(({ leaf }) => leaf))
  const log = logOf(all, making.log)
  for (const [n, { text, leaf, nonce }] of made.entries()) {
    put(`records/${six(n)}.json`, text)
    put(`records/${six(n)}.leaf`, leaf)
    put(`records/${six(n)}.nonce`, nonce)
    put(`proofs/${six(n)}.tlog-proof`, proofText(log.proof(all.indexOf(leaf))))
  }
  for (const sources of [WORDS, MACHINES]) {
    put(`bundles/${sha(indexOf(sources))}.json`, indexOf(sources))
    for (const [, text] of sources) put(`files/${sha(text)}`, text)
  }
  put('checkpoint', log.checkpoint)
  put('policy', log.policy)
  put('clinic.json', canonical({ schema: 'candour/clinic@1', name: 'A made-up clinic' }))
  put('record.html', '<!doctype html>\n')
  put('record.pdf', '%PDF-1.3\n')
  const last = payloadOf(made.length - 1, NO_LEAF, making.stream ?? 'open')
  const claim = {
    ...{ schema: 'candour/pack@1', log: 'clinic-1', origin: LOG.name, mode: 'demo' },
    ...{ consultation: 'consultation-1', stream: making.stream ?? 'open', records: made.length },
    head: { seq: made.length - 1, leaf: leafHash(made.at(-1)?.leaf ?? '') },
    after: last.after,
  }
  const claimed = making.claim?.(claim) ?? claim
  put('pack.json', typeof claimed === 'string' ? claimed : canonical(claimed))
  making.files?.(files)
  return files
}

export function proofText({
  index,
  hashes,
  checkpoint,
}: ReturnType<ReturnType<typeof logOf>['proof']>) {
  const lines = hashes.map((hash) => Buffer.from(hash).toString('base64'))
  return ['c2sp.org/tlog-proof@v1', `index ${index}`, ...lines, '', checkpoint].join('\n')
}

export function manifestOf(files: Files): string {
  const listed = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
  const each = listed.map(([at, data]) => ({ path: at, sha256: sha(data), size: data.length }))
  return canonical({ schema: 'candour/manifest@1', files: each })
}

export function zipOf(files: Files, manifest = manifestOf(files)): Uint8Array {
  const listed = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
  const all = Object.fromEntries([['MANIFEST.json', utf8(manifest)] as const, ...listed])
  return zipSync(all, { level: 0, mtime: new Date(1980, 0, 1), os: 0 })
}

export function make(making: Making = {}): Uint8Array {
  const files = filesOf(making)
  return zipOf(files, making.manifest?.(manifestOf(files)))
}

/** The text of a file. */
export const read = (files: Files, at: string): string =>
  Buffer.from(files.get(at) ?? new Uint8Array()).toString('utf8')

export function change(at: string, edit: (text: string) => string): (files: Files) => void {
  return (files) => void files.set(at, utf8(edit(read(files, at))))
}

export { utf8 }
