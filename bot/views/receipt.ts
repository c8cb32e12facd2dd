/** Plain data: that something is on record, and not a word of what. */
export interface Receipt {
  /** The clinic's log, by its name. */
  readonly log: string
  /** Of the latest record that is not apart from the others. */
  readonly recordId: string
  /** When it was recorded, in words. */
  readonly recorded: string
  readonly standing: 'recorded' | 'sealed' | 'witnessed'
  /** Once it is sealed: what the log holds of the record, and the file that proves it. */
  readonly proof?: { readonly leaf: string; readonly file: string }
  readonly locale: string
  /** Of every screen; always today's. */
  readonly safetyNet: string
  readonly mode: 'demo' | 'pilot' | 'production'
}
