/** Which states stand on the way to an end, which lead to one never, and what may always be said. */
import { GROUPS } from '../../../machines/pathways/pre-consultation/machine.ts'

/** No way to the end but through each of these. */
export const THROUGH: readonly {
  id: string
  pathway: string
  end: string
  states: readonly string[]
}[] = [
  { id: 'I40', pathway: 'welcome@1', end: 'welcomed', states: ['privacy', 'help-needed'] },
  {
    ...{ id: 'I13', pathway: 'information@1', end: 'informed' },
    states: [
      ...['about', 'side-effects', 'complications', 'serious', 'failure', 'doing-nothing'],
      ...['options', 'emotional-impact', 'worries', 'pack-way', 'pack'],
    ],
  },
  {
    ...{ id: 'I15', pathway: 'fees@1', end: 'shown' },
    states: ['costs', 'interests', 'complaints', 'complications', 'right-to-withdraw'],
  },
  {
    ...{ id: 'I13', pathway: 'teach-back@1', end: 'said-back' },
    states: ['what-will-be-done', 'what-could-go-wrong', 'what-else'],
  },
  {
    id: 'I14',
    pathway: 'cooling-off@1',
    end: 'ready',
    states: ['enough-time', 'enough-information', 'how-you-feel'],
  },
  {
    id: 'I19',
    pathway: 'consent-signature@1',
    end: 'signed',
    states: ['statement', 'meaning', 'signature'],
  },
  {
    id: 'D1',
    pathway: 'consent@1',
    end: 'consented',
    states: ['with-me', 'identity', 'alone', 'take-consent'],
  },
  { id: 'I20', pathway: 'reconfirmation@1', end: 'reconfirmed', states: ['changed'] },
  {
    ...{ id: 'I7', pathway: 'suitability@1', end: 'suitable' },
    states: [
      'expectations',
      'examination',
      'examination-words',
      'benefit',
      'best-interest',
      'alternatives',
      'second-opinion',
    ],
  },
  { id: 'I6', pathway: 'pre-consultation@1', end: 'told', states: ['reason', 'hope'] },
  {
    id: 'I9',
    pathway: 'voluntariness-finding@1',
    end: 'affirmed',
    states: ['alone-now', 'said-own-wish'],
  },
  {
    id: 'I10',
    pathway: 'voluntariness@1',
    end: 'asked',
    states: ['company', 'own-wish', 'pressed', 'only-the-clinic'],
  },
  {
    id: 'I5',
    pathway: 'age-check@1',
    end: 'adult-checked',
    states: ['document', 'birth-date-matches'],
  },
  {
    ...{ id: 'I3', pathway: 'age-check@1', end: 'young-person-passed' },
    states: [
      ...[
        'document',
        'exceptional-reason',
        'competence',
        'competence-findings',
        'physical-benefit',
      ],
      ...['physical-detriment', 'psychological-detriment', 'emotional-detriment', 'best-interest'],
      ...['parents', 'reflection', 'own-yes'],
    ],
  },
  {
    id: 'I11',
    pathway: 'capacity@1',
    end: 'declined',
    states: ['support', 'understand', 'retain', 'use-or-weigh', 'communicate'],
  },
  { id: 'I11', pathway: 'capacity@1', end: 'has-capacity', states: ['what-was-seen', 'support'] },
  {
    id: 'I8',
    pathway: 'psychological@1',
    end: 'assessed',
    states: ['waiting-for-assessment', 'assessor', 'outside'],
  },
  { id: 'I26', pathway: 'gp-weighing@1', end: 'weighed', states: ['history', 'history-sources'] },
]

/** Once there, never to that end. */
export const NEVER_AFTER: readonly { id: string; pathway: string; after: string; end: string }[] = [
  { id: 'I7', pathway: 'suitability@1', after: 'explained', end: 'suitable' },
  { id: 'I8', pathway: 'psychological@1', after: 'concern-words', end: 'no-concern' },
  { id: 'I16', pathway: 'information@1', after: 'to-a-person', end: 'informed' },
  { id: 'I3', pathway: 'age-check@1', after: 'decline-reason', end: 'young-person-passed' },
  { id: 'I25', pathway: 'gp-weighing@1', after: 'cannot-go-on', end: 'weighed' },
]

const BEFORE = GROUPS.map((group) => `${group}-before`)

