import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Route } from '../http/route.ts'

/** One after the other: what is true of a narrow screen comes last, and wins. */
const STYLES = [
  ...([
    'frame',
    'pieces',
    'fields',
    'sign-in',
    'queue',
    'case',
    'timeline',
    'record',
    'link',
    'audit',
    'access',
    'rehearsal',
  ] as const),
  'senses' as const,
  'narrow' as const,
]
const SCRIPT = 'text/javascript; charset=utf-8'

/** The stylesheet and three small scripts: read once, and sent again only when changed. */
export function assets(): readonly Route[] {
  const styles = STYLES.map((name) => read(`styles/${name}.css`)).join('\n')
  return [
    asset('desk.css', 'text/css; charset=utf-8', styles),
    asset('queue.js', SCRIPT, read('queue.js')),
    asset('lock.js', SCRIPT, read('lock.js')),
    asset('drawings.js', SCRIPT, read('drawings.js')),
  ]
}

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

function asset(name: string, type: string, body: string): Route {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
  const headers = {
    etag,
    'cache-control': 'no-cache',
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  }
  return {
    method: 'GET',
    path: `/desk/${name}`,
    handle: async (request) =>
      request.headers['if-none-match'] === etag
        ? { status: 304, headers }
        : { status: 200, headers, body },
  }
}
