import { expect } from 'chai'
import { Server } from '../support/server.ts'
import { ENQUIRY } from '../support/enquiry.ts'

const PATIENTS = 50
const ANSWERS = 40
/** One message in so many is sent twice at once, under one key. */
const TWICE = 7

describe('two thousand answers of fifty patients at once', function () {
  this.timeout(120_000)

  it('are each kept once, and every chain verifies', async () => {
    const server = await Server.start()
    try {
      const patients = Array.from({ length: PATIENTS }, (_, at) => new Patient(server.url, at))
      await Promise.all(patients.map((patient) => patient.talk()))
      const acknowledged = patients.reduce((sum, { taken }) => sum + taken, 0)
      expect(acknowledged).to.equal(PATIENTS * ANSWERS)

      const { code, said } = await server.verify()
      expect(code, said).to.equal(0)
      const records = [...said.matchAll(/^[0-9a-f]+: holds, (\d+) records$/gm)].map(([, count]) =>
        Number(count),
      )
      expect(records).to.have.length(PATIENTS)
      // One record for each answer, and one for each beginning.
      expect(records.every((count) => count === ANSWERS + 1)).to.equal(true)
    } finally {
      await server.stop()
    }
  })
})

interface Asked {
  readonly id: string
  readonly content: string
  readonly choices: readonly { readonly id: string }[]
}

class Patient {
  readonly #url: string
  readonly #n: number
  #token = ''
  #id = ''
  taken = 0

  constructor(url: string, n: number) {
    this.#url = `${url}/v3/directline`
    this.#n = n
  }

  async talk(): Promise<void> {
    const begun = await this.#call('POST', '/tokens/generate', { site: 'demo' })
    this.#token = String(begun.token)
    this.#id = String(begun.conversationId)
    await this.#call('POST', '/conversations', {})
    while (this.taken < ANSWERS) await this.#answer(await this.#asked())
  }

  async #answer(asked: Asked): Promise<void> {
    const value = ENQUIRY[asked.content]
      ? { question: asked.id, ...ENQUIRY[asked.content] }
      : this.#change()
    const key = `${this.#n}-${this.taken}`
    const send = () =>
      this.#call('POST', `/conversations/${this.#id}/activities`, {
        ...{ type: 'message', from: { id: 'x' }, value, channelData: { candour: { key } } },
      })
    const replies = await Promise.all(this.taken % TWICE === 0 ? [send(), send()] : [send()])
    expect(new Set(replies.map(({ id }) => id)).size).to.equal(1)
    this.taken += 1
  }

  /** Everything is told: a name can always be changed. */
  #change(): object {
    return { change: `enquiry#${this.#round}/full-name` }
  }

  #round = 1
  #watermark = ''

  async #asked(): Promise<Asked> {
    const path = `/conversations/${this.#id}/activities?watermark=${this.#watermark}`
    const { activities, watermark } = await this.#call('GET', path)
    this.#watermark = String(watermark)
    const last = (activities as { channelData?: { candour?: { question?: Asked } } }[]).at(-1)
    const asked = last?.channelData?.candour?.question ?? { id: '', content: '', choices: [] }
    const round = /^enquiry#(\d+)/.exec(asked.id)?.[1]
    if (round) this.#round = Number(round)
    return asked
  }

  async #call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: {
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    return (await response.json()) as Record<string, unknown>
  }
}
