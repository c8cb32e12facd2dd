import { connect, createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** An address that is moved from one server to another, and a line on which everything can be held up. */
export class Valve {
  readonly #server: Server
  readonly #open = new Set<Socket>()
  #held = false
  port = 0
  /** The port that whoever connects from now on is brought to. */
  to: number

  constructor(to: number) {
    this.to = to
    this.#server = createServer((from) => this.#bring(from))
  }

  async listen(): Promise<this> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready))
    this.port = (this.#server.address() as AddressInfo).port
    return this
  }

  /** The same address, through here. */
  through(url: string): string {
    const other = new URL(url)
    other.port = String(this.port)
    return other.href
  }

  /** Nothing arrives any more, and nobody is told. */
  hold(): void {
    this.#held = true
    for (const socket of this.#open) socket.pause()
  }

  /** Whoever was brought to the one before has to come again. */
  move(to: number): void {
    this.to = to
    for (const socket of this.#open) socket.destroy()
  }

  async close(): Promise<void> {
    this.move(this.to)
    await new Promise((gone) => this.#server.close(gone))
  }

  #bring(from: Socket): void {
    if (this.#held) return void from.destroy()
    const there = connect(this.to, '127.0.0.1')
    for (const [one, other] of [
      [from, there],
      [there, from],
    ] as const) {
      this.#open.add(one)
      one.setNoDelay(true)
      one.on('data', (chunk) => other.write(chunk))
      one.on('error', () => other.destroy())
      one.on('close', () => (this.#open.delete(one), other.destroy()))
    }
  }
}
