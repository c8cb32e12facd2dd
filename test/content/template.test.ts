import { expect } from 'chai'
import { ContentError } from '../../content/errors.ts'
import { type Content, parse } from '../../content/template.ts'
import { sha256 } from '../support/words.ts'

describe('a template', () => {
  describe('says', () => {
    it('its words, with what fills its slots', () => {
      const content = template('Hello {{called-by}}.', ['called-by'])
      expect(content.render({ 'called-by': 'Sam' })).to.equal('Hello Sam.')
    })

    it('what somebody wrote as they wrote it, and takes none of it for template', () => {
      const content = template('You wrote: {{words}}', ['words'])
      const words = `<b>"Tom & Jo"</b> {{clinic-name}} {{{x}}}`
      expect(content.render({ words })).to.equal(`You wrote: ${words}`)
    })

    it('a day in words', () => {
      const content = template('Born on {{day date-of-birth}}.', ['date-of-birth'])
      expect(content.render({ 'date-of-birth': '1998-03-27' })).to.equal('Born on 27 March 1998.')
      expect(content.render({ 'date-of-birth': '2008-02-29' })).to.equal(
        'Born on 29 February 2008.',
      )
    })

    it('a moment as a clock in London shows it, in winter and in summer', () => {
      const { render } = template('{{time at}}', ['at'])
      expect(render({ at: '2026-12-02T15:05:00.000Z' })).to.equal('3:05 pm on 2 December 2026')
      expect(render({ at: '2026-06-30T23:30:00.000Z' })).to.equal('12:30 am on 1 July 2026')
      expect(render({ at: '2026-06-30T11:00:00.000Z' })).to.equal('12:00 pm on 30 June 2026')
    })

    it('a list with commas and an and', () => {
      const { render } = template('{{list names}}', ['names'])
      expect(render({ names: ['Ada'] })).to.equal('Ada')
      expect(render({ names: ['Ada', 'Bo'] })).to.equal('Ada and Bo')
      expect(render({ names: ['Ada', 'Bo', 'Cy'] })).to.equal('Ada, Bo and Cy')
    })

    it('a line for each item', () => {
      const { render } = template('Ring:\n{{#each lines}}\n- {{this}}\n{{/each}}\nNow.', ['lines'])
      expect(render({ lines: ['one', 'two'] })).to.equal('Ring:\n- one\n- two\nNow.')
    })

    it('one thing or another', () => {
      const { render } = template('Hello{{#if name}} {{name}}{{else}} there{{/if}}.', ['name'])
      expect(render({ name: 'Sam' })).to.equal('Hello Sam.')
      expect(render({})).to.equal('Hello there.')
    })
  })

  describe('is not said with a gap in it', () => {
    for (const [what, body, slots, fault] of [
      ['a slot is missing', 'Ring {{phone}}.', {}, 'slot phone is missing'],
      ['a slot is null', 'Ring {{phone}}.', { phone: null }, 'slot phone is missing'],
      ['a slot is an object', 'Ring {{phone}}.', { phone: {} }, 'slot phone is not text'],
      ['a slot is yes or no', 'Ring {{phone}}.', { phone: true }, 'slot phone is not text'],
      ['the argument of a helper is missing', 'On {{day phone}}.', {}, 'slot phone is missing'],
      ['a day is no day', 'On {{day phone}}.', { phone: '2026-02-30' }, 'is not a day'],
      ['a moment is no moment', 'At {{time phone}}.', { phone: 'noon' }, 'is not a moment'],
      ['a list is no list', '{{list phone}}', { phone: 'one' }, 'is not a list'],
      ['what is gone through is missing', '{{#each phone}}x{{/each}}', {}, 'phone is missing'],
      ['a slot is missing outside its #if', '{{#if phone}}x{{/if}}{{phone}}', {}, 'is missing'],
      ['a slot is missing in the else', '{{#if phone}}x{{else}}{{phone}}{{/if}}', {}, 'is missing'],
    ] as const) {
      it(`when ${what}`, () => {
        const { render } = template(body, ['phone'])
        expect(() => render(slots)).to.throw(ContentError, fault)
      })
    }
  })

  describe('is refused', () => {
    for (const [what, body, fault] of [
      ['names a slot that is not declared', '{{other}} {{a}}', 'other is not declared'],
      ['asks #if about an undeclared slot', '{{#if other}}x{{/if}}{{a}}', 'other is not declared'],
      [
        'goes through an undeclared slot',
        '{{#each other}}x{{/each}}{{a}}',
        'other is not declared',
      ],
      ['gives a helper an undeclared slot', '{{day other}}{{a}}', 'other is not declared'],
      ['never uses a slot it declares', 'Hello.', 'a is never used'],
      ['is empty', ' \n', 'says nothing'],
      ['does not close what it opens', '{{#if a}}x', 'Parse error'],
      ['has three braces', '{{{a}}}', '{{{…}}}'],
      ['has an ampersand', '{{&a}}', '{{{…}}}'],
      ['includes another', '{{> a}}', 'PartialStatement is not allowed'],
      ['includes another around a block', '{{#> a}}x{{/a}}', 'PartialBlockStatement is not'],
      ['decorates', '{{* a}}', 'Decorator'],
      ['looks up', '{{lookup a "b"}}', 'no helper lookup'],
      ['logs', '{{log a}}', 'no helper log'],
      ['steps out with ../', '{{../a}}', '"../a" is not a slot'],
      ['steps out of a list', '{{#each a}}{{../a}}{{/each}}', '"../a" is not a slot'],
      ['reaches for the root', '{{@root.a}}', '"@root.a" is not a slot'],
      ['counts the items of a list', '{{#each a}}{{@index}}{{/each}}', '"@index" is not a slot'],
      ['reaches into a slot', '{{a.constructor}}', '"a.constructor" is not a slot'],
      ['goes through this', '{{./a}}', '"./a" is not a slot'],
      ['says this outside a list', '{{this}}{{a}}', '"this" is not a slot'],
      ['names a slot inside a list', '{{#each a}}{{a}}{{/each}}', 'only {{this}}'],
      ['names an item', '{{#each a as |b|}}{{b}}{{/each}}', 'block parameters'],
      ['uses another block', '{{#with a}}x{{/with}}', 'there is no block with'],
      ['uses a slot as a block', '{{#a}}x{{/a}}', 'there is no block a'],
      ['turns a slot into a block', '{{^a}}x{{/a}}', 'there is no block a'],
      ['calls a helper that is not there', '{{shout a}}', 'there is no helper shout'],
      ['gives a helper two slots', '{{day a a}}', 'takes one slot'],
      ['gives a helper nothing', '{{#if}}x{{/if}}{{a}}', 'takes one slot'],
      ['gives a helper options', '{{day a b="c"}}', 'takes one slot'],
      ['nests calls', '{{#if (list a)}}x{{/if}}', 'is not a slot'],
      ['gives a helper a literal', '{{day "2026-01-01"}}{{a}}', 'is not a slot'],
    ] as const) {
      it(`when it ${what}`, () => {
        expect(() => template(body, ['a'])).to.throw(ContentError, fault)
      })
    }
  })

  describe('needs front matter that', () => {
    for (const [what, change, fault] of [
      ['has the id of its file', 'id: test/another', 'the file is test/example'],
      ['has an audience that we know', 'audience: everybody', 'audience'],
      ['cites a clause', 'clauses: []', 'clauses'],
      ['has nothing that we do not know', 'colour: red', 'colour'],
      ['has a version', 'version: 0', 'version'],
      ['says when it is looked at again', 'reviewed: { on: 2026-11-21 }', 'reviewed.againBy'],
      ['names days that exist', 'reviewed: { on: 2026-11-21, againBy: 2027-02-30 }', 'againBy'],
      ['gives each choice a label', 'choices: { yes: { also: [y] } }', 'choices.yes.label'],
      ['names choices in kebab-case', 'choices: { Yes_: { label: Yes } }', 'Yes_'],
      ['names no slot after a helper', 'slots: [day]', 'is the name of a helper'],
      ['names each slot once', 'slots: [a, a]', 'a twice'],
      ['is YAML', 'version: [', 'deficient indentation'],
    ] as const) {
      it(what, () => expect(() => parse(PATH, file(change), sha256)).to.throw(ContentError, fault))
    }

    it('is there', () => {
      expect(() => parse(PATH, 'Hello.', sha256)).to.throw(ContentError, 'no front matter')
    })

    it('gives each key once', () => {
      const twice = file('').replace('version: 1', 'version: 1\nversion: 2')
      expect(() => parse(PATH, twice, sha256)).to.throw(ContentError, 'duplicated mapping key')
    })

    it('tells all that is wrong at once, and in which file', () => {
      try {
        parse(PATH, file('audience: everybody\nclauses: []\nversion: 0'), sha256)
      } catch (error) {
        const { faults } = error as ContentError
        expect(faults).to.have.length(3)
        expect(faults.every((fault) => fault.startsWith(`${PATH}: `))).to.equal(true)
        return
      }
      expect.fail('nothing was wrong')
    })
  })

  it('is a draft until somebody signs it', () => {
    expect(template('Hello.', []).status).to.equal('draft')
  })

  it('has another digest as soon as one letter of it changes', () => {
    expect(template('Hello.', []).digest).not.to.equal(template('Hallo.', []).digest)
    expect(template('Hello.', []).digest).to.equal(template('Hello.', []).digest)
  })

  it('is not read from a file that lies elsewhere', () => {
    for (const path of ['test/example.md', 'en-GB/test/example.txt', '../en-GB/test/example.md']) {
      expect(() => parse(path, file(''), sha256)).to.throw(ContentError)
    }
  })
})

const PATH = 'en-GB/test/example.md'

function template(body: string, slots: readonly string[]): Content {
  return parse(PATH, file(`slots: [${slots.join(', ')}]`, body), sha256)
}

/** A sound file but for the lines given, which replace those of the same name. */
function file(changed: string, body = '{{#if a}}A.{{/if}}Hello.'): string {
  const usual = {
    id: 'id: test/example',
    version: 'version: 1',
    audience: 'audience: public',
    clauses: 'clauses: [JCCP-14]',
    slots: 'slots: [a]',
    choices: 'choices: {}',
    reviewed: 'reviewed: { on: 2026-11-21, againBy: 2027-11-21 }',
  }
  const names = changed.split('\n').map((line) => line.split(':')[0])
  const kept = Object.entries(usual).filter(([name]) => !names.includes(name))
  return ['---', ...kept.map(([, line]) => line), changed, '---', body, ''].join('\n')
}
