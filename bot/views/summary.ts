import type { Section } from './page.ts'

/** Plain data: what was talked about, as one patient may keep it. */
export interface SummaryPage {
  readonly title: string
  /** Whose page this is, and what is not on it. */
  readonly from: readonly string[]
  readonly sections: readonly Section[]
  /** Of all of the above: what the clinic's book says was given. */
  readonly digest: string
  readonly locale: string
  /** Of every screen; always today's. */
  readonly safetyNet: string
  readonly mode: 'demo' | 'pilot' | 'production'
  /** In which way the patient wants it, where they have said so. */
  readonly way?: 'show-it-here' | 'on-paper-at-the-clinic' | 'by-email'
}
