import { canonical } from '../../bot/evidence/canonical.ts'
import type { Payload } from '../../bot/evidence/record.ts'
import { change, six, utf8 } from './mini.ts'
import { refused, type Vector } from './vector.ts'

const at = (n: number) => ({ record: n })
const nonce = (n: number) => `records/${six(n)}.nonce`

const REQUIRED = [
  ...['schema', 'log', 'recordId', 'consultation', 'stream', 'seq', 'prev', 'mode', 'recordedAt'],
  ...[
    'recordedOn',
    'clockOffset',
    'command',
    'transitions',
    'opened',
    'closed',
    'facts',
    'retracted',
  ],
  ...['gates', 'shown', 'digests', 'after'],
]

const SHAPES: readonly (readonly [string, (one: Payload) => unknown])[] = [
  ['a member more', (one) => ({ ...one, more: 1 })],
  ['another schema', (one) => ({ ...one, schema: 'candour/record@2' })],
  ['a number as text', (one) => ({ ...one, seq: String(one.seq) })],
  ['a number below nought', (one) => ({ ...one, seq: -1 })],
  ['a truth for a number', (one) => ({ ...one, clockOffset: true })],
  ['a time without milliseconds', (one) => ({ ...one, recordedAt: '2026-03-01T09:00:01Z' })],
  ['a time in another zone', (one) => ({ ...one, recordedAt: '2026-03-01T09:00:01.000+01' })],
  ['a day as a time', (one) => ({ ...one, recordedOn: one.recordedAt })],
  ['a hash in capitals', (one) => ({ ...one, prev: 'A'.repeat(64) })],
  ['an unknown stream', (one) => ({ ...one, stream: 'closed' })],
  ['an unknown mode', (one) => ({ ...one, mode: 'test' })],
  ['something that is alone and false', (one) => ({ ...one, alone: false })],
  ['padding of ones', (one) => ({ ...one, pad: '11' })],
  ['a command without a time', (one) => ({ ...one, command: { ...one.command, at: undefined } })],
  [
    'digests without statecharts',
    (one) => ({ ...one, digests: { ...one.digests, machines: undefined } }),
  ],
  ['facts in a list', (one) => ({ ...one, facts: [] })],
  [
    'words without a digest',
    (one) => ({ ...one, shown: [{ id: 'a', version: 1, locale: 'en-GB', text: '', choices: [] }] }),
  ],
  ['an end with more to it', (one) => ({ ...one, after: { ...one.after, more: 1 } })],
]

const TEXTS: readonly (readonly [string, (text: string) => string | Uint8Array])[] = [
  ['a space', (text) => text.replace(':', ': ')],
  ['a line’s end behind it', (text) => `${text}\n`],
  ['a mark of byte order', (text) => `\uFEFF${text}`],
  ['a name twice', (text) => text.replace('"clockOffset":0', '"clockOffset":0,"clockOffset":0')],
  ['a name twice, deep inside', (text) => text.replace('"ask":1', '"ask":1,"ask":1')],
  [
    'names in another order',
    (text) => text.replace('"closed":[],', '').replace('"after"', '"closed":[],"after"'),
  ],
  ['a float', (text) => text.replace('"clockOffset":0', '"clockOffset":0.0')],
  ['a power', (text) => text.replace('"clockOffset":0', '"clockOffset":0e0')],
  ['minus nought', (text) => text.replace('"clockOffset":0', '"clockOffset":-0')],
  ['a nought before a number', (text) => text.replace('"clockOffset":0', '"clockOffset":00')],
  [
    'a number that is too large',
    (text) => text.replace('"clockOffset":0', '"clockOffset":9007199254740992'),
  ],
  ['a number that never ends', (text) => text.replace('"clockOffset":0', '"clockOffset":1e999')],
  ['not a number', (text) => text.replace('"clockOffset":0', '"clockOffset":NaN')],
  ['a letter written as its number', (text) => text.replace('"age#1"', '"\\u0061ge#1"')],
  ['a slash with a slash before it', (text) => text.replace('age/date', 'age\\/date')],
  ['half a character, written as its number', (text) => text.replace('"age#1"', '"\\ud800"')],
  [
    'half a character in its bytes',
    (text) => Uint8Array.from([...utf8(text.slice(0, -1)), 0xed, 0xa0, 0x80]),
  ],
  [
    'a byte that is no text',
    (text) => Uint8Array.from([...utf8(text.slice(0, -2)), 0xff, 0x22, 0x7d]),
  ],
  ['its end cut off', (text) => text.slice(0, -1)],
  ['two of it', (text) => text + text],
  ['nothing in it', () => ''],
  ['a list in its place', () => '[]'],
  ['a comment', (text) => text.replace('{', '{/**/')],
  [
    'seventy lists in each other',
    (text) => text.replace('"facts":{', `"facts":{"a":${'['.repeat(70)}${']'.repeat(70)},`),
  ],
  ['ten thousand lists in each other', () => '['.repeat(10_000)],
]

/** Packs of which a record is not in the form that it must have. */
export function badForms(): Vector[] {
  const step = 'form' as const
  const drop = (name: string) => (one: Payload, n: number) =>
    n === 1 ? Object.fromEntries(Object.entries(one).filter(([key]) => key !== name)) : one
  return [
    ...REQUIRED.map((name) =>
      // What its leaf is made of is needed to make one.
      refused(
        `form-without-${name}`,
        `Record 1 has no ${name}.`,
        { step, ...at(1) },
        {
          text: (text, n) => canonical(drop(name)(JSON.parse(text) as Payload, n)),
        },
      ),
    ),
    ...SHAPES.map(([what, shape], k) =>
      refused(
        `form-shape-${k}`,
        `Record 2 has ${what}.`,
        { step, ...at(2) },
        {
          text: (text, n) =>
            n === 2
              ? canonical(JSON.parse(JSON.stringify(shape(JSON.parse(text) as Payload))))
              : text,
        },
      ),
    ),
    ...TEXTS.map(([what, edit], k) =>
      refused(
        `form-text-${k}`,
        `Record ${k % 4} is written with ${what}.`,
        { step, ...at(k % 4) },
        {
          text: (text, n) => (n === k % 4 ? edit(text) : text),
        },
      ),
    ),
    ...LEAVES.map(([what, edit], k) =>
      refused(
        `form-leaf-${k}`,
        `The leaf of record 3 has ${what}.`,
        { step, ...at(3) },
        {
          leaf: (text, n) => (n === 3 ? edit(text) : text),
        },
      ),
    ),
    ...NONCES.map(([what, edit], k) =>
      refused(
        `form-nonce-${k}`,
        `The nonce of record 0 has ${what}.`,
        { step, ...at(0) },
        {
          files: change(nonce(0), edit),
        },
      ),
    ),
  ]
}

const LEAVES: readonly (readonly [string, (text: string) => string])[] = [
  ['a space', (text) => text.replace(':', ': ')],
  ['a member more', (text) => text.replace('}', ',"seq":3}')],
  ['another schema', (text) => text.replace('leaf@1', 'leaf@2')],
  ['a short commitment', (text) => text.replace(/"commit":"../, '"commit":"')],
  ['no id', (text) => text.replace(/"recordId":"[^"]*",/, '')],
]
const NONCES: readonly (readonly [string, (text: string) => string])[] = [
  ['capitals', (text) => text.toUpperCase()],
  ['a line’s end behind it', (text) => `${text}\n`],
  ['one digit less', (text) => text.slice(1)],
  ['nothing in it', () => ''],
]
