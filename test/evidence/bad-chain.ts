import type { Payload } from '../../bot/evidence/record.ts'
import { type Making, sha, six } from './mini.ts'
import { only } from './twist.ts'
import { refused, type Vector } from './vector.ts'

/** Packs written by whoever holds all keys, and not in their order. */
export function badChains(): Vector[] {
  const step = 'chain' as const
  const restricted = (edit: (one: Payload, n: number) => unknown): Making => ({
    stream: 'restricted',
    payload: edit,
  })
  return [
    ...[0, 1, 2, 3].flatMap((n) => [
      refused(
        `chain-seq-${n}`,
        `Record ${n} says that it is another.`,
        { step, record: n },
        only(n, (one) => ({ ...one, seq: one.seq + 1 })),
      ),
      refused(
        `chain-prev-${n}`,
        `Record ${n} follows another leaf than the one before it.`,
        { step, record: n },
        only(n, (one) => ({ ...one, prev: 'a'.repeat(64) })),
      ),
      refused(
        `chain-consultation-${n}`,
        `Record ${n} is of another consultation.`,
        { step, record: n },
        only(n, (one) => ({ ...one, consultation: 'consultation-2' })),
      ),
      refused(
        `chain-stream-${n}`,
        `Record ${n} is of the restricted stream.`,
        { step, record: n },
        only(n, (one) => ({
          ...one,
          stream: 'restricted',
          head: { seq: 0, leaf: 'a'.repeat(64) },
        })),
      ),
      refused(
        `chain-mode-${n}`,
        `Record ${n} was written in another mode.`,
        { step, record: n },
        only(n, (one) => ({ ...one, mode: 'production' })),
      ),
    ]),
    refused(
      'chain-log',
      'Record 2 is of another log.',
      { step, record: 2 },
      only(2, (one) => ({ ...one, log: 'clinic-2' })),
    ),
    refused(
      'chain-recorded-earlier',
      'Record 2 was recorded before record 1.',
      { step, record: 2 },
      only(2, (one) => ({ ...one, recordedAt: '2026-03-01T09:00:00.999Z' })),
    ),
    refused(
      'chain-done-earlier',
      'Record 2 was done before record 1.',
      { step, record: 2 },
      only(2, (one) => ({ ...one, command: { ...one.command, at: '2026-03-01T09:00:00.999Z' } })),
    ),
    refused(
      'chain-open-cites',
      'An open record cites a head.',
      { step, record: 1 },
      only(1, (one) => ({ ...one, head: { seq: 0, leaf: 'a'.repeat(64) } })),
    ),
    refused(
      'chain-open-alone',
      'An open record says that it stands alone.',
      { step, record: 1 },
      only(1, (one) => ({ ...one, alone: true })),
    ),
    refused(
      'chain-open-padded',
      'An open record is padded.',
      { step, record: 1 },
      only(1, (one) => ({ ...one, pad: '' })),
    ),
    refused(
      'chain-restricted-without-head',
      'A restricted record cites no open one.',
      { step, record: 1 },
      restricted(({ head, ...one }, n) => (n === 1 ? one : { ...one, head })),
    ),
    refused(
      'chain-restricted-older-head',
      'A restricted record cites an older open one than the record before it.',
      { step, record: 2 },
      restricted((one, n) => (n === 2 ? { ...one, head: { seq: 0, leaf: sha('open 0') } } : one)),
    ),
    refused(
      'chain-logged-in-another-order',
      'Record 2 came into the log before record 1.',
      { step, record: 2 },
      { logged: ([a = '', b = '', c = '', d = '']) => [a, c, b, d] },
    ),
    refused(
      'chain-head-elsewhere',
      'The pack claims a head of another number.',
      { step, record: 3 },
      {
        claim: (claim) => ({
          ...claim,
          head: { seq: 2, leaf: (claim['head'] as { leaf: string }).leaf },
        }),
      },
    ),
    refused(
      'chain-head-another',
      'The pack claims another head.',
      { step, record: 3 },
      { claim: (claim) => ({ ...claim, head: { seq: 3, leaf: 'a'.repeat(64) } }) },
    ),
    refused(
      'chain-cut-off',
      'The last record was cut off, and the pack still claims its head.',
      { step, record: 2 },
      {
        claim: (claim) => ({
          ...claim,
          records: 3,
          head: { ...(claim['head'] as object), seq: 2 },
        }),
        files: (files) =>
          [
            'records/000003.json',
            'records/000003.leaf',
            'records/000003.nonce',
            'proofs/000003.tlog-proof',
          ].forEach((at) => files.delete(at)),
      },
    ),
    refused(
      'chain-ends-elsewhere',
      'The pack claims that the consultation ended.',
      { step, record: 3 },
      {
        claim: (claim) => ({ ...claim, after: { ...(claim['after'] as object), state: 'ended' } }),
      },
    ),
    refused(
      'chain-claims-another',
      'The pack claims another consultation.',
      { step, record: 0 },
      { claim: (claim) => ({ ...claim, consultation: 'consultation-2' }) },
    ),
    refused(
      'chain-claims-restricted',
      'The pack claims another stream.',
      { step, record: 0 },
      { claim: (claim) => ({ ...claim, stream: 'restricted' }) },
    ),
    ...swaps(),
  ]
}

/** Whole records with their leaves and proofs, moved about. */
function swaps(): Vector[] {
  const kinds = (n: number) => [
    `records/${six(n)}.json`,
    `records/${six(n)}.leaf`,
    `records/${six(n)}.nonce`,
    `proofs/${six(n)}.tlog-proof`,
  ]
  const copied = (from: number, to: number): Making => ({
    files: (files) =>
      kinds(from).forEach((at, k) =>
        files.set(kinds(to)[k] ?? '', files.get(at) ?? new Uint8Array()),
      ),
  })
  const swapped = (one: number, other: number): Making => ({
    files: (files) =>
      kinds(one).forEach((at, k) => {
        const [a, b] = [files.get(at), files.get(kinds(other)[k] ?? '')]
        if (a && b) files.set(at, b).set(kinds(other)[k] ?? '', a)
      }),
  })
  return [0, 1, 2].flatMap((n) => [
    refused(
      `chain-swapped-${n}`,
      `Records ${n} and ${n + 1} changed places, with their proofs.`,
      { step: 'chain', record: n },
      swapped(n, n + 1),
    ),
    refused(
      `chain-doubled-${n}`,
      `Record ${n} stands in the place of record ${n + 1} too.`,
      { step: 'chain', record: n + 1 },
      copied(n, n + 1),
    ),
  ])
}
