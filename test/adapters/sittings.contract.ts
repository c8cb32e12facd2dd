import { expect } from 'chai'
import type { Store } from '../../bot/ports.ts'
import { at, fresh, record, sealed, sitting, turn } from './turns.ts'

/** What every store promises of sittings. */
export function describeSittings(get: () => Store): void {
  let store: Store
  let id: string
  beforeEach(async () => {
    store = get()
    id = fresh('consultation')
    const activities = [0, 2, 5].map((n) => ({ sitting: 's', n, sealed: sealed(`activity ${n}`) }))
    const key = { sitting: 's', key: 'k', reply: sealed('reply') }
    await store.commit(turn(id, 0, { sittings: [sitting('s', id)], activities, key }))
  })

  it('gives pieces from the one on that a watermark is in, in order', async () => {
    const pieces = async (from: number) =>
      (await store.activities('s', from)).map(({ n, sealed }) => [
        n,
        new TextDecoder().decode(sealed.body),
      ])
    const [first, second, third] = [0, 2, 5].map((n) => [n, `activity ${n}`])
    expect(await pieces(0)).to.deep.equal([first, second, third])
    expect(await pieces(1)).to.deep.equal([first, second, third])
    expect(await pieces(2)).to.deep.equal([second, third])
    expect(await pieces(4)).to.deep.equal([second, third])
    expect(await pieces(5)).to.deep.equal([third])
    expect(await pieces(9)).to.deep.equal([third])
    expect(await store.activities('unknown', 0)).to.deep.equal([])
  })

  it('writes a sitting again as it is now, and keeps its activities', async () => {
    const now = sitting('s', id, {
      ...{ last: at(40), activities: 3, door: 'birth-date', tries: 2, private: false },
      ...{ assurance: 'link-and-birth-date', channel: 'terminal', person: 'another' },
    })
    await store.putSitting(now)
    expect(await store.sitting('s')).to.deep.equal(now)
    expect(await store.activities('s', 0)).to.have.length(3)
    expect(await store.sitting('unknown')).to.equal(undefined)
  })

  it('says what became of a sitting that was asked for before', async () => {
    const asked = () => store.sitting('s')
    expect(await asked()).to.deep.equal(sitting('s', id))
    const moved = sitting('s', id, { last: at(50), activities: 7 })
    expect(await store.commit(turn(id, 1, { sittings: [moved] }))).to.equal('committed')
    expect(await asked()).to.deep.equal(moved)
    const refused = turn(id, 1, { sittings: [sitting('s', id, { tries: 4 })] })
    expect(await store.commit(refused)).to.equal('conflict')
    expect(await asked()).to.deep.equal(moved)
    const put = sitting('s', id, { tries: 1 })
    await store.putSitting(put)
    expect(await asked()).to.deep.equal(put)
    expect(await store.commit(turn(id, 2, { ended: ['s'] }))).to.equal('committed')
    expect(await asked()).to.equal(undefined)
    for (const [name, end] of [
      ['ends', () => store.endSitting('ends')],
      ['erased', () => store.erase([id])],
    ] as const) {
      await store.putSitting(sitting(name, id))
      expect(await store.sitting(name)).to.deep.equal(sitting(name, id))
      await end()
      expect(await store.sitting(name)).to.equal(undefined)
    }
  })

  it('finds sittings by consultation and by person', async () => {
    const other = sitting('other', id, { person: 'p' })
    const elsewhere = sitting('elsewhere', 'another', { person: 'p' })
    await Promise.all([store.putSitting(other), store.putSitting(elsewhere)])
    expect(await store.sittings(id)).to.have.deep.members([sitting('s', id), other])
    expect(await store.sittingsOf('p')).to.have.deep.members([other, elsewhere])
    expect(await store.sittings('unknown')).to.deep.equal([])
    expect(await store.sittingsOf('unknown')).to.deep.equal([])
  })

  it('calls a sitting idle that was quiet, or began, before a moment and not at it', async () => {
    await store.endSitting('s')
    await store.putSitting(sitting('quiet', id, { began: at(10), last: at(20) }))
    await store.putSitting(sitting('busy', id, { began: at(10), last: at(40) }))
    const idle = async (quiet: number, old: number) =>
      (await store.idle(at(quiet), at(old))).map((row) => row.id).sort()
    expect(await idle(20, 10)).to.deep.equal([])
    expect(await idle(21, 10)).to.deep.equal(['quiet'])
    expect(await idle(20, 11)).to.deep.equal(['busy', 'quiet'])
  })

  for (const [how, end] of [
    ['by itself', () => store.endSitting('s')],
    ['in a turn', () => store.commit(turn(id, 1, { ended: ['s'] }))],
    [
      'in the turn that answers it',
      () =>
        store.commit(
          turn(id, 1, {
            sittings: [sitting('s', id)],
            activities: [{ sitting: 's', n: 3, sealed: sealed() }],
            key: { sitting: 's', key: 'bye', reply: sealed() },
            ended: ['s'],
          }),
        ),
    ],
  ] as const) {
    it(`deletes a sitting that ends ${how}: its row, activities, keys and replies`, async () => {
      await store.putSitting(sitting('other', id))
      await end()
      expect(await store.sitting('s')).to.equal(undefined)
      expect(await store.sittings(id)).to.deep.equal([sitting('other', id)])
      expect(await store.activities('s', 0)).to.deep.equal([])
      expect(await store.reply('s', 'k')).to.equal(undefined)
      expect(await store.reply('s', 'bye')).to.equal(undefined)
    })
  }

  it('keeps the records of a sitting that ended', async () => {
    const before = await store.load(id)
    await store.endSitting('s')
    expect(await store.load(id)).to.deep.equal(before)
  })

  it('never brings back a sitting that ended', async () => {
    await store.endSitting('s')
    await store.endSitting('s')
    await store.putSitting(sitting('s', id))
    expect(await store.sitting('s')).to.equal(undefined)
    const late = turn(id, 1, { sittings: [sitting('s', id)] })
    expect(await store.commit(late)).to.equal('conflict')
    expect(await store.heads(id)).to.deep.equal({ open: 1, restricted: 0 })
  })

  it('remembers which sittings ended, by themselves or in a turn, and no others', async () => {
    await store.endSitting('alone')
    await store.commit(turn(id, 1, { ended: ['s'] }))
    expect(await store.wasEnded('alone')).to.equal(true)
    expect(await store.wasEnded('s')).to.equal(true)
    await store.putSitting(sitting('goes on', id))
    expect(await store.wasEnded('goes on')).to.equal(false)
    expect(await store.wasEnded('unknown')).to.equal(false)
    await store.commit(turn(id, 9, { ended: ['goes on'] }))
    expect(await store.wasEnded('goes on'), 'after a conflict').to.equal(false)
  })

  it('ends a sitting that was never written, which then never begins', async () => {
    await store.endSitting('visitor')
    await store.putSitting(sitting('visitor', id))
    expect(await store.sitting('visitor')).to.equal(undefined)
  })

  for (const [what, rest] of [
    [
      'an activity for a sitting that is not there',
      { activities: [{ sitting: 'x', n: 0, sealed: sealed() }] },
    ],
    [
      'an activity that is there already',
      { activities: [{ sitting: 's', n: 2, sealed: sealed() }] },
    ],
    [
      'the same activity twice',
      {
        activities: [
          { sitting: 's', n: 9, sealed: sealed() },
          { sitting: 's', n: 9, sealed: sealed() },
        ],
      },
    ],
    ['a key of a sitting that is not there', { key: { sitting: 'x', key: 'k', reply: sealed() } }],
  ] as const) {
    it(`finds ${what} a conflict, and writes nothing`, async () => {
      const before = await store.activities('s', 0)
      const sittings = [sitting('new', id)]
      const refused = turn(id, 1, { sittings, records: [record('open', 1)], ...rest })
      expect(await store.commit(refused)).to.equal('conflict')
      expect(await store.heads(id)).to.deep.equal({ open: 1, restricted: 0 })
      expect(await store.activities('s', 0)).to.deep.equal(before)
      expect(await store.sitting('new')).to.equal(undefined)
      expect(await store.commit(turn(id, 1))).to.equal('committed')
    })
  }
}
