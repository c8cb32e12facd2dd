/** A browser without a screen: follows redirections between hosts, and keeps each host's cookies. */
export function traveller(fetcher: typeof fetch = fetch) {
  const jars = new Map<string, Map<string, string>>()

  async function once(url: string, sent?: Record<string, string>): Promise<Response> {
    const { origin } = new URL(url)
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const reply = await fetcher(url, {
      ...{ redirect: 'manual', headers: { cookie, ...(sent ? FORM(origin) : {}) } },
      ...(sent ? { method: 'POST', body: new URLSearchParams(sent).toString() } : {}),
    })
    for (const line of reply.headers.getSetCookie()) keep(jar, line)
    return reply
  }

  return {
    jars,
    once,
    /** Follows until a page comes, or until an address that `stop` names. */
    async go(url: string, sent?: Record<string, string>, stop?: (to: string) => boolean) {
      let [at, reply] = [url, await once(url, sent)]
      for (let hops = 0; hops < 12; hops += 1) {
        const to = reply.headers.get('location')
        if (to === null) break
        at = new URL(to, at).href
        if (stop?.(at)) break
        reply = await once(at)
      }
      return { url: at, reply, body: await reply.text() }
    },
  }
}
export type Traveller = ReturnType<typeof traveller>

const FORM = (origin: string) => ({
  ...{ origin, 'sec-fetch-site': 'same-origin' },
  'content-type': 'application/x-www-form-urlencoded',
})

function keep(jar: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  const gone = /max-age=0(;|$)/i.test(line) || /expires=Thu, 01 Jan 1970/i.test(line)
  if (gone || value === '') jar.delete(name)
  else jar.set(name, value)
}
