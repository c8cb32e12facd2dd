import { z } from 'zod'
import { Fault, must } from './fault.ts'
import { readCanonical } from './json.ts'
import { hex, sha256 } from './merkle.ts'

export type Files = ReadonlyMap<string, Uint8Array>

const NAME = 'MANIFEST.json'
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const text = z.string().min(1).max(200)

const manifest = z.strictObject({
  schema: z.literal('candour/manifest@1'),
  files: z.array(z.strictObject({ path: text, sha256: hash, size: z.int().nonnegative() })),
})

const claim = z.strictObject({
  schema: z.literal('candour/pack@1'),
  log: text,
  origin: text,
  consultation: text,
  stream: z.enum(['open', 'restricted']),
  mode: z.enum(['demo', 'pilot', 'production']),
  records: z.int().positive().max(999_999),
  head: z.strictObject({ seq: z.int().nonnegative(), leaf: hash }),
  after: z.strictObject({ state: text, stage: text, asks: z.array(text) }),
})

/** What a pack says that it holds, and where it leads. */
export type Claim = z.infer<typeof claim>

const ONCE = ['pack.json', 'clinic.json', 'checkpoint', 'policy', 'record.html', 'record.pdf']
const EACH = ['json', 'nonce', 'leaf'] as const
const MANY =
  /^(bundles\/[0-9a-f]{64}\.json|files\/[0-9a-f]{64}|rules\/[a-z0-9@-]+\.json|statecharts\/[a-z0-9@-]+\.(svg|md))$/

/** The number of a record, as its files are named. */
export const numbered = (n: number): string => String(n).padStart(6, '0')

/** Step 1: every file is listed, whole, and of a kind that a pack has; no record is missing. */
export function checkManifest(files: Files): Claim {
  const listed = readManifest(files)
  for (const [n, { path, size, sha256: digest }] of listed.entries()) {
    const before = listed[n - 1]?.path
    const record = recordIn(path)
    must(
      before === undefined || before < path,
      'manifest',
      `${path} is not in its place in the list`,
    )
    const bytes = path === NAME ? undefined : files.get(path)
    must(bytes !== undefined, 'manifest', `${path} is listed and not there`, record)
    must(bytes.length === size, 'manifest', `${path} is not as long as it was`, record)
    must(hex(sha256(bytes)) === digest, 'manifest', `${path} was changed`, record)
  }
  const known = new Set(listed.map(({ path }) => path))
  for (const path of files.keys()) {
    must(path === NAME || known.has(path), 'manifest', `${path} is not listed`, recordIn(path))
  }
  return checkPresent(files)
}

function readManifest(files: Files): z.infer<typeof manifest>['files'] {
  const bytes = files.get(NAME)
  must(bytes !== undefined, 'manifest', 'it has no list of its files')
  return readAs(manifest, bytes, NAME).files
}

function checkPresent(files: Files): Claim {
  for (const path of ONCE) must(files.has(path), 'manifest', `${path} is missing`)
  const said = readAs(claim, files.get('pack.json') ?? new Uint8Array(), 'pack.json')
  const wanted = new Set([NAME, ...ONCE])
  for (let n = 0; n < said.records; n += 1) {
    const own = [...EACH.map((kind) => `records/${numbered(n)}.${kind}`), proofPath(n)]
    for (const path of own) {
      must(files.has(path), 'manifest', `${path} is missing`, n)
      wanted.add(path)
    }
  }
  for (const path of files.keys()) {
    const known = wanted.has(path) || MANY.test(path)
    must(known, 'manifest', `${path} is no file of a pack`, recordIn(path))
  }
  return said
}

export const proofPath = (n: number): string => `proofs/${numbered(n)}.tlog-proof`

function recordIn(path: string): number | undefined {
  const [, digits] = /^(?:records|proofs)\/(\d{6})\./.exec(path) ?? []
  return digits === undefined ? undefined : Number(digits)
}

function readAs<T>(schema: z.ZodType<T>, bytes: Uint8Array, path: string): T {
  try {
    return schema.parse(readCanonical(bytes))
  } catch {
    throw new Fault('manifest', `${path} is not what it should be`)
  }
}
