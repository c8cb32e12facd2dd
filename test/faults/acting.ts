import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from '../support/server.ts'
import { Practitioner } from './practitioner.ts'

const ACTS = ['pause', 'resume'] as const

/**
 * Somebody at the desk who pauses one consultation and lets it go on, again and again. They stay with
 * one instance until it is gone, and look at another what came of what they were doing.
 */
export class Acting {
  readonly #live: ReadonlySet<Server>
  readonly #path: string
  readonly #staff = new Practitioner()
  /** Which instance they are with. */
  at: Server
  /** Whether something that they did is on its way there. */
  busy = false
  /** How often they did something, and saw it done. */
  done = 0
  /** What they were told is done, and was not. */
  readonly faults: string[] = []

  constructor(live: ReadonlySet<Server>, at: Server, consultation: string) {
    this.#live = live
    this.at = at
    this.#path = `/desk/c/${consultation}`
  }

  async begin(): Promise<void> {
    await this.#staff.signIn(this.at.url, 'nadia-okafor', 'practitioner')
  }

  /** Until it is there, however often it has to be asked for. */
  async act(): Promise<void> {
    const act = ACTS[this.done % ACTS.length] as string
    for (let told = 0; ;) {
      const page = await this.#look()
      if (page === undefined) continue
      const form = `name="act" value="${act}"`
      if (!page.includes(form)) break
      if (told === 303) this.faults.push(`${act} was said to be done, and was not`)
      const { path, fields } = this.#staff.form(page, form)
      this.busy = true
      told = await this.#asked(() =>
        this.#staff.post(this.at.url, path, { ...fields, word: 'yes' }),
      )
      this.busy = false
    }
    this.done += 1
  }

  async #look(): Promise<string | undefined> {
    let page = ''
    const status = await this.#asked(async () => {
      const got = await this.#staff.get(this.at.url, this.#path)
      page = got.text
      return got
    })
    return status === 200 ? page : undefined
  }

  /** What was answered; from whoever is not there any more nothing is, and they go to another. */
  async #asked(ask: () => Promise<{ readonly status: number }>): Promise<number> {
    try {
      return (await ask()).status
    } catch {
      await pause(50)
      this.at = [...this.#live].find((one) => one !== this.at) ?? this.at
      return 0
    }
  }
}
