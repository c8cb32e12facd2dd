import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { type SMTPServerOptions, SMTPServer } from 'smtp-server'

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** Of a server that only tests run: its key is no secret. */
export const CERTIFICATE = read('localhost.cert.pem')
const KEY = read('localhost.key.pem')

export interface Received {
  readonly to: string
  readonly secure: boolean
  /** All of it as it came over the wire. */
  readonly raw: string
}

export type Smtp = Awaited<ReturnType<typeof openSmtp>>

/** A mail server on this machine: keeps what it takes, and refuses as it is told. */
export async function openSmtp(more: SMTPServerOptions = {}, port = 0) {
  const received: Received[] = []
  const state: { refuses?: number; silent?: boolean; hears: number } = { hears: 0 }
  const server = new SMTPServer({
    ...{ key: KEY, cert: CERTIFICATE, authOptional: true, disableReverseLookup: true },
    onRcptTo(_address, _session, done) {
      const { refuses } = state
      done(refuses ? Object.assign(new Error('no'), { responseCode: refuses }) : null)
    },
    onData(stream, { envelope, secure }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        state.hears += 1
        const to = envelope.rcptTo.map(({ address }) => address).join()
        received.push({ to, secure, raw: Buffer.concat(chunks).toString() })
        // It has it, and nobody is ever told.
        if (!state.silent) done()
      })
    },
    ...more,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    ...{ received, state, port: (server.server.address() as AddressInfo).port },
    close: () => new Promise<void>((resolve) => void server.close(resolve)),
  }
}

/** The words of a mail, whatever way they were encoded for the wire. */
export function wordsOf({ raw }: Received): string {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const text = body.join('\n\n').replaceAll('\r\n', '\n')
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(head)) return text.trim()
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString().trim()
}

export const headerOf = ({ raw }: Received, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(raw.split('\r\n\r\n')[0] ?? '')?.[1]?.trim() ?? ''
