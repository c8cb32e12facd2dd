import type { BrowserContext, Page } from 'playwright-core'

/** What became of words on a page: a sentence for each way in which they were more than words. */
export async function shown(page: Page, payloads: readonly string[]): Promise<string[]> {
  await page.waitForLoadState('networkidle').catch(() => undefined)
  return page.evaluate((wanted) => {
    const plain = (text: string) => text.replace(/\r\n?/g, '\n')
    // Staff are shown what they could not see, by its number.
    const unseen = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu
    const hex = (sign: string) => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase()
    const named = (text: string) =>
      plain(text).replace(unseen, (sign) => `[U+${hex(sign).padStart(4, '0')}]`)
    const fields = [...document.querySelectorAll('input, textarea')]
    const typed = fields.map((one) => (one as HTMLInputElement).value)
    const all = plain([document.body.textContent, ...typed].join('\n'))
    const attributes = [...document.querySelectorAll('*')].flatMap((one) =>
      one.getAttributeNames().map((name) => `${name}=${one.getAttribute(name) ?? ''}`),
    )
    const acting = attributes.filter((one) =>
      /^on\w+=|^(href|src|action)=\s*(javascript|data:text|https:\/\/elsewhere)/i.test(one),
    )
    return [
      ...wanted
        .filter((one) => !all.includes(plain(one)) && !all.includes(named(one)))
        .map((one) => `not as it was: ${one}`),
      ...('ran' in window ? ['a script ran'] : []),
      ...acting.map((one) => `it became ${one}`),
    ]
  }, payloads)
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
