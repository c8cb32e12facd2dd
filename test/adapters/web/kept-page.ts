import { expect } from 'chai'
import { createHttpServer, type HttpServer } from '../../../adapters/http/server.ts'
import type { Route } from '../../../adapters/http/route.ts'
import type { Claim } from '../../../bot/ports.ts'

const CLAIM: Claim = {
  ...{ sitting: 'of-ann', began: '2026-03-01T09:30:00.000Z' as Claim['began'] },
  ...{ channel: 'widget', visitor: true },
}

/** Ann's sitting, whose token is `good`, and words that show which they are. */
export function annsPage<Key extends string>(keys: readonly Key[]) {
  const words = Object.fromEntries(keys.map((key) => [key, `[${key}]`])) as Record<Key, string>
  return {
    claimOf: async (token: string) => (token === 'good' ? CLAIM : undefined),
    ...{ words, locale: 'en-GB' },
  }
}

/** For Ann's sitting and nobody else's. */
export const onlyAnns =
  <T>(page: () => T) =>
  async ({ sitting }: Claim): Promise<T | undefined> =>
    sitting === CLAIM.sitting ? page() : undefined

/** A page that comes for a token, over HTTP, with what holds of each of them. */
export function keptPage(path: string, routes: () => readonly Route[]) {
  let server: HttpServer
  let url: string
  const post = (fields: Record<string, string>) =>
    fetch(url + path, { method: 'POST', body: new URLSearchParams(fields) })

  beforeEach(async () => {
    const log = { info: () => {}, error: () => {} }
    const all = [...routes()]
    server = createHttpServer({ routes: all, sockets: [], host: '127.0.0.1', port: 0, log })
    url = `http://127.0.0.1:${(await server.listen()).port}`
  })
  afterEach(() => server.close())

  it('comes for a token in the body of a form, and is kept by nobody on the way', async () => {
    const answer = await post({ token: 'good' })
    expect(answer.status).to.equal(200)
    expect(answer.headers.get('cache-control')).to.equal('no-store')
    expect(answer.headers.get('referrer-policy')).to.equal('no-referrer')
    expect(answer.headers.get('content-security-policy')).to.contain("default-src 'none'")
    const html = await answer.text()
    expect(html).not.to.contain('good').and.not.to.contain('<script')
  })

  it('does not come for another token, none, or one in the address', async () => {
    expect((await post({ token: 'bad' })).status).to.equal(410)
    expect((await post({})).status).to.equal(410)
    const asked = await fetch(`${url}${path}?token=good`)
    expect(asked.status).to.equal(410)
    expect(await asked.text()).to.match(/\[\w+-gone\]/)
  })

  return { html: async () => (await post({ token: 'good' })).text() }
}
