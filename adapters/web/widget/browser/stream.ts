import type { Draft, Frame } from './activity.ts'
import { Failed, type Line, Over } from './line.ts'
import { Told } from './told.ts'

interface Hearing {
  hear(frame: Frame): void
  over(): void
  /** True while the server can't be reached. */
  lost(lost: boolean): void
}

const POLL = 2_000
const PING = 20_000
const MOST_REFUSED = 3

/**
 * Hears a sitting by the answers to what it sends, by WebSocket, by polling where sockets don't get
 * through, and catches up after a gap.
 */
export class Stream {
  readonly #line: Line
  readonly #hearing: Hearing
  readonly #told: Told
  #url: string | undefined
  #failed = 0
  #refused = 0
  #stopped = false
  #wake: () => void = () => undefined
  /**
   * Waits no longer for what is under way. On a dead network a socket says nothing for minutes, not
   * even that it has closed, and what was asked for may never come.
   */
  #cut: () => void = () => undefined

  constructor(line: Line, hearing: Hearing) {
    this.#line = line
    this.#url = line.streamUrl
    this.#hearing = hearing
    this.#told = new Told(line, {
      hear: (frame) => this.#stopped || hearing.hear(frame),
      // Who runs this tries again until it works, and says so meanwhile.
      failed: (error) => void (error instanceof Over ? this.#end() : this.#cut()),
    })
    addEventListener('online', () => this.#wake())
    addEventListener('offline', () => this.#cut())
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      await this.#once()
      if (!this.#stopped) await this.#pause()
    }
  }

  stop(): void {
    this.#stopped = true
    this.#cut()
    this.#wake()
  }

  /** The reply comes with the answer, or by a read. */
  send(key: string, draft: Draft): Promise<void> {
    return this.#told.send(key, draft)
  }

  /** Asks now, for whoever can't wait for the stream. */
  poke(): Promise<void> {
    return this.#told.poke()
  }

  /** Reads all from the beginning: the server may have lost a sitting that had no answer yet. */
  again(): Promise<void> {
    return this.#told.again()
  }

  async #once(): Promise<void> {
    try {
      await this.#unlessCut(this.#told.read())
      this.#failed = 0
      this.#hearing.lost(false)
      // A network that refuses sockets is asked again from time to time, not at every poll.
      if (this.#refused < MOST_REFUSED || this.#refused % 30 === 0) await this.#listen()
      else this.#refused += 1
    } catch (error) {
      if (error instanceof Over) return this.#end()
      this.#failed += 1
      if (!this.#stopped) this.#hearing.lost(true)
    }
  }

  async #listen(): Promise<void> {
    const url = this.#url ?? (await this.#unlessCut(this.#line.reopen(this.#told.watermark)))
    this.#url = undefined
    const heard =
      url !== undefined && !this.#stopped && (await this.#connect(`${url}&name=${this.#told.name}`))
    this.#refused = heard ? 0 : this.#refused + 1
  }

  #unlessCut<T>(asked: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#cut = () => reject(new Failed(0))
      asked.then(resolve, reject)
    })
  }

  /** Resolves when the socket has closed: true if it had been open. */
  #connect(url: string): Promise<boolean> {
    if (!navigator.onLine) return Promise.resolve(false)
    return new Promise((resolve) => {
      const socket = new WebSocket(url)
      let opened = false
      const ping = setInterval(() => opened && socket.send(''), PING)
      const end = () => {
        clearInterval(ping)
        resolve(opened)
      }
      this.#cut = () => {
        socket.onmessage = null
        socket.close()
        end()
      }
      socket.onopen = () => (opened = true)
      socket.onmessage = ({ data }) => {
        if (typeof data === 'string' && data) this.#told.heard(JSON.parse(data) as Frame)
      }
      socket.onclose = end
    })
  }

  async #end(): Promise<void> {
    // The last words may come with an answer.
    await this.#told.sent
    if (this.#stopped) return
    this.stop()
    this.#hearing.over()
  }

  #pause(): Promise<void> {
    const polling = this.#refused > 0 ? POLL : 250
    const pause = this.#failed > 0 ? Math.min(15_000, 500 * 2 ** this.#failed) : polling
    return new Promise((resolve) => {
      this.#wake = resolve
      setTimeout(resolve, pause * (0.5 + Math.random() / 2))
    })
  }
}
