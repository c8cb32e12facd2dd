import { createHash } from 'node:crypto'
import { type Zippable, zipSync } from 'fflate'
import { canonical } from '../canonical.ts'

const MANIFEST = 'MANIFEST.json'
/** A zip has the date of its place; this is midnight of the first day that one can have, in any. */
const mtime = () => new Date(1980, 0, 1)

/**
 * One file of all of them, with a list of what they are. The same files always give the
 * same bytes. Nothing is compressed: whoever reads it needs no limits for what may come out.
 */
export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const listed = [...files].sort(([one], [other]) => (one < other ? -1 : 1))
  const manifest = new TextEncoder().encode(
    canonical({
      schema: 'candour/manifest@1',
      files: listed.map(([path, bytes]) => ({
        ...{ path, size: bytes.length },
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })),
    }),
  )
  const all: Zippable = Object.fromEntries([[MANIFEST, manifest], ...listed])
  return zipSync(all, { level: 0, mtime: mtime(), os: 0 })
}
