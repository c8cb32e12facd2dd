import { expect } from 'chai'
import type { Keys } from '../../../bot/ports.ts'

/** What holds for every key ring: each sentence of the port. */
export function describeKeys(name: string, create: () => Promise<Keys>): void {
  describe(name, () => {
    let keys: Keys
    beforeEach(async () => {
      keys = await create()
    })
    afterEach(() => keys.close())

    it('makes a key of 32 bytes with an id, and gives the same one ever after', async () => {
      const key = await keys.stream('p', 'c', 'open')
      expect(key.bytes).to.have.length(32)
      expect(new Set(key.bytes).size).to.be.greaterThan(10)
      expect(key.id).to.match(/^[0-9a-f]{32}$/)
      expect(await keys.stream('p', 'c', 'open')).to.deep.equal(key)
      expect(await keys.find(key.id)).to.deep.equal(key)
    })

    it('has another key for each stream, each consultation and each person', async () => {
      const made = [
        await keys.stream('p', 'c', 'open'),
        await keys.stream('p', 'c', 'restricted'),
        await keys.stream('p', 'd', 'open'),
        await keys.stream('q', 'e', 'open'),
      ]
      expect(new Set(made.map(({ id }) => id)).size).to.equal(4)
      expect(new Set(made.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).size).to.equal(4)
    })

    it('gives one key to fifty who ask for it at once', async () => {
      const fifty = Array.from({ length: 50 }, () => keys.stream('p', 'c', 'open'))
      const ids = (await Promise.all(fifty)).map(({ id }) => id)
      expect(new Set(ids).size).to.equal(1)
    })

    it('gives the key of a consultation also when it has become another person’s', async () => {
      const key = await keys.stream('provisional', 'c', 'open')
      expect(await keys.stream('known', 'c', 'open')).to.deep.equal(key)
    })

    it('has one seed of 32 bytes to sign each log with, and another for each', async () => {
      const [one, other] = [await keys.signing('log/a'), await keys.signing('log/b')]
      expect(one.bytes).to.have.length(32)
      expect(await keys.signing('log/a')).to.deep.equal(one)
      expect(other.bytes).to.not.deep.equal(one.bytes)
      expect(await keys.find(one.id), 'it opens no record').to.equal(undefined)
    })

    it('gives no key of a consultation that was destroyed, and never makes one again', async () => {
      const made = [
        await keys.stream('p', 'c', 'open'),
        await keys.stream('p', 'c', 'restricted'),
        await keys.stream('p', 'd', 'open'),
      ]
      const other = await keys.stream('q', 'e', 'open')
      expect(await keys.destroy(['c', 'd'])).to.equal(true)
      for (const { id } of made) expect(await keys.find(id)).to.equal(undefined)
      expect(await keys.find(other.id)).to.deep.equal(other)
      for (const person of ['p', 'q']) {
        const again: unknown = await keys.stream(person, 'c', 'open').catch(codeOf)
        expect(again).to.equal('keys/destroyed')
      }
      expect(await keys.destroyed()).to.have.members(['c', 'd'])
      expect(await keys.stream('p', 'f', 'open'), 'another consultation').to.have.property('id')
    })

    it('destroys again what was destroyed before, as after a crash', async () => {
      await keys.stream('p', 'c', 'open')
      await keys.destroy(['c'])
      expect(await keys.destroy(['c', 'never-was'])).to.equal(true)
    })

    it('keeps the keys that a person has besides', async () => {
      const [gone, stays] = [
        await keys.stream('p', 'c', 'open'),
        await keys.stream('p', 'd', 'open'),
      ]
      await keys.destroy(['c'])
      expect(await keys.find(gone.id)).to.equal(undefined)
      expect(await keys.find(stays.id)).to.deep.equal(stays)
    })

    it('knows of no copies when none were made', async () => {
      expect(await keys.backups()).to.deep.equal([])
    })

    it('finds no key under an id that it never gave', async () => {
      expect(await keys.find('unknown')).to.equal(undefined)
    })
  })
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code
