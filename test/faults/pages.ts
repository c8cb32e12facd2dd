import type { Incoming } from '../../bot/ports.ts'
import { ENQUIRY } from '../support/enquiry.ts'
import { type Message, Patient, type Sent } from './patient.ts'
import { insist } from './racing.ts'

export interface Asked {
  readonly id: string
  readonly content: string
}

/** One message from one of somebody's pages, and all that anybody outside knows of it. */
export interface Entry {
  readonly value: NonNullable<Incoming['value']>
  readonly status: number
  /** The first words that they were told for it, and what the consultation is since then. */
  readonly said: string
  readonly state: string
}

interface Heard {
  readonly text?: string
  readonly from: { readonly role?: string }
  readonly channelData?: { readonly candour?: { readonly state?: string } }
}

/**
 * Several pages of one person, of which each shows what it was shown. It keeps what was sent from
 * them and what came of it, and knows nothing of what the program makes of it.
 */
export class Pages {
  readonly #any: () => string
  readonly patient: Patient
  readonly entries: Entry[] = []
  /** Where one message was answered differently the second time. */
  readonly faults: string[] = []
  readonly #first = new Map<Message, string>()
  #texts = 0

  constructor(any: () => string, name: string) {
    this.#any = any
    this.patient = new Patient(any, name)
  }

  asked(): Promise<Asked> {
    return this.patient.asked()
  }

  /** An answer to that question, with words of its own where it takes words. */
  answerTo({ id, content }: Asked): Record<string, unknown> {
    const usual = ENQUIRY[content]
    if (!usual) throw new Error(`nobody knows an answer to ${content}`)
    const inWords = 'answer' in usual && content !== 'age/date-of-birth'
    return { question: id, ...usual, ...(inWords ? { answer: `Words ${(this.#texts += 1)}` } : {}) }
  }

  /** From the page that goes on: whatever is asked now. */
  async goOn(times: number): Promise<void> {
    for (let n = 0; n < times; n += 1) await this.send(this.answerTo(await this.asked()))
  }

  async send(value: object): Promise<Entry | undefined> {
    return this.deliver(await this.patient.next(value))
  }

  /** Brings a message to one of the instances, the first time or once more. */
  async deliver(message: Message): Promise<Entry | undefined> {
    const at = this.#any()
    const sent = await insist(this.patient, at, message)
    const told = `${sent.status} ${sent.text}`
    const before = this.#first.get(message)
    if (before === undefined) return this.#keep(at, message, sent)
    if (before !== told) this.faults.push(`the same message was told ${before} and then ${told}`)
    return undefined
  }

  async #keep(at: string, message: Message, sent: Sent): Promise<Entry> {
    this.#first.set(message, `${sent.status} ${sent.text}`)
    const told = sent.status === 200 ? await this.#toldBy(at, sent.text) : { said: '', state: '' }
    const entry = { value: message.value as Entry['value'], status: sent.status, ...told }
    this.entries.push(entry)
    // Whoever has been heard once is known at every instance.
    if (sent.status === 200) this.patient.taken += 1
    return entry
  }

  /** What stands after their own message in what is said there. */
  async #toldBy(at: string, text: string): Promise<Pick<Entry, 'said' | 'state'>> {
    const n = Number((JSON.parse(text) as { id: string }).id.split('|')[1])
    const response = await fetch(`${at}${this.patient.path}?watermark=${n}`, {
      headers: { authorization: this.patient.authorization },
    })
    if (!response.ok) return { said: '', state: 'gone' }
    const { activities } = (await response.json()) as { activities: readonly Heard[] }
    const reply = activities.find(({ from }) => from.role === 'bot')
    return { said: reply?.text ?? '', state: reply?.channelData?.candour?.state ?? '' }
  }
}
