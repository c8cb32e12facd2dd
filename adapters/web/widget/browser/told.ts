import type { Answer, Draft, Frame } from './activity.ts'
import type { Line } from './line.ts'

interface Hearing {
  hear(frame: Frame): void
  /** It could not be asked for what is missing. */
  failed(error: unknown): void
}

/**
 * What this page has been told of a sitting, by answers, reads and a socket, each of which may come
 * before or after another. The watermark moves by nothing but what was heard, so nothing is left out.
 */
export class Told {
  /** What the server says in an answer it does not say by the stream of this name. */
  readonly name = crypto.randomUUID()
  watermark = ''
  /** Settles when all that is being sent has. */
  sent: Promise<unknown> = Promise.resolve()
  readonly #line: Line
  readonly #hearing: Hearing
  #sending = 0
  /** How often something may be missing, and for how many of those times a read has made up. */
  #gaps = 0
  #closed = 0
  /** Where that ended which the socket said last, and was not heard. */
  #unheard: string | undefined

  constructor(line: Line, hearing: Hearing) {
    this.#line = line
    this.#hearing = hearing
  }

  async send(key: string, draft: Draft): Promise<void> {
    const sent = this.#line.send(key, draft, this.name)
    this.sent = Promise.allSettled([this.sent, sent])
    this.#sending += 1
    try {
      this.#answered(await sent)
    } catch (error) {
      // It may have been taken, and its reply was not for the socket.
      this.#gaps += 1
      throw error
    } finally {
      this.#sending -= 1
      void this.#catchUp()
    }
  }

  poke(): Promise<void> {
    this.#gaps += 1
    return this.#catchUp()
  }

  again(): Promise<void> {
    this.watermark = ''
    return this.poke()
  }

  async read(): Promise<void> {
    const gaps = this.#gaps
    const frame = await this.#line.activities(this.watermark)
    this.#closed = Math.max(this.#closed, gaps)
    // It may end before what was heard meanwhile: then more is read again, and nothing left out.
    this.#hear(frame)
  }

  /** By the socket: out of order, perhaps, while something is sent or missing. */
  heard(frame: Frame): void {
    if (this.#sending === 0 && this.#closed === this.#gaps) this.#hear(frame)
    else this.#unheard = frame.watermark
  }

  #answered({ id, activities, watermark }: Answer): void {
    const own = Number(this.watermark)
    // Nothing came before it that is not here, and it is not counted from another beginning.
    const follows = Number(id.split('|').at(-1)) <= own && own <= Number(watermark)
    if (activities && watermark && follows) this.#hear({ activities, watermark })
    else this.#gaps += 1
  }

  #hear(frame: Frame): void {
    if (frame.watermark !== undefined) this.watermark = frame.watermark
    this.#hearing.hear(frame)
  }

  async #catchUp(): Promise<void> {
    try {
      while (this.#isBehind()) await this.read()
    } catch (error) {
      this.#hearing.failed(error)
    }
  }

  #isBehind(): boolean {
    if (this.#sending === 0) {
      if (this.#unheard !== undefined && this.#unheard !== this.watermark) this.#gaps += 1
      this.#unheard = undefined
    }
    return this.#closed < this.#gaps
  }
}
