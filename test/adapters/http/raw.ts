import { connect } from 'node:net'

/** What a server says to these bytes, until it closes or `enough` of it has come. */
export function speak(
  port: number,
  pieces: readonly (string | Uint8Array)[],
  { every = 0, until = /\r\n\r\n[^]+/ }: { every?: number; until?: RegExp } = {},
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    const done = () => {
      clearInterval(timer)
      socket.destroy()
      resolve(heard)
    }
    const rest = [...pieces]
    const next = () => {
      const piece = rest.shift()
      if (piece !== undefined && socket.writable) socket.write(piece)
    }
    const timer = setInterval(next, every)
    socket.on('connect', next)
    socket.on('data', (data) => {
      heard += data.toString('latin1')
      if (until.test(heard)) done()
    })
    socket.on('error', () => {})
    socket.on('close', done)
  })
}

/** Says it and never stops, until the server does. Resolves with what was heard and sent. */
export function speakWithoutEnd(
  port: number,
  head: string,
  piece: string | Uint8Array,
): Promise<{ heard: string; sent: number }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let heard = ''
    let sent = 0
    const more = () => {
      while (socket.writable && sent < 1e9) {
        sent += piece.length
        if (!socket.write(piece)) return
      }
    }
    socket.on('connect', () => {
      socket.write(head)
      more()
    })
    socket.on('drain', more)
    socket.on('data', (data) => (heard += data.toString('latin1')))
    socket.on('error', () => {})
    socket.on('close', () => resolve({ heard, sent }))
  })
}

export function statusOf(heard: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1])
}

export function bodyOf(heard: string): string {
  return heard.slice(heard.indexOf('\r\n\r\n') + 4)
}
