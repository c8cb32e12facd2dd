export interface Answered {
  readonly status: number
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
}

async function answered(response: Response): Promise<Answered> {
  const headers = Object.fromEntries(response.headers)
  return { status: response.status, text: await response.text(), headers }
}

/** Somebody at the desk, through whichever instance a request is sent to. */
export class Practitioner {
  readonly #cookies = new Map<string, string>()

  /** Somebody who has taken a copy of the cookies. */
  copy(): Practitioner {
    const other = new Practitioner()
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value)
    return other
  }

  async signIn(at: string, person: string, role: string): Promise<void> {
    const { status } = await this.post(at, '/desk/sign-in', { person, role })
    if (status !== 303) throw new Error(`sign-in: ${status}`)
  }

  async get(at: string, path: string): Promise<Answered> {
    const response = await fetch(at + path, { redirect: 'manual', headers: this.#headers(at) })
    return answered(response)
  }

  async post(
    at: string,
    path: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<Answered> {
    const response = await fetch(at + path, {
      ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) },
      headers: this.#headers(at),
    })
    for (const one of response.headers.getSetCookie()) this.#keep(one)
    return answered(response)
  }

  /** What a form of a page sends besides what somebody fills in, by its button or by its address. */
  form(page: string, has: string): { path: string; fields: Record<string, string> } {
    const forms = page.match(/<form[\s\S]*?<\/form>/g) ?? []
    const form = forms.find((one) => one.includes(has))
    if (!form) throw new Error(`no form with ${has}`)
    const named = /name="([^"]*)"/
    const inputs = form.match(/<input type="hidden"[^>]*>/g) ?? []
    const fields = inputs.map((one) => [named.exec(one)?.[1], /value="([^"]*)"/.exec(one)?.[1]])
    return {
      path: /action="([^"]*)"/.exec(form)?.[1] ?? '',
      fields: Object.fromEntries(fields) as Record<string, string>,
    }
  }

  #headers(at: string): Record<string, string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return { cookie, origin: at, 'sec-fetch-site': 'same-origin' }
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const [name = '', value = ''] = pair.split('=')
    if (value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}
