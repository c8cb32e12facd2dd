import { expect } from 'chai'
import { findOften } from '../../../adapters/http/often.ts'
import type { HttpRequest, Route } from '../../../adapters/http/route.ts'
import { createStarter } from './started.ts'

const HEADERS = { 'content-type': 'application/json; charset=utf-8' }
const SENT: readonly [what: string, path: string, init: RequestInit][] = [
  ['a message', '/c/a-1_B/said', { method: 'POST', headers: HEADERS, body: '{"a":1}' }],
  ['one with a query', '/c/a/said?x=1', { method: 'POST', headers: HEADERS, body: '{"a":1}' }],
  ['an encoded path', '/c/a%20b/said', { method: 'POST', headers: HEADERS, body: '{"a":1}' }],
  ['a slash at the end', '/c/a/said/', { method: 'POST', headers: HEADERS, body: '{"a":1}' }],
  ['a longer path', '/c/a/b/said', { method: 'POST', headers: HEADERS, body: '{"a":1}' }],
  ['a dot', '/c/a.b/said', { method: 'POST', headers: HEADERS, body: '{"a":1}' }],
  ['nothing for the name', '/c//said', { method: 'POST', headers: HEADERS, body: '{"a":1}' }],
  ['no body', '/c/a/said', { method: 'POST' }],
  ['what is not JSON', '/c/a/said', { method: 'POST', headers: HEADERS, body: '{' }],
  ['too much', '/c/a/said', { method: 'POST', headers: HEADERS, body: `"${'a'.repeat(70_000)}"` }],
  ['a text', '/c/a/said', { method: 'POST', body: 'a' }],
  ['another method', '/c/a/said', { method: 'PUT', headers: HEADERS, body: '{}' }],
  ['a look', '/c/a/said', { method: 'GET' }],
  ['what fails', '/c/fails/said', { method: 'POST', headers: HEADERS, body: '{}' }],
  ['what cannot be written', '/c/odd/said', { method: 'POST', headers: HEADERS, body: '{}' }],
]

describe('adapters/http/often', () => {
  const { start, stop } = createStarter()
  afterEach(stop)

  const route = (seen: HttpRequest[]): Route => ({
    ...{ method: 'POST', path: '/c/:id/said', body: 'json' },
    async handle(request) {
      seen.push(request)
      if (request.params.id === 'fails') throw new Error('it failed')
      if (request.params.id === 'odd') return { status: 200, headers: { 'x-odd': 'a\nb' } }
      return { status: 201, headers: { 'x-own': 'yes' }, body: JSON.stringify(request.body) }
    },
  })

  /** All that a client, the route and the log get to know of it. */
  async function told(often: boolean, path: string, init: RequestInit) {
    const seen: HttpRequest[] = []
    const { url, logged } = await start([{ ...route(seen), ...(often && { often }) }])
    const response = await fetch(url + path, { ...init, signal: AbortSignal.timeout(2000) })
    const body = await response.text()
    while (logged.length === 0) await new Promise((resolve) => setTimeout(resolve, 2))
    const headers = Object.fromEntries(response.headers)
    const { method, route: pattern, status, code } = JSON.parse(logged[0] ?? '') as Logged
    return {
      ...{ status: response.status, body, headers: { ...headers, date: '' } },
      handed: seen.map((request) => ({ ...request, headers: {}, origin: '' })),
      logged: { method, pattern, status, code },
    }
  }
  interface Logged {
    readonly method: string
    readonly route: string
    readonly status: number
    readonly code?: string
  }

  for (const [what, path, init] of SENT) {
    it(`changes nothing of ${what} but who looks for the route`, async () => {
      expect(await told(true, path, init)).to.deep.equal(await told(false, path, init))
    })
  }

  it('finds what it is for, and leaves to restify what has anything to decode', () => {
    const find = findOften(
      [
        { ...route([]), often: true },
        { ...route([]), path: '/d' },
      ],
      () => 1,
    )
    const found = SENT.filter(([, url, { method = '' }]) => find({ method, url }))
    const plain = SENT.filter(
      ([, url, { method }]) => /^.c.[\w-]+.said$/.test(url) && method === 'POST',
    )
    expect(found).to.deep.equal(plain).and.to.have.length(7)
    expect(find({ method: 'POST', url: '/d' })).to.equal(undefined)
    expect(find({ method: 'POST', url: '/c/a-1_B/said' })?.params).to.deep.equal({ id: 'a-1_B' })
  })
})
