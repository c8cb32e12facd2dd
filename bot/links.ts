import { createHash } from 'node:crypto'
import type { Instant } from '../machines/time.ts'
import type { Parts } from './case.ts'
import type { LinkRow } from './ports.ts'

const DAY = 86_400_000
/** How long a link waits to be used. One to sign, or for the clinic's tablet, is for the room, and for now. */
const LASTS: Record<LinkRow['purpose'], number> = {
  invite: 14 * DAY,
  continue: 7 * DAY,
  sign: DAY / 24,
  tablet: DAY / 24,
}

/** A secret that is shown once, and the row that knows it again without keeping it. */
export function createLink(
  { chance, clocks }: Pick<Parts, 'chance' | 'clocks'>,
  consultation: string,
  purpose: LinkRow['purpose'],
): { readonly secret: string; readonly link: LinkRow } {
  const secret = chance.id()
  const expires = new Date(Date.parse(clocks.clock()) + LASTS[purpose]).toISOString() as Instant
  return { secret, link: { hash: hashOf(secret), consultation, purpose, expires } }
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(`candour/link/v1\0${secret}`).digest('hex')
}
