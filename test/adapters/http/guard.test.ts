import { expect } from 'chai'
import { createBuckets, network } from '../../../adapters/http/limits.ts'
import { bodyOf, speak, statusOf } from './raw.ts'
import { createStarter, ok, type Started } from './started.ts'

describe('the HTTP server’s guard', () => {
  const { start, stop } = createStarter()
  afterEach(stop)

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
      const { url } = await start([ok], { limits: { burst: 3, perSecond: 1 } })
      const statuses: number[] = []
      for (let n = 0; n < 4; n++) statuses.push((await fetch(`${url}/ok`)).status)
      expect(statuses).to.deep.equal([200, 200, 200, 429])
      const refused = await fetch(`${url}/ok`)
      expect(refused.headers.get('retry-after')).to.equal('1')
      await new Promise((resolve) => setTimeout(resolve, 1100))
      expect((await fetch(`${url}/ok`)).status).to.equal(200)
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
