export interface Requirement {
  /** What is held to it, as a person would say it. */
  readonly what: string
  readonly figure: number
  readonly aim: number
  /** Whether more of it is better, or less. */
  readonly is: 'at least' | 'at most'
  readonly unit?: string
  /** Cores that other programs used meanwhile. */
  readonly others?: number
}

/** Cores of other programs from which on a figure of speed says nothing. */
export const BUSY = 0.3

export type Verdict = 'met' | 'NOT MET' | 'INCONCLUSIVE'

/** Of a ratio nobody knows which of the two other programs made worse. */
export function verdictOn({ figure, aim, is, others = 0 }: Requirement): Verdict {
  if (others > BUSY) return 'INCONCLUSIVE'
  const met = is === 'at least' ? figure >= aim : figure <= aim
  return met ? 'met' : 'NOT MET'
}

/** One line for one requirement: the figure, the aim, and whether it is met. */
export function hold(print: (line: string) => void, requirement: Requirement): Verdict {
  const { what, figure, aim, is, unit = '', others = 0 } = requirement
  const verdict = verdictOn(requirement)
  const why = verdict === 'INCONCLUSIVE' ? `: others used up to ${others.toFixed(1)} cores` : ''
  print(`= ${what}: ${shown(figure)}${unit} (${is} ${aim}${unit}): ${verdict}${why}`)
  return verdict
}

const shown = (figure: number): string => figure.toFixed(Math.abs(figure) < 10 ? 2 : 0)

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
