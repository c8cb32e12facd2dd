/** Plain data: one page to keep, as it is given to one patient. */
export interface WrittenPage {
  /** `written-information/dermal-filler`, by which records name it. */
  readonly id: string
  readonly title: string
  readonly sections: readonly {
    readonly heading: string
    readonly paragraphs: readonly string[]
    readonly list?: readonly string[]
  }[]
  /** Of title and sections: what the record of its delivery says. */
  readonly digest: string
  readonly locale: string
  /** Of every screen; always today's. */
  readonly safetyNet: string
  readonly way: 'on-paper-at-the-clinic' | 'read-here-only' | 'by-email'
  readonly mode: 'demo' | 'pilot' | 'production'
}
