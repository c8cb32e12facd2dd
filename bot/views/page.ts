/** A page for people as plain data: what it says, whatever it is written in. */
export interface Page {
  readonly language: string
  readonly title: string
  /** Under the title: whose page this is. */
  readonly from: readonly string[]
  /** What must be known before anything else is read. */
  readonly notices: readonly string[]
  readonly sections: readonly Section[]
}

export interface Section {
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading' | 'text' | 'words' | 'small'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [term: string, value: string])[] }
  /** An SVG without scripts, and what it shows. */
  | { readonly kind: 'drawing'; readonly svg: string; readonly shows: string }
