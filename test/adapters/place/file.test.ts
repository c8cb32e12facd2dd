import { expect } from 'chai'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMemoryPlace } from '../../../adapters/memory/place.ts'
import { createFilePlace } from '../../../adapters/place/file.ts'
import type { Place } from '../../../bot/ports.ts'
import { newFolder } from '../folder.ts'

function describePlace(name: string, create: () => Place): void {
  describe(name, () => {
    it('holds nothing at first, and says so', async () => {
      const place = create()
      expect(await place.read()).to.equal(undefined)
      expect(await place.swap('something', 'next')).to.equal(false)
      expect(await place.read()).to.equal(undefined)
    })

    it('changes only from what is there', async () => {
      const place = create()
      expect(await place.swap(undefined, 'one\n')).to.equal(true)
      expect(await place.swap(undefined, 'two\n')).to.equal(false)
      expect(await place.swap('one', 'two\n')).to.equal(false)
      expect(await place.swap('one\n', 'two\n')).to.equal(true)
      expect(await place.swap('two\n', 'two\n')).to.equal(true)
      expect(await place.read()).to.equal('two\n')
    })

    it('is changed by exactly one of fifty who try at once', async () => {
      const place = create()
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

describePlace('a place in memory', () => createMemoryPlace())
describePlace('a place in a folder', () => createFilePlace(join(newFolder(), 'deep', 'place')))

describe('a place in a folder', () => {
  it('is there again for whoever opens it next, and keeps two files at most', async () => {
    const folder = newFolder()
    let last: string | undefined
    for (let n = 0; n < 20; n++) {
      expect(await createFilePlace(folder).swap(last, `text ${n}`)).to.equal(true)
      last = await createFilePlace(folder).read()
      expect(last).to.equal(`text ${n}`)
    }
    expect(readdirSync(folder)).to.have.length.at.most(2)
  })

  it('is not disturbed by a draft that a crash has left, nor by an older generation', async () => {
    const folder = newFolder()
    const place = createFilePlace(folder)
    await place.swap(undefined, 'one')
    await place.swap('one', 'two')
    writeFileSync(join(folder, 'draft-0'), 'half a li')
    writeFileSync(join(folder, '000000000000000'), 'stale')
    expect(await place.read()).to.equal('two')
    expect(await place.swap('two', 'three')).to.equal(true)
    expect(await place.read()).to.equal('three')
  })

  it('does not read as empty when it cannot be read', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, '000000000000001'))
    const error: unknown = await createFilePlace(folder)
      .read()
      .catch((reason: unknown) => reason)
    expect(error).to.be.an('error')
    rmSync(join(folder, '000000000000001'), { recursive: true })
  })
})
