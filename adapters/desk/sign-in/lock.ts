import type { Route } from '../../http/route.ts'
import { formOf, posted } from '../forms.ts'
import { html, type Part } from '../html.ts'
import type { House } from '../house.ts'
import type { Kept } from '../kept.ts'
import { json, redirect } from '../page.ts'
import { backTo } from './back.ts'

/** The desk locks after ten minutes without use. What was sent meanwhile waits for its sender. */
export function lockRoutes({
  door,
  sessions,
  kept,
  page,
  stranger,
  provider,
}: House): readonly Route[] {
  const signIn = provider ? '/desk/sign-in/go' : '/desk/sign-in'
  return [
    door.showsStranger('/desk/locked', async (request) => {
      const to = backTo(request.query['to'])
      const { state } = await sessions.find(request)
      if (state === 'nobody') return redirect('/desk/sign-in')
      if (state !== 'locked') return redirect(to)
      const href = `${signIn}?to=${encodeURIComponent(to)}`
      return stranger('Locked', locked(href, to === '/desk/kept'))
    }),
    door.shows('/desk/kept', async (visit) => {
      const found = kept.take(visit.session.by)
      if (!found) return page(visit, 'Not taken', NOT_KEPT, { status: 410 })
      return page(visit, 'Send it now?', sendAgain(found, visit.session.token))
    }),
    // Asked by a page while somebody types in it, and by a covered one that wants to know who is back.
    door.shows('/desk/here', async ({ session }) => json({ person: session.by.id })),
    door.takes('/desk/sign-out', async ({ request, session }) =>
      redirect('/desk/sign-in', await sessions.end(request, session)),
    ),
  ]
}

const locked = (href: string, sent: boolean): Part =>
  html`<h1>The desk is locked</h1>
    <p class="lede">Nobody used it for ten minutes. Sign in to go on where you were.</p>
    ${sent && html`<p>What you just sent is kept for you. It was not taken yet.</p>`}
    <p><a class="button main" href="${href}">Sign in again</a></p>`

/** Kept too long, or by another instance than this: whoever sent it must not believe it was taken. */
const NOT_KEPT = html`<h1>Not taken</h1>
  <p class="lede">What you sent while the desk was locked is not here any more.</p>
  <p>
    Nothing of it is on record. Please go back to where you were, see how it stands now, and send it
    again.
  </p>
  <p><a class="button main" href="/desk">Back to what waits</a></p>`

const HIDDEN = new Set(['form', 'act', 'open', 'ask', 'kind'])

function sendAgain({ action, fields }: Kept, token: string): Part {
  const shown = fields.filter(([name, value]) => !HIDDEN.has(name) && value !== '')
  return html`<h1>Send it now?</h1>
    <p class="lede">The desk locked before this could be taken. Nothing of it is on record yet.</p>
    <div class="card narrow">
      <dl class="pairs">
        ${shown.map(
          ([name, value]) =>
            html`<div>
              <dt>${name.replaceAll('-', ' ')}</dt>
              <dd class="words"><bdi>${value}</bdi></dd>
            </div>`,
        )}
      </dl>
      ${posted(
        { action, token, form: formOf(fields.find(([name]) => name === 'form')?.[1] ?? 'kept') },
        html`${fields
            .filter(([name]) => name !== 'form')
            .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
          <div class="row">
            <button class="main">Send it</button>
            <a class="button" href="${action.replace(/\/(act|find|keeping|pack)$/, '')}"
              >Do not send it</a
            >
          </div>`,
      )}
    </div>`
}
