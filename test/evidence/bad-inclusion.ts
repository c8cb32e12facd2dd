import { change, six } from './mini.ts'
import { refused, type Vector } from './vector.ts'

const at = (n: number) => ({ record: n })
const proof = (n: number) => `proofs/${six(n)}.tlog-proof`

const PROOFS: readonly (readonly [string, (text: string) => string])[] = [
  ['another first line', (text) => text.replace('@v1', '@v2')],
  ['no index', (text) => text.replace(/index \d+\n/, '')],
  [
    'another index',
    (text) => text.replace(/index (\d+)/, (_, index) => `index ${Number(index) - 1}`),
  ],
  ['an index that is beyond the log', (text) => text.replace(/index \d+/, 'index 99')],
  ['an index below nought', (text) => text.replace(/index \d+/, 'index -1')],
  ['a nought before its index', (text) => text.replace('index ', 'index 0')],
  ['a hash less', (text) => text.replace(/\n[^\n]+\n\n/, '\n\n')],
  ['a hash more', (text) => text.replace(/\n([^\n]+)\n\n/, '\n$1\n$1\n\n')],
  [
    'another hash',
    (text) => text.replace(/\n[^\n]{44}\n/, `\n${Buffer.alloc(32).toString('base64')}\n`),
  ],
  [
    'a hash that is too short',
    (text) => text.replace(/\n[^\n]{44}\n/, `\n${Buffer.alloc(31).toString('base64')}\n`),
  ],
  ['a hash in another alphabet', (text) => text.replace(/\n[^\n]{44}\n/, `\n${'_'.repeat(43)}=\n`)],
  [
    'its hashes in another order',
    (text) => text.replace(/\n([^\n]{44})\n([^\n]{44})\n/, '\n$2\n$1\n'),
  ],
  ['another checkpoint', (text) => text.replace('\n\n', '\n\nanother.')],
  ['no checkpoint', (text) => text.split('\n\n')[0] ?? ''],
  ['nothing in it', () => ''],
]

const CHECKPOINTS: readonly (readonly [string, (text: string) => string])[] = [
  ['nothing in it', () => ''],
  ['no signatures', (text) => text.slice(0, text.indexOf('—'))],
  ['a fourth line', (text) => text.replace('\n\n', '\nmore\n\n')],
  ['a size that is no number', (text) => text.replace(/\n\d+\n/, '\nsix\n')],
  ['a nought before its size', (text) => text.replace(/\n(\d+)\n/, '\n0$1\n')],
  [
    'a root that is too short',
    (text) => text.replace(/\n[^\n]{44}\n/, `\n${Buffer.alloc(31).toString('base64')}\n`),
  ],
  ['a signature without its dash', (text) => text.replace('— ', '- ')],
  ['no line’s end', (text) => text.slice(0, -1)],
  ['a space in its origin', (text) => text.replace('candour', 'can dour')],
]

/** Packs of which a record is not in the log. */
export function badInclusions(): Vector[] {
  const step = 'inclusion' as const
  return [
    ...PROOFS.map(([what, edit], k) =>
      refused(
        `inclusion-proof-${k}`,
        `The proof of record 2 has ${what}.`,
        { step, ...at(2) },
        { files: change(proof(2), edit) },
      ),
    ),
    ...CHECKPOINTS.map(([what, edit], k) =>
      refused(
        `inclusion-checkpoint-${k}`,
        `The checkpoint has ${what}.`,
        { step },
        { files: change('checkpoint', edit) },
      ),
    ),
    refused(
      'inclusion-other-size',
      'The checkpoint says another size than its proofs.',
      { step, ...at(0) },
      {
        files: change('checkpoint', (text) => text.replace(/\n\d+\n/, '\n7\n')),
      },
    ),
    ...[0, 1, 2, 3].map((n) =>
      refused(
        `inclusion-forged-${n}`,
        `Record ${n} was written again with a leaf of its own, which the log does not have.`,
        { step, ...at(n) },
        {
          logged: (leaves) => leaves.map((one, k) => (k === n ? 'what was there before' : one)),
          files: change(proof(n), (text) => text.replace('index -1', `index ${n}`)),
        },
      ),
    ),
    refused(
      'inclusion-leaf-of-another-log',
      'The leaf of record 1 names another log than its content.',
      { step, ...at(1) },
      {
        leaf: (text, n) => (n === 1 ? text.replace('clinic-1', 'clinic-2') : text),
      },
    ),
    refused(
      'inclusion-leaf-of-another-record',
      'The leaf of record 1 names another record than its content.',
      { step, ...at(1) },
      {
        leaf: (text, n) => (n === 1 ? text.replace('open-1', 'open-9') : text),
      },
    ),
  ]
}
