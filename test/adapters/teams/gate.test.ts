import { expect } from 'chai'
import { MICROSOFT } from '../../../adapters/teams/channel.ts'
import { createGate } from '../../../adapters/teams/gate.ts'
import { peopleOf } from '../../../adapters/teams/people.ts'
import { activityAt, APP, NADIA, PEOPLE, STRANGER, TENANT, TOMASZ } from './chat.ts'

const OTHER = '99999999-9999-4999-8999-999999999999'
const SERVICE = 'https://smba.trafficmanager.net/uk'

const people = peopleOf(PEOPLE, TENANT)
const admit = createGate({ appId: APP, tenant: TENANT, channel: MICROSOFT, people })

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Nobody has signed it: that is looked at later, and by somebody else. */
function admitted(claims: object = {}, header: object = {}, activity: object = {}): boolean {
  const head = { alg: 'RS256', kid: 'k', ...header }
  const body = {
    ...{ iss: 'https://api.botframework.com', aud: APP, exp: 1, serviceurl: `${SERVICE}/` },
    ...claims,
  }
  return authorized(`Bearer ${part(head)}.${part(body)}.c2ln`, activity).ok
}

function authorized(authorization: string, activity: object = {}) {
  const request = {
    ...{ method: 'POST', path: '/api/messages', params: {}, query: {}, cookies: {} },
    ...{ headers: { authorization }, address: '203.0.113.9', origin: 'https://clinic.example' },
    body: JSON.parse(JSON.stringify(activityAt(SERVICE, activity))) as unknown,
  }
  return admit(request)
}

/** The Bot Framework would refuse some of these too; what it never sees cannot change it. */
describe('what is refused before the Bot Framework sees it', () => {
  it('lets through what Microsoft’s channel sends', () => {
    expect(admitted()).to.equal(true)
  })

  it('is a token of another issuer, also of one that the framework would learn from', () => {
    for (const iss of [
      ...[`https://sts.windows.net/${TENANT}/`, `https://login.microsoftonline.com/${TENANT}/v2.0`],
      ...['https://api.botframework.us', 'https://api.botframework.com/', undefined],
    ]) {
      expect(admitted({ iss }), iss).to.equal(false)
    }
  })

  it('is a token for anybody else', () => {
    for (const aud of [OTHER, [APP], [APP, OTHER], 'https://api.botframework.com', undefined]) {
      expect(admitted({ aud })).to.equal(false)
    }
  })

  it('is a token that names an application, whichever', () => {
    for (const claim of ['appid', 'azp', 'ver']) {
      for (const value of [APP, OTHER, '1.0', '', null]) {
        expect(admitted({ [claim]: value }), claim).to.equal(false)
      }
    }
  })

  it('is a token of another making, or one that brings its own key', () => {
    for (const header of [
      ...[{ alg: 'none' }, { alg: 'HS256' }, { alg: 'RS512' }, { kid: undefined }, { kid: '' }],
      ...[{ jku: 'https://evil.example' }, { x5u: 'https://evil.example' }, { jwk: {} }],
    ]) {
      expect(admitted({}, header), JSON.stringify(header)).to.equal(false)
    }
  })

  it('is a token without an end', () => {
    expect(admitted({ exp: undefined })).to.equal(false)
  })

  it('is a message whose replies would go elsewhere than the token says', () => {
    const elsewhere = 'https://smba.trafficmanager.net/emea/'
    expect(admitted({}, {}, { serviceUrl: elsewhere })).to.equal(false)
    expect(admitted({ serviceurl: elsewhere })).to.equal(false)
    expect(admitted({ serviceurl: undefined })).to.equal(false)
    expect(admitted({ serviceurl: elsewhere }, {}, { serviceUrl: elsewhere })).to.equal(true)
  })

  it('is what is no token at all, or far too long a one', () => {
    for (const word of [
      '',
      'Bearer',
      'Bearer ',
      'Bearer a.b',
      'Bearer a.b.c',
      'Basic bmFkaWE6eA',
    ]) {
      expect(authorized(word).ok, word).to.equal(false)
    }
    expect(admitted({ more: 'x'.repeat(20_000) })).to.equal(false)
  })
})

describe('what the Bot Framework sees of somebody', () => {
  const claims = {
    iss: 'https://api.botframework.com',
    aud: APP,
    exp: 1,
    serviceurl: `${SERVICE}/`,
  }
  const token = `Bearer ${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}.c2ln`
  const written = { text: 'canary', name: 'canary', value: { word: 'canary' } }

  function seen(more: object) {
    const one = authorized(token, { ...written, ...more })
    return one.ok ? [one.by, JSON.stringify(one.activity).includes('canary')] : 'refused'
  }
  const from = (aadObjectId: string) => ({ from: { id: '29:somebody', aadObjectId } })

  it('whom the clinic knows and who treats people is what they wrote', () => {
    const [by, words] = seen(from(NADIA))
    expect(by).to.include({ id: 'nadia-okafor', role: 'practitioner' })
    expect(words).to.equal(true)
  })

  it('whom the clinic does not know, or who treats nobody, is not a word', () => {
    expect(seen(from(STRANGER))).to.deep.equal(['unknown', false])
    expect(seen(from(TOMASZ))).to.deep.equal(['not-clinical', false])
  })

  it('in a group or a channel is not a word, whoever it is', () => {
    for (const more of [
      { conversationType: 'groupChat' },
      { conversationType: 'channel' },
      { conversationType: 'personal', isGroup: true },
    ]) {
      const conversation = { id: '19:many', tenantId: TENANT, ...more }
      expect(seen({ ...from(NADIA), conversation })).to.deep.equal(['not-alone', false])
    }
  })
})
