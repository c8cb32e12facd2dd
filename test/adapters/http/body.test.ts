import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import fc from 'fast-check'
import { readJson } from '../../../adapters/http/json.ts'
import { createHttpServer, type HttpServer } from '../../../adapters/http/server.ts'
import { bodyOf, speak, speakWithoutEnd, statusOf } from './raw.ts'

const silent = { info: () => {}, error: () => {} }
const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('a body', () => {
  let server: HttpServer
  let port: number
  let handled = 0

  before(async () => {
    const echo = async ({ body }: { body: unknown }) => {
      handled += 1
      return { status: 200, body: JSON.stringify({ body }) }
    }
    server = createHttpServer({
      routes: [
        { method: 'POST', path: '/json', body: 'json', handle: echo },
        { method: 'POST', path: '/form', body: 'form', handle: echo },
        { method: 'POST', path: '/none', handle: echo },
        { method: 'GET', path: '/none', handle: echo },
      ],
      sockets: [],
      host: '127.0.0.1',
      port: 0,
      log: silent,
      limits: { requestTimeout: 300, headersTimeout: 300, burst: 100_000 },
    })
    port = (await server.listen()).port
  })
  after(() => server.close())

  const post = (path: string, body: string | Uint8Array, headers: Record<string, string> = json) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: body as never, headers })

  const taken = async (response: Response) => {
    expect(response.status).to.equal(200)
    return ((await response.json()) as { body: unknown }).body
  }

  /** Refused with the constant shape, unseen by the route, and the next request is served. */
  async function expectRefused(response: Response, status: number, code: string) {
    const text = await response.text()
    expect(response.status, text).to.equal(status)
    const { error, ...rest } = JSON.parse(text) as { error: { code: string; message: string } }
    expect(rest).to.deep.equal({})
    expect(error.code).to.equal(code)
    expect(error.message).to.match(/^[A-Z][^{}<>/\\]{5,70}$/)
    const before = handled
    expect(await taken(await post('/json', '{"still":"here"}'))).to.deep.equal({ still: 'here' })
    expect(handled).to.equal(before + 1)
  }

  const head = (more: string) =>
    `POST /json HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n${more}\r\n`

  describe('of JSON', () => {
    it('reaches its route as it is', async () => {
      const body = { text: 'Zoë 👩🏽 \\u0000 "{[', list: [1, 'b', null, true], deep: { a: { a: 1 } } }
      expect(await taken(await post('/json', JSON.stringify(body)))).to.deep.equal(body)
    })

    it('may say that it is UTF-8 and nothing else', async () => {
      const said = (charset: string) => ({ 'content-type': `application/json; charset=${charset}` })
      expect(await taken(await post('/json', '{}', said('utf-8')))).to.deep.equal({})
      expect(await taken(await post('/json', '{}', said('"UTF-8"')))).to.deep.equal({})
      await expectRefused(await post('/json', '{}', said('utf-16')), 415, 'unsupported-type')
    })

    it('may be left out: then there is none', async () => {
      expect(await taken(await post('/json', '', {}))).to.equal(undefined)
    })

    it('is read up to 64 KiB and refused from one byte more', async () => {
      const ofSize = (size: number) => `{"a":"${'x'.repeat(size - 8)}"}`
      expect(await taken(await post('/json', ofSize(65_536)))).to.have.property('a')
      await expectRefused(await post('/json', ofSize(65_537)), 413, 'too-large')
    })

    it('may be 32 levels deep and not 33', async () => {
      const ofDepth = (levels: number) => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`
      expect(await taken(await post('/json', ofDepth(32)))).to.have.property('a')
      await expectRefused(await post('/json', ofDepth(33)), 400, 'too-deep')
      await expectRefused(await post('/json', ofDepth(10_000)), 400, 'too-deep')
      await expectRefused(await post('/json', '['.repeat(10_000)), 400, 'too-deep')
    })

    it('may have brackets, braces and escaped quotes in a text, as many as it likes', async () => {
      const body = { a: '[{"'.repeat(100), '[[': '\\"' }
      expect(await taken(await post('/json', JSON.stringify(body)))).to.deep.equal(body)
    })

    it('may repeat a name in another object, or as a value', async () => {
      const body = '{"a":{"b":1},"c":{"b":"b"},"d":[{"b":1},{"b":1}],"e":["b","b"]}'
      expect(await taken(await post('/json', body))).to.deep.equal(JSON.parse(body))
    })

    for (const [what, body, code] of [
      ['cut short', '{"a":', 'malformed'],
      ['with a comma too many', '{"a":1,}', 'malformed'],
      ['with a comment', '{/*no*/}', 'malformed'],
      ['with an open text', '{"a":"b', 'malformed'],
      ['of two documents', '{}{}', 'malformed'],
      ['that closes what is not open', ']]]]{}', 'malformed'],
      ['with a byte order mark', '\uFEFF{}', 'malformed'],
      ['with half a surrogate pair', '{"a":"\\ud800"}', 'malformed'],
      ['with half a surrogate pair in a name', '{"\\udc00":1}', 'malformed'],
      ['with a number beyond all numbers', '{"a":1e400}', 'malformed'],
      ['that names something twice', '{"a":1,"b":2,"a":3}', 'duplicate-key'],
      ['that names something twice, once in disguise', '{"a":1,"\\u0061":3}', 'duplicate-key'],
      ['that names something twice deep down', '{"x":[{"y":{"a":1,"a":1}}]}', 'duplicate-key'],
      ['with __proto__', '{"__proto__":{"admin":true}}', 'forbidden-key'],
      ['with __proto__ in disguise', '{"\\u005f_proto__":{}}', 'forbidden-key'],
      ['with __proto__ deep down', '{"a":[{"__proto__":1}]}', 'forbidden-key'],
      ['with constructor', '{"constructor":{"prototype":{}}}', 'forbidden-key'],
      ['with prototype', '{"a":{"prototype":1}}', 'forbidden-key'],
      ['that is a list', '[]', 'not-an-object'],
      ['that is null', 'null', 'not-an-object'],
      ['that is a text', '"a"', 'not-an-object'],
      ['that is a number', '7', 'not-an-object'],
      ['of spaces', '   ', 'malformed'],
    ] as const) {
      it(`${what} is refused`, async () => {
        await expectRefused(await post('/json', body), 400, code)
        expect(({} as Record<string, unknown>).admin).to.equal(undefined)
      })
    }

    it('that is not UTF-8 is refused, not repaired', async () => {
      for (const bytes of [
        [0xff],
        [0xc3, 0x28],
        [0xed, 0xa0, 0x80],
        [0xf8, 0x88, 0x80, 0x80, 0x80],
      ]) {
        const body = Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')])
        await expectRefused(await post('/json', body), 400, 'not-utf8')
      }
      await expectRefused(await post('/json', Buffer.from('{}', 'utf16le')), 400, 'malformed')
    })

    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/jsonp', '']) {
      it(`is not read when it says that it is ${type || 'nothing'}`, async () => {
        const headers: Record<string, string> = { 'content-type': type }
        await expectRefused(await post('/json', '{}', headers), 415, 'unsupported-type')
      })
    }

    it('is parsed to what it says or refused, whatever it is', () => {
      fc.assert(
        fc.property(fc.oneof(fc.json({ maxDepth: 6 }), fc.string()), (text) => {
          const read = readJson(text)
          if (read.ok) expect(read.value).to.deep.equal(JSON.parse(text))
        }),
        { numRuns: 2000 },
      )
    })
  })

  describe('of a form', () => {
    it('reaches its route field by field, a repeated one as a list', async () => {
      const body = await taken(await post('/form', 'a=1&b=x+%26+y%C3%A9&a=2&c&a=3&=e', form))
      expect(body).to.deep.equal({ a: ['1', '2', '3'], b: 'x & yé', c: '', '': 'e' })
    })

    it('without a field is an empty one', async () => {
      expect(await taken(await post('/form', '', form))).to.deep.equal({})
    })

    it('is refused when it is too large, of another type, ill-encoded or names __proto__', async () => {
      await expectRefused(await post('/form', `a=${'x'.repeat(65_535)}`, form), 413, 'too-large')
      await expectRefused(await post('/form', '{}', json), 415, 'unsupported-type')
      await expectRefused(await post('/form', 'a=%ff', form), 400, 'malformed')
      await expectRefused(await post('/form', 'a=%', form), 400, 'malformed')
      await expectRefused(await post('/form', '__proto__=1', form), 400, 'forbidden-key')
      await expectRefused(await post('/form', '%5F_proto__=1', form), 400, 'forbidden-key')
    })
  })

  it('is refused where none is expected', async () => {
    await expectRefused(await post('/none', '{}'), 400, 'no-body-expected')
    const get = 'GET /none HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\n{}'
    expect(statusOf(await speak(port, [get]))).to.equal(400)
    expect(await taken(await post('/none', '', {}))).to.equal(undefined)
  })

  describe('that is encoded', () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000, 0x20))
    for (const [what, body, encoding] of [
      ['as gzip', gzipSync('{"a":1}'), 'gzip'],
      ['as gzip, with 16 bytes that are none', Buffer.alloc(16, 7), 'gzip'],
      ['as gzip, cut short', gzipSync('{"a":1}').subarray(0, 12), 'gzip'],
      ['as a gzip bomb', bomb.subarray(0, 60_000), 'gzip'],
      ['as deflate', Buffer.alloc(16, 7), 'deflate'],
      ['as br', Buffer.alloc(16, 7), 'br'],
      ['twice', gzipSync(gzipSync('{}')), 'gzip, gzip'],
      ['as nothing at all', Buffer.from('{}'), 'identity'],
    ] as const) {
      it(`${what} is refused unread`, async () => {
        const headers = { ...json, 'content-encoding': encoding }
        await expectRefused(await post('/json', body, headers), 415, 'unsupported-encoding')
      })
    }
  })

  describe('without an end', () => {
    it('of 10 MB is refused as soon as its length is known', async () => {
      await expectRefused(await post('/json', 'x'.repeat(10_000_000)), 413, 'too-large')
    })

    it('of 10 MB can be sent to its end by a client that only then reads', async () => {
      const socket = connect(port, '127.0.0.1').pause()
      const failed: string[] = []
      socket.on('error', ({ message }) => failed.push(message))
      socket.write(head('Content-Length: 10000000\r\n'))
      await new Promise((resolve) => socket.write('x'.repeat(10_000_000), resolve))
      const heard = await new Promise<string>((resolve) => {
        socket.on('data', (data) => resolve(data.toString())).on('close', () => resolve(''))
        socket.resume()
      })
      socket.destroy()
      expect(failed).to.deep.equal([])
      expect(statusOf(heard)).to.equal(413)
    })

    it('that claims a gigabyte is refused before it comes', async () => {
      const heard = await speak(port, [head('Content-Length: 1000000000\r\n')])
      expect(statusOf(heard)).to.equal(413)
      expect(heard).to.match(/\r\nconnection: close\r\n/i)
    })

    it('in chunks is refused after 64 KiB and then cut off', async () => {
      const chunk = `1000\r\n${'x'.repeat(0x1000)}\r\n`
      const { heard, sent } = await speakWithoutEnd(
        port,
        head('Transfer-Encoding: chunked\r\n'),
        chunk,
      )
      expect(statusOf(heard)).to.equal(413)
      expect(JSON.parse(bodyOf(heard))).to.have.nested.property('error.code', 'too-large')
      expect(sent).to.be.below(100e6)
    })

    it('that comes a byte at a time is cut off with 408', async () => {
      const began = performance.now()
      const heard = await speak(port, [head('Content-Length: 900\r\n'), ...'{"a":1234567890'], {
        every: 50,
      })
      expect(statusOf(heard)).to.equal(408)
      expect(JSON.parse(bodyOf(heard))).to.have.nested.property('error.code', 'timeout')
      expect(performance.now() - began).to.be.within(250, 5000)
    })

    it('that stops coming is nobody else’s trouble', async () => {
      const before = handled
      const cut = speak(port, [head('Content-Length: 900\r\n') + '{"a":'])
      await expectRefused(await post('/json', '{'), 400, 'malformed')
      expect(statusOf(await cut)).to.equal(408)
      expect(handled).to.equal(before + 1)
    })

    it('with two lengths that differ is refused', async () => {
      const heard = await speak(port, [head('Content-Length: 2\r\nContent-Length: 3\r\n') + '{}'])
      expect(statusOf(heard)).to.equal(400)
      const both =
        head('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n') + '2\r\n{}\r\n0\r\n\r\n'
      expect(statusOf(await speak(port, [both]))).to.equal(400)
    })
  })
})
