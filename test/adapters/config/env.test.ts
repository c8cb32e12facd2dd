import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { names, readSettings } from '../../../adapters/config/env.ts'
import { CandourError } from '../../../bot/errors.ts'

function faults(env: Record<string, string>): CandourError['details'] {
  try {
    readSettings(env)
  } catch (error) {
    if (error instanceof CandourError && error.code === 'config/refused') return error.details
    throw error
  }
  return {}
}

describe('the settings', () => {
  it('need nothing: a demo starts from an empty environment', () => {
    expect(readSettings({ PATH: '/bin', HOME: '/root' })).to.deep.equal({
      mode: 'demo',
      port: 3978,
      host: '127.0.0.1',
      data: './data',
      kekFile: undefined,
      secondPlace: undefined,
      clinicDir: undefined,
      logLevel: 'info',
      demoPeople: 'made-up',
    })
  })

  it('are what they are set to', () => {
    const env = {
      CANDOUR_MODE: 'demo',
      PORT: '0',
      HOST: '::1',
      CANDOUR_DATA: '/var/lib/candour',
      CANDOUR_KEK_FILE: '/run/secrets/kek',
      CANDOUR_SECOND_PLACE: '/mnt/other/disk',
      CANDOUR_CLINIC_DIR: '/etc/candour',
      LOG_LEVEL: 'silent',
    }
    expect(readSettings(env)).to.deep.equal({
      mode: 'demo',
      port: 0,
      host: '::1',
      data: '/var/lib/candour',
      kekFile: '/run/secrets/kek',
      secondPlace: '/mnt/other/disk',
      clinicDir: '/etc/candour',
      logLevel: 'silent',
      demoPeople: 'made-up',
    })
  })

  it('are not set when they are set to nothing', () => {
    const empty = Object.fromEntries(names.map((name) => [name, '']))
    expect(readSettings(empty)).to.deep.equal(readSettings({}))
  })

  for (const [name, good, bad] of [
    ['PORT', ['0', '1', '65535'], ['65536', '-1', '80.5', '8e1', ' 80', 'http', '000080']],
    ['HOST', ['127.0.0.1', '::1', 'localhost'], ['0.0.0.0', '::', '192.168.0.1', 'example.org']],
    ['CANDOUR_MODE', ['demo'], ['Demo', 'dev', 'live']],
    [
      'CANDOUR_ORIGIN',
      ['https://candour.example', 'https://localhost:8443'],
      ['http://candour.example', 'https://candour.example/', 'https://a:b@candour.example', 'x'],
    ],
    ['CANDOUR_DATA', ['./data', '/a b'], [' ./data', './data\n', 'a\0b']],
    ['LOG_LEVEL', ['debug', 'fatal'], ['INFO', 'verbose']],
  ] as const) {
    it(`of ${name} are told apart`, () => {
      for (const value of good) expect(faults({ [name]: value })).to.deep.equal({})
      for (const value of bad) expect(faults({ [name]: value })).to.have.all.keys(name)
    })
  }

  it('name an issuer that speaks TLS, or one on this machine', () => {
    const part = (of: string) => `CANDOUR_SIGN_IN_${of}`
    const rest = { [part('CLIENT_ID')]: 'desk', [part('SECRET_FILE')]: '/run/secret' }
    const env = { ...rest, CANDOUR_ORIGIN: 'https://candour.example' }
    for (const good of ['https://id.example/a', 'http://127.0.0.1:9000', 'http://localhost'])
      expect(faults({ ...env, [part('ISSUER')]: good }), good).to.deep.equal({})
    for (const bad of ['http://id.example', 'id.example', 'https://a:b@id.example', 'https://i?a'])
      expect(faults({ ...env, [part('ISSUER')]: bad }), bad).to.have.all.keys(part('ISSUER'))
    const { signIn } = readSettings({ ...env, [part('ISSUER')]: 'https://id.example' })
    expect(signIn).to.deep.equal({
      ...{ issuer: 'https://id.example', clientId: 'desk', secretFile: '/run/secret' },
    })
  })

  it('are refused when one is misspelt', () => {
    expect(faults({ CANDOUR_DATE: './data' })).to.have.all.keys('CANDOUR_DATE')
    expect(faults({ candour_data: './data', CANDOURISH: 'x' })).to.deep.equal({})
  })

  it('name every fault at once', () => {
    const env = {
      PORT: 'x',
      HOST: '0.0.0.0',
      CANDOUR_MODE: 'live',
      CANDOUR_KEY: 'k',
      LOG_LEVEL: 'y',
    }
    expect(faults(env)).to.have.all.keys(Object.keys(env))
  })

  it('do not repeat what an unknown one was set to: it may be a secret', () => {
    expect(JSON.stringify(faults({ CANDOUR_SECRET: 'hunter2' }))).to.not.contain('hunter2')
  })

  const VKEY = `witness.example/one+0123abcd+B${'A'.repeat(43)}`

  it('name a witness by its key and one way to reach it, or none at all', () => {
    const name = (of: string) => `CANDOUR_WITNESS_${of}`
    const set = (more: Record<string, string>) => faults({ [name('VKEY')]: VKEY, ...more })
    const url = 'https://witness.example/candour'
    const read = readSettings({ [name('VKEY')]: VKEY, [name('URL')]: url })
    expect(read.witness).to.deep.equal({ vkey: VKEY, url })
    expect(set({ [name('FOLDER')]: '/mnt/witness' })).to.deep.equal({})
    expect(set({})).to.have.all.keys(name('URL'))
    expect(set({ [name('URL')]: url, [name('FOLDER')]: 'f' })).to.have.all.keys(name('FOLDER'))
    expect(faults({ [name('URL')]: url })).to.have.all.keys(name('VKEY'))
    for (const bad of [
      'ftp://w.example',
      'w.example',
      'https://a:b@w.example',
      'https://w.example?a',
    ])
      expect(set({ [name('URL')]: bad }), bad).to.have.all.keys(name('URL'))
    for (const bad of ['x', VKEY.replace('+B', '+A'), VKEY.slice(1, -1), `${VKEY} `])
      expect(faults({ [name('VKEY')]: bad, [name('URL')]: url }), bad).to.have.all.keys(
        name('VKEY'),
      )
  })

  it('are all in .env.example, with nothing else, and the example changes nothing', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')
    const told = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [
      name,
      value,
    ])
    expect(told.map(([name]) => name)).to.have.members(names)
    const set = Object.fromEntries(told) as Record<string, string>
    const own = {
      kekFile: './data/kek',
      secondPlace: './data/second-place',
      clinicDir: 'content/clinics',
    }
    expect(readSettings(set)).to.deep.equal({ ...readSettings({}), ...own })
  })
})
