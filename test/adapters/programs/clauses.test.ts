import { expect } from 'chai'
import {
  accountsOf,
  citationsIn,
  type Citation,
  faultsIn,
  page,
  type Parts,
  readReasons,
  testsOf,
} from '../../../adapters/programs/clauses.ts'
import type { Entry } from '../../../adapters/programs/generate-clauses.ts'
import { cited } from '../../../machines/cited.ts'
import { awaiting } from '../../../machines/journeys/gates.ts'
import { PATHWAYS } from '../../../machines/index.ts'
import { shippedWords } from '../../support/words.ts'

const entry = (id: string, pathway = 'age', duty: Entry['duty'] = 'must'): Entry => ({
  ...{ id, pathway, duty, source: 'A source', gist: `Do ${id}.`, audience: 'clinic' },
  ...{ behaviour: 'It does it.', outcome: [] },
})
const citation = (clause: string, more: Partial<Citation> = {}): Citation => ({
  ...{ clause, kind: 'guard', what: 'age/old-enough', pathway: 'age' },
  ...more,
})

/** Two clauses of a pathway that is accounted for one by one, and one that is not. */
const parts = (change: Partial<Parts> = {}): Parts => ({
  register: [entry('T-1'), entry('T-2'), entry('T-3', 'images')],
  reasons: [{ clause: 'T-2', why: 'person: theirs' }],
  citations: [citation('T-1')],
  tests: [],
  ...change,
})

describe('a clause', () => {
  it('is accounted for when something cites it, or a reason says why nothing does', () => {
    expect(faultsIn(parts())).to.deep.equal([])
  })

  it('is unaccounted for when neither does', () => {
    expect(faultsIn(parts({ citations: [] }))).to.deep.equal(['T-1: unaccounted for'])
    expect(faultsIn(parts({ reasons: [] }))).to.deep.equal(['T-2: unaccounted for'])
  })

  it('is accounted for by a gate that is closed until it is built, and not discharged', () => {
    const all = parts({ citations: [citation('T-1', { kind: 'closed-gate', what: 'a-gate' })] })
    expect(faultsIn(all)).to.deep.equal([])
    expect(accountsOf(all)[0]).to.deep.include({ discharged: [] })
    expect(page(all)).to.contain('  - closed until built: gate a-gate')
  })

  for (const [what, reasons, fault] of [
    [
      'that something cites',
      [{ clause: 'T-1', why: 'later: x' }],
      'T-1: cited, its reason is stale',
    ],
    [
      'that is not in the register',
      [{ clause: 'T-9', why: 'later: x' }],
      'T-9: not in the register',
    ],
    ['that has a reason already', [{ clause: 'T-2', why: 'later: x' }], 'T-2: twice'],
    [
      'for all of such a pathway',
      [{ pathway: 'age', why: 'later: x' }],
      'age: clause by clause only',
    ],
  ] as const) {
    it(`takes no reason ${what}`, () => {
      expect(faultsIn(parts({ reasons: [...parts().reasons, ...reasons] }))).to.deep.equal([fault])
    })
  }
})

describe('a reason', () => {
  it('begins with what kind it is', () => {
    expect(readReasons(`- { clause: T-1, why: 'later: images' }`)).to.have.lengthOf(1)
    expect(() => readReasons(`- { clause: T-1, why: images }`)).to.throw('its kind')
    expect(() => readReasons(`- { clause: T-1, why: 'never: images' }`)).to.throw('its kind')
    expect(() => readReasons(`- { clause: T-1 }`)).to.throw()
  })

  it('of a clause comes before that of its pathway', () => {
    const shared = { pathway: 'images', why: 'later: images' }
    const own = { clause: 'T-3', why: 'fact: so it is' }
    const why = (...reasons: Parts['reasons']) => accountsOf(parts({ reasons })).at(-1)?.why
    expect(why(shared)).to.equal('later: images')
    expect(why(shared, own)).to.equal('fact: so it is')
  })
})

describe('what cites a clause', () => {
  const words = shippedWords()
  const gates = [
    awaiting('closed-one', 'something', 'JCCP-KR-3'),
    { name: 'open-one', met: cited(['JCCP-17'], () => true) },
  ]
  const found = citationsIn(Object.values(PATHWAYS), gates, words)

  for (const [kind, what, clause] of [
    ['guard', 'age-check/under-16', 'JCCP-33'],
    ['outcome', 'gp-weighing/weighed', 'JCCP-28.3'],
    ['words', 'welcome/privacy', 'JCCP-41a'],
    ['gate', 'open-one', 'JCCP-17'],
    ['closed-gate', 'closed-one', 'JCCP-KR-3'],
  ] as const) {
    it(`is found in ${kind === 'words' ? kind : `a ${kind}`}`, () => {
      const one = found.find((citing) => citing.what === what && citing.clause === clause)
      expect(one?.kind).to.equal(kind)
    })
  }
})

describe('the tests of a clause', () => {
  const tests = [
    { path: 'test/names.test.ts', text: `it('obeys', () => cites('T-1'))` },
    { path: 'test/age.test.ts', text: `import x from '../machines/pathways/age/machine.ts'` },
    { path: 'test/age-check.test.ts', text: `import x from '../machines/pathways/age-check/m.ts'` },
    { path: 'test/gates.test.ts', text: `met('consent', 'a-gate')` },
    { path: 'test/content/every-state.test.ts', text: '' },
  ]

  it('are those that name it', () => {
    const gate = { clause: 'T-1', kind: 'gate', what: 'another-gate' } as const
    expect(testsOf(gate, tests)).to.deep.equal(['test/names.test.ts'])
  })

  it('are besides those of the pathway, of the gate, or of the words that cite it', () => {
    const gate = { clause: 'T-2', kind: 'gate', what: 'a-gate' } as const
    expect(testsOf(citation('T-2'), tests)).to.deep.equal(['test/age.test.ts'])
    expect(testsOf(gate, tests)).to.deep.equal(['test/gates.test.ts'])
    expect(testsOf({ ...gate, kind: 'words', what: 'age/adult' }, tests)).to.deep.equal([
      'test/content/every-state.test.ts',
    ])
  })
})

describe('the page', () => {
  const all = parts({
    citations: [citation('T-1'), citation('T-2', { kind: 'words', what: 'age/adult' })],
    reasons: [],
    tests: [{ path: 'test/age.test.ts', text: 'pathways/age/' }],
  })

  it('says of each pathway how much is discharged, where, and by which test', () => {
    expect(page(all)).to.contain('## age: 2 of 2\n\n- **T-1** (must) Do T-1.\n  - guard age/old')
    expect(page(all)).to.contain('  - tests: test/age.test.ts\n')
  })

  it('says when a duty is only told, and when nobody has gone through it', () => {
    expect(page(all)).to.match(/T-2.*\n {2}- words age\/adult\n {2}- in words only/)
    expect(page(all)).to.match(/## images: 0 of 1\n\n- \*\*T-3\*\*.*\n {2}- not gone through yet/)
  })
})
