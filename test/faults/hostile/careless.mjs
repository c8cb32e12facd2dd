// A build that has forgotten to escape, in everything that makes a page. No file is touched.
import { registerHooks } from 'node:module'

/** @type {readonly (readonly [file: string, as: string, careless: string])[]} */
const ESCAPES = [
  ['adapters/desk/html.ts', 'return escape(String(part))', 'return String(part)'],
  [
    'adapters/web/written/sheet.ts',
    String.raw`return text.replace(/[&<>"']/g`,
    'return text.replace(/(?!)/g',
  ],
  ['bot/evidence/pack/html.ts', 'text.replace(/[&<>"]/g', 'text.replace(/(?!)/g'],
]

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    const found = ESCAPES.find(([file]) => url.endsWith(file))
    if (!found) return loaded
    const [file, escaped, careless] = found
    const text = String(loaded.source)
    if (!text.includes(escaped)) throw new Error(`${file} escapes in another way now`)
    return { ...loaded, source: text.replace(escaped, () => careless) }
  },
})