/** What somebody may always say there: a way out, a no, a doubt, or to be told more. */
export const MAY: readonly {
  readonly id: string
  readonly pathway: string
  readonly event: string
  readonly states: readonly string[]
}[] = [
  {
    ...{ id: 'I13', pathway: 'information@1', event: 'say-more' },
    states: [
      ...['about', 'side-effects', 'complications', 'serious', 'failure'],
      ...['doing-nothing', 'options', 'emotional-impact'],
    ],
  },
  {
    ...{ id: 'I13', pathway: 'teach-back@1', event: 'tell-me-again' },
    states: ['explained', 'what-will-be-done', 'what-could-go-wrong', 'what-else'],
  },
  {
    ...{ id: 'I13', pathway: 'understanding-check@1', event: 'explain-again' },
    states: ['judge', 'worries', 'asked-to-be-told'],
  },
  {
    ...{ id: 'I15', pathway: 'fees@1', event: 'have-a-question' },
    states: ['costs', 'interests', 'complaints', 'complications', 'right-to-withdraw'],
  },
  {
    ...{ id: 'I14', pathway: 'cooling-off@1', event: 'more-time' },
    states: ['enough-time', 'how-you-feel'],
  },
  {
    ...{ id: 'I22', pathway: 'consent-signature@1', event: 'not-today' },
    states: ['statement', 'meaning', 'signature'],
  },
  {
    ...{ id: 'I22', pathway: 'consent@1', event: 'not-today' },
    states: ['not-with-me', 'identity-not-checked', 'take-consent', 'not-yours'],
  },
  {
    ...{ id: 'I20', pathway: 'reconfirmation@1', event: 'no' },
    states: ['wishes-today', 'right-treatment', 'agreed-to-it', 'wants-to-go-on'],
  },
  {
    ...{ id: 'I10', pathway: 'voluntariness@1', event: 'not-here' },
    states: ['own-wish', 'pressed', 'only-the-clinic'],
  },
  {
    ...{ id: 'I8', pathway: 'psychological@1', event: 'there-is-a-concern' },
    states: ['no-concern-reason'],
  },
  {
    ...{ id: 'I7', pathway: 'suitability@1', event: 'no-overall-benefit' },
    states: ['benefit', 'benefit-after-talking'],
  },
  {
    ...{ id: 'I7', pathway: 'suitability@1', event: 'not-in-best-interest' },
    states: ['best-interest', 'after-second-opinion'],
  },
  {
    ...{ id: 'I26', pathway: 'gp-contact@1', event: 'yes' },
    states: ['permission', 'explained', 'encouraged'],
  },
  {
    ...{ id: 'I26', pathway: 'gp-contact@1', event: 'rather-not-say' },
    states: ['reason', 'reason-once-explained'],
  },
  {
    ...{ id: 'I25', pathway: 'gp-weighing@1', event: 'decline' },
    states: ['waiting-for-gp', 'decide', 'cannot-go-on', 'history-wanted'],
  },
  {
    ...{ id: 'I8', pathway: 'psychological@1', event: 'decline' },
    states: ['waiting-for-assessment', 'not-outside'],
  },
  {
    ...{ id: 'I13', pathway: 'understanding-check@1', event: 'decline' },
    states: ['judge', 'worries', 'asked-to-be-told'],
  },
  { id: 'I46', pathway: 'age@1', event: 'rather-not-say', states: ['what-brought-you'] },
  // Nobody has to write down anything about their health, nor to keep what they once wrote.
  {
    ...{ id: 'I6', pathway: 'pre-consultation@1', event: 'rather-in-person' },
    states: [...GROUPS, ...BEFORE],
  },
  { id: 'I6', pathway: 'pre-consultation@1', event: 'nothing', states: GROUPS },
  { id: 'I6', pathway: 'pre-consultation@1', event: 'still-so', states: BEFORE },
  {
    ...{ id: 'I6', pathway: 'pre-consultation@1', event: 'changed' },
    states: [...BEFORE, 'reason', 'hope'],
  },
  // A class that cannot be named cannot be refused.
  { id: 'I2', pathway: 'age-check@1', event: 'toxin', states: ['treatment'] },
  { id: 'I2', pathway: 'age-check@1', event: 'filler', states: ['treatment'] },
  { id: 'I9', pathway: 'concern-response@1', event: 'danger-now', states: ['talk-alone'] },
  {
    ...{ id: 'I9', pathway: 'concern-response@1', event: 'danger-to-others' },
    states: ['capacity-to-choose'],
  },
  {
    ...{ id: 'I11', pathway: 'concern-response@1', event: 'may-not-be-able' },
    states: ['capacity-to-choose'],
  },
  {
    ...{ id: 'I7', pathway: 'suitability@1', event: 'no-longer-wanted' },
    states: ['waiting-for-second-opinion'],
  },
  { id: 'D3', pathway: 'consent@1', event: 'can-check-now', states: ['identity-not-checked'] },
]
