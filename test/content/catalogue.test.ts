import { expect } from 'chai'
import { catalogue, type Catalogue, type Source } from '../../content/catalogue.ts'
import { ContentError } from '../../content/errors.ts'
import { fill } from '../../content/ui.ts'
import { sha256, shippedWords } from '../support/words.ts'

describe('a catalogue', () => {
  it('gives words by their id', () => {
    const words = made([hello])
    expect(words.get('test/hello').render({})).to.equal('Hello.')
    expect(words.has('test/hello')).to.equal(true)
    expect(words.ids()).to.deep.equal(['test/hello'])
  })

  it('has no words for an id that nobody wrote, and says so', () => {
    const words = made([hello])
    expect(words.has('test/goodbye')).to.equal(false)
    expect(() => words.get('test/goodbye')).to.throw(ContentError, 'en-GB/test/goodbye')
    expect(() => words.get('test/hello', 'cy-GB')).to.throw(ContentError, 'cy-GB/test/hello')
  })

  it('keeps locales apart', () => {
    const words = made([hello, { ...hello, path: 'cy-GB/test/hello.md' }])
    expect(words.get('test/hello', 'cy-GB').locale).to.equal('cy-GB')
    expect(words.get('test/hello').locale).to.equal('en-GB')
    expect(words.ids('cy-GB')).to.deep.equal(['test/hello'])
  })

  it('tells every fault of every file at once', () => {
    const broken = [
      { path: 'en-GB/test/one.md', text: hello.text },
      { path: 'en-GB/test/two.md', text: 'no front matter' },
      { path: 'en-GB/lexicon.yaml', text: 'stop: []\nperson: [a]\nhelp-now: [b]\nin-danger: [c]' },
      { path: 'notes.txt', text: '' },
    ]
    try {
      catalogue(broken, sha256)
    } catch (error) {
      const files = (error as ContentError).faults.map((fault) => fault.split(':')[0])
      expect(files).to.have.members([
        'en-GB/ui.yaml',
        'en-GB/lexicon.yaml',
        'en-GB/test/one.md',
        'en-GB/test/two.md',
        'notes.txt',
      ])
      return
    }
    expect.fail('nothing was wrong')
  })

  it('does not take two files for one id', () => {
    const again = { ...hello, path: 'en-GB/test/hello.hbs' }
    expect(() => made([hello, again])).to.throw(ContentError, 'test/hello is there twice')
  })

  describe('has a digest', () => {
    it('that does not depend on the order of its files', () => {
      const other = { path: 'en-GB/test/other.md', text: hello.text.replace('hello', 'other') }
      expect(made([hello, other]).digest).to.equal(made([other, hello]).digest)
    })

    it('that changes with a letter anywhere, and with a name', () => {
      const { digest } = made([hello])
      expect(made([{ ...hello, text: `${hello.text} ` }]).digest).not.to.equal(digest)
      expect(made([{ ...hello, path: 'en-GB/test/hello.hbs' }]).digest).not.to.equal(digest)
      expect(made([]).digest).not.to.equal(digest)
    })
  })

  describe('of the repository', () => {
    const words = shippedWords()

    it('is sound', () => {
      expect(words.ids()).to.include.members(['welcome/hello', 'age/under-16', 'enquiry/told'])
    })

    it('is all drafts, until a clinician has signed it', () => {
      expect(words.ids().filter((id) => words.get(id).status !== 'draft')).to.deep.equal([])
    })

    it('knows forty ways of saying stop, each once and in one meaning only', () => {
      const { stop, person, 'help-now': help, 'in-danger': danger } = words.lexicon
      expect(stop.length).to.be.at.least(40)
      const all = [...stop, ...person, ...help, ...danger]
      expect(new Set(all).size).to.equal(all.length)
    })

    for (const said of ['i dont want to do this', 'leave me alone', 'stopp', 'i changed my mind']) {
      it(`takes "${said}" for stop`, () => expect(words.lexicon.stop).to.include(said))
    }

    for (const said of ['yes', 'no', 'not sure', 'ok', 'maybe', 'i stopped smoking', 'dont stop']) {
      it(`does not take "${said}" for stop`, () => {
        expect(words.lexicon.stop).not.to.include(said)
      })
    }

    it('fills a line of the screen, and never with a gap', () => {
      const clinic = {
        'clinic-phone': '020 7946 0101',
        'out-of-hours-name': 'the nurse',
        'out-of-hours-phone': '020 7946 0102',
      }
      const line = words.ui['safety-net'] ?? ''
      expect(fill(line, clinic)).to.include('ring the nurse on 020 7946 0102')
      expect(() => fill(line, { 'clinic-phone': '1' })).to.throw(ContentError, 'out-of-hours-name')
    })
  })
})

const hello: Source = {
  path: 'en-GB/test/hello.md',
  text: `---
id: test/hello
version: 1
audience: public
clauses: [JCCP-14]
slots: []
choices: {}
reviewed: { on: 2026-11-21, againBy: 2027-11-21 }
---
Hello.
`,
}

function made(files: readonly Source[]): Catalogue {
  const always = [
    { path: 'en-GB/ui.yaml', text: 'send: Send' },
    {
      path: 'en-GB/lexicon.yaml',
      text: 'stop: [stop]\nperson: [a person]\nhelp-now: [help]\nin-danger: [in danger]',
    },
  ]
  return catalogue([...always, ...files], sha256)
}
