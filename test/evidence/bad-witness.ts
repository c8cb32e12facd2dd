import { cosigned, signed, WITNESS } from '../support/log.ts'
import { change, LOG, type Making, utf8 } from './mini.ts'
import { asked, bodyOf, checkpoint, flip, SECOND, witnesses } from './twist.ts'
import { refused, type Vector } from './vector.ts'

/** Packs without the witnesses that are asked for. */
export function badWitnesses(): Vector[] {
  const step = 'witness' as const
  const by = (...who: readonly (typeof WITNESS)[]) => ({ log: { witnesses: who, quorum: 'none' } })
  const asks = (making: Making, ...lines: readonly string[]): Making => ({
    ...making,
    files: (files) => {
      making.files?.(files)
      change('policy', asked(...witnesses, ...lines))(files)
    },
  })
  const wrong = (edit: (body: string) => string): Making =>
    checkpoint((text) => text + edit(bodyOf(text)))
  return [
    refused(
      'witness-none',
      'A witness is asked for, and none has signed.',
      { step },
      asks({}, 'quorum a'),
    ),
    refused(
      'witness-another',
      'Another witness has signed than the one asked for.',
      { step },
      asks(by(SECOND), 'quorum a'),
    ),
    refused(
      'witness-two-of-three',
      'Two of three are asked for, and one has signed.',
      { step },
      asks(by(WITNESS), 'group g 2 a b c', 'quorum g'),
    ),
    refused(
      'witness-all',
      'All are asked for, and two of three have signed.',
      { step },
      asks(by(WITNESS, SECOND), 'group g all a b c', 'quorum g'),
    ),
    refused(
      'witness-groups',
      'Of two groups one has signed.',
      { step },
      asks(by(WITNESS, SECOND), 'group g any a b', 'group h all g c', 'quorum h'),
    ),
    refused(
      'witness-any',
      'Any of three is asked for, and none has signed.',
      { step },
      asks({}, 'group g any a b c', 'quorum g'),
    ),
    refused(
      'witness-of-other-text',
      'The witness has signed another text.',
      { step },
      asks(
        wrong((body) => cosigned(`${body} `, WITNESS)),
        'quorum a',
      ),
    ),
    refused(
      'witness-as-a-log',
      'The witness has signed as a log does.',
      { step },
      asks(
        wrong((body) => signed(body, { ...WITNESS })),
        'quorum a',
      ),
    ),
    refused(
      'witness-time',
      'The time of the cosignature was changed.',
      { step },
      asks(
        wrong((body) =>
          cosigned(body, WITNESS).replace(
            /(— \S+ )(\S+)/,
            (_, name: string, line: string) => name + flip(line, 11),
          ),
        ),
        'quorum a',
      ),
    ),
    refused(
      'witness-twice',
      'The witness’s line is there twice, once broken.',
      { step },
      asks(
        wrong((body) => cosigned(body, WITNESS) + cosigned(`${body} `, WITNESS)),
        'quorum a',
      ),
    ),
    refused(
      'witness-log-rewritten',
      'The whole log was written again with its real key, which no witness has signed.',
      { step },
      asks(
        { ...by(), payload: (one) => ({ ...one, facts: { 'date-of-birth': '1980-01-02' } }) },
        'quorum a',
      ),
    ),
    refused(
      'witness-policy-from-elsewhere',
      'Whoever checks it asks for a witness; the pack itself asks for none.',
      { step, policy: utf8([`log ${LOG.vkey}`, ...witnesses, 'quorum a', ''].join('\n')) },
      {},
    ),
  ]
}
