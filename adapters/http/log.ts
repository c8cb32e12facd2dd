/** What may be written of a request: never a path, a query, a header, a body. */
export interface RequestEntry {
  readonly method: string
  /** The pattern, such as `/c/:secret`; `-` when no route was found. */
  readonly route: string
  readonly status: number
  readonly ms: number
  /** Why it was refused, or the code of what failed. */
  readonly code?: string | undefined
}

/** As much of a pino logger as is used. */
export interface Log {
  info(fields: object): void
  error(fields: object): void
}

/** Copies field by field: whatever else is on the entry stays out of the log. */
export function logRequest(log: Log, { method, route, status, ms, code }: RequestEntry): void {
  const fields = {
    method,
    route,
    status,
    ms: Math.round(ms),
    ...(code === undefined ? {} : { code }),
  }
  if (status >= 500) log.error(fields)
  else log.info(fields)
}

/** A message can quote an answer; a code or the name of a class cannot. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code } = error as { code?: unknown }
  return typeof code === 'string' && /^[\w/-]{1,60}$/.test(code) ? code : error.name
}
