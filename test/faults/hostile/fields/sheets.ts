import { strFromU8, unzipSync } from 'fflate'
import { createDirectLine } from '../../../../adapters/web/direct-line/routes.ts'
import type { Claim } from '../../../../bot/ports.ts'
import { staff } from '../../../support/staff.ts'
import type { OpenHouse } from '../../open-houses.ts'
import { Practitioner } from '../../practitioner.ts'
import { activeIn, inflated } from '../sinks.ts'
import type { Sheet } from './screen.ts'

export type { Sheet }

const OWN = { 'sec-fetch-site': 'same-origin' }

/** The pages on which words come out, as whoever may see them is sent them. */
export class Sheets {
  readonly #instance: OpenHouse
  readonly #directLine: ReturnType<typeof createDirectLine>
  readonly performer = new Practitioner()
  readonly lead = new Practitioner()
  #chat: Omit<Sheet, 'place'> | undefined

  private constructor(instance: OpenHouse) {
    this.#instance = instance
    const { candour, clocks, chance, secret } = instance.house
    this.#directLine = createDirectLine({
      ...{ sittings: candour.sittings, clocks, chance, secret: secret('direct-line') },
      sites: [{ id: 'demo', origins: [] }],
    })
  }

  static async open(instance: OpenHouse): Promise<Sheets> {
    const sheets = new Sheets(instance)
    await sheets.performer.signIn(instance.url, 'nadia-okafor', 'performer')
    await sheets.lead.signIn(instance.url, 'farida-lyle', 'safeguarding')
    return sheets
  }

  at = async (place: string, who: Practitioner, path: string): Promise<Sheet> => ({
    ...{ place, ...(await who.get(this.#instance.url, path)) },
  })

  consultation = (id: string): Promise<Sheet> =>
    this.at('the consultation', this.performer, `/desk/c/${id}`)

  /** What is left of it once it was gone through; its printed record is judged at once. */
  async after(id: string, judge: (faults: readonly string[]) => void): Promise<Sheet[]> {
    const path = `/desk/c/${id}`
    const { performer, lead } = this
    // That somebody made or read something goes on record: first what needs a log that is at rest.
    const { pack, printed } = await this.#pack(id)
    judge(activeIn(inflated(printed)))
    const others = await Promise.all([
      this.consultation(id),
      this.at('the record', performer, `${path}/record?all=1`),
      this.at('the timeline', performer, `${path}/timeline`),
      this.at('the written information', performer, `${path}/written-information`),
      this.at('the restricted consultation', lead, path),
      this.at('the restricted record', lead, `${path}/record?all=1`),
      this.#summary(id),
    ])
    return [pack, ...others]
  }

  /** What waits, for whoever sees it differently. */
  queues = (): Promise<Sheet[]> =>
    Promise.all([this.performer, this.lead].map((who) => this.at('the queue', who, '/desk')))

  async #summary(id: string): Promise<Sheet> {
    const { url } = this.#instance
    const { text } = await this.performer.get(url, `/desk/c/${id}/record`)
    const { path, fields } = this.performer.form(text, 'Make the summary')
    return { place: 'the summary', ...(await this.performer.post(url, path, fields)) }
  }

  async #pack(id: string): Promise<{ pack: Sheet; printed: Uint8Array | undefined }> {
    const { candour, log } = this.#instance.house
    await log.settled()
    const { file, said } = await candour.desk.pack(staff('performer'), id)
    if (!file) throw new Error(`no pack: ${said}`)
    const { 'record.html': page = new Uint8Array(), 'record.pdf': printed } = unzipSync(file)
    const headers = { 'content-type': 'text/html' }
    const pack = { place: 'the pack', status: 200, text: strFromU8(page), headers }
    return { pack, printed }
  }

  /** The patient’s own pages, as long as their sitting lasts; the chat is the first. */
  async of(claim: Claim, consultation: string): Promise<Sheet[]> {
    const token = await this.#directLine.tokenFor(claim)
    const sent = (place: string, path: string) => this.#posted(place, path, { token })
    const cookie = (await sent('', '/pages/begin')).headers['set-cookie']?.split(';')[0] ?? ''
    const page = async (place: string, path: string): Promise<Sheet> => {
      const reply = await fetch(this.#instance.url + path, { headers: { cookie } })
      const headers = Object.fromEntries(reply.headers)
      return { place, status: reply.status, text: await reply.text(), headers }
    }
    this.#chat ??= await this.#anyChat(consultation)
    const text = this.#chat?.text.replace(/ey[\w-]+\.[\w-]+\.[\w-]+/, token) ?? ''
    return [
      ...(this.#chat ? [{ ...this.#chat, place: 'the chat', text, ready: '#card *' }] : []),
      await page('the page without script', '/pages'),
      await page('the answers without script', '/pages/answers'),
      await sent('the patient’s written information', '/written-information'),
      await sent('the patient’s summary', '/summary'),
    ]
  }

  /** The chat as a link opens it: another sitting’s token makes it the chat of that sitting. */
  async #anyChat(consultation: string): Promise<Omit<Sheet, 'place'> | undefined> {
    const { desk } = this.#instance.house.candour
    const { secret } = await desk.makeLink(staff('performer'), consultation, 'continue')
    return secret === undefined ? undefined : this.#posted('', `/c/${secret}`, {})
  }

  async #posted(
    place: string,
    path: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<Sheet> {
    const { url } = this.#instance
    const body = new URLSearchParams(fields)
    const headers = { ...OWN, origin: url }
    const reply = await fetch(url + path, { method: 'POST', redirect: 'manual', body, headers })
    const kept = Object.fromEntries(reply.headers)
    return { place, status: reply.status, text: await reply.text(), headers: kept }
  }
}
