import { expect } from 'chai'
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChance } from '../../../adapters/config/chance.ts'
import { readKek, readOrMakeKek } from '../../../adapters/keys/kek.ts'
import { newFolder } from '../folder.ts'

const chance = createChance()

function kekFile(length: number, mode: number): string {
  const file = join(newFolder(), 'kek')
  writeFileSync(file, chance.bytes(length))
  chmodSync(file, mode)
  return file
}

const refused = (read: () => unknown, why: string) =>
  expect(read).to.throw(why).with.property('code', 'keys/wrong-kek')

describe('the key-encryption key', () => {
  it('is read from a file of 32 bytes that only its owner can read', () => {
    expect(readKek(kekFile(32, 0o400))).to.have.length(32)
  })

  for (const mode of [0o440, 0o404, 0o644, 0o420, 0o401]) {
    it(`is refused in a file of mode ${mode.toString(8)}`, function () {
      if (process.platform === 'win32') return
      refused(() => readKek(kekFile(32, mode)), 'others may read it')
    })
  }

  for (const mode of [0o600, 0o700, 0o500]) {
    it(`is refused in a file of mode ${mode.toString(8)}, which one slip could overwrite`, function () {
      if (process.platform === 'win32') return
      refused(() => readKek(kekFile(32, mode)), `mode ${mode.toString(8)}, not 400`)
    })
  }

  for (const length of [0, 31, 33, 64]) {
    it(`is refused with ${length} bytes`, () => {
      refused(() => readKek(kekFile(length, 0o400)), `it has ${length} bytes`)
    })
  }

  it('is refused when there is none', () => {
    refused(() => readKek(join(newFolder(), 'kek')), 'it cannot be read')
  })

  it('is made once for a demo, for its owner alone, with nothing left beside it', () => {
    const folder = join(newFolder(), 'data')
    const [file, keys] = [join(folder, 'kek'), join(folder, 'keys.db')]
    const made = readOrMakeKek({ file, chance, keys })
    expect(made).to.have.length(32)
    expect(new Set(made).size).to.be.greaterThan(10)
    expect(readOrMakeKek({ file, chance, keys })).to.deep.equal(made)
    expect(readdirSync(folder)).to.deep.equal(['kek'])
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).to.equal(0o400)
  })

  it('is never made anew for keys that another one wrapped', () => {
    const folder = newFolder()
    const keys = join(folder, 'keys.db')
    writeFileSync(keys, '')
    refused(() => readOrMakeKek({ file: join(folder, 'kek'), chance, keys }), 'it is gone')
    expect(readdirSync(folder)).to.deep.equal(['keys.db'])
  })

  it('is not made over a file that is wrong', () => {
    const file = kekFile(31, 0o400)
    refused(() => readOrMakeKek({ file, chance, keys: `${file}.db` }), 'it has 31 bytes')
  })
})
