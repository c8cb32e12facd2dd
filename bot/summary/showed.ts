import { fill } from '../../content/ui.ts'
import type { Payload, Shown } from '../evidence/record.ts'
import type { Block } from '../views/page.ts'
import type { Words } from '../words.ts'
import { asksIn, isApart } from './apart.ts'

/** Of the consultation’s own pages only those that say where it went. */
const ENDINGS = new Set(['declined', 'refused-for-age', 'withdrawn', 'ended'])

/** Choices that say no more than that something was read. */
const READ = new Set([
  ...['go-on', 'say-more', 'understood', 'tell-me-more', 'seen'],
  ...['i-have-read-this', 'i-agree-with-this'],
])
export const onlyRead = (choice: string): boolean => READ.has(choice)

/** What was put before the patient to be read and not only to be answered, in its order, each once. */
export function showed(words: Words, payloads: readonly Payload[]): readonly Block[] {
  const theirs = payloads.flatMap(({ shown }) => shown.filter((one) => isTheirs(words, one)))
  const blocks = new Map(theirs.map((one) => [one.text, blocksOf(words, one)]))
  return [...blocks.values()].flat()
}

function isTheirs(words: Words, { id, choices }: Shown): boolean {
  if (isPage(id)) return true
  const { catalogue } = words
  if (!catalogue.has(id) || isApart(words, id)) return false
  const { audience, private: apart } = catalogue.get(id)
  const [folder, page = ''] = id.split('/')
  if (audience === 'staff' || apart) return false
  if (folder === 'consultation') return ENDINGS.has(page)
  return choices.some((one) => onlyRead(one.id)) && !isOfEarlier(words, id)
}

/** What somebody said at an earlier consultation is not this one’s to hand on. */
export function isOfEarlier(words: Words, id: string): boolean {
  const asks = asksIn(words, id)
  return asks?.kind === 'choice' && asks.shows !== undefined
}

/** The written information is a page of its own, and long. */
const isPage = (id: string): boolean => id.startsWith('written-information/')

function blocksOf({ catalogue }: Words, { id, text }: Shown): readonly Block[] {
  if (isPage(id)) {
    const [title = ''] = text.split('\n', 1)
    return [{ kind: 'text', text: fill(catalogue.ui['summary-given'] ?? '', { title }) }]
  }
  const { short } = catalogue.get(id)
  return [...(short ? [{ kind: 'heading', text: short } as const] : []), { kind: 'words', text }]
}
