import type { BrowserContext, Page } from 'playwright-core'

/** What became of words on a page: a sentence for each way in which they were more than words. */
export async function shown(page: Page, payloads: readonly string[]): Promise<string[]> {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  const { text, faults } = await seen(page)
  return [
    ...payloads
      .filter((one) => !text.includes(plain(one)) && !text.includes(named(one)))
      .map((one) => `not as it was: ${one}`),
    ...faults,
  ]
}

export const plain = (text: string): string => text.replace(/\r\n?/g, '\n')

/** Staff are shown what they could not see, by its number. */
export const named = (text: string): string =>
  plain(text).replace(UNSEEN, (sign) => `[U+${hex(sign).padStart(4, '0')}]`)

const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu
const hex = (sign: string) => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase()

/** All that can be read on it, and whatever on it does something that is none of ours. */
export async function seen(page: Page): Promise<{ text: string; faults: string[] }> {
  const { text, acting, ran } = await page.evaluate(() => {
    const body = document.body.cloneNode(true) as HTMLElement
    for (const one of body.querySelectorAll('script, style')) one.remove()
    for (const one of body.querySelectorAll('br')) one.replaceWith('\n')
    const fields = [...document.querySelectorAll('input, textarea')]
    const typed = fields.map((one) => (one as HTMLInputElement).value)
    const attributes = [...document.querySelectorAll('*')].flatMap((one) =>
      one.getAttributeNames().map((name) => `${name}=${one.getAttribute(name) ?? ''}`),
    )
    return {
      text: [body.textContent, ...typed].join('\n'),
      acting: attributes.filter((one) =>
        /^on\w+=|^(href|src|action)=\s*(javascript|data:text|https:\/\/elsewhere)/i.test(one),
      ),
      ran: 'ran' in window,
    }
  })
  const became = acting.map((one) => `it became ${one}`)
  return { text: plain(text), faults: [...(ran ? ['a script ran'] : []), ...became] }
}

/** Every request that leaves our own server. */
export function leaving(context: BrowserContext, own: string): string[] {
  const left: string[] = []
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(own) && !/^(data|blob|file|about):/.test(url)) left.push(`asked for ${url}`)
  })
  context.on('dialog', (dialog) => {
    left.push(`said ${dialog.message()}`)
    void dialog.dismiss()
  })
  return left
}
