import { zipSync } from 'fflate'
import { bytes } from '../bot/evidence/log.ts'
import { filesOf, make, manifestOf, utf8 } from './mini.ts'
import { refused, type Vector } from './vector.ts'

const sound = make()
const end = sound.length - 22
const view = (data: Uint8Array) => new DataView(data.buffer, data.byteOffset, data.length)
const start = view(sound).getUint32(end + 16, true)

function edited(edit: (data: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(sound)
  edit(view(copy))
  return copy
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

/** The field of the directory’s entry and of the file itself, where one may differ from the other. */
const FIELDS = [
  ['version', 6, 4, 2],
  ['flags', 8, 6, 2],
  ['method', 10, 8, 2],
  ['date', 12, 10, 4],
  ['checksum', 16, 14, 4],
  ['stored length', 20, 18, 4],
  ['length', 24, 22, 4],
  ['name length', 28, 26, 2],
  ['extra length', 30, 28, 2],
] as const

function* fields(): Generator<readonly [string, Uint8Array]> {
  for (const [name, inDirectory, inFile, size] of FIELDS) {
    const set = (data: DataView, at: number) =>
      size === 2
        ? data.setUint16(at, data.getUint16(at, true) ^ 8, true)
        : data.setUint32(at, data.getUint32(at, true) ^ 8, true)
    yield [`another ${name} in its directory`, edited((data) => set(data, start + inDirectory))]
    yield [`another ${name} before a file`, edited((data) => set(data, inFile))]
    if (name.includes('length')) continue
    yield [
      `another ${name} in both places`,
      edited((data) => [start + inDirectory, inFile].forEach((at) => set(data, at))),
    ]
  }
  for (const [name, at] of [
    ...([
      ['comment', 32],
      ['disk', 34],
      ['inner attributes', 36],
    ] as const),
    ...([
      ['outer attributes', 38],
      ['place', 42],
      ['maker', 4],
    ] as const),
  ] as const) {
    yield [
      `a ${name} in its directory`,
      edited((data) => data.setUint8(start + at, 1 + data.getUint8(start + at))),
    ]
  }
  for (const [name, at] of [
    ...([
      ['signature', 0],
      ['disk', 4],
      ['disk of the directory', 6],
      ['count here', 8],
    ] as const),
    ...([
      ['count', 10],
      ['length', 12],
      ['start', 16],
      ['comment', 20],
    ] as const),
  ] as const) {
    yield [
      `another ${name} at its end`,
      edited((data) => data.setUint8(end + at, 1 + data.getUint8(end + at))),
    ]
  }
}

function* wholes(): Generator<readonly [string, Uint8Array]> {
  yield ['nothing', new Uint8Array()]
  yield ['one byte', Uint8Array.of(80)]
  yield ['noise', joined(bytes('noise', 64), bytes('more noise', 64))]
  yield ['noughts', new Uint8Array(1000)]
  yield ['a byte before it', joined(Uint8Array.of(0), sound)]
  yield ['a byte behind it', joined(sound, Uint8Array.of(0))]
  yield ['a byte between its files and its directory', gap(start)]
  yield ['another zip before it', joined(sound, sound)]
  yield ['its last byte cut off', sound.subarray(0, -1)]
  yield ['its first byte cut off', sound.subarray(1)]
  yield ['only its end', sound.subarray(end)]
  yield ['its directory twice', joined(sound.subarray(0, end), sound.subarray(start))]
  yield ['its directory cut off', joined(sound.subarray(0, end - 40), sound.subarray(end))]
  const files = Object.fromEntries(filesOf())
  const options = { mtime: new Date(1980, 0, 1) }
  yield ['compressed files', zipSync(files, options)]
  yield [
    'a file that grows a thousandfold',
    zipSync({ 'pack.json': new Uint8Array(2 ** 20) }, options),
  ]
  yield ['files with dates', zipSync(files, { level: 0, mtime: new Date(2026, 0, 1) })]
  yield [
    'a comment on a file',
    zipSync({ 'pack.json': [utf8('{}'), { comment: 'hello' }] }, { level: 0, ...options }),
  ]
  yield [
    'an extra field',
    zipSync({ 'pack.json': [utf8('{}'), { extra: { 1: utf8('x') } }] }, { level: 0, ...options }),
  ]
}

function gap(at: number): Uint8Array {
  const made = joined(sound.subarray(0, at), Uint8Array.of(0), sound.subarray(at))
  view(made).setUint32(end + 1 + 16, start + 1, true)
  return made
}

const NAMES = [
  ...['../pack.json', '/pack.json', 'a/../b', 'a//b', 'a/', '.hidden', 'a\\b', 'C:/a', 'a b'],
  ...['a\nb', 'naïve', 'a\0b', '', '~', 'a/b/c/d/e/f/g/h/i/j', `${'a'.repeat(201)}`, 'a..b'],
]

function* names(): Generator<readonly [string, Uint8Array]> {
  const files = filesOf()
  for (const name of NAMES) {
    const all = Object.fromEntries([
      ['MANIFEST.json', utf8(manifestOf(files))],
      ...files,
      [name, utf8('x')],
    ])
    const made = zipSync(all, { level: 0, mtime: new Date(1980, 0, 1) })
    yield [`a file named ${JSON.stringify(name).slice(0, 24)}`, made]
  }
  yield ['a name twice', twice()]
}

/** Two entries of the directory, one file: `checkpoint` under the name of `clinic.json`’s length. */
function twice(): Uint8Array {
  const all = { 'aaa.json': utf8('{}'), 'bbb.json': utf8('{}') }
  const made = zipSync(all, { level: 0, mtime: new Date(1980, 0, 1) })
  const text = Buffer.from(made).toString('latin1').replaceAll('bbb.json', 'aaa.json')
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

/** Files that are no zip of the form that a pack has. */
export function badContainers(): Vector[] {
  const all = [...fields(), ...wholes(), ...names()]
  return all.map(([what, pack], n) =>
    refused(`container-${n}`, `It has ${what}.`, { step: 'container' }, pack),
  )
}
