import { connect, createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** Where a turn on its way to PostgreSQL is cut off: before it arrives, after it, or its answer. */
const WAYS = ['sent', 'arrived', 'answered'] as const

/**
 * Stands between Candour and PostgreSQL, and cuts connections: as a turn goes through, at the very
 * moment at which nobody can know whether it was committed, and now and then at random.
 */
export class Cutter {
  readonly #server: Server
  readonly #open = new Set<Socket>()
  /** How many turns were cut. */
  cuts = 0
  /** Of a hundred turns, how many are cut. */
  each = 0
  port = 0
  /** Nothing is passed on, and nobody is told. */
  silent = false

  constructor(to: number, random: () => number) {
    this.#server = createServer((from) => this.#bring(from, to, random))
  }

  async listen(): Promise<void> {
    await new Promise<void>((ready) => this.#server.listen(0, '127.0.0.1', ready))
    this.port = (this.#server.address() as AddressInfo).port
  }

  /** The same address, through here. */
  through(url: string): string {
    const other = new URL(url)
    other.port = String(this.port)
    return other.href
  }

  cutAll(): void {
    for (const socket of this.#open) socket.destroy()
  }

  async close(): Promise<void> {
    this.cutAll()
    await new Promise((gone) => this.#server.close(gone))
  }

  #bring(from: Socket, to: number, random: () => number): void {
    const there = connect(to, '127.0.0.1')
    const cut = () => {
      from.destroy()
      there.destroy()
    }
    for (const one of [from, there]) {
      this.#open.add(one)
      one.setNoDelay(true)
      one.on('error', cut)
      one.on('close', () => (this.#open.delete(one), cut()))
    }
    const isTurn = turns()
    let swallow = false
    from.on('data', (chunk) => {
      if (this.silent) return
      const turn = isTurn(chunk)
      if (random() * 100 >= (turn ? this.each : this.each / 20)) return void there.write(chunk)
      this.cuts += turn ? 1 : 0
      const way = WAYS[Math.floor(random() * WAYS.length)]
      if (way === 'sent') return cut()
      // Half a message is nothing to PostgreSQL; the whole one is taken, whoever is there to hear it.
      there.write(chunk)
      if (way === 'answered') swallow = true
      else there.end(() => from.destroy())
    })
    there.on('data', (chunk) => (swallow ? cut() : from.write(chunk)))
  }
}

const TURN = /(candour_\d+)\0SELECT take_(?:turns|together)\(/g

/** Whether a message to PostgreSQL is a turn: by its text the first time, by that text's name later. */
function turns(): (chunk: Buffer) => boolean {
  const names = new Set<string>()
  return (chunk) => {
    const text = chunk.toString('latin1')
    for (const [, name = ''] of text.matchAll(TURN)) names.add(name)
    return [...names].some((name) => text.includes(`\0${name}\0`))
  }
}
