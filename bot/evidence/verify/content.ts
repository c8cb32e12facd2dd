import { z } from 'zod'
import { Fault, must } from './fault.ts'
import { readCanonical } from './json.ts'
import type { Files } from './manifest.ts'
import { hex, sha256 } from './merkle.ts'
import type { Read } from './record.ts'

const index = z.array(z.tuple([z.string().min(1), z.string().regex(/^[0-9a-f]{64}$/)]))

/** Step 9: whatever a record cites by digest is here, and is that. */
export function checkContent(files: Files, records: readonly Read[]): void {
  const bundles = new Map<string, ReadonlyMap<string, string>>()
  for (const path of files.keys()) checkName(files, path)
  const bundle = (digest: string, n: number) => {
    const known = bundles.get(digest) ?? readBundle(files, digest, n)
    bundles.set(digest, known)
    return known
  }
  for (const [n, { payload }] of records.entries()) {
    bundle(payload.digests.machines, n)
    const words = bundle(payload.digests.content, n)
    for (const { id, locale, digest } of payload.shown) {
      // Put together from several: the record holds all of its words, and no file does.
      if (id.startsWith('written-information/')) continue
      const there = ENDINGS.some((end) => words.get(`${locale}/${id}${end}`) === digest)
      must(there, 'content', `the words of ${id} are not those that it cites`, n)
    }
  }
}

const ENDINGS = ['.md', '.hbs']

/** A file that is named by its digest has it. */
function checkName(files: Files, path: string): void {
  const [, digest] = /^files\/([0-9a-f]{64})$/.exec(path) ?? []
  if (digest === undefined) return
  const own = hex(sha256(files.get(path) ?? new Uint8Array()))
  must(own === digest, 'content', `${path} is not what its name says`)
}

/** Path and digest of each file of what was in use together. */
function readBundle(files: Files, digest: string, n: number): ReadonlyMap<string, string> {
  const bytes = files.get(`bundles/${digest}.json`)
  must(bytes !== undefined, 'content', `what it cites as ${digest} is not here`, n)
  must(hex(sha256(bytes)) === digest, 'content', `what it cites as ${digest} was changed`, n)
  const listed = readIndex(bytes, n)
  for (const [path, own] of listed) {
    must(files.has(`files/${own}`), 'content', `${path}, which it cites, is not here`, n)
  }
  return new Map(listed)
}

function readIndex(bytes: Uint8Array, n: number): z.infer<typeof index> {
  try {
    return index.parse(readCanonical(bytes))
  } catch {
    throw new Fault('content', 'what it cites is no list of files', n)
  }
}

/** The files of a bundle, as they were. Only of a pack whose content was checked. */
export function bundleOf(files: Files, digest: string): { path: string; text: string }[] {
  const listed = index.parse(readCanonical(files.get(`bundles/${digest}.json`) ?? new Uint8Array()))
  return listed.map(([path, own]) => ({
    path,
    text: Buffer.from(files.get(`files/${own}`) ?? new Uint8Array()).toString('utf8'),
  }))
}
