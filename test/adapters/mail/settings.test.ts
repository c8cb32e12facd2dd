import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { readSettings } from '../../../adapters/config/env.ts'
import { passStartGate } from '../../../adapters/programs/start-gate.ts'
import { CandourError } from '../../../bot/errors.ts'
import { newFolder } from '../folder.ts'

const WHOLE = {
  CANDOUR_MAIL_HOST: 'localhost',
  CANDOUR_MAIL_FROM: 'no-reply@clinic.example',
}

function faults(env: Record<string, string>): readonly string[] {
  try {
    passStartGate(env)
    return []
  } catch (error) {
    if (error instanceof CandourError) return Object.keys(error.details).sort()
    throw error
  }
}

describe('the settings of mail', () => {
  it('are none to begin with, and then a server and a sender', () => {
    expect(readSettings({}).mail).to.equal(undefined)
    expect(readSettings(WHOLE).mail).to.deep.equal({
      ...{ host: 'localhost', port: 587, tls: 'starttls' },
      from: 'no-reply@clinic.example',
    })
    expect(readSettings({ ...WHOLE, CANDOUR_MAIL_TLS: 'implicit' }).mail?.port).to.equal(465)
  })

  it('are refused in part, with everything that is missing', () => {
    expect(faults({ CANDOUR_MAIL_PORT: '25' })).to.deep.equal([
      ...['CANDOUR_MAIL_FROM', 'CANDOUR_MAIL_HOST'],
    ])
    expect(faults({ ...WHOLE, CANDOUR_MAIL_USER: 'clinic' })).to.deep.equal([
      'CANDOUR_MAIL_PASSWORD_FILE',
    ])
  })

  for (const [name, values] of [
    ['CANDOUR_MAIL_FROM', ['clinic', 'Clinic <a@b.example>', 'a@b.example, c@d.example', 'a@b']],
    ['CANDOUR_MAIL_HOST', ['https://mail.example', 'mail example']],
    ['CANDOUR_MAIL_PORT', ['smtp', '70000']],
    ['CANDOUR_MAIL_TLS', ['ssl', 'STARTTLS', 'maybe']],
  ] as const) {
    it(`are refused when ${name} is none`, () => {
      for (const value of values) expect(faults({ ...WHOLE, [name]: value })).to.deep.equal([name])
    })
  }

  it('keep the mail of a demo on this machine, since anybody’s address may be typed into one', () => {
    const far = { ...WHOLE, CANDOUR_MAIL_HOST: 'mail.clinic.example' }
    expect(faults(far)).to.deep.equal(['CANDOUR_MAIL_HOST'])
    for (const mode of ['pilot', 'production']) {
      expect(faults({ ...far, CANDOUR_MODE: mode })).to.not.include('CANDOUR_MAIL_HOST')
    }
  })

  it('do without TLS in a demo, on this machine, and without a password', () => {
    const near = { ...WHOLE, CANDOUR_MAIL_TLS: 'none' }
    expect(faults(near)).to.deep.equal([])
    for (const mode of ['pilot', 'production']) {
      expect(faults({ ...near, CANDOUR_MODE: mode })).to.include('CANDOUR_MAIL_TLS')
    }
    const file = join(newFolder(), 'password')
    writeFileSync(file, 'secret', { mode: 0o400 })
    const account = { CANDOUR_MAIL_USER: 'clinic', CANDOUR_MAIL_PASSWORD_FILE: file }
    expect(faults({ ...near, ...account })).to.deep.equal(['CANDOUR_MAIL_TLS'])
    expect(faults({ ...WHOLE, ...account })).to.deep.equal([])
  })

  it('stop the start when the password is not there, or is open to others', () => {
    const file = join(newFolder(), 'password')
    const env = { ...WHOLE, CANDOUR_MAIL_USER: 'clinic', CANDOUR_MAIL_PASSWORD_FILE: file }
    expect(faults(env)).to.deep.equal(['CANDOUR_MAIL_PASSWORD_FILE'])
    writeFileSync(file, 'secret')
    chmodSync(file, 0o644)
    expect(faults(env)).to.deep.equal(['CANDOUR_MAIL_PASSWORD_FILE'])
  })
})
