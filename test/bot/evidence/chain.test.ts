import { expect } from 'chai'
import { checkChain, type Link } from '../../../bot/evidence/chain.ts'
import type { Payload } from '../../../bot/evidence/record.ts'
import { leafHash, NO_LEAF, unseal } from '../../../bot/evidence/seal.ts'
import type { Stream } from '../../../bot/ports.ts'
import { keys, second, stream } from './log.ts'

const consultation = 'consultation-1'

function links(name: Stream, change?: (one: Payload) => Payload): Link[] {
  const open = stream('open', 12)
  const records = name === 'open' ? stream('open', 12, [], change) : stream(name, 5, open, change)
  return records.map((record) => ({ payload: unseal(record, keys[name]), leaf: record.leaf }))
}
const open = links('open')

function expectBroken(chain: readonly Link[], name: Stream, seq: number, why: string): void {
  expect(() => checkChain(chain, { consultation, stream: name, open }))
    .to.throw()
    .that.includes({ code: 'evidence/broken-chain' })
    .with.deep.property('details', { consultation, stream: name, seq, why })
}

/** Changes the record at 3 before it is sealed, so that all after it follow from the change. */
const third = (rest: (one: Payload) => Partial<Payload>) => (one: Payload) =>
  one.seq === 3 ? { ...one, ...rest(one) } : one

describe('a chain', () => {
  it('holds as it was written, and when nothing was written yet', () => {
    checkChain(open, { consultation, stream: 'open' })
    checkChain(links('restricted'), { consultation, stream: 'restricted', open })
    checkChain([], { consultation, stream: 'open' })
  })

  it('holds when two records have the same moment', () => {
    const same = links(
      'open',
      third(({ command }) => ({ recordedAt: second(2), command: { ...command, at: second(2) } })),
    )
    checkChain(same, { consultation, stream: 'open' })
  })

  it('breaks where a record is missing, twice, or out of order', () => {
    const [a, b, c, ...rest] = open as [Link, Link, Link, ...Link[]]
    expectBroken([b, c, ...rest], 'open', 1, 'expected 0')
    expectBroken([a, c, ...rest], 'open', 2, 'expected 1')
    expectBroken([a, b, b, c, ...rest], 'open', 1, 'expected 2')
    expectBroken([a, c, b, ...rest], 'open', 2, 'expected 1')
  })

  it('breaks where a record follows another leaf, or its own leaf is another', () => {
    const forged = links(
      'open',
      third(() => ({ prev: leafHash('another') })),
    )
    expectBroken(forged, 'open', 3, 'prev is another leaf')
    const first = links('open', (one) => (one.seq === 0 ? { ...one, prev: 'f'.repeat(64) } : one))
    expectBroken(first, 'open', 0, 'prev is another leaf')
    expectBroken(
      links(
        'open',
        third(() => ({ prev: NO_LEAF })),
      ),
      'open',
      3,
      'prev is another leaf',
    )
    const swapped = open.map((one, n) => (n === 2 ? { ...one, leaf: 'another' } : one))
    expectBroken(swapped, 'open', 3, 'prev is another leaf')
  })

  it('breaks where a record is of another consultation or stream', () => {
    expect(() => checkChain(open, { consultation: 'other', stream: 'open' })).to.throw('"seq":0')
    expect(() => checkChain(links('restricted'), { consultation, stream: 'open' })).to.throw(
      'of another stream',
    )
  })

  it('breaks where time goes back, of the record or of what was done', () => {
    const recorded = links(
      'open',
      third(() => ({ recordedAt: second(1) })),
    )
    expectBroken(recorded, 'open', 3, 'time goes back')
    const done = links(
      'open',
      third(({ command }) => ({ command: { ...command, at: second(1) } })),
    )
    expectBroken(done, 'open', 3, 'time goes back')
  })

  it('breaks where a restricted record cites no open record, an older or an unknown one', () => {
    const noHead = links('restricted', (one) => {
      if (one.seq === 3) delete one.head
      return one
    })
    expectBroken(noHead, 'restricted', 3, 'cites no head')
    const cite = (seq: number, leaf: string) =>
      links(
        'restricted',
        third(() => ({ head: { seq, leaf } })),
      )
    const leaf = leafHash(open[1]!.leaf)
    expectBroken(cite(1, leaf), 'restricted', 3, 'cites an older head')
    expectBroken(cite(2, leaf), 'restricted', 3, 'cites a head that is not there')
    expectBroken(cite(12, leaf), 'restricted', 3, 'cites a head that is not there')
  })

  it('breaks where an open record cites anything', () => {
    const citing = links(
      'open',
      third(() => ({ head: { seq: 0, leaf: NO_LEAF } })),
    )
    expectBroken(citing, 'open', 3, 'an open record cites a head')
  })
})
