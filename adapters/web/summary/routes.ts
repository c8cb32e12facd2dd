import type { Claim, Sittings } from '../../../bot/ports.ts'
import type { SummaryPage } from '../../../bot/views/summary.ts'
import type { HttpReply, Route } from '../../http/route.ts'
import { reply, tokenIn } from '../written/posted.ts'
import type { Note } from '../written/sheet.ts'
import { noSummaryHtml, SUMMARY_WORDS, summaryHtml, type SummaryWords } from './page.ts'

export interface SummaryOptions {
  readonly sittings: Pick<Sittings, 'summary'>
  /** Who holds this token, if it is one and still good. */
  readonly claimOf: (token: string) => Promise<Claim | undefined>
  /** Those that SUMMARY_WORDS names, as plain text. */
  readonly words: Readonly<Record<string, string>>
  readonly locale: string
}

export interface Summary {
  readonly routes: Route[]
  /** The same page for whoever prints or sends it at the clinic. */
  summaryPrinted(page: SummaryPage, note: Note): HttpReply
}

const PATH = '/summary'

/** What was talked about, for the sitting whose token comes with the form. */
export function createSummary({ sittings, claimOf, words, locale }: SummaryOptions): Summary {
  const say = wordsOf(words)
  const none = reply(410, noSummaryHtml(say, locale))
  return {
    summaryPrinted: (page, note) => reply(200, summaryHtml(page, say, note)),
    routes: [
      { method: 'GET', path: PATH, handle: async () => none },
      {
        ...{ method: 'POST', path: PATH, body: 'form' },
        async handle(request) {
          const claim = await claimOf(tokenIn(request))
          const page = claim && (await sittings.summary(claim))
          return page ? reply(200, summaryHtml(page, say)) : none
        },
      },
    ],
  }
}

function wordsOf(words: SummaryOptions['words']): SummaryWords {
  const missing = SUMMARY_WORDS.filter((key) => words[key] === undefined)
  if (missing.length > 0) throw new RangeError(`Words are missing: ${missing.join(', ')}`)
  return words as SummaryWords
}
