import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Chance, Claim, Clocks } from '../../../bot/ports.ts'
import type { HttpRequest } from '../../http/route.ts'
import type { Problem } from './replies.ts'

export interface AdmissionOptions {
  /** Which web sites may show the chat, and whose pages may call from a browser. */
  readonly sites: readonly { readonly id: string; readonly origins: readonly string[] }[]
  /** By site: what another Direct Line client's server shows to get a token. */
  readonly siteSecrets?: Readonly<Record<string, string>>
  readonly clocks: Clocks
  readonly chance: Chance
}

/** Who may begin a sitting, and as what. Nothing is kept: a visitor exists in the token alone. */
export type Admission = (request: HttpRequest) => Claim | Problem

const asked = z.object({ site: z.string() })

export function createAdmission(options: AdmissionOptions): Admission {
  const { sites, siteSecrets = {}, clocks, chance } = options
  const known = new Set(sites.map(({ id }) => id))
  const secrets = Object.values(siteSecrets).map(digest)

  const visitor = (channel: Claim['channel']): Claim => ({
    ...{ sitting: chance.id(), began: clocks.wall(), channel, visitor: true },
  })

  return (request) => {
    const { headers, body } = request
    if (headers.authorization !== undefined) {
      const shown = digest(bearerOf(request) ?? '')
      // Every secret is compared, so that the time taken tells nothing.
      const matches = secrets.filter((secret) => timingSafeEqual(secret, shown))
      return matches.length > 0 ? visitor('direct-line') : 'bad-token'
    }
    if (!isOwnOrigin(request)) return 'other-origin'
    const site = asked.safeParse(body).data?.site
    return site !== undefined && known.has(site) ? visitor('widget') : 'unknown-site'
  }
}

export function bearerOf({ headers }: HttpRequest): string | undefined {
  return /^Bearer ([^\s]+)$/i.exec(headers.authorization ?? '')?.[1]
}

/** Private questions are asked in our own frame only; another page must not pass for it. */
function isOwnOrigin({ headers, origin }: HttpRequest): boolean {
  if (headers.origin === undefined) return true
  return URL.canParse(headers.origin) && new URL(headers.origin).host === new URL(origin).host
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
