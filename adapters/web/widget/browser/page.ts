/** What the page was served with: words from content, and nothing of anybody's answers. */
interface Page {
  readonly ui: Readonly<Record<string, string>>
  readonly slots: Readonly<Record<string, string>>
  readonly site?: string
  /** Given once, to somebody who came by a link. */
  readonly token?: string
  readonly embedded: boolean
  /** The language of the page. */
  readonly locale: string
}

export const page = JSON.parse(byId('page').textContent) as Page

/** The interface's own words. A key without words shows itself. */
export function t(key: string, slots: Readonly<Record<string, string | number>> = {}): string {
  const all: Readonly<Record<string, string | number>> = { ...page.slots, ...slots }
  return (page.ui[key] ?? key).replace(/\{([a-z-]+)\}/g, (whole, name: string) =>
    String(all[name] ?? whole),
  )
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`No #${id} in the page`)
  return found
}
