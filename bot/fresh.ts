import type { Act, Actor } from '../machines/commands.ts'
import type { Instant } from '../machines/time.ts'

/** How long ago somebody may have given their password when they take consent, in milliseconds. */
const FRESH = 600_000

/**
 * Whether they have to sign in once more before they take consent. A demonstration has no password
 * to ask for; whoever came another way has given none to the desk.
 */
export function mustSignInAgain({ assurance, signedIn }: Actor, wall: Instant): boolean {
  if (assurance === 'demo-sign-in') return false
  if (assurance !== 'openid' || signedIn === undefined) return true
  return Date.parse(wall) - Date.parse(signedIn) >= FRESH
}

export const takesConsent = (open: string, event: string): boolean =>
  open.startsWith('consent#') && event === 'take-consent'

export function isStale(by: Actor, act: Act, wall: Instant): boolean {
  return act.type === 'answer' && takesConsent(act.open, act.event) && mustSignInAgain(by, wall)
}

export const SIGN_IN_FIRST = 'sign in again first: consent is taken within ten minutes of a sign-in'
