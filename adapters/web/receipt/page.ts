import type { Receipt } from '../../../bot/views/receipt.ts'
import { document, escape, exit, phones } from '../written/sheet.ts'

export const RECEIPT_WORDS = [
  ...(['receipt-page', 'receipt-keep', 'receipt-about', 'receipt-record', 'receipt-log'] as const),
  ...(['receipt-when', 'receipt-standing', 'receipt-recorded', 'receipt-sealed'] as const),
  ...(['receipt-witnessed', 'receipt-not-witnessed', 'receipt-proof', 'receipt-why'] as const),
  ...(['receipt-download', 'receipt-leaf', 'receipt-file', 'receipt-none'] as const),
  ...(['receipt-gone', 'link-exit', 'demo-notice', 'pilot-notice'] as const),
] as const
export type ReceiptWords = Record<(typeof RECEIPT_WORDS)[number], string>

export const FILE = 'receipt.tlog-proof'

/** That something is on record, for whoever asks; what it is, for nobody. */
export function receiptHtml(receipt: Receipt, say: ReceiptWords): string {
  const { recordId, recorded, log, locale, safetyNet, mode } = receipt
  const notice = { demo: say['demo-notice'], pilot: say['pilot-notice'], production: '' }[mode]
  return document(
    say['receipt-page'],
    locale,
    `${exit(say['link-exit'])}
<header class="screen">
<p>${escape(say['receipt-keep'])}</p>
</header>
<main>
${notice && `<p class="notice">${escape(notice)}</p>`}
<h1>${escape(say['receipt-page'])}</h1>
<p>${escape(say['receipt-about'])}</p>
<dl>
<dt>${escape(say['receipt-when'])}</dt><dd>${escape(recorded)}</dd>
<dt>${escape(say['receipt-record'])}</dt><dd><code>${escape(recordId)}</code></dd>
<dt>${escape(say['receipt-log'])}</dt><dd><code>${escape(log)}</code></dd>
</dl>
<section>
<h2>${escape(say['receipt-standing'])}</h2>
${standing(receipt, say)
  .map((line) => `<p>${escape(line)}</p>`)
  .join('\n')}
</section>
${proved(receipt, say)}
</main>
<footer>
<p>${phones(safetyNet)}</p>
</footer>`,
  )
}

/** For a sitting that is over, and for one of which nothing is kept. */
export function noReceiptHtml(say: ReceiptWords, locale: string): string {
  return document(
    say['receipt-none'],
    locale,
    `${exit(say['link-exit'])}
<main><h1>${escape(say['receipt-none'])}</h1><p>${phones(say['receipt-gone'])}</p></main>`,
  )
}

function standing({ standing }: Receipt, say: ReceiptWords): readonly string[] {
  if (standing === 'recorded') return [say['receipt-recorded']]
  const seen = standing === 'witnessed' ? 'receipt-witnessed' : 'receipt-not-witnessed'
  return [say['receipt-sealed'], say[seen]]
}

/** The file is in the page itself: to fetch it, somebody would have to give their token again. */
function proved({ proof }: Receipt, say: ReceiptWords): string {
  if (!proof) return ''
  const file = Buffer.from(proof.file).toString('base64')
  return `<section>
<h2>${escape(say['receipt-proof'])}</h2>
<p>${escape(say['receipt-why'])}</p>
<p class="screen"><a class="keep" download="${FILE}" href="data:text/plain;base64,${file}">${escape(say['receipt-download'])}</a></p>
<h3>${escape(say['receipt-leaf'])}</h3>
<pre>${escape(proof.leaf)}</pre>
<h3>${escape(say['receipt-file'])}</h3>
<pre>${escape(proof.file)}</pre>
</section>`
}
