import type { Claim, Sittings } from '../../../bot/ports.ts'
import type { WrittenPage } from '../../../bot/views/written.ts'
import type { HttpReply, Route } from '../../http/route.ts'
import { BESIDE, serve, styleSheet } from '../widget/assets.ts'
import { reply, tokenIn } from './posted.ts'
import { goneHtml, WRITTEN_WORDS, writtenHtml } from './page.ts'
import type { Note } from './sheet.ts'

export interface WrittenOptions {
  readonly sittings: Pick<Sittings, 'written'>
  /** Who holds this token, if it is one and still good. */
  readonly claimOf: (token: string) => Promise<Claim | undefined>
  /** Those that WRITTEN_WORDS names, as plain text. */
  readonly words: Readonly<Record<string, string>>
  readonly locale: string
  /** The same lines in the other languages, by locale. */
  readonly others?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
}

export interface Written {
  readonly routes: Route[]
  /** The same page for whoever prints it at the clinic. */
  printed(page: WrittenPage, note: Note): HttpReply
}

const PATH = '/written-information'

/**
 * The written information, for the sitting whose token comes with the form: in the body, so
 * that no address, history or log ever holds it.
 */
export function createWritten(options: WrittenOptions): Written {
  const { sittings, claimOf, words, locale, others = {} } = options
  const say = wordsOf(words)
  const sayIn = (wanted: string) => ({ ...say, ...others[wanted] })
  const styles = styleSheet([BESIDE, new URL('./written.css', import.meta.url)], '')
  return {
    printed: (page, note) => reply(200, writtenHtml(page, say, note)),
    routes: [
      {
        ...{ method: 'GET', path: `${PATH}/written.css` },
        handle: async (request) => serve(styles, request, 'public, no-cache'),
      },
      {
        ...{ method: 'GET', path: PATH },
        handle: async () => reply(410, goneHtml(say, locale)),
      },
      {
        ...{ method: 'POST', path: PATH, body: 'form' },
        async handle(request) {
          const claim = await claimOf(tokenIn(request))
          const page = claim && (await sittings.written(claim))
          return page
            ? reply(200, writtenHtml(page, sayIn(page.locale)))
            : reply(410, goneHtml(say, locale))
        },
      },
    ],
  }
}

function wordsOf(words: WrittenOptions['words']): Record<(typeof WRITTEN_WORDS)[number], string> {
  const missing = WRITTEN_WORDS.filter((key) => words[key] === undefined)
  if (missing.length > 0) throw new RangeError(`Words are missing: ${missing.join(', ')}`)
  return words as Record<(typeof WRITTEN_WORDS)[number], string>
}
