import { expect } from 'chai'
import type { Place } from '../../../bot/ports.ts'

/** What holds for every second place: each sentence of the port. */
export function describePlace(name: string, create: () => Place | Promise<Place>): void {
  describe(name, () => {
    it('holds nothing at first, and says so', async () => {
      const place = await create()
      expect(await place.read()).to.equal(undefined)
      expect(await place.swap('something', 'next')).to.equal(false)
      expect(await place.read()).to.equal(undefined)
    })

    it('changes only from what is there', async () => {
      const place = await create()
      expect(await place.swap(undefined, 'one\n')).to.equal(true)
      expect(await place.swap(undefined, 'two\n')).to.equal(false)
      expect(await place.swap('one', 'two\n')).to.equal(false)
      expect(await place.swap('one\n', 'two\n')).to.equal(true)
      expect(await place.swap('two\n', 'two\n')).to.equal(true)
      expect(await place.read()).to.equal('two\n')
    })

    it('is changed by exactly one of fifty who try at once', async () => {
      const place = await create()
      await place.swap(undefined, 'start')
      for (let round = 0; round < 5; round++) {
        const before = await place.read()
        const tries = Array.from({ length: 50 }, (_, n) => place.swap(before, `${round} ${n}`))
        const won = (await Promise.all(tries)).flatMap((is, n) => (is ? [`${round} ${n}`] : []))
        expect(won).to.deep.equal([await place.read()])
      }
    })
  })
}
