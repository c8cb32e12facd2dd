/** Plain data: the only thing that a patient's channel may show. */

/** `id` names the very asking; a client sends it back with the answer. */
export interface AskedQuestion {
  readonly id: string
  /** `age/date-of-birth`: the same for everybody who is asked this. */
  readonly content: string
  /** What the page is about, in a few words, where its content names it. */
  readonly title?: string
  readonly kind: 'choice' | 'date' | 'text' | 'number' | 'many' | 'signature' | 'private'
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  /** For kinds `many` and `private`: what may be picked. */
  readonly options?: readonly { readonly id: string; readonly label: string }[]
  readonly hint?: string
  readonly why?: string
}

/** One answer that can be looked at or changed. `answer` is there only for this sitting's own. */
export interface GivenAnswer {
  readonly change: string
  readonly label: string
  readonly answer?: string
}

export interface Progress {
  /** The patient's own parts of the journey, in words. */
  readonly part: string
  /** The part that is asked now, or how many are done when nothing is. */
  readonly done: number
  readonly of: number
}

export interface PatientMessage {
  /** Complete by itself: a client that shows nothing else still asks the question. */
  readonly text: string
  readonly question?: AskedQuestion
  readonly progress?: Progress
  readonly answers?: readonly GivenAnswer[]
  /** The written information can be read here: see docs/direct-line.md. */
  readonly written?: true
  /** The summary can be opened in this sitting: see docs/direct-line.md. */
  readonly summary?: true
  /** A one-use path to go on elsewhere, shown once. */
  readonly link?: string
  /** The language that the patient chose, when it is not the usual one. */
  readonly language?: string
  /** The language of the words themselves, where there are none yet in the one that was chosen. */
  readonly wordsIn?: string
  readonly state?: 'active' | 'paused' | 'withdrawn' | 'refused' | 'ended' | 'door'
  readonly ended?: true
  /** Private: leaves the screen as soon as it is answered. */
  readonly private?: true
}
