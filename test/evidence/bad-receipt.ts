import { signer } from '../support/log.ts'
import { read, utf8 } from './mini.ts'
import { OTHER, receipt } from './twist.ts'
import { refused, type Vector } from './vector.ts'

const before = (at: number) => (all: string[]) =>
  all.map((leaf, n) => (n === at ? 'another' : leaf))

/** Packs that an earlier receipt does not fit. */
export function badReceipts(): Vector[] {
  const step = 'receipt' as const
  const none = { step }
  return [
    refused('receipt-noise', 'The receipt is no proof.', { ...none, receipt: utf8('hello') }, {}),
    refused('receipt-empty', 'The receipt is empty.', { ...none, receipt: new Uint8Array() }, {}),
    refused(
      'receipt-of-another-log',
      'The receipt is of another log.',
      { ...none, receipt: receipt(1, 6, undefined, signer('candour/x/y', 1)) },
      {},
    ),
    refused(
      'receipt-signed-by-another',
      'The receipt was signed with another key.',
      { ...none, receipt: receipt(1, 6, undefined, OTHER) },
      {},
    ),
    refused(
      'receipt-of-none',
      'The receipt is of a leaf that is none of these records.',
      {
        ...none,
        receipt: utf8(read(new Map([['r', receipt(1, 6)]]), 'r').replace(/index \d+/, 'index 0')),
      },
      {},
    ),
    refused(
      'receipt-of-other-content',
      'The record was another when the receipt was given.',
      { ...none, record: 1, receipt: receipt(1, 6, before(2)) },
      {},
    ),
    refused(
      'receipt-of-other-content-earlier',
      'The record was another when the receipt was given, in a shorter log.',
      { ...none, record: 1, receipt: receipt(1, 4, before(2)) },
      {},
    ),
    refused(
      'receipt-before-it-rewritten',
      'A leaf before the record was another when the receipt was given.',
      { ...none, record: 2, receipt: receipt(2, 5, before(0)) },
      {},
    ),
    refused(
      'receipt-beside-it-rewritten',
      'A leaf beside the record was another when the receipt was given.',
      { ...none, record: 2, receipt: receipt(2, 5, before(3)) },
      {},
    ),
    refused(
      'receipt-after-it-rewritten',
      'At the same length, a leaf after the record was another.',
      { ...none, record: 0, receipt: receipt(0, 6, before(5)) },
      {},
    ),
    refused(
      'receipt-tree-complete',
      'A complete part of the log that covers the record was another.',
      { ...none, record: 0, receipt: receipt(0, 4, before(3)) },
      {},
    ),
  ]
}
