import type { Answer, Draft, Frame } from './activity.ts'
import { keep, type Session } from './session.ts'

const ROOT = '/v3/directline/'

/** The sitting has ended; nothing more can be sent or read. */
export class Over extends Error {}

/** It didn't work this time. `wait`: the seconds that the server asked for. */
export class Failed extends Error {
  readonly status: number
  readonly wait: number
  constructor(status: number, wait = 0) {
    super(`Request failed: ${status}`)
    this.status = status
    this.wait = wait
  }
}

interface Opened {
  readonly conversationId: string
  readonly token?: string
  readonly streamUrl?: string
}

/** A sitting on the wire: Direct Line 3.0. */
export interface Line {
  /** Came by a link, so cannot simply start again. */
  readonly linked: boolean
  /** The stream that came with the opening: good for one connection. */
  readonly streamUrl: string | undefined
  reopen(watermark: string): Promise<string | undefined>
  refresh(): Promise<void>
  activities(watermark: string): Promise<Frame>
  /** `stream`: what the page calls its own, for a reply in the answer in place of it. */
  send(key: string, draft: Draft, stream?: string): Promise<Answer>
  end(): void
}

export async function openPublic(site: string): Promise<Line> {
  const { token, conversationId } = await call<Opened>('POST', 'tokens/generate', undefined, {
    site,
  })
  if (!token) throw new Failed(0)
  // The token names its conversation, so the first question can be asked for at once.
  return lineOf(keep({ token, conversation: conversationId, linked: false }))
}

/** Begins with a token that somebody's link has brought to this tab. */
export async function openLinked(token: string): Promise<Line> {
  const opened = await call<Opened>('POST', 'conversations', token, {})
  const session = {
    token: opened.token ?? token,
    conversation: opened.conversationId,
    linked: true,
  }
  return lineOf(keep(session), opened.streamUrl)
}

export function lineOf(opened: Session, streamUrl?: string): Line {
  let session = opened
  const path = `conversations/${encodeURIComponent(session.conversation)}`
  const at = (watermark: string) => `?watermark=${encodeURIComponent(watermark)}`
  const ask = <T>(method: string, rest: string, body?: object) =>
    call<T>(method, rest, session.token, body)
  const renew = ({ token = session.token, streamUrl }: Opened) => {
    session = keep({ ...session, token })
    return streamUrl
  }
  return {
    linked: session.linked,
    streamUrl,
    reopen: async (watermark) => renew(await ask<Opened>('GET', path + at(watermark))),
    refresh: async () => void renew(await ask<Opened>('POST', 'tokens/refresh', {})),
    activities: (watermark) => ask<Frame>('GET', `${path}/activities${at(watermark)}`),
    send: (key, draft, stream) =>
      ask<Answer>('POST', `${path}/activities`, bodyOf(key, draft, stream)),
    end: () => {
      const request = { ...requestOf('POST', session.token, {}), keepalive: true }
      fetch(`${ROOT}${path}/end`, request).catch(() => undefined)
    },
  }
}

function bodyOf(key: string, { text, value }: Draft, stream?: string): object {
  return {
    type: 'message',
    from: { id: 'patient' },
    channelData: { candour: { key, stream } },
    ...(stream && { deliveryMode: 'expectReplies' }),
    ...(text !== undefined && { text }),
    ...(value && { value }),
  }
}

async function call<T>(method: string, path: string, token?: string, body?: object): Promise<T> {
  const answer = await fetch(ROOT + path, requestOf(method, token, body))
  if ([401, 403, 404].includes(answer.status)) throw new Over()
  if (!answer.ok) throw new Failed(answer.status, Number(answer.headers.get('retry-after')) || 0)
  return (await answer.json()) as T
}

function requestOf(method: string, token?: string, body?: object): RequestInit {
  return {
    method,
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(20_000),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }
}
