import type { Actor, Where } from '../machines/commands.ts'
import type { Instant } from '../machines/time.ts'
import type { Log, LogStore } from './evidence/log/ports.ts'
import type { AuditView } from './views/audit.ts'
import type { Asking, CaseView, FoundPerson, QueueItem, RecordPage } from './views/desk.ts'
import type { Page } from './views/page.ts'
import type { KeepingView } from './views/keeping.ts'
import type { PatientMessage } from './views/patient.ts'
import type { ReadsAsked, ReadsView } from './views/reads.ts'
import type { Receipt } from './views/receipt.ts'
import type { Shared } from './shared-port.ts'
import type { SummaryPage } from './views/summary.ts'
import type {
  Committed,
  Heads,
  LinkRow,
  Sealed,
  SittingRow,
  StoredRecord,
  Turn,
  UnsealedTurn,
} from './turn-ports.ts'
import type { WrittenPage } from './views/written.ts'

export type * from './evidence/log/ports.ts'
export type * from './key-ports.ts'
export type * from './shared-port.ts'
export type * from './turn-ports.ts'

/** Two clocks. `clock` is the domain's; `wall` serves tokens, limits and logs. */
export interface Clocks {
  /** Never goes back. In the demo it is the wall's time plus a stored, forward-only offset. */
  clock(): Instant
  wall(): Instant
  /** Milliseconds that the domain is ahead of the wall. Each record shows it. */
  offset(): number
  /** Reads the offset again after the demo's control moved it. */
  reload?(): Promise<void>
}

/** `bytes(n)`: n bytes nobody can guess. `id()`: 128 such bits, as text. */
export interface Chance {
  bytes(length: number): Uint8Array
  id(): string
}

/**
 * Where turns are kept. One suite, `test/adapters/store.contract.ts`, holds for every
 * store. If a promise rejects, nothing is known about the turn and nothing may be
 * acknowledged; the caller reads again.
 */
export interface Store {
  /**
   * Durable when it resolves with `committed`. `conflict`: a head was not as expected,
   * or a sitting that the turn writes to is not there or ended: nothing was written,
   * load and decide again. `repeated`: the idempotency key was used before, nothing was
   * written. Turns that arrive together may share one flush.
   */
  commit(turn: Turn): Promise<Committed>
  /**
   * The same of a turn that is not sealed yet: only where the store seals beside the program. What is
   * kept is sealed. Rejects where it cannot be sealed, and has then written nothing.
   */
  commitUnsealed?(
    turn: UnsealedTurn,
  ): Promise<{ readonly result: Committed; readonly heads: Heads }>
  /** Both streams, each in order. An unknown consultation has no records. */
  load(consultation: string): Promise<readonly StoredRecord[]>
  heads(consultation: string): Promise<{ readonly open: number; readonly restricted: number }>
  /** Without those that were erased, and without the clinic's own book, whose person it is. */
  consultations(
    clinic: string,
  ): Promise<readonly { readonly id: string; readonly person: string }[]>
  /** Of everything that was not erased, whichever clinic's; no clinic's own book counts. */
  firstRecord(): Promise<StoredRecord | undefined>
  /**
   * Marks them as erased, for good: their sittings end, their links and due moments go, and
   * nothing is committed to them again. Their records stay, sealed with keys that are gone.
   * What was deleted is then in none of the store's own files.
   */
  erase(consultations: readonly string[]): Promise<void>
  wasErased(consultation: string): Promise<boolean>
  reply(sitting: string, key: string): Promise<Sealed | undefined>
  sitting(id: string): Promise<SittingRow | undefined>
  sittings(consultation: string): Promise<readonly SittingRow[]>
  sittingsOf(person: string): Promise<readonly SittingRow[]>
  /** Sittings whose last answer was before `quiet`, or that began before `old`. */
  idle(quiet: Instant, old: Instant): Promise<readonly SittingRow[]>
  /** Its pieces in order, from the one that activity `from` is in, or would be in. */
  activities(
    sitting: string,
    from: number,
  ): Promise<readonly { readonly n: number; readonly sealed: Sealed }[]>
  /**
   * Writes a sitting that has no turn yet, or counts a try at its door. A sitting that
   * ended stays ended: nothing is written.
   */
  putSitting(row: SittingRow): Promise<void>
  /**
   * Deletes the sitting with its activities, keys and replies. It never comes back, even
   * if it had no row; `wasEnded` remembers that for three hours at least.
   */
  endSitting(id: string): Promise<void>
  wasEnded(id: string): Promise<boolean>
  /** Words that consultations are pinned to, by digest: kept when first used, never changed. */
  keepBundle(digest: string, text: string): Promise<void>
  bundle(digest: string): Promise<string | undefined>
  link(hash: string): Promise<LinkRow | undefined>
  /** Uses a link up, unless it has expired. Exactly one caller ever gets the row. */
  redeem(hash: string, at: Instant): Promise<LinkRow | undefined>
  /** What is due by then, the longest waiting first. */
  due(
    at: Instant,
    most: number,
  ): Promise<readonly { readonly id: string; readonly person: string }[]>
  /** The demo clock's offset in milliseconds: forward only. */
  offset(): Promise<number>
  /** A smaller offset than the present one changes nothing. */
  moveClock(to: number): Promise<void>
  /** The log of a clinic's records. */
  log(clinic: string): LogStore
  /** Whether the disk has no room for what can wait. Looks, and makes or takes room as it finds. */
  isFull?(): Promise<boolean>
  /** Only where several instances may share the store. */
  readonly shared?: Shared
  close(): Promise<void>
}

