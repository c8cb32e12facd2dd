import { signed, signer, WITNESS } from '../support/log.ts'
import { LOG, utf8 } from './mini.ts'
import { bodyOf, checkpoint, inSignature, OTHER, policy, SECOND } from './twist.ts'
import { refused, type Vector } from './vector.ts'

const POLICIES: readonly (readonly [string, (text: string) => string])[] = [
  ['nothing in it', () => ''],
  ['no quorum', (text) => text.replace('quorum none\n', '')],
  ['two quorums', (text) => `${text}quorum none\n`],
  ['a quorum of nobody', (text) => text.replace('quorum none', 'quorum somebody')],
  ['no log', (text) => text.replace(/log .*\n/, '')],
  ['a line of another kind', (text) => `mirror x\n${text}`],
  ['the same key twice', (text) => text + text.replace('quorum none\n', '')],
  ['a key that is not of its id', (text) => text.replace(/\+([0-9a-f]{8})\+/, '+00000000+')],
  ['a key that is too short', (text) => text.replace(/\+[^+]+\n/, '+AQ==\n')],
  ['a witness’s key for its log', () => `log ${signer(LOG.name, 4).vkey}\nquorum none\n`],
  ['a log’s key for a witness', (text) => `witness w ${signer('w', 1).vkey}\n${text}`],
  ['a group of nobody', (text) => `group g any x\n${text}`],
  ['a group without members', (text) => `witness w ${WITNESS.vkey}\ngroup g any\n${text}`],
  [
    'a group that needs more than it has',
    (text) => `witness w ${WITNESS.vkey}\ngroup g 2 w\n${text}`,
  ],
  ['a group that needs none', (text) => `witness w ${WITNESS.vkey}\ngroup g 0 w\n${text}`],
  ['a witness twice in a group', (text) => `witness w ${WITNESS.vkey}\ngroup g any w w\n${text}`],
  [
    'a witness in two groups',
    (text) => `witness w ${WITNESS.vkey}\ngroup g any w\ngroup h any w\n${text}`,
  ],
  ['a name twice', (text) => `witness w ${WITNESS.vkey}\nwitness w ${SECOND.vkey}\n${text}`],
  ['a group named none', (text) => `witness w ${WITNESS.vkey}\ngroup none any w\n${text}`],
  ['a control character', (text) => `${text}\r\n`],
]

/** Packs whose log did not sign, or is not theirs. */
export function badLogs(): Vector[] {
  const step = 'log' as const
  return [
    ...POLICIES.map(([what, edit], n) =>
      refused(`log-policy-${n}`, `Its policy has ${what}.`, { step }, policy(edit)),
    ),
    refused(
      'log-other-key',
      'The policy names another key of the same name.',
      { step },
      policy((text) => text.replace(LOG.vkey, OTHER.vkey)),
    ),
    refused(
      'log-other-name',
      'The policy names another log.',
      { step },
      policy(() => `log ${signer('candour/x/y', 1).vkey}\nquorum none\n`),
    ),
    refused(
      'log-signed-by-another',
      'Another key of the same name has signed.',
      { step },
      checkpoint((text) => `${bodyOf(text)}\n${signed(bodyOf(text), OTHER)}`),
    ),
    refused(
      'log-signed-by-a-stranger',
      'Only somebody else has signed.',
      { step },
      checkpoint((text) => `${bodyOf(text)}\n${signed(bodyOf(text), signer('x', 1))}`),
    ),
    ...[4, 20, 40, 67].map((at) =>
      refused(
        `log-signature-${at}`,
        `Byte ${at} of the signature’s line was changed.`,
        { step },
        checkpoint(inSignature(at)),
      ),
    ),
    refused(
      'log-key-id',
      'The signature is under another key id.',
      { step },
      checkpoint(inSignature(0)),
    ),
    refused(
      'log-signature-short',
      'The signature is one byte too short.',
      { step },
      checkpoint((text) =>
        text.replace(
          /(— \S+ )(\S+)/,
          (_, name: string, body: string) =>
            name + Buffer.from(body, 'base64').subarray(0, -1).toString('base64'),
        ),
      ),
    ),
    refused(
      'log-one-good-one-bad',
      'It has a good signature and a bad one of the same key.',
      { step },
      checkpoint((text) => text + inSignature(30)(text).slice(bodyOf(text).length + 1)),
    ),
    refused(
      'log-origin-claimed',
      'The pack claims another log than the one that signed.',
      { step },
      { claim: (claim) => ({ ...claim, origin: 'candour/clinic-1/other' }) },
    ),
    refused(
      'log-of-another-clinic',
      'The log that signed is another clinic’s.',
      { step },
      {
        log: { log: signer('candour/clinic-2/0', 1) },
        claim: (claim) => ({ ...claim, origin: 'candour/clinic-2/0' }),
      },
    ),
    refused(
      'log-policy-from-elsewhere',
      'Whoever checks it trusts another key.',
      { step, policy: utf8(`log ${OTHER.vkey}\nquorum none\n`) },
      {},
    ),
  ]
}
