import type { HttpReply, HttpRequest, Route } from '../http/route.ts'
import { type Fields, fieldsOf } from './fields.ts'
import { html } from './html.ts'
import type { Keeping } from './kept.ts'
import type { DeskOptions } from './options.ts'
import { page, redirect } from './page.ts'
import { decided, mayAsk } from './permissions.ts'
import type { Session, Sessions } from './session.ts'

/** One request of somebody who is signed in. */
export interface Visit {
  readonly request: HttpRequest
  readonly session: Session
  readonly said?: string | undefined
}

type Show = (visit: Visit) => Promise<HttpReply>
type Take = (visit: Visit, fields: Fields) => Promise<HttpReply>

interface How {
  /** Nobody asked: a page did by itself, and the desk is no less unused. */
  readonly unasked?: true
  /** Also for who has not said yet what they are here as. */
  readonly choosing?: true
}

/** What stands before every page of the desk. */
export interface Door {
  shows(path: string, show: Show, how?: How): Route
  /** A form: sent from our own page, by the session that the page was made for. */
  takes(path: string, take: Take, how?: How): Route
  /** What needs no session. */
  showsStranger(path: string, show: (request: HttpRequest) => Promise<HttpReply>): Route
  /** The form that makes a session, and so has none to show. */
  takesStranger(
    path: string,
    take: (request: HttpRequest, fields: Fields) => Promise<HttpReply>,
  ): Route
}

interface Around extends Pick<DeskOptions, 'clinicName' | 'desk' | 'mode' | 'tell'> {
  readonly sessions: Sessions
  readonly kept: Keeping
}

export function createDoor(around: Around): Door {
  const { sessions, kept } = around
  const takesStranger: Door['takesStranger'] = (path, take) =>
    routed('POST', path, async (request) =>
      ownPage(request) ? take(request, fieldsOf(request.body)) : refusal(around, FOREIGN),
    )
  const enter = entering(around)

  return {
    takesStranger,
    showsStranger: (path, show) => routed('GET', path, show),
    takes: (path, take, how) =>
      takesStranger(path, async (request, fields) => {
        const present = await sessions.find(request)
        const { state } = present
        if (state === 'nobody') return redirect('/desk/sign-in')
        if (!sessions.tokenHolds(present.session, fields.one('token')))
          return refusal(around, STALE)
        if (state === 'locked') return redirect(kept.keep(present.session.by, request))
        return enter(`POST ${path}`, request, how, (visit) => take(visit, fields))
      }),
    shows: (path, show, how) =>
      routed('GET', path, (request) =>
        enter(`GET ${path}`, request, how, async ({ session }) => {
          const said = await sessions.said(request, session)
          const reply = await show({ request, session, said })
          return said === undefined ? reply : withCookies(reply, [sessions.hush(request)])
        }),
      ),
  }
}

/** Whoever is here, and may: everybody else is told what to do first, or that it is not for them. */
function entering({ sessions, desk, tell, ...around }: Around) {
  return async (route: string, request: HttpRequest, how: How = {}, go: Show) => {
    const present = await sessions.find(request)
    if (present.state === 'nobody') return redirect('/desk/sign-in')
    if (present.state === 'locked') return redirect(lockedAt(request))
    if (present.state === 'choosing' && !how.choosing) return redirect('/desk/role')
    const { session } = present
    if (!mayAsk(route, session.by.role)) {
      tell?.({ code: 'desk/not-allowed', route, role: session.by.role })
      await desk.notForRole(session.by, route, request.params['id'])
      return refusal({ ...around, session }, NOT_YOURS)
    }
    const reply = await go({ request, session })
    return how.unasked ? reply : withCookies(reply, await sessions.used(request))
  }
}

function routed(method: 'GET' | 'POST', path: string, handle: Route['handle']): Route {
  decided(`${method} ${path}`)
  return { method, path, ...(method === 'POST' ? { body: 'form' } : {}), handle }
}

/** Back to this very page afterwards; of a form, to the desk. */
function lockedAt({ method, path }: HttpRequest): string {
  return method === 'GET' ? `/desk/locked?to=${encodeURIComponent(path)}` : '/desk/locked'
}

const FOREIGN = 'This form was not sent from the desk.'
const STALE =
  'This form belongs to another sign-in. Go back, load the page again and send it again.'
const NOT_YOURS = 'This is not for the role that you are here in.'

/** Whether the browser says that our own page sent it. One that says nothing is refused. */
function ownPage({ headers, origin }: HttpRequest): boolean {
  const site = headers['sec-fetch-site']
  const from = headers['origin']
  if (site === undefined && from === undefined) return false
  return (site ?? 'same-origin') === 'same-origin' && (from ?? origin) === origin
}

type Refusing = Pick<DeskOptions, 'clinicName' | 'mode'> & { readonly session?: Session }

function refusal(around: Refusing, why: string): HttpReply {
  const body = html`<h1>Not taken</h1>
    <p>${why}</p>
    <p>Nothing was changed.</p>
    <p><a class="button" href="/desk">Back to what waits</a></p>`
  const { clinicName, mode, session } = around
  const who = session ? { session } : {}
  return page({ title: 'Not taken', clinicName, mode, ...who, status: 403, body })
}

function withCookies(reply: HttpReply, cookies: readonly string[]): HttpReply {
  if (cookies.length === 0) return reply
  const before = [reply.headers?.['set-cookie'] ?? []].flat()
  // What the page itself says of the session counts: it may just have ended it.
  const fresh = cookies.filter((one) => !before.some((other) => nameIn(other) === nameIn(one)))
  return { ...reply, headers: { ...reply.headers, 'set-cookie': [...before, ...fresh] } }
}

const nameIn = (cookie: string): string => cookie.slice(0, cookie.indexOf('='))
