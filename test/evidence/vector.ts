import type { Step } from '../../bot/evidence/verify/fault.ts'
import { make, type Making } from './mini.ts'

/** A pack, and what a verifier must say of it. */
export interface Vector {
  readonly name: string
  readonly why: string
  /** The step that refuses it; none: it holds. */
  readonly step?: Step
  /** The first wrong record, where one is wrong. */
  readonly record?: number
  readonly pack: Uint8Array
  readonly receipt?: Uint8Array
  readonly policy?: Uint8Array
}

type Refused = Pick<Vector, 'step' | 'record' | 'receipt' | 'policy'>

export const refused = (
  name: string,
  why: string,
  given: Refused,
  making: Making | Uint8Array,
): Vector => ({
  ...{ name, why, ...given },
  pack: making instanceof Uint8Array ? making : make(making),
})
