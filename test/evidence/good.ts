import { signed, signer, WITNESS } from '../support/log.ts'
import { change, LOG, utf8 } from './mini.ts'
import { asked, bodyOf, checkpoint, policy, receipt, SECOND, THIRD, witnesses } from './twist.ts'
import { refused, type Vector } from './vector.ts'

/** Packs that hold. */
export function good(): Vector[] {
  const asks = (...lines: readonly string[]) => ({
    files: change('policy', asked(...witnesses, ...lines)),
  })
  const by = (...who: readonly (typeof WITNESS)[]) => ({ log: { witnesses: who, quorum: 'none' } })
  return [
    refused('good', 'Four records.', {}, {}),
    refused(
      'good-one-record',
      'One record, alone in its log.',
      {},
      { records: 1, logged: (leaves) => leaves },
    ),
    refused('good-twenty', 'Twenty records.', {}, { records: 20 }),
    refused('good-restricted', 'Restricted records.', {}, { stream: 'restricted' }),
    refused(
      'good-witnessed',
      'A witness is asked for and has signed.',
      {},
      { ...by(WITNESS), ...asks('quorum a') },
    ),
    refused(
      'good-two-of-three',
      'Two of three witnesses have signed.',
      {},
      { ...by(WITNESS, THIRD), ...asks('group g 2 a b c', 'quorum g') },
    ),
    refused(
      'good-groups',
      'One of each of two groups has signed.',
      {},
      { ...by(SECOND, THIRD), ...asks('group g any a b', 'group h all g c', 'quorum h') },
    ),
    refused(
      'good-unknown-signature',
      'Somebody unknown has signed too.',
      {},
      checkpoint((text) => text + signed(bodyOf(text), signer('x', 1))),
    ),
    refused(
      'good-policy-with-comments',
      'The policy has comments, tabs and addresses.',
      {},
      policy((text) => `# hello\n\n\t${text.replace('\n', ' https://log.example/\n')}`),
    ),
    ...[6, 5, 4, 3].map((size) =>
      refused(
        `good-receipt-${size}`,
        `A receipt from when the log held ${size} leaves.`,
        { receipt: receipt(1, size) },
        {},
      ),
    ),
    refused(
      'good-receipt-first',
      'A receipt for the first record.',
      { receipt: receipt(0, 2) },
      {},
    ),
    refused('good-receipt-later', 'A receipt for the last record.', { receipt: receipt(3, 6) }, {}),
    refused(
      'good-extra',
      'A proof carries something extra, which nobody signed.',
      {},
      {
        files: change('proofs/000001.tlog-proof', (text) =>
          text.replace('\nindex', '\nextra aGVsbG8=\nindex'),
        ),
      },
    ),
    refused(
      'good-policy-from-elsewhere',
      'Whoever checks it trusts the same key.',
      { policy: utf8(`log ${LOG.vkey}\nquorum none\n`) },
      {},
    ),
  ]
}
