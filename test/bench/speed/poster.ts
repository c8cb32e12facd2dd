import { connect, type Socket } from 'node:net'

export const HOST = 'desk.candour.test'

export interface Poster {
  (path: string, body: object, more?: Headers): Promise<Record<string, unknown>>
  close(): void
}

type Headers = Readonly<Record<string, string>>

interface Waiting {
  readonly path: string
  readonly resolve: (read: Record<string, unknown>) => void
  readonly reject: (error: Error) => void
}

/**
 * One connection that is kept, as a browser keeps it, and one message at a time. It writes and reads
 * HTTP by itself: Node’s client costs as much as some of the servers that are measured.
 */
export function poster(port: number, n: number): Poster {
  let socket: Socket | undefined
  let waiting: Waiting | undefined
  let read: Buffer | undefined
  let sent = 0

  const end = (settle: (one: Waiting) => void) => {
    const one = waiting
    waiting = undefined
    if (one) settle(one)
  }
  const open = () => {
    const opened = connect({ port, host: '127.0.0.1', noDelay: true })
    opened.on('data', (data) => {
      read = read ? Buffer.concat([read, data]) : data
      const reply = replyIn(read)
      if (!reply) return
      read = undefined
      end(({ path, resolve, reject }) => {
        if (reply.status < 300) resolve(reply.body)
        else reject(new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`))
      })
    })
    opened.on('error', (error) => end(({ reject }) => reject(error)))
    opened.on('close', () => {
      socket = undefined
      end(({ path, reject }) => reject(new Error(`${path}: the connection was closed`)))
    })
    return opened
  }
  const post = (path: string, body: object, more: Headers = {}) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      waiting = { path, resolve, reject }
      const given = JSON.stringify(body)
      const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-for': addressOf(n, sent++) }
      const headers = Object.entries({ host: HOST, ...forwarded, ...more })
      const about = `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(given)}`
      const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
      socket ??= open()
      socket.write(`POST ${path} HTTP/1.1\r\n${lines}${about}\r\n\r\n${given}`)
    })
  return Object.assign(post, { close: () => void socket?.destroy() })
}

interface Reply {
  readonly status: number
  readonly body: Record<string, unknown>
}

const HEAD_ENDS = '\r\n\r\n'

/** Undefined until all of it is there. */
function replyIn(read: Buffer): Reply | undefined {
  const end = read.indexOf(HEAD_ENDS)
  if (end < 0) return undefined
  const head = read.toString('latin1', 0, end)
  const status = Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length))
  const length = status === 204 ? '0' : /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`no content-length: ${head}`)
  const body = read.subarray(end + HEAD_ENDS.length)
  if (body.length < Number(length)) return undefined
  if (body.length > Number(length)) throw new Error(`more than was said: ${head}`)
  return { status, body: body.length === 0 ? {} : (JSON.parse(body.toString()) as Reply['body']) }
}

/** Requests of one address are limited, as they must be; the load is that of many phones. */
export const addressOf = (n: number, sent: number) => `10.${n & 255}.${(sent >> 5) & 255}.${n >> 8}`
