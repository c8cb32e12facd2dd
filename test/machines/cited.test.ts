import { expect } from 'chai'
import { cited } from '../../machines/cited.ts'

const old = (asked: { age: number }) => asked.age >= 18

describe('a cited guard', () => {
  it('says which clauses it applies and what stands behind them', () => {
    const guard = cited(['SAFE-21', 'JCCP-33'], old, 'statute')
    expect(guard.clauses).to.deep.equal(['SAFE-21', 'JCCP-33'])
    expect(guard.authority).to.equal('statute')
    expect(guard.name).to.equal('old')
  })

  it('rests on best practice unless it says otherwise', () => {
    expect(cited(['JCCP-33'], old).authority).to.equal('best-practice')
  })

  it('answers as the function that it cites for', () => {
    const guard = cited(['JCCP-33'], old)
    expect(guard({ age: 17 })).to.equal(false)
    expect(guard({ age: 18 })).to.equal(true)
  })

  it('keeps its clauses when the same function is cited again', () => {
    const first = cited(['JCCP-33'], old)
    cited(['SAFE-21'], old, 'statute')
    expect(first.clauses).to.deep.equal(['JCCP-33'])
    expect(first.authority).to.equal('best-practice')
  })

  it('cannot be changed', () => {
    const guard = cited(['JCCP-33'], old)
    expect(() => Object.assign(guard, { authority: 'statute' })).to.throw(TypeError)
  })

  it('does not compile without a clause, with an unknown one or with an unknown authority', () => {
    // @ts-expect-error A guard that cites nothing has no reason to give.
    cited([], old)
    // @ts-expect-error No document has this clause.
    cited(['JCCP-999'], old)
    // @ts-expect-error Nobody but these four stands behind a guard.
    cited(['JCCP-33'], old, 'habit')
    // @ts-expect-error A guard answers yes or no.
    cited(['JCCP-33'], () => 'maybe')
  })
})
