import { expect } from 'chai'
import { createKnownSittings } from '../../../adapters/sqlite/known-sittings.ts'
import { sitting } from '../turns.ts'

describe('the sittings that SQLite’s store knows', () => {
  it('reads each once, one that is not there again, and the one kept longest when there are too many', () => {
    const reads: string[] = []
    const known = createKnownSittings((id) => {
      reads.push(id)
      return id === 'none' ? undefined : sitting(id, 'c')
    }, 2)
    for (const id of ['a', 'b', 'a', 'none', 'none', 'c', 'b', 'c', 'a'])
      expect(known.get(id)?.id).to.equal(id === 'none' ? undefined : id)
    expect(reads).to.deep.equal(['a', 'b', 'none', 'none', 'c', 'a'])
  })
})
