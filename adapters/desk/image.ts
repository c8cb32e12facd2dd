import { createHash } from 'node:crypto'
import type { HttpReply } from '../http/route.ts'

/** A drawing of our own, which may use its own style and nothing else; opened by itself it runs nothing. */
export function image(svg: string): HttpReply {
  const style = /<style>(.*?)<\/style>/s.exec(svg)?.[1] ?? ''
  const allowed = createHash('sha256').update(style).digest('base64')
  return {
    status: 200,
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${allowed}'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    },
    body: svg,
  }
}
