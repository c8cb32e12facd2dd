import { CandourError } from '../../bot/errors.ts'

/** By SQLSTATE or by what Node says of a connection: never what was asked, nor what it was asked with. */
const WHY: Readonly<Record<string, string>> = {
  '28000': 'the server refuses this role, from here or without TLS: see its pg_hba.conf',
  '28P01': 'the password is wrong or missing: see the file that PGPASSFILE names, of mode 0600',
  '3D000': 'there is no such database',
  '42501': 'the role may not connect to this database',
  '53300': 'the server has no connection left',
  '57P03': 'the server is starting or stopping',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the server ended the connection',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that host',
  ENOENT: 'a file that the address or PGPASSFILE names is not there',
  EACCES: 'a file that the address or PGPASSFILE names cannot be read by this user',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name than the address has',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody that sslrootcert names',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody that sslrootcert names',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody that sslrootcert names',
  CERT_HAS_EXPIRED: 'its certificate has expired',
}

/** pg says these without a code. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/does not support SSL/, 'the server does not speak TLS, which the address asks for'],
  [/password must be a string/, WHY['28P01'] ?? ''],
  [/timeout/, WHY['ETIMEDOUT'] ?? ''],
  [/Connection terminated/, WHY['ECONNRESET'] ?? ''],
]

/** At a start: throws `store/not-reached` where that is what went wrong, and all else as it is. */
export async function reaching<found>(url: string, work: () => Promise<found>): Promise<found> {
  try {
    return await work()
  } catch (error) {
    throw unreached(error, url)
  }
}

/** With where, as whom and why. What is no matter of reaching it is answered as it is. */
function unreached(error: unknown, url: string): unknown {
  const cause = error instanceof CandourError ? error.cause : error
  const why = whyOf(cause)
  if (!why) return error
  const { hostname, port, username, pathname } = new URL(url)
  return new CandourError(
    'store/not-reached',
    {
      host: decodeURIComponent(hostname) || 'localhost',
      port: port || '5432',
      role: decodeURIComponent(username),
      database: decodeURIComponent(pathname.slice(1)),
      why,
    },
    { cause },
  )
}

function whyOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error)) return undefined
  const { code, severity } = cause as NodeJS.ErrnoException & { severity?: string }
  // Two addresses of one host, none of which answers.
  if (cause instanceof AggregateError && !code) return whyOf(cause.errors[0])
  // What the server says of a statement is no word on the connection.
  if (severity !== undefined && severity !== 'FATAL') return undefined
  if (code !== undefined) return WHY[code] ?? otherwise(code, severity)
  return SAID.find(([said]) => said.test(cause.message))?.[1]
}

function otherwise(code: string, severity: string | undefined): string | undefined {
  if (severity === 'FATAL') return `the server refuses the connection (${code})`
  return /^(ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_)/.test(code)
    ? `TLS does not hold (${code})`
    : undefined
}
