import type { HttpReply, HttpRequest } from '../../http/route.ts'
import { tokenOf } from '../pages/session.ts'

/**
 * The token of a sitting comes in the body of a form, or in the cookie of its pages, so that no
 * address, history or log ever holds it.
 */
export function tokenIn({ body, cookies }: Pick<HttpRequest, 'body' | 'cookies'>): string {
  const { token } = (body ?? {}) as { readonly token?: unknown }
  return typeof token === 'string' ? token : tokenOf({ cookies })
}

/** A page that may do nothing, that nobody keeps on the way, and that says to nobody where it was. */
export function reply(status: number, body: string): HttpReply {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
  return { status, headers, body }
}
