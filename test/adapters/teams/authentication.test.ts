import { expect } from 'chai'
import { generateKeyPair } from 'jose'
import { CASE, QUEUE } from '../desk/believable.ts'
import { fakeDesk } from '../desk/fake.ts'
import type { Claims } from '../../../adapters/teams/loopback.ts'
import { APP, type OpenTeams, openTeams, TENANT } from './chat.ts'
import { watchConnections } from './connections.ts'

const OTHER = '99999999-9999-4999-8999-999999999999'
const hour = 3600

describe('who may speak to Candour through Teams', () => {
  let teams: OpenTeams
  let turns: number
  let watched: ReturnType<typeof watchConnections>
  let heard: unknown[]
  const { error } = console

  before(async () => {
    watched = watchConnections()
    const { desk } = fakeDesk({
      queue: async () => ((turns += 1), QUEUE),
      look: async () => ((turns += 1), CASE),
    })
    teams = await openTeams(desk)
  })
  beforeEach(() => {
    turns = 0
    heard = []
    teams.loopback.calls.length = 0
    // The Bot Framework writes there what it refuses.
    console.error = (...said: unknown[]) => void heard.push(...said)
  })
  afterEach(() => {
    console.error = error
  })
  after(async () => {
    await teams.close()
    watched.stop()
    expect([...watched.seen]).to.deep.equal(['127.0.0.1'])
  })

  const personal = { id: 'a:1', tenantId: TENANT, conversationType: 'personal' }

  const post = async (activity: object = {}, claims?: Claims) =>
    teams.post(teams.activity({ text: 'hello', ...activity }), await teams.loopback.token(claims))

  it('is somebody whose message the channel has signed for this bot', async () => {
    expect(await post()).to.deep.equal({ status: 200, body: '' })
    expect(turns).to.be.above(0)
    expect(teams.loopback.calls.map(({ method }) => method)).to.deep.equal(['POST'])
    expect(teams.loopback.calls[0]?.authorization).to.equal('Bearer of-the-loopback')
  })

  const forged: Readonly<Record<string, () => Promise<string | undefined>>> = {
    'has no token': async () => undefined,
    'has a token for another bot': () => teams.loopback.token({ aud: OTHER }),
    'has a token for several bots': () => teams.loopback.token({ aud: [APP, OTHER] as never }),
    'has a token of another issuer': () => teams.loopback.token({ iss: 'https://evil.example' }),
    'has a token of the emulator': () =>
      teams.loopback.token({ iss: `https://sts.windows.net/${TENANT}/`, ver: '1.0', appid: APP }),
    'has a token of the tenant': () =>
      teams.loopback.token({
        ...{ iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, ver: '2.0', azp: APP },
      }),
    'has a token that names our own application': () => teams.loopback.token({ appid: APP }),
    'has a token that names another as its party': () => teams.loopback.token({ azp: OTHER }),
    'has a token that has expired': () =>
      teams.loopback.token({ exp: Math.floor(Date.now() / 1000) - hour }),
    'has a token of another address': () =>
      teams.loopback.token({ serviceurl: 'https://smba.trafficmanager.net/uk/' }),
    'has a token of no address': () => teams.loopback.token({ serviceurl: undefined }),
    'has a token of an unknown key': () => teams.loopback.token({}, undefined, { kid: 'other' }),
    'has a token that names where its key is': () =>
      teams.loopback.token({}, undefined, { jku: `${teams.loopback.at}/keys` }),
    'has a token whose signature was made with another key': async () =>
      teams.loopback.token({}, (await generateKeyPair('RS256')).privateKey),
    'has a token whose content was changed': async () => {
      const [head, , signature] = (await teams.loopback.token()).split('.')
      const [, body] = (await teams.loopback.token({ more: 'rights' })).split('.')
      return [head, body, signature].join('.')
    },
    'has a token without a signature': async () => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      const [, body] = (await teams.loopback.token()).split('.')
      return `${part({ alg: 'none' })}.${body}.`
    },
    'has no token but a word': async () => 'letmein',
  }
  for (const [who, token] of Object.entries(forged)) {
    it(`is nobody who ${who}`, async () => {
      const answer = await teams.post(teams.activity({ text: 'hello' }), await token())
      expect(answer).to.deep.equal({ status: 401, body: CONSTANT[401] })
      expect([turns, teams.loopback.calls]).to.deep.equal([0, []])
    })
  }

  const spoofed: Readonly<Record<string, readonly [400 | 401, object]>> = {
    'says it comes from another channel': [400, { channelId: 'webchat' }],
    'says it comes from a channel of one’s own': [400, { channelId: 'AseChannel' }],
    'says it comes from the emulator': [400, { channelId: 'emulator' }],
    'names no address to reply to': [400, { serviceUrl: undefined }],
    'names what is no address': [400, { serviceUrl: 'smba' }],
    'names a foreign address to reply to': [401, { serviceUrl: 'https://evil.example/' }],
    'is of another tenant': [401, { conversation: { ...personal, tenantId: OTHER } }],
    'is of another tenant by its data': [401, { channelData: { tenant: { id: OTHER } } }],
    'has no tenant': [400, { channelData: {} }],
    'has no account': [400, { from: { id: '29:x' } }],
    'has an account that is no id': [400, { from: { id: '29:x', aadObjectId: 'nadia' } }],
    'has no conversation': [400, { conversation: undefined }],
    'has no id': [400, { id: undefined }],
    'has nobody it is for': [400, { recipient: undefined }],
    'is of a kind that we do not take': [400, { type: 'event' }],
    'has a list for its type': [400, { type: ['message'] }],
  }
  for (const [what, [status, activity]] of Object.entries(spoofed)) {
    it(`is nobody whose message ${what}`, async () => {
      expect(await post(activity)).to.deep.equal({ status, body: CONSTANT[status] })
      expect([turns, teams.loopback.calls]).to.deep.equal([0, []])
    })
  }

  it('is nobody whose address is foreign, even if the channel has signed it', async () => {
    for (const serviceUrl of [
      ...['https://evil.example/', 'http://169.254.169.254/', 'http://127.0.0.1:1/'],
      ...['https://smba.trafficmanager.net.evil.example/', 'https://evilbotframework.com/'],
    ]) {
      const answer = await post({ serviceUrl }, { serviceurl: serviceUrl })
      expect(answer).to.deep.equal({ status: 401, body: CONSTANT[401] })
    }
    expect(turns).to.equal(0)
  })

  it('is nobody whose channel the key is not endorsed for', async () => {
    const fresh = await openTeams(fakeDesk().desk)
    fresh.loopback.state.endorsements = ['webchat']
    const token = await fresh.loopback.token()
    const answer = await fresh.post(fresh.activity({ text: 'hello' }), token)
    await fresh.close()
    expect(answer).to.deep.equal({ status: 401, body: CONSTANT[401] })
    expect(fresh.loopback.calls).to.deep.equal([])
  })

  it('is told the same whatever was wrong, and the framework’s own log hears no message', async () => {
    await teams.post(
      teams.activity({ text: 'something private' }),
      await teams.loopback.token({}, (await generateKeyPair('RS256')).privateKey),
    )
    expect(heard).to.have.length.above(0)
    expect(heard.map(String).join()).to.not.include('something private')
  })
})

const CONSTANT = {
  400: '{"error":{"code":"bad-request","message":"This request cannot be read."}}',
  401: '{"error":{"code":"not-authenticated","message":"This request is not from somebody we know."}}',
}
