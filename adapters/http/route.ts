/** What a channel offers over HTTP, as plain data: the server is a detail of adapters/http. */
export interface HttpRequest {
  readonly method: string
  readonly path: string
  /** Segments of the route's path that begin with a colon. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: Readonly<Record<string, string>>
  /** Parsed JSON or form fields, as the route asked; `undefined` for a route without a body. */
  readonly body: unknown
  readonly address: string
  /** `http://127.0.0.1:3978`: what this request was sent to. */
  readonly origin: string
}

export interface HttpReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Uint8Array
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'OPTIONS'
  readonly path: string
  /** How the body is read; without it a body is refused. */
  readonly body?: 'json' | 'form'
  /**
   * It comes again and again, with nothing in its path but letters, digits, `-` and `_`: it is looked
   * for before restify looks for a route.
   */
  readonly often?: true
  readonly handle: (request: HttpRequest) => Promise<HttpReply>
}

export interface Socket {
  send(text: string): void
  close(): void
  onClose(hear: () => void): void
}

export interface SocketRoute {
  readonly path: string
  /** Answers with the opener of the socket, or a status to refuse the upgrade with. */
  readonly accept: (request: HttpRequest) => Promise<((socket: Socket) => void) | number>
}
