import { canonical } from '../../bot/evidence/canonical.ts'
import { change, type Files, filesOf, manifestOf, six, utf8, zipOf } from './mini.ts'
import { refused, type Vector } from './vector.ts'

interface Listed {
  readonly schema: string
  readonly files: readonly {
    readonly path: string
    readonly sha256: string
    readonly size: number
  }[]
}

type Edit = (manifest: Listed) => unknown

const entry =
  (at: string, edit: (one: Listed['files'][number]) => unknown): Edit =>
  (manifest) => ({
    ...manifest,
    files: manifest.files.map((one) => (one.path === at ? edit(one) : one)),
  })

const LISTS: readonly (readonly [string, Edit])[] = [
  ['another schema', (manifest) => ({ ...manifest, schema: 'candour/manifest@2' })],
  ['a member more', (manifest) => ({ ...manifest, more: 1 })],
  ['no files', ({ schema }) => ({ schema })],
  ['an empty list', (manifest) => ({ ...manifest, files: [] })],
  [
    'a file that is not there',
    (manifest) => ({
      ...manifest,
      files: [...manifest.files, { path: 'z', sha256: '0'.repeat(64), size: 0 }],
    }),
  ],
  [
    'itself',
    (manifest) => ({
      ...manifest,
      files: [{ path: 'MANIFEST.json', sha256: '0'.repeat(64), size: 0 }, ...manifest.files],
    }),
  ],
  ['a file twice', ({ files, ...rest }) => ({ ...rest, files: [...files.slice(0, 1), ...files] })],
  ['its files in another order', ({ files, ...rest }) => ({ ...rest, files: files.toReversed() })],
  ['a length as text', entry('policy', (one) => ({ ...one, size: String(one.size) }))],
  ['a length below nought', entry('policy', (one) => ({ ...one, size: -1 }))],
  ['a length that is true', entry('policy', (one) => ({ ...one, size: true }))],
  ['another length', entry('policy', (one) => ({ ...one, size: one.size + 1 }))],
  [
    'another digest',
    entry('policy', (one) => ({
      ...one,
      sha256: one.sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    })),
  ],
  [
    'a digest in capitals',
    entry('policy', (one) => ({ ...one, sha256: one.sha256.toUpperCase() })),
  ],
  ['a file with more to say', entry('policy', (one) => ({ ...one, more: 1 }))],
  ['a file without a digest', entry('policy', ({ path, size }) => ({ path, size }))],
  ['an empty path', entry('checkpoint', (one) => ({ ...one, path: '' }))],
]

const TEXTS: readonly (readonly [string, (text: string) => string])[] = [
  ['a space', (text) => text.replace(':', ': ')],
  ['a line’s end behind it', (text) => `${text}\n`],
  ['a name twice', (text) => text.replace('{"files"', '{"files":[],"files"')],
  ['its names in another order', (text) => `{"schema":"candour/manifest@1",${text.slice(1, -31)}}`],
  ['nothing in it', () => ''],
  ['a list', () => '[]'],
  ['a mark of byte order', (text) => `\uFEFF${text}`],
]

const CLAIMS: readonly (readonly [string, (claim: Record<string, unknown>) => unknown])[] = [
  ['another schema', (claim) => ({ ...claim, schema: 'candour/pack@2' })],
  ['no records', (claim) => ({ ...claim, records: 0 })],
  ['records as text', (claim) => ({ ...claim, records: '4' })],
  ['no origin', ({ origin: _, ...claim }) => claim],
  ['an unknown stream', (claim) => ({ ...claim, stream: 'closed' })],
  ['an unknown mode', (claim) => ({ ...claim, mode: 'test' })],
  ['a member more', (claim) => ({ ...claim, more: null })],
  ['a head without a leaf', (claim) => ({ ...claim, head: { seq: 3 } })],
  ['a space', (claim) => canonical(claim).replace(':', ': ')],
  ['a name twice', (claim) => canonical(claim).replace('{', '{"log":"clinic-1",')],
  ['a float', (claim) => canonical(claim).replace('"records":4', '"records":4.0')],
]

const broken = (edit: (files: Files) => void): Uint8Array => {
  const files = filesOf()
  const listed = manifestOf(files)
  edit(files)
  return zipOf(files, listed)
}

