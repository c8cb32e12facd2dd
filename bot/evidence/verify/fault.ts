/** The steps, in the order in which they are taken. The first that fails is the answer. */
export const STEPS = [
  ...(['container', 'manifest', 'form', 'commitment', 'inclusion', 'log'] as const),
  ...(['witness', 'receipt', 'chain', 'content', 'replay'] as const),
] as const

export type Step = (typeof STEPS)[number]

/** What does not hold, and the record that it was found in. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly step: Step
  readonly record: number | undefined

  constructor(step: Step, message: string, record?: number) {
    super(message)
    this.step = step
    this.record = record
  }
}

/** Throws the fault unless it holds. */
export function must(holds: boolean, step: Step, message: string, record?: number): asserts holds {
  if (!holds) throw new Fault(step, message, record)
}
