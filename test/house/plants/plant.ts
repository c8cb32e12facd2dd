/** A file that breaks the rules it names, and no others. With none, it shows what is allowed. */
export interface Plant {
  readonly file: string
  readonly text: string
  readonly rules: readonly string[]
}

/** Shorthand for a plant of one line or more. */
export const plant = (file: string, text: string, ...rules: string[]): Plant => ({
  file,
  text: `${text}\n`,
  rules,
})
