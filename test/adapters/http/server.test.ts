import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { expect } from 'chai'
import { pino } from 'pino'
import { WebSocket } from 'ws'
import { createBuckets, type Limits, network } from '../../../adapters/http/limits.ts'
import type { HttpRequest, Route, SocketRoute } from '../../../adapters/http/route.ts'
import { createHttpServer, type HttpServer } from '../../../adapters/http/server.ts'
import { matcher } from '../../../adapters/http/sockets.ts'
import { CandourError } from '../../../bot/errors.ts'
import { bodyOf, speak, statusOf } from './raw.ts'

const SECRET = 'she-told-us-so'

describe('the HTTP server', () => {
  const servers: HttpServer[] = []
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()))
  })

  interface Started {
    readonly port: number
    readonly url: string
    readonly server: HttpServer
    readonly logged: string[]
  }

  async function start(
    routes: readonly Route[] = [ok],
    options: {
      sockets?: readonly SocketRoute[]
      allowedHosts?: readonly string[]
      limits?: Partial<Limits>
      origin?: string
      proxied?: boolean
    } = {},
  ): Promise<Started> {
    const logged: string[] = []
    const write = (line: Buffer, _encoding: unknown, done: () => void) => {
      logged.push(line.toString())
      done()
    }
    const log = pino(new Writable({ write }))
    const { sockets = [], ...rest } = options
    const server = createHttpServer({ routes, sockets, host: '127.0.0.1', port: 0, log, ...rest })
    servers.push(server)
    const { port } = await server.listen()
    return { port, url: `http://127.0.0.1:${port}`, server, logged }
  }

  const get = (path: string, handle: Route['handle']): Route => ({ method: 'GET', path, handle })
  const ok = get('/ok', async () => ({ status: 200, body: 'ok' }))

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
  })

  it('logs method, pattern, status, time and code of a request and nothing else', async () => {
    const { url, logged } = await start([
      { method: 'POST', path: '/c/:id', body: 'json', handle: async () => ({ status: 200 }) },
    ])
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${SECRET}` }
    const body = JSON.stringify({ text: SECRET })
    await fetch(`${url}/c/${SECRET}?t=${SECRET}`, { method: 'POST', headers, body })
    await fetch(`${url}/c/${SECRET}`, { method: 'POST', headers, body: `{${SECRET}` })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(logged.join('')).to.not.contain(SECRET)
    const [first, second] = logged.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(first).to.deep.include({ method: 'POST', route: '/c/:id', status: 200 })
    expect(second).to.deep.include({ status: 400, code: 'malformed' })
    const own = ['level', 'time', 'pid', 'hostname']
    const fields = Object.keys(second ?? {}).filter((name) => !own.includes(name))
    expect(fields).to.deep.equal(['method', 'route', 'status', 'ms', 'code'])
  })

  describe('refuses', () => {
    async function expectRefused(started: Started, heard: string, status: number) {
      expect(statusOf(heard), heard).to.equal(status)
      expect(bodyOf(heard)).to.match(/^{"error":{"code":"[a-z-]+","message":"[^"{}<>]+"}}$/)
      expect((await fetch(`${started.url}/ok`)).status).to.equal(200)
    }
    const ask = (more = '', path = '/ok') =>
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${more}\r\n`

    it('a name that is not its own, so that no page elsewhere can borrow it', async () => {
      const started = await start([ok], { allowedHosts: ['127.0.0.1', 'localhost'] })
      for (const [host, status] of [
        ['evil.example', 421],
        ['127.0.0.1.evil.example', 421],
        ['localhost:1', 200],
        ['LOCALHOST', 200],
        ['evil.example:3978', 421],
      ] as const) {
        const heard = await speak(started.port, [`GET /ok HTTP/1.1\r\nHost: ${host}\r\n\r\n`])
        expect(statusOf(heard), host).to.equal(status)
      }
    })

    for (const host of ['[', 'a b', 'a/b?', '%', 'http://x', 'a@b', 'x:99999999', '']) {
      it(`a host that is no name: "${host}"`, async () => {
        const started = await start()
        const heard = await speak(started.port, [`GET /ok HTTP/1.1\r\nHost: ${host}\r\n\r\n`])
        await expectRefused(started, heard, 400)
      })
    }

    it('a request without a host', async () => {
      const started = await start()
      expect(statusOf(await speak(started.port, ['GET /ok HTTP/1.1\r\n\r\n']))).to.equal(400)
    })

    for (const path of ['*', '//evil.example/ok', 'http://evil.example/ok', '/%', '/%ff', 'ok']) {
      it(`a path that is none: ${path}`, async () => {
        const started = await start()
        await expectRefused(started, await speak(started.port, [ask('', path)]), 400)
      })
    }

    it('what is not HTTP', async () => {
      const started = await start()
      await expectRefused(
        started,
        await speak(started.port, ['\x16\x03\x01\x02\x00 hello\r\n\r\n']),
        400,
      )
      await expectRefused(started, await speak(started.port, [ask('a b: c\r\n')]), 400)
      await expectRefused(started, await speak(started.port, [ask('a: \0\r\n')]), 400)
    })

    it('many headers', async () => {
      const started = await start()
      const lines = (count: number) =>
        Array.from({ length: count }, (_, n) => `a${n}: b\r\n`).join('')
      for (const count of [100, 150, 1000, 1500]) {
        await expectRefused(started, await speak(started.port, [ask(lines(count))]), 431)
      }
      expect(statusOf(await speak(started.port, [ask(lines(50))]))).to.equal(200)
    })

    it('a huge header', async () => {
      const started = await start()
      for (const size of [20_000, 1_000_000]) {
        const heard = await speak(started.port, [ask(`a: ${'b'.repeat(size)}\r\n`)])
        await expectRefused(started, heard, 431)
      }
      await expectRefused(
        started,
        await speak(started.port, [ask('', `/${'a'.repeat(20_000)}`)]),
        431,
      )
    })

    it('headers that come too slowly', async () => {
      const started = await start([ok], { limits: { headersTimeout: 200, requestTimeout: 400 } })
      const heard = await speak(started.port, [...'GET /ok HTTP/1.1\r\nHost: 127.0.0.1\r\n'], {
        every: 40,
      })
      await expectRefused(started, heard, 408)
    })

    it('the request after too many from one address, until some time has passed', async () => {
      const { url } = await start([ok], { limits: { burst: 3, perSecond: 20 } })
      const statuses: number[] = []
      for (let n = 0; n < 4; n++) statuses.push((await fetch(`${url}/ok`)).status)
      expect(statuses).to.deep.equal([200, 200, 200, 429])
      const refused = await fetch(`${url}/ok`)
      expect(refused.headers.get('retry-after')).to.equal('1')
      await new Promise((resolve) => setTimeout(resolve, 120))
      expect((await fetch(`${url}/ok`)).status).to.equal(200)
    })
  })

  describe('when it closes', () => {
    const slow = get('/slow', async () => {
      await new Promise((resolve) => setTimeout(resolve, 200))
      return { status: 200, body: 'done' }
    })

    it('a request in flight is finished, and no other is begun', async () => {
      const { url, server } = await start([slow, ok])
      const inFlight = fetch(`${url}/slow`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      const closed = server.close()
      const late = await fetch(`${url}/ok`).then(
        () => 'served',
        () => 'refused',
      )
      const response = await inFlight
      expect(await response.text()).to.equal('done')
      expect(response.headers.get('connection')).to.equal('close')
      expect(late).to.equal('refused')
      await closed
    })

    it('connections that only wait are closed at once', async () => {
      const { url, server } = await start()
      await (await fetch(`${url}/ok`)).text()
      const began = performance.now()
      await server.close()
      expect(performance.now() - began).to.be.below(500)
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
      expect(performance.now() - began).to.be.within(150, 1500)
      expect(await cut).to.equal('')
    })
  })

  describe('a socket', () => {
    const greeting: SocketRoute = {
      path: '/s/:id/stream',
      accept: async ({ params, query }) => {
        if (query.t === 'fail') throw new Error(SECRET)
        if (query.t !== 'yes') return 403
        return (socket) => {
          socket.send(`hello ${params.id}`)
          if (params.id === 'brief') socket.close()
        }
      },
    }
    const open = (port: number, path: string) => new WebSocket(`ws://127.0.0.1:${port}${path}`)
    const closing = (socket: WebSocket) =>
      new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)))
    const message = (socket: WebSocket) =>
      new Promise<string>((resolve) =>
        socket.once('message', (data: Buffer) => resolve(String(data))),
      )
    const refusedWith = (socket: WebSocket) =>
      new Promise<number>((resolve) => {
        socket.once('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode))
        socket.on('error', () => {})
      })

    it('opens when its route says so, and is closed by it', async () => {
      const { port } = await start([ok], { sockets: [greeting] })
      const socket = open(port, '/s/ann/stream?t=yes')
      expect(await message(socket)).to.equal('hello ann')
      socket.terminate()
      expect(await closing(open(port, '/s/brief/stream?t=yes'))).to.equal(1000)
    })

    it('is refused with its route’s status, without a route, and when that fails', async () => {
      const { port, logged } = await start([ok], { sockets: [greeting] })
      expect(await refusedWith(open(port, '/s/ann/stream'))).to.equal(403)
      expect(await refusedWith(open(port, '/s/ann'))).to.equal(404)
      expect(await refusedWith(open(port, '/ok'))).to.equal(404)
      expect(await refusedWith(open(port, `/s/${SECRET}/stream?t=fail`))).to.equal(500)
      expect(logged.join('')).to.contain('/s/:id/stream').and.not.contain(SECRET)
    })

    it('is refused under a name that is not the server’s own', async () => {
      const { port } = await start([ok], { sockets: [greeting], allowedHosts: ['127.0.0.1'] })
      const headers = { host: 'evil.example' }
      const socket = new WebSocket(`ws://127.0.0.1:${port}/s/ann/stream?t=yes`, { headers })
      expect(await refusedWith(socket)).to.equal(421)
    })

    it('is closed on a client that says more than 1 KiB', async () => {
      const { port } = await start([ok], { sockets: [greeting] })
      const socket = open(port, '/s/ann/stream?t=yes')
      await message(socket)
      socket.send('')
      socket.send('x'.repeat(1025))
      expect(await closing(socket)).to.equal(1009)
    })

    it('stays with a client that answers pings and is dropped with one that does not', async () => {
      const { port } = await start([ok], { sockets: [greeting], limits: { ping: 60 } })
      const alive = open(port, '/s/ann/stream?t=yes')
      const dead = new WebSocket(`ws://127.0.0.1:${port}/s/bob/stream?t=yes`, { autoPong: false })
      expect(await closing(dead)).to.equal(1006)
      expect(alive.readyState).to.equal(WebSocket.OPEN)
      alive.terminate()
    })

    it('is told when the server closes', async () => {
      const { port, server } = await start([ok], { sockets: [greeting] })
      const socket = open(port, '/s/ann/stream?t=yes')
      await message(socket)
      const code = closing(socket)
      await server.close()
      expect(await code).to.equal(1001)
    })

    it('is found by its pattern alone', () => {
      expect(matcher('/s/:id/stream')('/s/a%20b/stream')).to.deep.equal({ id: 'a b' })
      for (const path of ['/s//stream', '/s/a/stream/', '/s/a', '/t/a/stream']) {
        expect(matcher('/s/:id/stream')(path), path).to.equal(undefined)
      }
    })
  })

  describe('a bucket', () => {
    it('is full at first, fills with time and never over', () => {
      let now = 0
      const buckets = createBuckets({ perSecond: 1, burst: 2 }, () => now)
      expect([1, 2, 3].map(() => buckets.take('a'))).to.deep.equal([0, 0, 1])
      expect(buckets.take('b')).to.equal(0)
      now = 999
      expect(buckets.take('a')).to.equal(1)
      now = 1000
      expect(buckets.take('a')).to.equal(0)
      now = 1_000_000
      expect([1, 2, 3].map(() => buckets.take('a'))).to.deep.equal([0, 0, 1])
    })

    it('is shared by the addresses of one IPv6 household, and an IPv4 address has its own', () => {
      expect(network('2001:db8::1')).to.equal(network('2001:db8:0:0:ffff::2'))
      expect(network('2001:db8::1')).to.not.equal(network('2001:db8:0:1::1'))
      expect(network('::ffff:10.0.0.1')).to.equal('10.0.0.1')
      expect(network('::1')).to.equal('0:0:0:0')
    })
  })
})
