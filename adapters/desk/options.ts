import type { Chance, Clocks, Desk, LinkRow, Once } from '../../bot/ports.ts'
import type { SummaryPage } from '../../bot/views/summary.ts'
import type { WrittenPage } from '../../bot/views/written.ts'
import type { FactValue, Role } from '../../machines/contract.ts'
import type { HttpReply } from '../http/route.ts'

export interface Colleague {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  /** `Nurse prescriber`: what stands on the badge. */
  readonly title?: string | undefined
  /** Who this is to the clinic's own sign-in. */
  readonly signIn?: readonly { readonly issuer: string; readonly subject: string }[] | undefined
}

export interface Premises {
  readonly id: string
  readonly name: string
}

/** One that there is written information about; nothing else can be asked for. */
export interface Offered {
  readonly class: FactValue<'treatment-class'>
  readonly name: string
}

export interface PrintNote {
  readonly words: string
  readonly back: { readonly href: string; readonly label: string }
}

/** What one sign-in must come back with. It waits in a cookie of the browser that began it. */
export interface Begun {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** The clinic's own sign-in. It asks for the password every time that somebody is sent there. */
export interface IdentityProvider {
  begin(): Promise<{ readonly url: string; readonly begun: Begun }>
  /** Reads what the browser came back with. `at`: when they gave their password, in seconds. */
  finish(
    query: string,
    begun: Begun,
  ): Promise<
    | { readonly ok: true; readonly issuer: string; readonly subject: string; readonly at: number }
    | { readonly ok: false; readonly why: string }
  >
}

export interface Rehearsable {
  /** `gp-contact`. */
  readonly pathway: string
  readonly role: Role
}

/** Where made-up answers lead. `so`: those so far, as they go back with the next. */
export interface Rehearsed {
  readonly pathway: string
  /** In the usual language first. */
  readonly spoken: readonly {
    readonly text: string | undefined
    readonly choices: readonly { readonly event: string; readonly label: string }[]
  }[]
  readonly kind: string
  readonly choices: readonly string[]
  readonly options: readonly string[]
  readonly ended: boolean
  readonly so: string
  readonly count: number
}

/** Pathways to be gone through with made-up answers: a pure walk that keeps nothing. */
export interface Rehearsals {
  readonly all: readonly Rehearsable[]
  walk(
    pathway: string,
    so: string,
    answer?: { readonly event: string; readonly values: readonly string[] },
  ): Rehearsed | undefined
}

/** What is told to whoever runs Candour, never to whoever stands at the desk. */
export interface DeskNews {
  readonly code: 'desk/not-signed-in' | 'desk/unknown-person' | 'desk/not-allowed'
  readonly [field: string]: string
}

export interface DeskOptions {
  readonly desk: Desk
  readonly people: readonly Colleague[]
  readonly clinicName: string
  readonly mode: 'demo' | 'pilot' | 'production'
  /** Without it everybody chooses who they are: for a demo, and only there. */
  readonly provider?: IdentityProvider | undefined
  /** Where treatment may be given; without them a plan names the place in words. */
  readonly premises?: readonly Premises[]
  /** What the clinic's list has, kind by kind. */
  readonly treatments: readonly Offered[]
  /** Signs sessions: 32 bytes that outlive a restart, or everybody signs in again. */
  readonly secret: Uint8Array
  readonly clocks: Clocks
  readonly chance: Chance
  readonly rehearsals: Rehearsals
  /** The written information as a page to print, with a line for whoever hands it over. */
  readonly printed: (page: WrittenPage, note: PrintNote) => HttpReply
  /** The same for the summary of what was talked about. */
  readonly summaryPrinted: (page: SummaryPage, note: PrintNote) => HttpReply
  readonly qr?: (text: string) => string
  /** Where the patient's pages take a one-use link. */
  readonly linkPath?: (secret: string, purpose: LinkRow['purpose']) => string
  readonly tell?: (news: DeskNews) => void
  /** Where there are several instances: who signed out at one is out at all. */
  readonly spent?: Once | undefined
}
