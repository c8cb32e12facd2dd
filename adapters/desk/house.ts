import { renderSVG } from 'uqr'
import type { HttpReply } from '../http/route.ts'
import type { LinkRow } from '../../bot/ports.ts'
import { createDoor, type Door, type Visit } from './door.ts'
import type { Kept } from './fields.ts'
import { createKeeping, type Keeping } from './kept.ts'
import { html, type Markup, type Part } from './html.ts'
import type { DeskOptions } from './options.ts'
import { page, type Page, redirect } from './page.ts'
import { linkBody, linkTitle, type OnceLink } from './pages/link.ts'
import { mayAsk } from './permissions.ts'
import { createSent, type Sent } from './sent.ts'
import { createSessions, type Session, type Sessions } from './session.ts'

/** What the routes of the desk have in common. */
export interface House extends DeskOptions {
  readonly sessions: Sessions
  readonly door: Door
  /** What was sent while the desk was locked. */
  readonly kept: Keeping
  /** Forms that are taken once. */
  readonly sent: Sent
  /** A page for whoever is not signed in. */
  stranger(title: string, body: Part, status?: number): HttpReply
  page(visit: Visit, title: string, body: Part, more?: Partial<Page>): HttpReply
  /** On to another page, which says the sentence once. */
  go(visit: Visit, to: string, said: string): Promise<HttpReply>
  /** The one page that ever holds the secret of a link. */
  once(visit: Visit, link: OnceMade): HttpReply
  missing(visit: Visit): HttpReply
  /** An address of the desk that leads to no page. */
  nowhere(visit: Visit): HttpReply
}

interface OnceMade {
  readonly purpose: LinkRow['purpose']
  readonly secret: string
  readonly consultation: string
  readonly said: string
  /** The way that is safe for the patient, when it is at hand. */
  readonly safeWay?: string
  readonly young?: OnceLink['young']
}

export function createHouse(options: DeskOptions): House {
  const { clinicName, mode, qr = drawn, linkPath = pathFor } = options
  const sessions = createSessions(options)
  const kept = createKeeping(options)
  const show: House['page'] = ({ request, session, said }, title, body, more) => {
    const at = request.method === 'GET' ? { at: request.path } : {}
    return page({ title, clinicName, mode, session, said, body, ...at, ...more })
  }

  return {
    ...options,
    ...{ sessions, kept, sent: createSent(options) },
    door: createDoor({ ...options, sessions, kept }),
    stranger: (title, body, status = 200) => page({ title, clinicName, mode, status, body }),
    page: show,
    go: async ({ request, session }, to, said) =>
      redirect(to, await sessions.say(request, session, said)),
    once(visit, { secret, said, ...made }) {
      const { purpose } = made
      const url = `${visit.request.origin}${linkPath(encodeURIComponent(secret), purpose)}`
      const body = linkBody({ ...made, url, qr: qr(url) })
      return show({ ...visit, said }, linkTitle(purpose), body)
    },
    missing: (visit) => show(visit, 'Not here', missing(visit.session), { status: 404 }),
    nowhere: (visit) => show(visit, 'Not here', NOWHERE, { status: 404 }),
  }
}

const pathFor = (secret: string, purpose: LinkRow['purpose']): string =>
  purpose === 'tablet' ? `/tablet/${secret}` : `/c/${secret}`

/** The statuses of a form that was not taken. */
export function refusedForm(kept: Kept): Pick<Page, 'kept' | 'status'> {
  return { kept, status: 422 }
}

const drawn = (text: string): string => renderSVG(text, { border: 4 })

const missing = (session: Session): Markup =>
  html`<h1>Not here</h1>
    <p>There is no such consultation, or it is not yours to see.</p>
    <p><a class="button" href="/desk">Back to what waits</a></p>
    ${
      mayAsk('GET /desk/emergency', session.by.role) &&
      html`<p>
        If somebody needs help now and a colleague treats them:
        <a href="/desk/emergency">open it in an emergency</a>.
      </p>`
    }`

const NOWHERE = html`<h1>Not here</h1>
  <p>The desk has no such page. The address may have been cut short or mistyped.</p>
  <p><a class="button" href="/desk">Back to what waits</a></p>`
