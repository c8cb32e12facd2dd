import { expect } from 'chai'
import type { Store } from '../../bot/ports.ts'
import { at, fresh, link, sealed, sitting, turn } from './turns.ts'

export function describeErasure(get: () => Store): void {
  let store: Store
  beforeEach(() => (store = get()))

  it('ends the sittings of a consultation, with its links and what it waits for', async () => {
    const id = fresh('consultation')
    const [mine, invite] = [fresh('sitting'), link(id)]
    const activities = [{ sitting: mine, n: 0, sealed: sealed() }]
    const key = { sitting: mine, key: 'k', reply: sealed() }
    const rest = { sittings: [sitting(mine, id)], links: [invite], due: at(1), activities, key }
    await store.commit(turn(id, 0, rest))
    await store.erase([id])
    expect(await store.sitting(mine)).to.equal(undefined)
    expect(await store.wasEnded(mine)).to.equal(true)
    expect(await store.activities(mine, 0)).to.deep.equal([])
    expect(await store.reply(mine, 'k')).to.equal(undefined)
    expect(await store.link(invite.hash)).to.equal(undefined)
    expect((await store.due(at(9), 99)).some((one) => one.id === id)).to.equal(false)
  })

  it('keeps the records, since they are what the log says that there was', async () => {
    const id = fresh('consultation')
    const told = turn(id)
    await store.commit(told)
    await store.erase([id])
    expect(await store.load(id)).to.deep.equal(told.records)
  })

  it('lists it no more, and takes nothing for it ever again', async () => {
    const id = fresh('consultation')
    await store.commit(turn(id))
    expect(await store.wasErased(id)).to.equal(false)
    await store.erase([id])
    expect(await store.wasErased(id)).to.equal(true)
    expect((await store.consultations('clinic-1')).some((one) => one.id === id)).to.equal(false)
    expect(await store.commit(turn(id, 1))).to.equal('conflict')
    expect(await store.heads(id)).to.deep.equal({ open: 1, restricted: 0 })
  })

  it('leaves every other as it was, and may be done again', async () => {
    const [id, other] = [fresh('consultation'), fresh('consultation')]
    const kept = link(other)
    await store.commit(turn(id))
    await store.commit(turn(other, 0, { sittings: [sitting('kept', other)], links: [kept] }))
    await store.erase([id])
    await store.erase([id])
    expect(await store.wasErased(other)).to.equal(false)
    expect(await store.sitting('kept')).to.not.equal(undefined)
    expect(await store.link(kept.hash)).to.deep.equal(kept)
    expect(await store.commit(turn(other, 1))).to.equal('committed')
  })

  it('has as its first record the first that was not erased, of no clinic’s own book', async () => {
    expect(await store.firstRecord()).to.equal(undefined)
    const book = fresh('book')
    await store.commit(turn(book, 0, { person: 'clinic-1' }))
    expect(await store.firstRecord()).to.equal(undefined)
    const [id, other] = [fresh('consultation'), fresh('consultation')]
    const [first, second] = [turn(id), turn(other, 0, { clinic: 'clinic-2' })]
    for (const one of [first, second, turn(id, 1)]) await store.commit(one)
    expect(await store.firstRecord()).to.deep.equal(first.records[0])
    await store.erase([id])
    expect(await store.firstRecord()).to.deep.equal(second.records[0])
  })

  it('does not list the clinic’s own book, whose person is the clinic', async () => {
    const [id, book] = [fresh('consultation'), fresh('book')]
    await store.commit(turn(id, 0, { clinic: 'clinic-3' }))
    await store.commit(turn(book, 0, { clinic: 'clinic-3', person: 'clinic-3' }))
    const listed = await store.consultations('clinic-3')
    expect(listed.map((one) => one.id)).to.deep.equal([id])
    expect(await store.load(book)).to.have.length(1)
  })
}
