import type { Role } from '../../machines/contract.ts'

/** How something came to be read, or that it was not. */
export const READ_HOW = ['theirs', 'in-emergency', 'refused', 'search'] as const
export type ReadHow = (typeof READ_HOW)[number]

/** Of whose readings, or of whom, and how far back. */
export interface ReadsAsked {
  /** This month and those before it. */
  readonly months: number
  readonly by?: string | undefined
  readonly consultation?: string | undefined
  readonly how?: ReadHow | undefined
  /** How many of the newest are left out, and how many come then. */
  readonly from: number
  readonly most: number
}

export interface ReadLine {
  readonly at: string
  /** Of the member of staff. */
  readonly id: string
  readonly who: string
  readonly role: Role
  /** `Read the record`. */
  readonly what: string
  /** Missing where it was nothing of anybody: the counts, or a page. */
  readonly how?: ReadHow
  readonly consultation?: string
  /** Whose consultation it is; missing when it was erased. */
  readonly of?: string
}

/** Who of the clinic read what, newest first. */
export interface ReadsView {
  readonly lines: readonly ReadLine[]
  /** How many there are of what was asked for. */
  readonly all: number
  /** Everybody who read anything in that time. */
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  /** The one consultation that was asked for. */
  readonly one?: { readonly consultation: string; readonly of?: string }
}
