import type { Chance, Clocks, Desk } from '../../bot/ports.ts'
import type { WrittenPage } from '../../bot/views/written.ts'
import type { Role } from '../../machines/contract.ts'
import type { HttpReply } from '../http/route.ts'

export interface Colleague {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  /** `Nurse prescriber`: what stands on the badge. */
  readonly title?: string | undefined
}

export interface Premises {
  readonly id: string
  readonly name: string
}

export interface PrintNote {
  readonly words: string
  readonly back: { readonly href: string; readonly label: string }
}

export interface DeskOptions {
  readonly desk: Desk
  readonly people: readonly Colleague[]
  readonly clinicName: string
  /** Where treatment may be given; without them a plan names the place in words. */
  readonly premises?: readonly Premises[]
  /** Signs sessions: 32 bytes that outlive a restart, or everybody signs in again. */
  readonly secret: Uint8Array
  readonly clocks: Clocks
  readonly chance: Chance
  /** The written information as a page to print, with a line for whoever hands it over. */
  readonly printed: (page: WrittenPage, note: PrintNote) => HttpReply
  readonly qr?: (text: string) => string
  /** Where the patient's pages take a one-use link. */
  readonly linkPath?: (secret: string) => string
  /** Sign-in without a password: for a demo, and only there. */
  readonly demo: true
}
