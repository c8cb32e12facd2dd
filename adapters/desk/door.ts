import type { HttpReply, HttpRequest, Route } from '../http/route.ts'
import { type Fields, fieldsOf } from './fields.ts'
import { html } from './html.ts'
import { page, redirect } from './page.ts'
import type { Session, Sessions } from './session.ts'

/** One request of somebody who is signed in. */
export interface Visit {
  readonly request: HttpRequest
  readonly session: Session
  readonly said?: string | undefined
}

type Show = (visit: Visit) => Promise<HttpReply>
type Take = (visit: Visit, fields: Fields) => Promise<HttpReply>

/** What stands before every page of the desk. */
export interface Door {
  shows(path: string, show: Show): Route
  /** A form: sent from our own page, by the session that the page was made for. */
  takes(path: string, take: Take): Route
  /** The form that makes a session, and so has none to show. */
  takesStranger(
    path: string,
    take: (request: HttpRequest, fields: Fields) => Promise<HttpReply>,
  ): Route
}

export function createDoor(sessions: Sessions, clinicName: string): Door {
  const refused = (why: string) => refusal(clinicName, why)
  const takesStranger: Door['takesStranger'] = (path, take) => ({
    method: 'POST',
    path,
    body: 'form',
    handle: async (request) =>
      ownPage(request) ? take(request, fieldsOf(request.body)) : refused(FOREIGN),
  })

  return {
    takesStranger,
    takes: (path, take) =>
      takesStranger(path, async (request, fields) => {
        const session = await sessions.read(request)
        if (!session) return redirect('/desk/sign-in')
        const ours = sessions.tokenHolds(session, fields.one('token'))
        return ours ? take({ request, session }, fields) : refused(STALE)
      }),
    shows: (path, show) => ({
      method: 'GET',
      path,
      async handle(request) {
        const session = await sessions.read(request)
        if (!session) return redirect('/desk/sign-in')
        const said = await sessions.said(request, session)
        const reply = await show({ request, session, said })
        return said === undefined ? reply : withCookie(reply, sessions.hush(request))
      },
    }),
  }
}

const FOREIGN = 'This form was not sent from the desk.'
const STALE =
  'This form belongs to another sign-in. Go back, load the page again and send it again.'

/** Whether the browser says that our own page sent it. One that says nothing is refused. */
function ownPage({ headers, origin }: HttpRequest): boolean {
  const site = headers['sec-fetch-site']
  const from = headers['origin']
  if (site === undefined && from === undefined) return false
  return (site ?? 'same-origin') === 'same-origin' && (from ?? origin) === origin
}

function refusal(clinicName: string, why: string): HttpReply {
  const body = html`<h1>Not taken</h1>
    <p>${why}</p>
    <p>Nothing was recorded.</p>
    <p><a class="button" href="/desk">Back to what waits</a></p>`
  return page({ title: 'Not taken', clinicName, status: 403, body })
}

function withCookie(reply: HttpReply, cookie: string): HttpReply {
  const before = reply.headers?.['set-cookie'] ?? []
  return { ...reply, headers: { ...reply.headers, 'set-cookie': [...[before].flat(), cookie] } }
}
