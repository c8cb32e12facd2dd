import { expect } from 'chai'
import { createChance } from '../../../adapters/config/chance.ts'
import { createClocks } from '../../../adapters/config/clocks.ts'
import type { Instant } from '../../../machines/contract.ts'

describe('the clocks', () => {
  let now: number
  let ahead: number
  const clocks = (last?: string) =>
    createClocks({ now: () => now, offset: () => ahead, last: last as Instant | undefined })
  beforeEach(() => {
    now = Date.UTC(2026, 2, 1, 9, 0, 0, 5)
    ahead = 0
  })

  it('tell the time in UTC, to the millisecond', () => {
    expect(clocks().clock()).to.equal('2026-03-01T09:00:00.005Z')
    expect(clocks().wall()).to.equal('2026-03-01T09:00:00.005Z')
    expect(createClocks().wall()).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  it('differ by the offset, which can grow while they run', () => {
    const both = clocks()
    ahead = 3_600_000
    expect(both.clock()).to.equal('2026-03-01T10:00:00.005Z')
    expect(both.wall()).to.equal('2026-03-01T09:00:00.005Z')
    expect(both.offset()).to.equal(3_600_000)
  })

  for (const which of ['clock', 'wall'] as const) {
    it(`stand still (${which}) while the machine's is up to two seconds behind`, () => {
      const both = clocks()
      const read = () => both[which]()
      const first = read()
      now -= 2000
      expect(read()).to.equal(first)
      now += 2000
      expect(read()).to.equal(first)
      now += 1
      expect(read()).to.equal('2026-03-01T09:00:00.006Z')
    })

    it(`throw (${which}) when it is further behind, until it is right again`, () => {
      const both = clocks()
      const read = () => both[which]()
      const first = read()
      now -= 2001
      expect(read).to.throw('09:00:00.005').with.property('code', 'clock/went-back')
      expect(read).to.throw().with.property('code', 'clock/went-back')
      now += 2001
      expect(read()).to.equal(first)
    })
  }

  it('go on from the last moment on record', () => {
    expect(clocks('2026-03-01T09:00:02.005Z').clock()).to.equal('2026-03-01T09:00:02.005Z')
    expect(() => clocks('2026-03-01T09:00:02.006Z').clock())
      .to.throw()
      .with.property('code', 'clock/went-back')
    expect(clocks('2026-02-01T09:00:00.000Z').clock()).to.equal('2026-03-01T09:00:00.005Z')
  })

  it('do not go back when the offset does', () => {
    ahead = 1500
    const both = clocks()
    const first = both.clock()
    ahead = 0
    expect(both.clock()).to.equal(first)
  })
})

describe('chance', () => {
  it('gives as many bytes as were asked for, and others each time', () => {
    const chance = createChance()
    const bytes = (length: number) => chance.bytes(length)
    expect(bytes(12)).to.have.length(12)
    expect(bytes(32)).to.not.deep.equal(bytes(32))
    expect(bytes(4)).to.not.be.instanceOf(Buffer)
  })

  it('gives ids of 128 bits that are safe in a path, a URL and a shell', () => {
    const chance = createChance()
    const ids = Array.from({ length: 1000 }, () => chance.id())
    expect(new Set(ids).size).to.equal(1000)
    for (const one of ids) expect(one).to.match(/^[0-9a-f]{32}$/)
  })
})
