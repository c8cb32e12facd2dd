import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { accentFault, accentStyles, contrast } from '../../../adapters/web/widget/accent.ts'
import { palettes } from '../../../adapters/web/widget/palette.ts'
import { embedding, policyLine } from '../../../adapters/web/demo/embed.ts'
import { createDemoPage } from '../../../adapters/web/demo/routes.ts'
import type { HttpReply, HttpRequest, Route } from '../../../adapters/http/route.ts'
import { createWidget } from '../../../adapters/web/widget/routes.ts'
import { parseClinic } from '../../../content/clinic.ts'
import { clinic, ui } from './words.ts'

const ORIGIN = 'https://chat.example'

const widget = createWidget({
  ui: { ...ui, 'safety-net': 'Ring {clinic-phone} </script><script>alert(1)</script>' },
  clinic,
  sites: [{ id: 'demo', origins: ['https://clinic.example'] }],
  demo: false,
})

describe('widget: serving', () => {
  it('weighs at most 30 KB zipped, loader, app and styles together', async () => {
    const page = text(await ask(widget.routes, '/chat'))
    const files = [...new Set(page.match(/\/widget\/app\/[^"]+/g) ?? [])]
    let bytes = 0
    for (const path of ['/widget.js', ...files]) {
      const reply = await ask(widget.routes, path, { headers: { 'accept-encoding': 'gzip' } })
      expect(reply.headers?.['content-encoding'], path).to.equal('gzip')
      bytes += reply.body?.length ?? 0
    }
    expect(files).to.have.length(2)
    expect(bytes).to.be.below(30_000)
  })

  it('lets a browser keep a file for good, or ask whether it still holds', async () => {
    const first = await ask(widget.routes, '/widget.js')
    const etag = String(first.headers?.etag)
    const again = await ask(widget.routes, '/widget.js', { headers: { 'if-none-match': etag } })
    expect(again.status).to.equal(304)
    const [path = ''] = /\/widget\/app\/[^"]+/.exec(text(await ask(widget.routes, '/chat'))) ?? []
    expect((await ask(widget.routes, path)).headers?.['cache-control']).to.contain('immutable')
    const old = path.replace(/app\/\w+/, 'app/0000')
    expect((await ask(widget.routes, old)).headers?.['cache-control']).to.contain('no-cache')
  })

  it('lets the site’s own pages frame it, and nobody else', async () => {
    const frame = await ask(widget.routes, '/widget/frame', { query: { site: 'demo' } })
    expect(policy(frame)).to.contain('frame-ancestors https://clinic.example')
    expect(policy(await ask(widget.routes, '/chat'))).to.contain("frame-ancestors 'none'")
  })

  it('runs nothing but its own files and is never stored', async () => {
    const page = await ask(widget.routes, '/chat')
    expect(policy(page)).to.contain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(policy(page)).to.contain("connect-src 'self' wss://chat.example")
    expect(page.headers?.['cache-control']).to.equal('no-store')
    expect(text(page)).not.to.match(/<script>|style=|\son\w+=/)
  })

  it('gives a link’s token to the page that it is for, and to no other', async () => {
    const linked = widget.page(request('/c'), { token: 'secret-token' })
    expect(text(linked)).to.contain('secret-token')
    expect(text(await ask(widget.routes, '/chat'))).not.to.contain('secret-token')
  })

  it('shows a key that has no words', async () => {
    const bare = createWidget({ ui: {}, clinic, sites: [], demo: true })
    expect(text(await ask(bare.routes, '/chat'))).to.contain('>exit-this-page<')
  })
})

describe('docs/embedding.md', () => {
  const words = readFileSync(new URL('../../../docs/embedding.md', import.meta.url), 'utf8')
  const blocks = [...words.matchAll(/```(\w+)\n([^]*?)\n```/g)].map(([, kind, text]) => [
    kind,
    text,
  ])
  const made = embedding('https://candour.your-clinic.example', 'your-clinic')

  it('shows the very line and the very policy under which the chat is tested', () => {
    expect(blocks)
      .to.deep.include(['html', made.snippet])
      .and.deep.include(['text', policyLine(made)])
  })
  it('shows sites as a clinic’s file takes them', () => {
    const [, yaml = ''] = blocks.find(([kind]) => kind === 'yaml') ?? []
    const demo = readFileSync(
      new URL('../../../content/clinics/demo.yaml', import.meta.url),
      'utf8',
    )
    const { sites } = parseClinic('clinic.yaml', `${demo}\n${yaml}`)
    expect(sites?.map(({ id }) => id)).to.deep.equal(['your-clinic'])
  })
  it('is on the demo as well, with its own address', async () => {
    const { routes } = createDemoPage({
      ...{ clinic, ui, site: 'demo', now: () => '', moveClock: async () => {} },
    })
    const page = text(await ask(routes, '/embed'))
    expect(page).to.contain(`${ORIGIN}/widget.js`).and.contain(`frame-src ${ORIGIN}<`)
  })
})

describe('widget: the clinic’s colour', () => {
  const accents = (wanted?: string) => accentStyles(wanted).match(/--accent:(#\w+)/g) ?? []

  it('is used where it can be read', () => {
    expect(accents('#0b5c5c')[0]).to.equal('--accent:#0b5c5c')
  })
  it('gives way to ours where it cannot', () => {
    expect(accents('#ffd400')[0]).to.equal(accents()[0])
    expect(accents('red')[0]).to.equal(accents()[0])
  })
  it('can be read wherever it stands, as all others can, in every mode', () => {
    for (const wanted of ['#0b5c5c', '#000000', '#ffd400', undefined]) {
      for (const [mode, of] of Object.entries(palettes(wanted))) {
        const on = {
          paper: ['ink', 'soft', 'bad', 'accent'],
          card: ['ink', 'soft', 'bad', 'accent'],
        }
        const pairs = [
          ...on.paper.map((text) => [text, 'paper']),
          ...on.card.map((text) => [text, 'card']),
          ['on-accent', 'accent'],
        ] as [keyof typeof of, keyof typeof of][]
        for (const [text, ground] of pairs)
          expect(contrast(of[text], of[ground]), `${mode}: ${text} on ${ground}`).to.be.above(4.5)
        expect(contrast(of.edge, of.card), `${mode}: the edge of a field`).to.be.above(3)
      }
    }
  })
  it('is refused where it cannot, with one that could be read', () => {
    expect(accentFault('#0b5c5c')).to.equal(undefined)
    const fault = accentFault('#ffd400') ?? ''
    expect(fault).to.match(/^#ffd400 cannot be read on #fbf8f4: the contrast is 1\.4 to 1/)
    const [would = ''] = /#\w+(?= would do)/.exec(fault) ?? []
    expect(accentFault(would)).to.equal(undefined)
  })
  it('is lighter on dark paper', () => {
    for (const wanted of ['#0b5c5c', '#000000', '#7a1030', undefined]) {
      const dark = accents(wanted)[1]?.split(':')[1] ?? ''
      expect(contrast(dark, '#1a171b')).to.be.above(7)
      expect(contrast(dark, '#252127')).to.be.above(4.5)
    }
  })
})

describe('demo page', () => {
  const moved: number[] = []
  const { routes } = createDemoPage({
    clinic,
    ui,
    site: 'demo',
    now: () => '2026-11-21T09:30:00.000Z',
    moveClock: async (by) => moved.push(by),
  })
  const move = (step: string, headers = {}) =>
    ask(routes, '/demo/clock', { method: 'POST', body: { step }, headers })

  it('moves the clock forward by an hour, a day, a week or 30 days', async () => {
    for (const step of ['hour', 'day', 'week', 'month']) {
      expect((await move(step)).status).to.equal(303)
    }
    expect(moved.map((by) => by / 3_600_000)).to.deep.equal([1, 24, 168, 720])
  })
  it('moves it for its own form only, and by nothing else', async () => {
    expect((await move('day', { origin: 'https://other.example' })).status).to.equal(403)
    expect((await move('year')).status).to.equal(400)
  })
  it('says that it is a demo, names no prescription-only medicine and hurries nobody', async () => {
    const page = text(await ask(routes, '/'))
    expect(page).to.contain('Demo.').and.to.contain('Saturday, 21 November 2026')
    expect(page).to.contain('href="/desk"').and.to.contain('data-site="demo"')
    expect(page).not.to.match(/botox|botulinum|toxin|azzalure|dysport|bocouture|hyaluronidase/i)
    expect(page).not.to.match(/hurry|limited|today only|book now|discount|free /i)
  })
})

function request(path: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    ...{ method: 'GET', path, params: {}, query: {}, headers: {}, cookies: {} },
    ...{ body: undefined, address: '192.0.2.1', origin: ORIGIN },
    ...more,
  }
}

async function ask(
  routes: readonly Route[],
  path: string,
  more: Partial<HttpRequest> = {},
): Promise<HttpReply> {
  const [, digest = '', file = ''] = /^\/widget\/app\/([^/]+)\/(.+)$/.exec(path) ?? []
  const pattern = digest ? '/widget/app/:digest/:file' : path
  const route = routes.find((one) => one.path === pattern && one.method === (more.method ?? 'GET'))
  if (!route) throw new Error(`No route for ${path}`)
  return route.handle(request(path, { params: { digest, file }, ...more }))
}

function text({ body }: HttpReply): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body)
}

function policy({ headers }: HttpReply): string {
  return String(headers?.['content-security-policy'])
}
