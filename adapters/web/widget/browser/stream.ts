import type { Frame } from './activity.ts'
import { type Line, Over } from './line.ts'

interface Hearing {
  hear(frame: Frame): void
  over(): void
  /** True while the server can't be reached. */
  lost(lost: boolean): void
}

const POLL = 2_000
const PING = 20_000
const MOST_REFUSED = 3

/** Hears a sitting by WebSocket, by polling where sockets don't get through, and catches up after a gap. */
export class Stream {
  readonly #line: Line
  readonly #hearing: Hearing
  #watermark = ''
  #url: string | undefined
  #socket: WebSocket | undefined
  #failed = 0
  #refused = 0
  #stopped = false
  #wake: () => void = () => undefined

  constructor(line: Line, hearing: Hearing) {
    this.#line = line
    this.#url = line.streamUrl
    this.#hearing = hearing
    addEventListener('online', () => this.#wake())
    // A socket on a dead network says nothing for minutes.
    addEventListener('offline', () => this.#socket?.close())
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      await this.#once()
      if (!this.#stopped) await this.#pause()
    }
  }

  stop(): void {
    this.#stopped = true
    this.#socket?.close()
    this.#wake()
  }

  /** Asks now, for whoever can't wait for the stream. */
  async poke(): Promise<void> {
    try {
      this.#take(await this.#line.activities(this.#watermark))
    } catch (error) {
      if (error instanceof Over) this.#end()
    }
  }

  /** Reads all from the beginning: the server may have lost a sitting that had no answer yet. */
  again(): Promise<void> {
    this.#watermark = ''
    return this.poke()
  }

  async #once(): Promise<void> {
    try {
      this.#take(await this.#line.activities(this.#watermark))
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
    const url = this.#url ?? (await this.#line.reopen(this.#watermark))
    this.#url = undefined
    const heard = url !== undefined && !this.#stopped && (await this.#connect(url))
    this.#refused = heard ? 0 : this.#refused + 1
  }

  /** Resolves when the socket has closed: true if it had been open. */
  #connect(url: string): Promise<boolean> {
    if (!navigator.onLine) return Promise.resolve(false)
    return new Promise((resolve) => {
      const socket = new WebSocket(url)
      let opened = false
      const ping = setInterval(() => opened && socket.send(''), PING)
      this.#socket = socket
      socket.onopen = () => (opened = true)
      socket.onmessage = ({ data }) => {
        if (typeof data === 'string' && data) this.#take(JSON.parse(data) as Frame)
      }
      socket.onclose = () => {
        clearInterval(ping)
        resolve(opened)
      }
    })
  }

  #take(frame: Frame): void {
    if (this.#stopped) return
    if (frame.watermark !== undefined) this.#watermark = frame.watermark
    this.#hearing.hear(frame)
  }

  #end(): void {
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