/** What a file that is handed out is made with. */
export interface Packing {
  readonly log: Log
  readonly press: Press
}

/** Makes a page for people into a file that prints the same everywhere. */
export interface Press {
  pdf(page: Page): Promise<Uint8Array>
}

/** One thing a channel brings. `key` makes a repeat harmless. */
export interface Incoming {
  readonly key: string
  readonly text?: string
  readonly value?: {
    readonly question?: string | undefined
    readonly choice?: string | undefined
    readonly answer?: unknown
    readonly change?: string | undefined
    /** Reads on in that language. */
    readonly language?: string | undefined
    readonly command?:
      ('stop' | 'ask-for-a-person' | 'help-now' | 'continue-later' | 'summary' | 'exit') | undefined
  }
}

/** Who is at the other end: read from a verified token, never from a message. */
export interface Claim {
  readonly sitting: string
  readonly began: Instant
  readonly channel: 'widget' | 'direct-line' | 'terminal'
  /** True for a visitor of whom nothing is kept before a first accepted answer. */
  readonly visitor: boolean
  /** On the clinic's own tablet: still in the hands of whoever opened it, or handed over. */
  readonly tablet?: 'ready' | 'handed'
}

export interface Activity {
  /** 0, 1, 2 … in this sitting: the watermark is one more. */
  readonly n: number
  readonly at: Instant
  readonly from: 'patient' | 'candour'
  /** The message it answers, when it came from the patient. */
  readonly key?: string
  readonly message: PatientMessage
}

export type Taken =
  | { readonly ok: true; readonly activities: readonly Activity[] }
  | { readonly ok: false; readonly why: 'gone' | 'other-body' | 'bad-message' | 'full' }

/** What a patient's channel may ask of Candour. */
export interface Sittings {
  /** The words a visitor sees first. Nothing is written. */
  visitor(claim: Claim): Promise<readonly Activity[]>
  /** What a link is for, without using it up. */
  peek(secret: string): Promise<LinkRow['purpose'] | undefined>
  /** Uses a link up and begins a sitting, or says that it was used or is unknown. */
  redeem(secret: string, channel: Claim['channel']): Promise<Claim | undefined>
  /** Evidence is durable when this resolves. */
  take(claim: Claim, message: Incoming): Promise<Taken>
  /**
   * From a watermark on, or all of them, if that is beyond what there is: from Infinity on there are
   * none. `undefined`: the sitting is over.
   */
  activities(claim: Claim, from: number): Promise<readonly Activity[] | undefined>
  /** The written information, to be read in this sitting; nothing for a visitor. */
  written(claim: Claim): Promise<WrittenPage | undefined>
  /** What the patient may keep of the record, and what proves it; nothing where nothing is kept. */
  receipt(claim: Claim): Promise<Receipt | undefined>
  /** What was talked about, where the patient just chose to see it; in the clinic's book first. */
  summary(claim: Claim): Promise<SummaryPage | undefined>
  end(claim: Claim): Promise<void>
  /** Whom to hand the clinic's tablet to, as long as nobody has opened the door on it. */
  handTo(claim: Claim): Promise<string | undefined>
  /** Calls back after each durable activity of the sitting, and once when it ends. */
  listen(sitting: string, hear: (activities: readonly Activity[] | 'ended') => void): () => void
}

