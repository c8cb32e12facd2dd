import { expect } from 'chai'
import { SignJWT, UnsecuredJWT } from 'jose'
import type { Claim } from '../../../../bot/ports.ts'
import { codeOf, type House, openHouse, payloadOf, SITE_SECRET } from './house.ts'

const MINUTE = 60_000

describe('Direct Line: tokens', () => {
  let house: House
  beforeEach(async () => {
    house = await openHouse()
  })
  afterEach(() => house.close())

  describe('a token', () => {
    it('is for whoever names a site, lasts half an hour and keeps nothing', async () => {
      const { status, body } = await house.call('POST', '/tokens/generate', undefined, {
        site: 'clinic-site',
      })
      expect(status).to.equal(200)
      expect(body).to.have.all.keys('conversationId', 'token', 'expires_in')
      expect(body.expires_in).to.equal(1800)
      const claims = payloadOf(String(body.token))
      expect(claims).to.have.all.keys(
        ...['sitting', 'began', 'channel', 'visitor', 'iss', 'aud', 'iat', 'exp', 'jti'],
      )
      expect(claims).to.deep.include({
        sitting: body.conversationId,
        channel: 'widget',
        visitor: true,
      })
      expect(house.sittings.taken).to.deep.equal([])
    })

    it('is for another server that knows the site’s secret, and then says so', async () => {
      const { token } = await house.begin('direct-line')
      expect(payloadOf(token)).to.deep.include({ channel: 'direct-line', visitor: true })
    })

    it('is for nobody else', async () => {
      const generate = (token: string | undefined, body: unknown, more = {}) =>
        house.call('POST', '/tokens/generate', token, body, more)
      for (const { status } of [
        await generate(undefined, { site: 'other' }),
        await generate(undefined, {}),
        await generate(undefined, undefined),
        await generate(undefined, { site: ['clinic-site'] }),
        await generate('wrong', { site: 'clinic-site' }),
        await generate(undefined, { site: 'clinic-site' }, { authorization: 'Basic abc' }),
        await generate(undefined, { site: 'clinic-site' }, { origin: 'https://clinic.example' }),
        await generate(undefined, { site: 'clinic-site' }, { origin: 'null' }),
      ]) {
        expect(status).to.equal(403)
      }
      const own = await generate(undefined, { site: 'clinic-site' }, { origin: house.url })
      expect(own.status).to.equal(200)
    })

    it('is needed', async () => {
      const { id } = await house.begin()
      for (const [method, path] of [
        ['POST', '/tokens/refresh'],
        ['POST', '/conversations'],
        ['GET', `/conversations/${id}`],
        ['GET', `/conversations/${id}/activities`],
        ['POST', `/conversations/${id}/activities`],
        ['POST', `/conversations/${id}/end`],
      ] as const) {
        const { status, body } = await house.call(method, path)
        expect([status, codeOf(body)], path).to.deep.equal([401, 'Unauthorized'])
      }
    })

    it('of another maker, use, kind or owner is worth nothing', async () => {
      const { id, token, stream } = await house.begin()
      const other = await house.begin()
      const claims = {
        sitting: id,
        began: '2026-03-01',
        channel: 'widget',
        visitor: true,
        jti: 'x',
      }
      const make = (key: Uint8Array, audience = 'candour/direct-line', issuer = 'candour') =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256' })
          .setIssuer(issuer)
          .setAudience(audience)
          .setExpirationTime('5 minutes')
          .sign(key)
      const ticket = new URL(await stream()).searchParams.get('t') ?? ''
      const [head = '', payload = '', signature = ''] = token.split('.')
      for (const [what, forged, code] of [
        ['the right one, to be sure', await make(house.secret), undefined],
        ['garbage', 'garbage', 'BadArgument'],
        ['nothing', '', 'BadArgument'],
        ['a megabyte', 'x'.repeat(10_000), 'BadArgument'],
        ['another key', await make(new Uint8Array(32)), 'BadArgument'],
        ['another audience', await make(house.secret, 'other'), 'BadArgument'],
        ['another issuer', await make(house.secret, undefined, 'other'), 'BadArgument'],
        ['a ticket', ticket, 'BadArgument'],
        ['the site’s secret', SITE_SECRET, 'BadArgument'],
        ['no signature', `${head}.${payload}.`, 'BadArgument'],
        ['alg none', new UnsecuredJWT(claims).encode(), 'BadArgument'],
        ['another payload', `${head}.${payload.slice(0, -2)}x.${signature}`, 'BadArgument'],
        ['another conversation', other.token, 'BadArgument'],
      ] as const) {
        const { status, body } = await house.call('GET', `/conversations/${id}/activities`, forged)
        expect(status, what).to.equal(code === undefined ? 200 : 403)
        if (code) expect(codeOf(body), what).to.equal(code)
      }
    })

    it('lasts half an hour, also when it is known already', async () => {
      const { get } = await house.begin()
      expect((await get('')).status).to.equal(200)
      house.pass(30 * MINUTE - 2000)
      expect((await get('')).status).to.equal(200)
      house.pass(3000)
      const { status, body } = await get('')
      expect(status).to.equal(403)
      expect(body).to.deep.equal({
        error: { code: 'TokenExpired', message: 'Token has expired' },
      })
    })

    it('is exchanged for a fresh one of the same sitting while it lasts', async () => {
      const { id, token } = await house.begin()
      house.pass(29 * MINUTE)
      const { status, body } = await house.call('POST', '/tokens/refresh', token)
      expect(status).to.equal(200)
      expect(body.conversationId).to.equal(id)
      const { sitting, began, channel, visitor } = payloadOf(String(body.token))
      expect(payloadOf(token)).to.deep.include({ sitting, began, channel, visitor })
      house.pass(29 * MINUTE)
      expect((await house.call('POST', '/tokens/refresh', token)).status).to.equal(403)
      expect((await house.call('POST', '/tokens/refresh', String(body.token))).status).to.equal(200)
    })

    it('can be made for a sitting that a link began', async () => {
      const claim: Claim = {
        sitting: 'linked',
        began: '2026-03-01T09:30:00.000Z' as Claim['began'],
        channel: 'widget',
        visitor: false,
      }
      const token = await house.directLine.tokenFor(claim)
      expect(payloadOf(token)).to.deep.include(claim)
      const { status, body } = await house.call('POST', '/conversations', token)
      expect([status, body.conversationId]).to.deep.equal([201, 'linked'])
    })
  })
})
