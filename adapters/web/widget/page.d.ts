/** The page a patient's browser gets. It holds words and contacts, and nothing of anybody's answers. */
export interface WidgetClinic {
  readonly name: string
  readonly phone: string
  readonly outOfHours: {
    readonly name: string
    readonly phone: string
  }
  readonly crisisLines: readonly {
    readonly name: string
    readonly phone: string
    readonly when: string
  }[]
  readonly accent?: string | undefined
}
export interface Wording {
  readonly ui: Readonly<Record<string, string>>
  readonly clinic: WidgetClinic
  readonly locale: string
  readonly demo: boolean
  readonly pilot: boolean
  /** Where the modules and styles are, digest and all: `/widget/app/3f…`. */
  readonly assets: string
  readonly modules: readonly string[]
}
export interface Given {
  /** For somebody who came by a link: the new sitting's token, in the page and nowhere else. */
  readonly token?: string | undefined
  readonly site?: string | undefined
  readonly embedded: boolean
}
export declare function appPage(wording: Wording, given: Given): string
