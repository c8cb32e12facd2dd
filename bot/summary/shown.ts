import type { Consultation } from '../../machines/contract.ts'

/** Chosen in this very sitting: the next one may be at somebody else’s elbow. */
export const isShownIn = ({ summary }: Consultation, sitting: string): boolean =>
  summary?.way === 'show-it-here' && summary.sitting === sitting
