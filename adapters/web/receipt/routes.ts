import type { Claim, Sittings } from '../../../bot/ports.ts'
import type { Route } from '../../http/route.ts'
import { reply, tokenIn } from '../written/posted.ts'
import { noReceiptHtml, RECEIPT_WORDS, receiptHtml, type ReceiptWords } from './page.ts'

export interface ReceiptOptions {
  readonly sittings: Pick<Sittings, 'receipt'>
  /** Who holds this token, if it is one and still good. */
  readonly claimOf: (token: string) => Promise<Claim | undefined>
  /** Those that RECEIPT_WORDS names, as plain text. */
  readonly words: Readonly<Record<string, string>>
  readonly locale: string
  /** The same lines in the other languages, by locale. */
  readonly others?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
}

const PATH = '/receipt'

/** The patient's receipt, for the sitting whose token comes with the form. */
export function createReceipt(options: ReceiptOptions): { readonly routes: Route[] } {
  const { sittings, claimOf, words, locale, others = {} } = options
  const say = wordsOf(words)
  const none = reply(410, noReceiptHtml(say, locale))
  return {
    routes: [
      { method: 'GET', path: PATH, handle: async () => none },
      {
        ...{ method: 'POST', path: PATH, body: 'form' },
        async handle(request) {
          const claim = await claimOf(tokenIn(request))
          const receipt = claim && (await sittings.receipt(claim))
          if (!receipt) return none
          return reply(200, receiptHtml(receipt, { ...say, ...others[receipt.locale] }))
        },
      },
    ],
  }
}

function wordsOf(words: ReceiptOptions['words']): ReceiptWords {
  const missing = RECEIPT_WORDS.filter((key) => words[key] === undefined)
  if (missing.length > 0) throw new RangeError(`Words are missing: ${missing.join(', ')}`)
  return words as ReceiptWords
}