/** What is sent to a patient by email, at the address that they called safe. */
export interface Letter {
  readonly consultation: string
  readonly person: string
  readonly reminder: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

export interface Letters {
  /** What waits to be sent now. Whoever stopped or left has nothing waiting. */
  waiting(): Promise<readonly Letter[]>
  /** A mail server has taken it: on record, with its words, when this resolves. */
  told(letter: Pick<Letter, 'consultation' | 'reminder'>): Promise<void>
}

/** What came of an invitation. The secret of its link is in this answer only. */
export interface Invited extends Done {
  readonly secret?: string
  readonly consultation?: string
  /** Of somebody under 18 by the date that was given. */
  readonly young?: {
    /** It is over already: the link leads to a page that says so. */
    readonly refused: boolean
    /** Who talks with them first. */
    readonly person: string
    /** How old somebody must be for this treatment, where they are not. */
    readonly least?: number
  }
}

/** What the desk may ask of Candour. Every answer is already cut to the viewer's role. */
export interface Desk {
  queue(viewer: Actor): Promise<readonly QueueItem[]>
  look(viewer: Actor, consultation: string): Promise<CaseView | undefined>
  /**
   * One turn of somebody's at a consultation: what it asks them, and what it asks after whatever they
   * did meanwhile. Together that is one reading, on record when this resolves.
   */
  answering<made>(
    viewer: Actor,
    consultation: string,
    work: (asking: Asking, again: () => Promise<Asking | undefined>) => Promise<made>,
  ): Promise<made | undefined>
  records(viewer: Actor, consultation: string): Promise<RecordPage | undefined>
  /** One page of a statechart with the path taken, as an SVG; pages begin with 1. */
  drawing(
    viewer: Actor,
    consultation: string,
    wanted: { readonly open: string; readonly page: number },
  ): Promise<string | undefined>
  /** The written information, to print or send in the way that the patient chose. */
  written(viewer: Actor, consultation: string): Promise<WrittenPage | undefined>
  /** Takes a desk act. `act` is parsed here: bad input is a refusal with words. */
  act(by: Actor, consultation: string, act: unknown, where?: Where): Promise<Done>
  /** Begins a tree that staff go through alone, as `social-media-post`. */
  start(by: Actor, tree: string, where?: Where): Promise<Done & { readonly consultation?: string }>
  /** Makes person, consultation and a one-use link, whose secret is in the answer only. */
  invite(by: Actor, invitation: unknown): Promise<Invited>
  /** A one-use link: to go on elsewhere, or to sign in the room. */
  makeLink(
    by: Actor,
    consultation: string,
    purpose: LinkRow['purpose'],
  ): Promise<Done & { readonly secret?: string }>
  /** How long the records of this consultation and its person are kept, and what may be done. */
  keeping(viewer: Actor, consultation: string): Promise<KeepingView | undefined>
  /** Takes an act on that: see `KeepingAct`. Bad input is a refusal with words. */
  keep(by: Actor, consultation: string, act: unknown): Promise<Done>
  /**
   * One file that somebody outside can check alone; that it was made is on record. `asked`: the
   * restricted one that another person asked for.
   */
  pack(by: Actor, consultation: string, asked?: string): Promise<HandedOut>
  /** The summary for the patient, to print or send; that it was made is on record. */
  summary(by: Actor, consultation: string): Promise<Done & { readonly page?: SummaryPage }>
  /** Counts of the whole clinic, in bands; `undefined` for who may not read them. */
  audit(viewer: Actor): Promise<AuditView | undefined>
  /** Who of the clinic read what, newest first; `undefined` for who may not know. */
  reads(viewer: Actor, asked: ReadsAsked): Promise<ReadsView | undefined>
  /** By a name, part of one, or the very id of a person or a consultation. */
  persons(viewer: Actor, query: string): Promise<readonly FoundPerson[]>
  /** For a clinician and an hour, to read only: somebody named by name and birth date, with a reason. */
  openInEmergency(by: Actor, given: unknown): Promise<Done & { readonly consultation?: string }>
  /** The safeguarding lead or the manager has looked into why it was opened. */
  lookInto(by: Actor, consultation: string): Promise<Done>
  /** They asked for a page that is not for the role they are in. */
  notForRole(by: Actor, route: string, consultation?: string): Promise<void>
  /** The demo's clock, forward only, then everything that fell due. */
  moveClock(milliseconds: number): Promise<Instant>
}
export interface HandedOut extends Done {
  readonly file?: Uint8Array
  readonly name?: string
}
export interface Done {
  readonly ok: boolean
  /** A sentence for the person at the desk. */
  readonly said: string
}
