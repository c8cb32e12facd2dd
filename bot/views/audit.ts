/** Plain data of the audit page. No exact count leaves Candour: only the band that it lies in. */

/** `5 to 9`, or `fewer than 5`. */
export interface Band {
  readonly words: string
  /** The least that the band holds, for the length of a bar. */
  readonly least: number
}

export interface AuditTable {
  /** Stands in an address: `outcomes`. */
  readonly id: string
  readonly title: string
  /** What was counted, and of whom. */
  readonly about: string
  /** What the rows are: `Outcome`. */
  readonly of: string
  readonly rows: readonly { readonly label: string; readonly band: Band }[]
}

export interface AuditView {
  /** The year of the survey. */
  readonly year: number
  readonly survey: {
    readonly wanted: number
    readonly band: Band
    /** How many more are needed: `1 to 5 more`. */
    readonly more: string
  }
  readonly tables: readonly AuditTable[]
}
