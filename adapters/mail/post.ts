import { createTransport } from 'nodemailer'

/** A mail server. */
export interface Post {
  /** Resolves when the server has taken it; rejects with what may be done next. */
  send(mail: Mail): Promise<void>
  close(): void
}

export interface Mail {
  /** The same for the same task, so that a second copy can be told from a second mail. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/**
 * `now`: it says no for now. `ever`: it will never take this. `unknown`: nobody can say whether it
 * took it. `away`: it could not be spoken to, or not safely.
 */
export type Why = 'now' | 'ever' | 'unknown' | 'away'

/** Says nothing of the mail: a server's own words can quote an address. */
export class NotSent extends Error {
  readonly why: Why
  readonly code: string
  constructor(why: Why, code: string) {
    super(`mail/${why}`)
    this.name = 'NotSent'
    this.why = why
    this.code = code
  }
}

export interface PostOptions {
  readonly host: string
  readonly port: number
  readonly tls: 'starttls' | 'implicit' | 'none'
  readonly from: string
  readonly account?: { readonly user: string; readonly pass: string } | undefined
  /** Another authority than those that Node knows. */
  readonly ca?: string
  /** For how many milliseconds a silent server is waited for. */
  readonly patience?: number
}

const PATIENCE = 20_000

export function createPost({
  from,
  account,
  ca,
  patience = PATIENCE,
  ...server
}: PostOptions): Post {
  const transport = createTransport({
    ...{ host: server.host, port: server.port, secure: server.tls === 'implicit' },
    ...{ requireTLS: server.tls === 'starttls', ignoreTLS: server.tls === 'none' },
    ...(account && { auth: account }),
    ...{ connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience },
    ...{ disableFileAccess: true, disableUrlAccess: true, logger: false },
    tls: { minVersion: 'TLSv1.2', ...(ca ? { ca } : {}) },
  })
  const domain = from.slice(from.indexOf('@') + 1)
  return {
    async send({ id, to, subject, text }) {
      const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }
      const messageId = `<${id}@${domain}>`
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          headers,
        })
      } catch (error) {
        throw new NotSent(whyOf(error), codeOf(error))
      }
    },
    close: () => transport.close(),
  }
}

interface Failure {
  readonly code?: string
  readonly originalCode?: string
  readonly command?: string
  readonly responseCode?: unknown
  readonly syscall?: unknown
}

/** What was asked of the server when it answered about this mail, and not about itself. */
const ABOUT_THE_MAIL = ['MAIL FROM', 'RCPT TO', 'DATA']
/** Codes of what goes wrong before a mail is handed over. */
const BEFORE = ['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2']

/** How Node says that it does not trust who is at the other end. */
const NOT_TRUSTED = /CERT|ISSUER|TLS|SSL/

/** What is not surely known is unknown: a patient is not written to twice on a guess. */
function whyOf(error: unknown): Why {
  const { code, originalCode, command, responseCode, syscall } = error as Failure
  if (BEFORE.includes(code ?? '') || syscall === 'connect') return 'away'
  if (NOT_TRUSTED.test(originalCode ?? '')) return 'away'
  if (typeof responseCode !== 'number') return 'unknown'
  if (!ABOUT_THE_MAIL.includes(command ?? '')) return 'away'
  return responseCode >= 500 ? 'ever' : 'now'
}

function codeOf(error: unknown): string {
  const { code, responseCode } = error as Failure
  return typeof responseCode === 'number' ? `SMTP ${responseCode}` : (code ?? 'unknown')
}
