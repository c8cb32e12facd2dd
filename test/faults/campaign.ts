/** `short` belongs to every `npm test`, `nightly` ends within an hour on two cores. */
export const DEPTHS = ['short', 'nightly', 'release'] as const
export type Depth = (typeof DEPTHS)[number]

export interface Trials {
  readonly trials: number
  /** What was lost, doubled, unverifiable or otherwise not as promised: a sentence for each. */
  readonly failures: readonly string[]
}

/** One row of the table of faults. A campaign is a file of `campaigns/` that exports `campaign`. */
export interface Campaign {
  /** What the table calls it, `A1` for instance. */
  readonly row: string
  /** The fault and what is expected, in one sentence. */
  readonly says: string
  /** The numbers of the README’s promises that rest on it. */
  readonly promises: readonly number[]
  /** What this machine lacks for it, in words; undefined where it can run. */
  lacks?(): Promise<string | undefined>
  run(depth: Depth, seed: number): Promise<Trials>
  /** The same against a build that is broken on purpose: a campaign that finds nothing there proves nothing. */
  control(seed: number): Promise<Trials>
}

/** A row of `faults.json`. */
export interface Outcome {
  readonly row: string
  readonly says: string
  readonly promises: readonly number[]
  readonly depth: Depth
  readonly seed: number
  readonly trials: number
  readonly failures: readonly string[]
  readonly controlCaught: boolean
  readonly seconds: number
}
