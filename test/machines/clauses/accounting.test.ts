import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect } from 'chai'
import {
  accountsOf,
  BOUND,
  faultsIn,
  type Parts,
  readParts,
  testsOf,
} from '../../../adapters/programs/clauses.ts'
import { FACTS, type FactName, isClinical } from '../../../machines/facts.ts'

const top = new URL('../../../', import.meta.url)

describe('the account of the clauses', () => {
  let parts: Parts
  before(() => {
    parts = readParts()
  })

  it('leaves no duty of these pathways unaccounted for, and keeps no stale reason', () => {
    expect(faultsIn(parts)).to.deep.equal([])
  })

  it('is kept clause by clause for pathways that are in the register', () => {
    const known = new Set(parts.register.map(({ pathway }) => pathway))
    expect(BOUND).to.have.lengthOf(15)
    for (const pathway of BOUND) expect(known).to.include(pathway)
  })

  it('knows a test that looks at every guard, gate and outcome that discharges one of them', () => {
    const untested = accountsOf(parts)
      .filter(({ entry }) => BOUND.includes(entry.pathway))
      .flatMap(({ discharged }) => discharged)
      .filter(({ kind }) => kind !== 'words')
      .filter((citation) => testsOf(citation, parts.tests).length === 0)
    expect(untested.map(({ clause, what }) => `${clause}: ${what}`)).to.deep.equal([])
  })

  it('names only files that are there', () => {
    const named = parts.reasons.flatMap(({ why }) =>
      [...why.matchAll(/`([^`]*\/[^`]*)`/g)].map(([, path]) => path ?? ''),
    )
    expect(named).not.to.be.empty
    for (const path of named) expect(existsSync(new URL(path, top)), path).to.equal(true)
  })

  it('says of what is held where, by a file', () => {
    for (const { why } of parts.reasons.filter((one) => one.why.startsWith('held: '))) {
      expect(why).to.match(/`[^`]*\/[^`]*`/)
    }
  })

  it('sends nobody elsewhere but to a clause that is dealt with there', () => {
    const accounts = new Map(accountsOf(parts).map((account) => [account.entry.id, account]))
    for (const { why } of parts.reasons.filter((one) => one.why.startsWith('elsewhere: '))) {
      const [to = ''] = /[A-Z]+(?:-[A-Z]+){0,2}-\d+[a-z]?(?:\.\d+)?/.exec(why) ?? []
      const found = accounts.get(to)
      expect(found, why).not.to.equal(undefined)
      expect(found?.why ?? '', why).not.to.match(/^elsewhere/)
    }
  })
})

describe('what a patient says about health', () => {
  it('is read by no guard, no gate and no opening, which may ask only whether anything was said', () => {
    const clinical = (Object.keys(FACTS) as FactName[]).filter(isClinical)
    const asking = globSync('machines/{pathways/*/guards,journeys/*}.ts', { cwd: top })
    expect(clinical.length).to.be.at.least(5)
    expect(asking.length).to.be.at.least(5)
    for (const path of asking) {
      const whole = readFileSync(new URL(path, top), 'utf8')
      const text = whole.replaceAll(/\['[a-z-]+'\] [!=]== undefined/g, '')
      for (const name of clinical)
        expect(text.includes(`'${name}'`), `${path}: ${name}`).to.be.false
    }
  })

  it('cannot be read by a guard that hides in a machine: each is named and stands in guards.ts', () => {
    for (const path of globSync('machines/pathways/*/machine.ts', { cwd: top })) {
      const text = readFileSync(new URL(path, top), 'utf8')
      expect(text, path).not.to.match(/guard: *(?:async|function|\(|[a-z]+ *=>)/)
    }
  })
})
