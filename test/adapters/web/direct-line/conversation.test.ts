import { expect } from 'chai'
import { codeOf, type House, openHouse, textsOf } from './house.ts'

describe('Direct Line: conversations', () => {
  let house: House
  beforeEach(async () => {
    house = await openHouse()
  })
  afterEach(() => house.close())

  describe('a conversation', () => {
    it('is begun once and taken up again after that', async () => {
      const { id, token } = await house.begin()
      const first = await house.call('POST', '/conversations', token, { user: { id: 'spoofed' } })
      expect(first.status).to.equal(201)
      expect(first.body).to.have.all.keys('conversationId', 'token', 'expires_in', 'streamUrl')
      expect(first.body.conversationId).to.equal(id)
      expect((await house.call('POST', '/conversations', token)).status).to.equal(200)
    })

    it('shows its activities from a watermark on', async () => {
      const { get, post } = await house.begin()
      await post('/activities', { type: 'message', text: 'hello' })
      const all = await get('/activities')
      expect(all.body.watermark).to.equal('3')
      expect(all.body.activities).to.have.lengthOf(3)
      expect((await get('/activities?watermark=')).body).to.deep.equal(all.body)
      expect((await get('/activities?watermark=-')).body).to.deep.equal(all.body)
      const last = await get('/activities?watermark=2')
      expect(last.body.watermark).to.equal('3')
      expect(textsOf(last.body)).to.deep.equal(['You said hello.'])
      expect((await get('/activities?watermark=3')).body).to.deep.equal({
        activities: [],
        watermark: '3',
      })
      for (const wrong of ['x', '-1', '1.5', '1e3', '99999999999999999999']) {
        expect((await get(`/activities?watermark=${wrong}`)).status, wrong).to.equal(400)
      }
    })

    it('that is over is not found any more, however it is asked for', async () => {
      const { id, token, get, post } = await house.begin()
      const ended = await post('/end', {})
      expect(ended.status).to.equal(200)
      expect(ended.headers.get('clear-site-data')).to.equal('"cache", "storage"')
      expect(house.sittings.ended).to.deep.equal([id])
      for (const { status, body } of [
        await get(''),
        await get('/activities'),
        await post('/activities', { type: 'message', text: 'still there?' }),
        await house.call('POST', '/conversations', token),
        await house.call('POST', '/tokens/refresh', token),
      ]) {
        expect([status, codeOf(body)]).to.deep.equal([404, 'ConversationNotFound'])
      }
      expect((await post('/end')).status).to.equal(200)
    })

    it('of another site is ended without clearing what that site keeps', async () => {
      const { post } = await house.begin('direct-line')
      expect((await post('/end')).headers.has('clear-site-data')).to.equal(false)
    })

    it('takes no files', async () => {
      const { post } = await house.begin()
      expect((await post('/upload', {})).status).to.equal(415)
      const body = new FormData()
      body.set('file', new Blob(['x']))
      const path = '/v3/directline/conversations/x/upload'
      expect((await fetch(house.url + path, { method: 'POST', body })).status).to.equal(415)
    })

    it('has no session of another kind', async () => {
      const { status, body } = await house.call('GET', '/session/getsessionid')
      expect([status, body]).to.deep.equal([200, { sessionId: '' }])
    })
  })

  describe('from a browser', () => {
    it('is used by the pages of the clinic’s site and no others', async () => {
      for (const [origin, allowed] of [
        ['https://clinic.example', 'https://clinic.example'],
        ['https://evil.example', null],
        ['null', null],
      ] as const) {
        const preflight = await house.call('OPTIONS', '/conversations', undefined, undefined, {
          origin,
        })
        expect(preflight.status).to.equal(204)
        expect(preflight.headers.get('access-control-allow-origin')).to.equal(allowed)
        expect(preflight.headers.get('access-control-allow-headers')).to.contain('authorization')
        const { headers } = await house.call('GET', '/session/getsessionid', undefined, undefined, {
          origin,
        })
        expect(headers.get('access-control-allow-origin')).to.equal(allowed)
        expect(headers.get('vary')).to.equal('origin')
      }
    })
  })
})
