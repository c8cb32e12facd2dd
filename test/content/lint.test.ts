import { expect } from 'chai'
import { catalogue } from '../../content/catalogue.ts'
import { type Finding, lint, lintText } from '../../content/lint.ts'
import { readingAge, sentences } from '../../content/reading.ts'
import { parseTreatment } from '../../content/treatment.ts'
import { sha256, shippedWords, sources } from '../support/words.ts'

/** When all of these words were last looked at. */
const TODAY = '2026-11-21'

describe('the words that we ship', () => {
  it('have nothing that they may not have', () => {
    const errors = lint(shippedWords(), TODAY).filter(({ severity }) => severity === 'error')
    expect(errors.map(({ file, rule, text }) => `${file}: ${rule}: ${text}`)).to.deep.equal([])
  })

  it('can be read at eleven wherever a patient reads them', () => {
    const words = shippedWords()
    const staffs = new Set(words.ids().filter((id) => words.get(id).audience === 'staff'))
    const old = lint(words, TODAY)
      .filter(({ rule }) => rule === 'reading-age')
      .filter(({ file }) => !staffs.has(file.replace(/^en-GB\/|\.(?:md|hbs)$/g, '')))
    expect(old.map(({ file, text }) => `${file}: ${text}`)).to.deep.equal([])
  })

  it('name no prescription-only medicine where the public reads of a treatment', () => {
    for (const { path, text } of sources('treatments/*.yaml')) {
      const { publicName, name } = parseTreatment(path, text)
      expect(lintText(publicName ?? name, 'public'), path).to.deep.equal([])
    }
  })
})

describe('a rule', () => {
  it('finds nothing in plain words', () => {
    expect(found('There is no hurry. You have done nothing wrong. It is for you to say.')).to.be
      .empty
  })

  for (const [rule, said] of [
    ['percentage', 'It happens to 1% of people.'],
    ['percentage', 'It happens to 5 per cent of people.'],
    ['promotion', 'This price is for today only.'],
    ['promotion', 'Book now.'],
    ['promotion', 'Don’t miss it.'],
    ['promotion', 'There is a discount on Mondays.'],
    ['promotion', 'Ask about our offers.'],
    ['promotion', 'Hurry, there are few places left.'],
    ['promotion', 'You will look flawless.'],
    ['prescription-only-medicine', 'We can talk about Botox.'],
    ['prescription-only-medicine', 'We can talk about botulinum toxin.'],
    ['prescription-only-medicine', 'We can talk about anti-wrinkle injections.'],
    ['blame', 'That date is invalid.'],
    ['blame', 'You forgot to answer.'],
    ['blame', 'Which of your flaws bothers you?'],
    ['blame', 'You should have told us.'],
    ['long-sentence', `${'We talk and '.repeat(9)}then we stop.`],
    ['long-sentences', `${'we talk and '.repeat(5)}stop. ${'We ask and '.repeat(5)}rest.`],
  ] as const) {
    it(`of ${rule} is broken by "${said.slice(0, 50)}"`, () => {
      expect(found(said).map((finding) => finding.rule)).to.include(rule)
    })
  }

  it('of reading age only advises', () => {
    const hard =
      'Subsequent consideration of individual circumstances necessitates comprehensive ' +
      'documentation. Practitioners systematically evaluate psychological suitability. '
    const finding = found(hard.repeat(4)).find(({ rule }) => rule === 'reading-age')
    expect(finding?.severity).to.equal('advice')
  })

  it('on names of medicines is for the public: a practitioner reads them', () => {
    const medicine = 'Which botulinum toxin is planned?'
    expect(found(medicine, { audience: 'staff' })).to.be.empty
  })

  it('on long sentences advises a practitioner, and binds what a patient reads', () => {
    const long = `${'We talk and '.repeat(9)}then we stop.`
    const severities = (audience: string) =>
      found(long, { audience }).map(({ severity }) => severity)
    expect(severities('staff')).to.have.members(['advice', 'advice'])
    expect(severities('personal')).to.have.members(['error', 'error'])
  })

  it('looks at labels, other ways of saying them, and hints as well', () => {
    const label = `{ now: { label: 'Book now' } }`
    const also = `{ now: { label: Now, also: ['discount'] } }`
    expect(rules('Hello.', { choices: label })).to.deep.equal(['promotion'])
    expect(rules('Hello.', { choices: also })).to.deep.equal(['promotion'])
    expect(rules('Hello.', { hint: 'Give 50%' })).to.deep.equal(['percentage'])
    expect(rules('Hello.', { why: 'You must.' })).to.deep.equal(['blame'])
  })

  it('looks at the lines of the screen too', () => {
    const [finding] = found('Hello.', {}, 'send: Book now')
    expect(finding).to.deep.include({ file: 'en-GB/ui.yaml', rule: 'promotion' })
  })

  it('of review is broken the day after, and not on the day', () => {
    const until = { reviewed: `{ on: 2026-01-01, againBy: ${TODAY} }` }
    const past = { reviewed: '{ on: 2026-01-01, againBy: 2026-11-20 }' }
    expect(rules('Hello.', until)).to.deep.equal([])
    expect(rules('Hello.', past)).to.deep.equal(['review-overdue'])
    expect(rules('Hello.', { reviewed: '{ on: 2027-01-01, againBy: 2026-12-01 }' })).to.deep.equal([
      'review-dates',
    ])
  })

  for (const [what, rule, choices] of [
    ['two choices read the same', 'ambiguous-choice', '{ a: { label: Yes }, b: { label: yes } }'],
    [
      'one utterance means two choices',
      'ambiguous-choice',
      '{ a: { label: One, also: [maybe] }, b: { label: Two, also: [maybe] } }',
    ],
    ['an utterance means stop', 'reserved-utterance', '{ a: { label: A, also: [stop] } }'],
    ['an utterance has a capital', 'utterance-form', '{ a: { label: A, also: [Yes] } }'],
    ['an utterance ends in a full stop', 'utterance-form', `{ a: { label: A, also: ['yes.'] } }`],
  ] as const) {
    it(`of ${rule} is broken when ${what}`, () => {
      expect(rules('Hello.', { choices })).to.deep.equal([rule])
    })
  }

  it('of ids is broken by one that has not two parts', () => {
    expect(rules('Hello.', {}, 'a/b/c')).to.deep.equal(['id'])
  })
})

