import { expect } from 'chai'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMemoryPlace } from '../../../adapters/memory/place.ts'
import { createFilePlace } from '../../../adapters/place/file.ts'
import { newFolder } from '../folder.ts'
import { describePlace } from './contract.ts'

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
