/** What is wrong with the words, every fault of every file at once. Nothing is half loaded. */
export class ContentError extends Error {
  override readonly name = 'ContentError'
  readonly faults: readonly string[]

  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/** A fault is always told with the file that has it. */
export function faulty(path: string, faults: readonly string[]): ContentError {
  return new ContentError(faults.map((fault) => `${path}: ${fault}`))
}

/** Reads on after a fault, so that all of them can be told at once. */
export function gathering() {
  const faults: string[] = []
  const kept = <value>(reading: () => value): value | undefined => {
    try {
      return reading()
    } catch (error) {
      if (!(error instanceof ContentError)) throw error
      faults.push(...error.faults)
      return undefined
    }
  }
  return { faults, kept }
}
