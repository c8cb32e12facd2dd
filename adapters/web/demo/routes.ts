import type { HttpReply, HttpRequest, Route } from '../../http/route.ts'
import { accentStyles } from '../widget/accent.ts'
import { GROUND, serve, styleSheet } from '../widget/assets.ts'
import { embedPage } from './embed.ts'
import { type DemoClinic, demoPage } from './page.ts'

export interface DemoOptions {
  readonly clinic: DemoClinic
  readonly ui: Readonly<Record<string, string>>
  /** The site id that the page's own widget uses. */
  readonly site: string
  /** The demo's time now, in the form that records hold. */
  readonly now: () => string
  readonly moveClock: (milliseconds: number) => Promise<unknown>
}

const HOUR = 3_600_000
const STEPS = new Map([
  ['hour', HOUR],
  ['day', 24 * HOUR],
  ['week', 7 * 24 * HOUR],
  ['month', 30 * 24 * HOUR],
])
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export function createDemoPage(options: DemoOptions): { readonly routes: Route[] } {
  const styles = styleSheet(
    [GROUND, new URL('./demo.css', import.meta.url)],
    accentStyles(options.clinic.accent),
  )
  const home = async ({ query }: HttpRequest) =>
    page(demoPage({ ...options, now: options.now(), moved: 'moved' in query }))
  return {
    routes: [
      { method: 'GET', path: '/', handle: home },
      {
        method: 'GET',
        path: '/embed',
        handle: async ({ origin }) => page(embedPage(origin, options.site)),
      },
      {
        method: 'GET',
        path: '/demo/demo.css',
        handle: async (request) => serve(styles, request, 'public, no-cache'),
      },
      {
        method: 'POST',
        path: '/demo/clock',
        body: 'form',
        handle: (request) => moveClock(request, options.moveClock),
      },
    ],
  }
}

async function moveClock(
  { headers, origin, body }: HttpRequest,
  move: DemoOptions['moveClock'],
): Promise<HttpReply> {
  // Another site's form must not move it.
  if (headers.origin !== undefined && headers.origin !== origin) return { status: 403 }
  const step = STEPS.get((body as { step?: string } | undefined)?.step ?? '')
  if (step === undefined) return { status: 400 }
  await move(step)
  return { status: 303, headers: { location: '/?moved#clock' } }
}

function page(body: string): HttpReply {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
      // The clock's form needs its origin to be told.
      'referrer-policy': 'same-origin',
    },
    body,
  }
}
