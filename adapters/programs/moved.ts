import { join } from 'node:path'
import { CandourError } from '../../bot/errors.ts'
import { digest } from '../files/content.ts'
import { keepIn, keptIn } from '../sqlite/kept.ts'

/** A text that is kept, by its digest. */
type Kept = (digest: string) => Promise<string | undefined> | string | undefined

/** Where it went, as host and database, and when. */
interface Moved {
  readonly to: string
  readonly at: string
}

// Kept among what never changes, each under the digest of its name: an earlier version passes over
// it, and a copy of the folder has it too. What is kept is not taken back, so it is counted.
const ABOUT = '["what is here '
const MOVED = 'what is here was moved'
const AGAIN = 'what is here is served again'
const named = (what: string, n: number): string => digest(JSON.stringify([what, n]))

/** It belongs to the folder that it is about, and goes nowhere else with what is in it. */
export const isAboutMoves = (text: unknown): boolean => String(text).startsWith(ABOUT)

/** How often it was moved and served again, and where it is now, unless it is here. */
async function standing(kept: Kept): Promise<{ n: number; moved?: Moved }> {
  for (let n = 0; ; n += 1) {
    const text = await kept(named(MOVED, n))
    if (text === undefined) return { n }
    const [, , to, at] = JSON.parse(text) as [string, number, string, string]
    if ((await kept(named(AGAIN, n))) === undefined) return { n, moved: { to, at } }
  }
}

/** Throws `store/moved`: what a server added here would be lacking there, and nobody would see it. */
export async function refuseMoved(data: string, kept: Kept): Promise<void> {
  const { moved } = await standing(kept)
  if (moved) throw new CandourError('store/moved', { data, 'moved to': moved.to, on: moved.at })
}

const inFolder = (data: string) => join(data, 'candour.sqlite')
const keptInFolder = (data: string) => (digest: string) => keptIn(inFolder(data), digest)

/** The same of a folder that no server has open. */
export const refuseMovedFolder = (data: string): Promise<void> =>
  refuseMoved(data, keptInFolder(data))

/** Once it is certain that all of it is there. It may be said again. */
export async function markMoved(data: string, to: string, at: string): Promise<void> {
  const { n, moved } = await standing(keptInFolder(data))
  if (!moved) keepIn(inFolder(data), named(MOVED, n), JSON.stringify([MOVED, n, to, at]))
}

/** Answers where it had gone, if it had. */
export async function markServedAgain(data: string): Promise<Moved | undefined> {
  const { n, moved } = await standing(keptInFolder(data))
  if (moved) keepIn(inFolder(data), named(AGAIN, n), JSON.stringify([AGAIN, n]))
  return moved
}
