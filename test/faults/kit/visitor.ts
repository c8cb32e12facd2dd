import { ENQUIRY } from '../../support/enquiry.ts'

interface Asked {
  readonly id: string
  readonly content: string
}

/** Somebody at the chat of a server, who is told each status and sends nothing twice by themselves. */
export class Visitor {
  readonly #url: string
  #token = ''
  #id = ''
  #sent = 0
  #round = ''
  /** How many messages were taken. */
  taken = 0

  constructor(url: string) {
    this.#url = `${url}/v3/directline`
  }

  async begin(): Promise<void> {
    const { body } = await this.#call('POST', '/tokens/generate', { site: 'demo' })
    this.#token = String(body['token'])
    this.#id = String(body['conversationId'])
    await this.#call('POST', '/conversations', {})
  }

  /** Whatever is asked now; when nothing is, a name is put right. */
  async answer(): Promise<number> {
    const asked = await this.asked()
    const known = ENQUIRY[asked.content]
    this.#round = /^enquiry#\d+/.exec(asked.id)?.[0] ?? this.#round
    const change = `${this.#round}/full-name`
    return this.send(known ? { question: asked.id, ...known } : { change })
  }

  async choose(choice: string): Promise<number> {
    return this.send({ question: (await this.asked()).id, choice })
  }

  command(command: string): Promise<number> {
    return this.send({ command })
  }

  async asked(): Promise<Asked> {
    const { body } = await this.#call('GET', `/conversations/${this.#id}/activities`)
    const all = body['activities'] as { channelData?: { candour?: { question?: Asked } } }[]
    return all.at(-1)?.channelData?.candour?.question ?? { id: '', content: '' }
  }

  async send(value: object): Promise<number> {
    const channelData = { candour: { key: `key-${(this.#sent += 1)}` } }
    const message = { type: 'message', from: { id: 'x' }, value, channelData }
    const { status } = await this.#call('POST', `/conversations/${this.#id}/activities`, message)
    if (status === 200) this.taken += 1
    return status
  }

  async #call(method: string, path: string, body?: object) {
    const response = await fetch(this.#url + path, {
      method,
      headers: {
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(30_000),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
}
