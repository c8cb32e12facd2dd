import { expect } from 'chai'
import { welcome } from '../../machines/pathways/welcome/facts.ts'
import { HELP } from '../../machines/pathways/welcome/machine.ts'
import { walk } from '../support/walk.ts'

const read = ['go-on', 'understood']

describe('welcome', () => {
  it('says what it is before anything else', () => {
    expect(walk(welcome, []).state).to.equal('hello')
  })

  it('asks nothing about health before the privacy notice has been read (JCCP-41a)', () => {
    for (const said of [[], ['go-on'], ['go-on', 'tell-me-more']]) {
      const { state, facts } = walk(welcome, said)
      expect(state).to.be.oneOf(['hello', 'privacy', 'privacy-more'])
      expect(facts).to.deep.equal({})
    }
  })

  it('takes the short notice or the long one for read, and neither unread', () => {
    for (const said of [read, ['go-on', 'tell-me-more', 'understood']]) {
      const { state, facts } = walk(welcome, said)
      expect(state).to.equal('help-needed')
      expect(facts['privacy-notice-seen']).to.equal(true)
    }
    expect(() => walk(welcome, ['understood'])).to.throw('does not take')
  })

  it('keeps every kind of help that is chosen, and asks about it', () => {
    const { state, facts } = walk(welcome, [...read, { answered: ['interpreter', 'more-time'] }])
    expect(state).to.equal('help-details')
    expect(facts['help-needed']).to.deep.equal(['interpreter', 'more-time'])
  })

  it('lets somebody choose all of them', () => {
    expect(walk(welcome, [...read, { answered: HELP }]).state).to.equal('help-details')
  })

  it('takes no empty choice, no choice twice and none that was not offered', () => {
    for (const answered of [[], ['large-text', 'large-text'], ['a-discount'], 'large-text']) {
      expect(() => walk(welcome, [...read, { answered }])).to.throw()
    }
  })

  it('ends at once for somebody who needs no help, and notes that they were asked', () => {
    const { done, facts } = walk(welcome, [...read, 'no-help-needed'])
    expect(done).to.equal(true)
    expect(facts['help-needed']).to.deep.equal([])
  })

  it('ends the same way with details and without', () => {
    const helped = [...read, { answered: ['something-else'] }]
    const told = walk(welcome, [...helped, { answered: 'I lip-read.' }])
    const silent = walk(welcome, [...helped, 'nothing-to-add'])
    expect(told.state).to.equal('welcomed')
    expect(silent.state).to.equal('welcomed')
    expect(told.facts['help-details']).to.equal('I lip-read.')
    expect(silent.facts).not.to.have.property('help-details')
  })

  it('ends with what it ensures, whichever way it went', () => {
    for (const said of [
      [...read, 'no-help-needed'],
      ['go-on', 'tell-me-more', 'understood', 'no-help-needed'],
      [...read, { answered: ['bsl-interpreter'] }, 'nothing-to-add'],
      [...read, { answered: ['bsl-interpreter'] }, { answered: 'On video is fine.' }],
    ]) {
      const { facts } = walk(welcome, said)
      expect(welcome.outcomes['welcomed']?.ensures(facts)).to.equal(true)
    }
  })
})