describe('the reading age', () => {
  const plain = 'I sit in the sun. The dog is by me. We play a game of ball all day. '

  it('is lower for plain words in short sentences', () => {
    const hard = 'Practitioners subsequently determine the suitability of interventional options. '
    expect(readingAge(plain.repeat(4))).to.be.below(8)
    expect(readingAge(hard.repeat(6))).to.be.above(16)
  })

  it('is not told of a text too short to tell', () => {
    expect(readingAge(plain)).to.equal(undefined)
  })

  it('takes items of a list for sentences, and a decimal point for no end', () => {
    expect(sentences('Ring:\n- one\n- two\nIt is 2.5 metres. Yes.')).to.deep.equal([
      'Ring:',
      'one',
      'two',
      'It is 2.5 metres.',
      'Yes.',
    ])
  })
})

function rules(body: string, front: Record<string, string>, id?: string): string[] {
  return found(body, front, 'send: Send', id).map(({ rule }) => rule)
}

function found(
  body: string,
  front: Record<string, string> = {},
  ui = 'send: Send',
  id = 'test/planted',
): readonly Finding[] {
  const all = {
    ...{ id, version: '1', audience: 'public', clauses: '[JCCP-14]', slots: '[]', choices: '{}' },
    reviewed: '{ on: 2026-11-21, againBy: 2027-11-21 }',
    ...front,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  const words = [
    { path: 'en-GB/ui.yaml', text: ui },
    {
      path: 'en-GB/lexicon.yaml',
      text: 'stop: [stop]\nperson: [a person]\nhelp-now: [help]\nin-danger: [in danger]',
    },
    { path: `en-GB/${id}.md`, text: ['---', ...lines, '---', body].join('\n') },
  ]
  return lint(catalogue(words, sha256), TODAY)
}
