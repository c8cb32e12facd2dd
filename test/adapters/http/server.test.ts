import { connect } from 'node:net'
import { expect } from 'chai'
import type { HttpRequest } from '../../../adapters/http/route.ts'
import { CandourError } from '../../../bot/errors.ts'
import { speak } from './raw.ts'
import { createStarter, get, ok } from './started.ts'

const SECRET = 'she-told-us-so'

describe('the HTTP server', () => {
  const { start, stop } = createStarter()
  afterEach(stop)

  describe('a reply', () => {
    it('has its route’s status, headers and bytes', async () => {
      const { url } = await start([
        get('/a', async () => ({
          status: 203,
          headers: { 'Content-Type': 'image/png', 'set-cookie': ['a=1', 'b=2'] },
          body: new Uint8Array([1, 2, 3]),
        })),
      ])
      const response = await fetch(`${url}/a`)
      expect(response.status).to.equal(203)
      expect(response.headers.get('content-type')).to.equal('image/png')
      expect(response.headers.getSetCookie()).to.deep.equal(['a=1', 'b=2'])
      expect(new Uint8Array(await response.arrayBuffer())).to.deep.equal(new Uint8Array([1, 2, 3]))
    })

    it('is not kept, sniffed, referred from or used elsewhere, unless its route says so', async () => {
      const kept = { 'Cache-Control': 'max-age=60' }
      const { url } = await start([
        ok,
        get('/kept', async () => ({ status: 200, headers: kept, body: '' })),
      ])
      for (const path of ['/ok', '/nothing']) {
        const { headers } = await fetch(url + path)
        expect(headers.get('cache-control')).to.equal('no-store')
        expect(headers.get('x-content-type-options')).to.equal('nosniff')
        expect(headers.get('referrer-policy')).to.equal('no-referrer')
        expect(headers.get('cross-origin-resource-policy')).to.equal('same-origin')
        expect(headers.get('permissions-policy')).to.contain('camera=()')
        expect(headers.has('server')).to.equal(false)
      }
      const { headers } = await fetch(`${url}/kept`)
      expect(headers.get('cache-control')).to.equal('max-age=60')
    })

    it('to HEAD is that to GET without its body', async () => {
      const { url } = await start()
      const response = await fetch(`${url}/ok`, { method: 'HEAD' })
      expect(response.status).to.equal(200)
      expect(response.headers.get('content-length')).to.equal('2')
      expect(await response.text()).to.equal('')
    })

    it('says that there is nothing, or that it is done otherwise, and not what was asked', async () => {
      const { url } = await start()
      const missing = await fetch(`${url}/${SECRET}`)
      expect(missing.status).to.equal(404)
      expect(await missing.json()).to.have.nested.property('error.code', 'not-found')
      const wrong = await fetch(`${url}/ok`, { method: 'DELETE' })
      expect(wrong.status).to.equal(405)
      expect(wrong.headers.get('allow')).to.equal('GET, HEAD')
      expect(await wrong.json()).to.have.nested.property('error.code', 'method-not-allowed')
    })
  })

  it('hands its routes the request as plain data', async () => {
    let seen: HttpRequest | undefined
    const { url } = await start([
      get('/c/:id', async (request) => {
        seen = request
        return { status: 204 }
      }),
    ])
    await fetch(`${url}/c/a%20b?x=1&y=%C3%A9&x=2`, { headers: { cookie: 'a=1; b="2"; a=3; =; c' } })
    expect(seen).to.deep.include({
      method: 'GET',
      params: { id: 'a b' },
      query: { x: '1', y: 'é' },
      cookies: { a: '1', b: '2' },
      body: undefined,
      address: '127.0.0.1',
      origin: url,
    })
  })

  it('believes a proxy only when it has one, and then only what that one added', async () => {
    const seen: HttpRequest[] = []
    const route = get('/a', async (request) => {
      seen.push(request)
      return { status: 204 }
    })
    const headers = { 'x-forwarded-for': '6.6.6.6, 203.0.113.7' }
    await fetch(`${(await start([route])).url}/a`, { headers })
    const proxied = await start([route], { proxied: true, origin: 'https://clinic.example' })
    await fetch(`${proxied.url}/a`, { headers })
    expect(seen.map(({ address }) => address)).to.deep.equal(['127.0.0.1', '203.0.113.7'])
    expect(seen[1]?.origin).to.equal('https://clinic.example')
  })

  describe('when a handler fails', () => {
    const failing = (error: unknown) =>
      get('/c/:secret', async () => {
        throw error
      })

    for (const [what, error] of [
      ['with an error', new Error(`no such answer: ${SECRET}`)],
      ['with an error that has a status', Object.assign(new Error(SECRET), { statusCode: 418 })],
      [
        'with an error whose code is a sentence',
        Object.assign(new Error(SECRET), { code: `${SECRET}!` }),
      ],
      ['with a text', SECRET],
      ['with nothing', undefined],
    ] as const) {
      it(`${what}, neither the reply nor the log says more than that`, async () => {
        const { url, logged } = await start([failing(error), ok])
        const response = await fetch(`${url}/c/${SECRET}?q=${SECRET}`)
        expect(response.status).to.equal(500)
        expect(await response.text()).to.match(/^{"error":{"code":"failed","message":"[^"]+"}}$/)
        expect((await fetch(`${url}/ok`)).status).to.equal(200)
        expect(logged.join('')).to.contain('"route":"/c/:secret"').and.not.contain(SECRET)
      })
    }

    it('the log has the code of a failure that has one', async () => {
      const { url, logged } = await start([failing(new CandourError('evidence/no-key'))])
      await fetch(`${url}/c/1`)
      expect(logged.join('')).to.contain('"code":"evidence/no-key"')
    })

    it('because somebody else was faster, it may be tried again', async () => {
      const { url } = await start([failing(new CandourError('store/conflict'))])
      const response = await fetch(`${url}/c/1`)
      expect(response.status).to.equal(503)
      expect(response.headers.get('retry-after')).to.equal('1')
    })

    for (const code of ['store/failed', 'clock/went-back'] as const) {
      it(`with ${code}, it may be sent again, here or to another instance`, async () => {
        const { url, logged } = await start([failing(new CandourError(code))])
        const response = await fetch(`${url}/c/1`)
        expect(response.status).to.equal(503)
        expect(response.headers.get('retry-after')).to.equal('2')
        expect(await response.json()).to.have.nested.property('error.code', 'away')
        expect(logged.join('')).to.contain(`"code":"${code}"`)
      })
    }
  })

  it('logs method, pattern, status, time and code of a request and nothing else', async () => {
    const { url, logged } = await start([
      { method: 'POST', path: '/c/:id', body: 'json', handle: async () => ({ status: 200 }) },
    ])
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${SECRET}` }
    const body = JSON.stringify({ text: SECRET })
    await fetch(`${url}/c/${SECRET}?t=${SECRET}`, { method: 'POST', headers, body })
    await fetch(`${url}/c/${SECRET}`, { method: 'POST', headers, body: `{${SECRET}` })
    while (logged.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(logged.join('')).to.not.contain(SECRET)
    const [first, second] = logged.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(first).to.deep.include({ method: 'POST', route: '/c/:id', status: 200 })
    expect(second).to.deep.include({ status: 400, code: 'malformed' })
    const own = ['level', 'time', 'pid', 'hostname']
    const fields = Object.keys(second ?? {}).filter((name) => !own.includes(name))
    expect(fields).to.deep.equal(['method', 'route', 'status', 'ms', 'code'])
  })

  describe('when it closes', () => {
    it('a request in flight is finished, and no other is begun', async () => {
      const [begun, finish] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
      const slow = get('/slow', async () => {
        begun.resolve()
        await finish.promise
        return { status: 200, body: 'done' }
      })
      const { url, server } = await start([slow, ok])
      const inFlight = fetch(`${url}/slow`)
      await begun.promise
      const closed = server.close()
      const late = fetch(`${url}/ok`).then(
        () => 'served',
        () => 'refused',
      )
      expect(await late).to.equal('refused')
      finish.resolve()
      const response = await inFlight
      expect(await response.text()).to.equal('done')
      expect(response.headers.get('connection')).to.equal('close')
      await closed
    })

    it('connections that only wait are closed at once', async () => {
      const { url, server } = await start()
      await (await fetch(`${url}/ok`)).text()
      const began = performance.now()
      await server.close()
      expect(performance.now() - began).to.be.below(3000)
    })

    it('whatever is left at the deadline is cut off', async () => {
      const never = get('/never', () => new Promise(() => {}))
      const { port, server } = await start([never], { limits: { closeWithin: 200 } })
      const cut = speak(port, ['GET /never HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'])
      const half = connect(port, '127.0.0.1').on('error', () => {})
      half.write('GET')
      await new Promise((resolve) => setTimeout(resolve, 50))
      const began = performance.now()
      await server.close()
      expect(performance.now() - began).to.be.within(150, 4000)
      expect(await cut).to.equal('')
    })
  })
})
