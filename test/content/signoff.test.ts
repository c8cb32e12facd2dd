import { expect } from 'chai'
import { catalogue } from '../../content/catalogue.ts'
import { draftsAllowed, draftsIn, parseSignoff, signedOff } from '../../content/signoff.ts'
import { sha256, shippedWords } from '../support/words.ts'

const clinician = { by: 'Dr Amara Lindqvist', register: 'GMC 0000000', on: '2026-11-21' }

const file = (id: string, body: string) => ({
  path: `en-GB/${id}.md`,
  text: [
    '---',
    ...[`id: ${id}`, 'version: 1', 'audience: public', 'clauses: [JCCP-14]'],
    ...['slots: []', 'choices: {}', 'reviewed: { on: 2026-11-21, againBy: 2027-11-21 }'],
    '---',
    body,
  ].join('\n'),
})
const hello = file('test/hello', 'Hello.')
const bye = file('test/bye', 'Goodbye.')

const wordsOf = (...files: { path: string; text: string }[]) =>
  catalogue(
    [
      { path: 'en-GB/ui.yaml', text: 'send: Send' },
      {
        path: 'en-GB/lexicon.yaml',
        text: 'stop: [stop]\nperson: [a person]\nhelp-now: [help]\nin-danger: [in danger]',
      },
      ...files,
    ],
    sha256,
  )
const words = wordsOf(hello, bye)
const signed = (content: string, text: string) => ({ content, digest: sha256(text), ...clinician })

describe('signing words off', () => {
  it('makes a draft of whatever nobody has signed', () => {
    expect(draftsIn(words, [])).to.deep.equal(['test/bye', 'test/hello'])
  })

  it('counts for the very words that were signed, and names who signed them', () => {
    const signature = signed('test/hello', hello.text)
    expect(draftsIn(words, [signature])).to.deep.equal(['test/bye'])
    const [, found] = signedOff(words, [signature])
    expect(found).to.deep.include({ id: 'test/hello', signature, earlier: [] })
  })

  it('counts for nothing once a single character has changed, and says that it did', () => {
    const signature = signed('test/hello', hello.text)
    const changed = wordsOf(file('test/hello', 'Hello!'), bye)
    expect(draftsIn(changed, [signature])).to.include('test/hello')
    const [, found] = signedOff(changed, [signature])
    expect(found).to.deep.include({ signature: undefined, earlier: [signature] })
  })

  it('counts for nothing under the name of other words', () => {
    expect(draftsIn(words, [signed('test/bye', hello.text)])).to.include.members([
      'test/bye',
      'test/hello',
    ])
  })

  it('stays good when an earlier wording was signed as well', () => {
    const all = [signed('test/hello', 'as it once was'), signed('test/hello', hello.text)]
    expect(draftsIn(words, all)).to.deep.equal(['test/bye'])
  })

  it('takes a treatment for words too: its risks are read by patients', () => {
    const filler = { id: 'treatments/dermal-filler', digest: sha256('risks') }
    expect(draftsIn(words, [], [filler])).to.include('treatments/dermal-filler')
    const signature = signed('treatments/dermal-filler', 'risks')
    expect(draftsIn(words, [signature], [filler])).not.to.include('treatments/dermal-filler')
  })

  it('has not happened to anything that we ship: all of it is a draft', () => {
    const shipped = shippedWords()
    expect(draftsIn(shipped, [])).to.deep.equal(shipped.ids())
  })
})

describe('drafts', () => {
  it('are refused in production, and allowed and said in a pilot and in the demo', () => {
    expect(draftsAllowed('production', ['test/hello'])).to.equal('refused')
    expect(draftsAllowed('pilot', ['test/hello'])).to.equal('allowed-and-said')
    expect(draftsAllowed('demo', ['test/hello'])).to.equal('allowed-and-said')
  })

  it('that are not there stop nobody', () => {
    expect(draftsAllowed('production', [])).to.equal('none-to-allow')
  })
})

describe('a clinic’s signoff.yaml', () => {
  const entry = (change: Record<string, string> = {}) => {
    const all = { content: 'test/hello', digest: sha256('x'), ...clinician, ...change }
    return Object.entries(all)
      .map(([name, value], at) => `${at === 0 ? '- ' : '  '}${name}: ${value}`)
      .join('\n')
  }

  it('is a list of signatures, and may be empty', () => {
    expect(parseSignoff('signoff.yaml', '[]')).to.deep.equal([])
    expect(parseSignoff('signoff.yaml', entry())).to.deep.equal([signed('test/hello', 'x')])
  })

  for (const [what, change] of [
    ['a digest that is too short', { digest: 'abc' }],
    ['a day that does not exist', { on: '2026-02-30' }],
    ['nobody’s name', { by: '' }],
    ['no number on a register', { register: '""' }],
    ['a name of one part', { content: 'hello' }],
    ['something else besides', { mood: 'good' }],
  ] as const) {
    it(`is refused with ${what}`, () => {
      expect(() => parseSignoff('signoff.yaml', entry(change))).to.throw('signoff.yaml: ')
    })
  }
})
