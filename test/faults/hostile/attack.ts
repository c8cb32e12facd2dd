import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Trials } from '../campaign.ts'
import type { Target } from './target.ts'

export interface Attack {
  readonly name: string
  readonly body: string | Buffer
  readonly headers?: Readonly<Record<string, string>>
  /** What may be answered. */
  readonly told: readonly number[]
}

interface Told {
  readonly status: number
  readonly body: string
}

/** One after another, until the target is gone; then whether it is as it was before. */
export async function attackWith(target: Target, attacks: Iterable<Attack>): Promise<Trials> {
  const failures: string[] = []
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let trials = 0
  try {
    const before = await target.state()
    for (const attack of attacks) {
      trials += 1
      const told = await heard(target, attack, agent).catch(() => undefined)
      if (!told || !attack.told.includes(told.status) || !isConstant(told))
        failures.push(`${attack.name}: ${told ? `${told.status} ${told.body.slice(0, 80)}` : GONE}`)
      if (!target.alive()) return { trials, failures: [...failures, `${attack.name} ended it`] }
    }
    const after = await target.state()
    if (after !== before) failures.push(`it was ${before}, and is ${after}`)
    return { trials, failures }
  } finally {
    agent.destroy()
    await target.stop()
  }
}

const GONE = 'no answer'

/** What is refused is refused in the same words, whatever was sent; an answer is an id, or has the reply. */
const isConstant = ({ status, body }: Told): boolean =>
  status < 400
    ? body.length < 200 || hasReply(body)
    : /^\{"error":\{"code":"[\w-]+","message":"[^"<>]{1,100}"\}\}$/.test(body)

function hasReply(body: string): boolean {
  const { id, activities, watermark, ...more } = JSON.parse(body) as Record<string, unknown>
  const kinds = [typeof id, Array.isArray(activities), typeof watermark, Object.keys(more).length]
  return kinds.join() === 'string,true,string,0'
}

/** Whoever asks too often is told to wait, and is not heard yet. */
async function heard(target: Target, attack: Attack, agent: Agent): Promise<Told> {
  for (;;) {
    const told = await send(target, attack, agent)
    if (told.status !== TOO_OFTEN || attack.told.includes(TOO_OFTEN)) return told
    await pause(1000)
  }
}

const TOO_OFTEN = 429

function send({ port, path, authorization }: Target, attack: Attack, agent: Agent): Promise<Told> {
  const { body, headers = {} } = attack
  return new Promise((resolve, reject) => {
    const all = { 'content-type': 'application/json', authorization, ...headers }
    const options = { method: 'POST', host: '127.0.0.1', port, path, headers: all, agent }
    const sent = request({ ...options, timeout: 20_000 }, (response) => {
      let heard = ''
      response.setEncoding('utf8').on('data', (part: string) => (heard += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: heard }))
      response.on('error', reject)
    })
    sent.on('timeout', () => sent.destroy(new Error('no answer')))
    sent.on('error', reject)
    sent.end(body)
  })
}

/** What somebody sends who was asked something else: it is heard, and changes nothing. */
export const stale = (more: object = {}): Record<string, unknown> => ({
  ...{ type: 'message', from: { id: 'x' }, channelData: { candour: {} } },
  value: { question: 'nobody#1', choice: 'no-such' },
  ...more,
})
