import { expect } from 'chai'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { readSettings, settingFaults } from '../../../adapters/config/env.ts'

const whole = {
  CANDOUR_POSTGRES: 'postgres://serves@db.example/candour',
  CANDOUR_POSTGRES_KEYS: 'postgres://keeps@keys.example/keys',
  CANDOUR_KEK_FILE: '/etc/candour/kek',
}

describe('the settings of PostgreSQL', () => {
  it('are not needed: without them it is the folder', () => {
    expect(readSettings({})).to.not.have.property('postgres')
  })

  it('are two databases, and the least that a turn must survive', () => {
    const { postgres } = readSettings({ ...whole, CANDOUR_POSTGRES_GRADE: 'sync' })
    expect(postgres).to.deep.equal({
      url: whole.CANDOUR_POSTGRES,
      keys: whole.CANDOUR_POSTGRES_KEYS,
      grade: 'sync',
    })
    expect(readSettings(whole).postgres?.grade).to.equal('single')
  })

  for (const [what, change, name, said] of [
    ['only the records', { CANDOUR_POSTGRES_KEYS: '' }, 'CANDOUR_POSTGRES_KEYS', 'never beside'],
    ['only the keys', { CANDOUR_POSTGRES: '' }, 'CANDOUR_POSTGRES', 'is missing'],
    ['no KEK that all share', { CANDOUR_KEK_FILE: '' }, 'CANDOUR_KEK_FILE', 'needs the same'],
    [
      'one role for both',
      { CANDOUR_POSTGRES_KEYS: 'postgres://serves@keys.example/keys' },
      'CANDOUR_POSTGRES_KEYS',
      'one of its own',
    ],
    [
      'one database for both',
      { CANDOUR_POSTGRES_KEYS: 'postgres://keeps@db.example/candour' },
      'CANDOUR_POSTGRES_KEYS',
      'must be another',
    ],
    [
      'a password where others can read it',
      { CANDOUR_POSTGRES: 'postgres://serves:secret@db.example/candour' },
      'CANDOUR_POSTGRES',
      'PGPASSFILE',
    ],
    [
      'a password behind the question mark',
      { CANDOUR_POSTGRES: 'postgres://serves@db.example/candour?password=x' },
      'CANDOUR_POSTGRES',
      'PGPASSFILE',
    ],
    ['no role', { CANDOUR_POSTGRES: 'postgres://db.example/candour' }, 'CANDOUR_POSTGRES', 'role'],
    ['another kind', { CANDOUR_POSTGRES: 'mysql://a@db/candour' }, 'CANDOUR_POSTGRES', 'form'],
    [
      'one database for both, with the port that is meant anyway',
      { CANDOUR_POSTGRES_KEYS: 'postgres://keeps@DB.example:5432/candour' },
      'CANDOUR_POSTGRES_KEYS',
      'must be another',
    ],
    ...['db2.example/candour', 'db.example:5433/candour', 'db.example/candour_test'].map(
      (place) =>
        [
          `an owner of ${place}`,
          { CANDOUR_POSTGRES_OWNER: `postgres://owner@${place}` },
          'CANDOUR_POSTGRES_OWNER',
          'and CANDOUR_POSTGRES to db.example:5432/candour: both must name the same',
        ] as const,
    ),
    [
      'an owner who is led elsewhere behind the question mark',
      { CANDOUR_POSTGRES_OWNER: 'postgres://owner@db.example/candour?host=/var/run/postgresql' },
      'CANDOUR_POSTGRES_OWNER',
      'leads to /var/run/postgresql:5432/candour',
    ],
    [
      'no such grade',
      { CANDOUR_POSTGRES_GRADE: 'async' },
      'CANDOUR_POSTGRES_GRADE',
      'single, sync',
    ],
  ] as const) {
    it(`are refused with ${what}, and the fault names the setting`, () => {
      const faults = settingFaults({ ...whole, ...change })
      expect(faults[name]).to.contain(said)
      expect(JSON.stringify(faults)).to.not.contain('secret')
    })
  }

  it('may name the owner of the same database in another way', () => {
    for (const place of ['db.example/candour', 'DB.example:5432/candour?sslmode=verify-full']) {
      const faults = settingFaults({
        ...{ ...whole, CANDOUR_POSTGRES_OWNER: `postgres://owner@${place}` },
      })
      expect(faults, place).to.deep.equal({})
    }
  })

  it('are what loads its library: without them it is not in memory', () => {
    const root = join(import.meta.dirname, '../../..')
    const loaded = `await import('./adapters/programs/house.ts')
      await import('./adapters/programs/reading.ts')
      const { createRequire } = await import('node:module')
      const all = Object.keys(createRequire(import.meta.url).cache)
      console.log(all.length > 0, all.some((path) => /node_modules.pg.lib/.test(path)))`
    const args = ['--disable-warning=ExperimentalWarning', '--import', './adapters/config/node.mjs']
    const said = execFileSync(process.execPath, [...args, '--input-type=module', '-e', loaded], {
      ...{ cwd: root, encoding: 'utf8' },
    })
    expect(said.trim()).to.equal('true false')
  })

  it('are refused where a grade or an owner is for nothing', () => {
    const faults = settingFaults({ CANDOUR_POSTGRES_GRADE: 'sync' })
    expect(faults).to.have.property('CANDOUR_POSTGRES_GRADE')
  })
})
