import { expect } from 'chai'
import { createOpened } from '../../bot/opened.ts'
import type { StoredRecord } from '../../bot/ports.ts'
import { keys, payload, sealed } from './evidence/log.ts'

const key = keys.open
const record = sealed(payload())

describe('a record that is looked at again', () => {
  it('is not opened again', () => {
    const open = createOpened().of('c')
    expect(open(record, key)).to.equal(open({ ...record }, key))
  })

  it('is opened, and refused, when a byte of it was changed in the store', () => {
    const open = createOpened().of('c')
    open(record, key)
    const body = record.sealed.body.map((byte, at) => (at === 40 ? byte ^ 1 : byte))
    const changed: StoredRecord = { ...record, sealed: { ...record.sealed, body } }
    expect(() => open(changed, key))
      .to.throw()
      .with.property('code', 'evidence/wrong-commitment')
    const leaf = record.leaf.replace(/.$/, ' ')
    expect(() => open({ ...record, leaf }, key))
      .to.throw()
      .with.property('code', 'evidence/wrong-commitment')
  })

  it('is opened again once its consultation was forgotten', () => {
    const kept = createOpened()
    const before = kept.of('c')(record, key)
    kept.forget('c')
    const again = kept.of('c')(record, key)
    expect(again).to.deep.equal(before)
    expect(again).to.not.equal(before)
  })
})
