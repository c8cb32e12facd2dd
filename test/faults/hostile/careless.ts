import type { BrowserContext } from 'playwright-core'
import type { Trials } from '../campaign.ts'
import type { Breaks } from '../kit/build.ts'

/** Everything that makes a page has forgotten to escape. */
export const CARELESS_PAGES: Breaks = {
  'adapters/desk/html.ts': ['return escape(String(part))', 'return String(part)'],
  'adapters/web/written/sheet.ts': [
    String.raw`return text.replace(/[&<>"']/g`,
    'return text.replace(/(?!)/g',
  ],
  'bot/evidence/pack/html.ts': ['text.replace(/[&<>"]/g', 'text.replace(/(?!)/g'],
}

/** The sabotage is caught if every place that shows anything was noticed to show more than words. */
export function noticed(places: Iterable<string>, failures: readonly string[]): Trials {
  const all = [...places]
  const seen = all.filter((one) => failures.some((told) => told.startsWith(`${one}: `)))
  const each = all.length > 0 && seen.length === all.length
  return { trials: all.length, failures: each ? ['each was noticed'] : [] }
}

/** The chat makes its pages in the browser: there it writes words as markup. */
export async function markupInChat(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { append } = Element.prototype
    Element.prototype.append = function (...children) {
      for (const one of children)
        if (typeof one === 'string') this.insertAdjacentHTML('beforeend', one)
        else append.call(this, one)
    }
  })
}
