import type { SummaryWanted } from '../../machines/commands.ts'
import { patch, type Work } from '../work.ts'

const WAYS: readonly SummaryWanted['way'][] = ['show-it-here', 'on-paper-at-the-clinic', 'by-email']

/** The same for everybody, wherever they stand. */
export const SUMMARY_CHOICES: readonly string[] = [...WAYS, 'no-summary']

export function summaryChoices(work: Work): Record<string, () => void> {
  const ways = WAYS.map((way) => [way, () => want(work, way)] as const)
  return { ...Object.fromEntries(ways), 'no-summary': () => without(work) }
}

function want(work: Work, way: SummaryWanted['way']): void {
  const { sitting } = work.command.where
  patch(work, { summary: { way, at: work.at, ...(sitting ? { sitting } : {}) } })
  work.say.push(way === 'show-it-here' ? 'consultation/summary-here' : 'consultation/summary-later')
}

/** A copy that was asked for and is not made yet is not made. */
function without(work: Work): void {
  const { summary: _, ...rest } = work.now
  work.now = rest
  work.say.push('consultation/summary-not-wanted')
}

export function summaryMade(work: Work): void {
  const { summary } = work.now
  if (!summary || summary.way === 'show-it-here') return
  patch(work, { summary: { ...summary, made: { by: work.command.by, at: work.at } } })
}