/** Packs whose list of files is not theirs, or that lack one. */
export function badManifests(): Vector[] {
  const step = 'manifest'
  const lists = LISTS.map(([what, edit], n) =>
    refused(
      `manifest-list-${n}`,
      `Its list has ${what}.`,
      { step },
      {
        manifest: (text) => canonical(edit(JSON.parse(text) as Listed)),
      },
    ),
  )
  const texts = TEXTS.map(([what, manifest], n) =>
    refused(`manifest-text-${n}`, `Its list is written with ${what}.`, { step }, { manifest }),
  )
  const claims = CLAIMS.map(([what, claim], n) =>
    refused(`manifest-claim-${n}`, `pack.json has ${what}.`, { step }, { claim }),
  )
  return [...lists, ...texts, ...claims, ...missing(), ...changed(), ...more()]
}

const ONCE = ['pack.json', 'clinic.json', 'checkpoint', 'policy', 'record.html', 'record.pdf']
const OWN = (n: number) => [
  ...['json', 'leaf', 'nonce'].map((kind) => `records/${six(n)}.${kind}`),
  `proofs/${six(n)}.tlog-proof`,
]

function missing(): Vector[] {
  const without = (at: string, record?: number) =>
    refused(
      `manifest-without-${at.replace('/', '-')}`,
      `${at} is neither there nor listed.`,
      {
        ...{ step: 'manifest' as const },
        ...(record === undefined ? {} : { record }),
      },
      { files: (files) => void files.delete(at) },
    )
  const none = refused('manifest-none', 'It has no list.', { step: 'manifest' }, zipWithoutList())
  return [
    none,
    ...ONCE.map((at) => without(at)),
    ...[0, 2, 3].flatMap((n) => OWN(n).map((at) => without(at, n))),
  ]
}

function zipWithoutList(): Uint8Array {
  const files = filesOf()
  const text = Buffer.from(zipOf(files))
    .toString('latin1')
    .replaceAll('MANIFEST.json', 'MANIFEST.jsom')
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

function changed(): Vector[] {
  return [
    ...ONCE.slice(2).map((at) => [at, undefined] as const),
    ...OWN(1).map((at) => [at, 1] as const),
  ].flatMap(([at, record]) => {
    const given = { step: 'manifest' as const, ...(record === undefined ? {} : { record }) }
    const name = at.replace('/', '-')
    return [
      refused(
        `manifest-flipped-${name}`,
        `${at} was changed after it was listed.`,
        given,
        broken((files) => {
          const data = Uint8Array.from(files.get(at) ?? [])
          data[0] = (data[0] ?? 0) ^ 1
          files.set(at, data)
        }),
      ),
      refused(
        `manifest-longer-${name}`,
        `${at} is longer than it was listed.`,
        given,
        broken(change(at, (text) => `${text} `)),
      ),
      refused(
        `manifest-gone-${name}`,
        `${at} is listed and not there.`,
        given,
        broken((files) => void files.delete(at)),
      ),
    ]
  })
}

function more(): Vector[] {
  const step = 'manifest' as const
  const put = (at: string) => (files: Files) => void files.set(at, utf8('x'))
  return [
    refused(
      'manifest-unlisted',
      'A file is there that is not listed.',
      { step },
      broken(put('files/x')),
    ),
    refused(
      'manifest-unlisted-record',
      'A record is there that is not listed.',
      { step, record: 4 },
      broken(put(`records/${six(4)}.json`)),
    ),
    ...[
      'README',
      'records/x.json',
      'files/xyz',
      'bundles/1.json',
      'record.txt',
      'statecharts/a.exe',
    ].map((at) =>
      refused(
        `manifest-unknown-${at.replace('/', '-')}`,
        `${at} is listed, and no file of a pack.`,
        { step },
        { files: put(at) },
      ),
    ),
    refused(
      'manifest-one-record-more',
      'A record is there beyond those that are claimed.',
      { step, record: 3 },
      {
        claim: (claim) => ({ ...claim, records: 3 }),
      },
    ),
    refused(
      'manifest-one-record-less',
      'A record is claimed that is not there.',
      { step, record: 4 },
      {
        claim: (claim) => ({ ...claim, records: 5 }),
      },
    ),
  ]
}
