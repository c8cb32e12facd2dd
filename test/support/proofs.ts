/** Whether the tests that the hazard log rests on have run and passed. */
import { relative, sep } from 'node:path'
import type { MochaOptions, Runnable } from 'mocha'
import { isNamed, type Proof, proofsOf, readHazards } from '../../adapters/programs/hazards.ts'

type How = 'passed' | 'failed' | 'skipped'

/** Reporter options: `hazards`, the log to hold to; `whole`, when every file is run. */
export class Proofs {
  readonly #ran: { readonly file: string; readonly title: string; readonly how: How }[] = []
  readonly #proofs: readonly Proof[]
  readonly #whole: boolean

  constructor({ reporterOptions, grep, fgrep }: MochaOptions) {
    const { hazards, whole } = (reporterOptions ?? {}) as { hazards?: string; whole?: boolean }
    const held = hazards !== undefined && !grep && !fgrep
    this.#proofs = held ? proofsOf(readHazards(hazards)) : []
    this.#whole = Boolean(whole)
  }

  saw(test: Runnable, how: How): void {
    const file = relative(process.cwd(), test.file ?? '').replaceAll(sep, '/')
    this.#ran.push({ file, title: test.fullTitle(), how })
  }

  /** A line for each proof that is missing. Of a part of the tests, only files that ran are held to it. */
  missing(): string[] {
    const files = new Set(this.#ran.map(({ file }) => file))
    const due = this.#proofs.filter(({ file }) => this.#whole || files.has(file))
    return due.flatMap((proof) => {
      const how = this.#howOf(proof)
      return how === 'passed' ? [] : [`${proof.hazard}: ${how}: ${proof.file}: ${proof.title}`]
    })
  }

  #howOf(proof: Proof): How | 'did not run' {
    const ran = this.#ran.filter(({ file, title }) => file === proof.file && isNamed(title, proof))
    const wrong = ran.find(({ how }) => how !== 'passed')
    return wrong?.how ?? (ran.length > 0 ? 'passed' : 'did not run')
  }
}
