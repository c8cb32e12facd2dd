import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { readSettings } from '../../../adapters/config/env.ts'
import { CandourError } from '../../../bot/errors.ts'
import { type Channel, MICROSOFT } from '../../../adapters/teams/channel.ts'
import { passStartGate } from '../../../adapters/programs/start-gate.ts'
import { createTeams } from '../../../adapters/teams/teams.ts'
import { createContacts } from '../../../adapters/teams/contacts.ts'
import type { Instant } from '../../../machines/contract.ts'
import { fakeDesk } from '../desk/fake.ts'
import { APP, SETTINGS, TENANT } from './chat.ts'

const log = { info: () => {}, error: () => {} }

describe('the registration of the bot', () => {
  let folder: string
  let passwordFile: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'candour-teams-'))
    passwordFile = join(folder, 'password')
    writeFileSync(passwordFile, 'hunter2\n', { mode: 0o400 })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const mounted = (settings: unknown, channel?: Channel) =>
    createTeams({
      ...{ desk: fakeDesk().desk, people: [], settings, log, ...(channel && { channel }) },
      now: () => '2026-11-23T10:00:00.000Z' as Instant,
      contacts: createContacts(join(folder, 'teams.json')),
    })

  async function refused(settings: unknown, channel?: Channel): Promise<readonly string[]> {
    try {
      await mounted(settings, channel)
    } catch (error) {
      if (!(error instanceof CandourError) || error.code !== 'config/refused') throw error
      expect(error.message).to.not.include('hunter2')
      return Object.keys(error.details)
    }
    return []
  }

  it('is needed: without one there is nothing to speak to', async () => {
    expect(await mounted(undefined)).to.equal(undefined)
  })

  it('is of one tenant, or a managed identity', async () => {
    const single = { type: 'SingleTenant', appId: APP, tenant: TENANT, passwordFile }
    for (const settings of [single, SETTINGS]) {
      const paths = (await mounted(settings))?.routes.map(({ method, path }) => [method, path])
      expect(paths).to.deep.equal([['POST', '/api/messages']])
    }
  })

  it('is refused when anything else would leave the door open', async () => {
    expect(await refused({})).to.deep.equal(['teams.type'])
    expect(await refused({ type: 'MultiTenant', appId: APP, tenant: TENANT })).to.deep.equal([
      'teams.type',
    ])
    expect(await refused({ type: 'singletenant', appId: '' })).to.deep.equal(['teams.type'])
    expect(await refused({ type: 'UserAssignedMSI', appId: '', tenant: '' })).to.deep.equal([
      ...['teams.appId', 'teams.tenant'],
    ])
    expect(await refused({ type: 'SingleTenant', appId: APP, tenant: TENANT })).to.deep.equal([
      'teams.passwordFile',
    ])
    expect(await refused({ ...SETTINGS, passwordFile })).to.deep.equal(['teams'])
    expect(await refused(null)).to.deep.equal(['teams'])
  })

  it('is refused when the Bot Framework would check nobody with it', async () => {
    const isAuthenticationDisabled = async () => true
    const own = { at: 'http://127.0.0.1:1', credentials: { isAuthenticationDisabled } as never }
    expect(await refused(SETTINGS, { ...MICROSOFT, own })).to.deep.equal(['teams'])
  })

  it('is refused when its secret is not there, is empty, or is open to others', async () => {
    const settings = { type: 'SingleTenant', appId: APP, tenant: TENANT, passwordFile }
    chmodSync(passwordFile, 0o444)
    expect(await refused(settings)).to.deep.equal(['teams.passwordFile'])
    chmodSync(passwordFile, 0o600)
    writeFileSync(passwordFile, ' \n')
    expect(await refused(settings)).to.deep.equal(['teams.passwordFile'])
    expect(await refused({ ...settings, passwordFile: join(folder, 'none') })).to.deep.equal([
      'teams.passwordFile',
    ])
  })

  it('replies to Microsoft and to nobody else', () => {
    const trusted = (url: string) => MICROSOFT.trusts(new URL(url))
    for (const url of [
      ...['https://smba.trafficmanager.net/uk/', 'https://smba.trafficmanager.net/emea/x/'],
      'https://europe.directline.botframework.com/',
    ]) {
      expect(trusted(url), url).to.equal(true)
    }
    for (const url of [
      ...['http://smba.trafficmanager.net/', 'https://other.trafficmanager.net/'],
      ...['https://smba.trafficmanager.net:8443/', 'https://a@smba.trafficmanager.net/'],
      ...['https://smba.trafficmanager.net.evil.example/', 'https://xbotframework.com/'],
      ...['https://botframework.com.evil.example/', 'https://127.0.0.1/', 'https://[::1]/'],
    ]) {
      expect(trusted(url), url).to.equal(false)
    }
  })
})

describe('the settings of Teams', () => {
  const single = {
    ...{ CANDOUR_TEAMS_APP_TYPE: 'SingleTenant', CANDOUR_TEAMS_APP_ID: APP },
    ...{ CANDOUR_TEAMS_TENANT: TENANT, CANDOUR_TEAMS_PASSWORD_FILE: '/run/secrets/teams' },
  }
  const { CANDOUR_TEAMS_PASSWORD_FILE: _, ...rest } = single
  const managed = { ...rest, CANDOUR_TEAMS_APP_TYPE: 'UserAssignedMSI' }

  function faults(env: Record<string, string>): readonly string[] {
    try {
      readSettings(env)
    } catch (error) {
      if (error instanceof CandourError) return Object.keys(error.details).sort()
      throw error
    }
    return []
  }

  it('are the whole of a registration, or nothing', () => {
    expect(readSettings({}).teams).to.equal(undefined)
    expect(readSettings(single).teams).to.deep.equal({
      ...{ type: 'SingleTenant', appId: APP, tenant: TENANT, passwordFile: '/run/secrets/teams' },
    })
    expect(readSettings(managed).teams).to.deep.equal(SETTINGS)
  })

  it('are refused when a part is missing, misspelt or too much', () => {
    for (const missing of Object.keys(single)) {
      expect(faults({ ...single, [missing]: '' })).to.deep.equal([missing])
    }
    expect(faults({ ...single, CANDOUR_TEAMS_APP_ID: 'candour' })).to.deep.equal([
      'CANDOUR_TEAMS_APP_ID',
    ])
    expect(faults({ ...single, CANDOUR_TEAMS_APP_TYPE: 'UserAssignedMSI' })).to.deep.equal([
      'CANDOUR_TEAMS_PASSWORD_FILE',
    ])
    expect(faults({ CANDOUR_TEAMS_TENANT: TENANT })).to.have.length(3)
  })

  // Whatever the Bot Framework does not know as a type, it takes as a wish for no authentication.
  for (const type of ['MultiTenant', 'singletenant', 'SingleTenant ', 'Single Tenant', 'none']) {
    it(`stop the start when the type is written “${type}”`, () => {
      const env = { ...single, CANDOUR_TEAMS_APP_TYPE: type }
      expect(() => passStartGate(env)).to.throw(CandourError, 'config/refused')
      expect(faults(env)).to.deep.equal(['CANDOUR_TEAMS_APP_TYPE'])
    })
  }
})
