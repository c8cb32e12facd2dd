import { expect } from 'chai'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings, settingFaults } from '../../../adapters/config/env.ts'
import { newFolder } from '../folder.ts'

const NAMES = ['CANDOUR_KEK_FILE', 'CANDOUR_SECOND_PLACE'] as const

describe('what is kept apart from the data', () => {
  let folder: string
  let data: string
  beforeEach(() => {
    folder = newFolder()
    data = join(folder, 'data')
    mkdirSync(data)
  })
  const found = (more: Record<string, string>, mode = 'production') => {
    const faults = settingFaults({ CANDOUR_MODE: mode, CANDOUR_DATA: data, ...more })
    return NAMES.filter((name) => faults[name]?.includes('the folder of the data'))
  }
  const both = (kek: string, second: string) => ({
    ...{ CANDOUR_KEK_FILE: kek, CANDOUR_SECOND_PLACE: second },
  })

  for (const mode of ['pilot', 'production']) {
    it(`is refused in the folder of the data of a ${mode}, and named with the reason`, () => {
      const inside = both(join(data, 'kek'), join(data, 'deep/second'))
      expect(found(inside, mode)).to.deep.equal(NAMES)
      const env = { CANDOUR_MODE: mode, CANDOUR_DATA: data, ...inside }
      expect(() => readSettings(env)).to.throw(`is in ${data}, the folder of the data`)
      expect(found(both(join(data, '../data/kek'), data), mode)).to.deep.equal(NAMES)
    })
  }

  it('may be beside it, also under a name that begins the same', () => {
    expect(found(both(join(folder, 'kek'), join(folder, 'data-second')))).to.deep.equal([])
    expect(found(both(join(folder, 'data.kek'), folder))).to.deep.equal([])
    expect(found(both(join(data, '..kek'), join(data, '..kek/x')))).to.deep.equal(NAMES)
  })

  it('is found where a link leads into it, or lies in it', () => {
    writeFileSync(join(data, 'kek'), '')
    writeFileSync(join(folder, 'kek'), '')
    symlinkSync(data, join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'kek'), join(data, 'linked'))
    const through = both(join(folder, 'elsewhere/kek'), join(folder, 'elsewhere/new/second'))
    expect(found(through)).to.deep.equal(NAMES)
    expect(found({ CANDOUR_KEK_FILE: join(data, 'linked') })).to.deep.equal(['CANDOUR_KEK_FILE'])
    const linked = { CANDOUR_DATA: join(folder, 'elsewhere') }
    expect(found({ ...linked, CANDOUR_KEK_FILE: join(data, 'kek') })).to.deep.equal([
      'CANDOUR_KEK_FILE',
    ])
  })

  it('is looked for in ./data where no folder is named', () => {
    const env = { CANDOUR_DATA: '', ...both('./data/kek', './second') }
    expect(found(env)).to.deep.equal(['CANDOUR_KEK_FILE'])
  })

  it('may be there in a demo, which keeps all of it together', () => {
    expect(found(both(join(data, 'kek'), join(data, 'second')), 'demo')).to.deep.equal([])
  })
})
