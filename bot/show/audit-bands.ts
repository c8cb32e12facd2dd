import type { Band } from '../views/audit.ts'

/** Of fewer than this, nobody is told how many there were, nor whether there were any. */
const FEW = 5

/**
 * The band that a count lies in. Every count is rounded so, and no total is given beside it, so
 * that nothing can be taken from anything else to find out how few there were of something.
 */
export function bandOf(count: number): Band {
  const least = Math.floor(count / FEW) * FEW
  const words = least === 0 ? `fewer than ${FEW}` : `${least} to ${least + FEW - 1}`
  return { words, least }
}

/** What is still needed, no more exactly than the band that is there. */
export function moreNeeded(count: number, wanted: number): string {
  if (count >= wanted) return 'enough for this year'
  const { least } = bandOf(count)
  return `${Math.max(1, wanted - least - FEW + 1)} to ${wanted - least} more`
}
