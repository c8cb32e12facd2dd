import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Route } from '../http/route.ts'

/** The stylesheet and the one small script: read once, and sent again only when changed. */
export function assets(): readonly Route[] {
  return [
    asset('desk.css', 'text/css; charset=utf-8'),
    asset('queue.js', 'text/javascript; charset=utf-8'),
  ]
}

function asset(name: string, type: string): Route {
  const body = readFileSync(new URL(name, import.meta.url))
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
