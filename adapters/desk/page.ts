import type { HttpReply } from '../http/route.ts'
import { html, type Markup, type Part } from './html.ts'
import { fieldId } from './forms.ts'
import type { Kept } from './fields.ts'
import { mayInvite, type Session } from './session.ts'
import { ROLES } from './words.ts'

// What every reply carries. `same-origin`, because a browser that tells no referrer
// sends `Origin: null` with a form, and the desk then takes it for a stranger's.
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; " +
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

export interface Page {
  readonly title: string
  readonly clinicName: string
  readonly session?: Session
  /** Where we are in the navigation. */
  readonly here?: 'queue' | 'invite'
  readonly said?: string | undefined
  readonly kept?: Kept | undefined
  readonly script?: string
  readonly status?: number
  readonly body: Part
}

export function page(asked: Page): HttpReply {
  return {
    status: asked.status ?? 200,
    headers: { ...HEADERS, 'content-type': 'text/html; charset=utf-8' },
    body: written(asked).toString(),
  }
}

export function redirect(to: string, ...cookies: readonly string[]): HttpReply {
  return { status: 303, headers: { ...HEADERS, location: to, 'set-cookie': cookies } }
}

/** A file to keep. It is nobody’s to open in the page. */
export function file(body: Uint8Array, name: string, type: string): HttpReply {
  const disposition = `attachment; filename="${name.replace(/[^A-Za-z0-9._-]/g, '-')}"`
  const headers = { ...HEADERS, 'content-type': type, 'content-disposition': disposition }
  return { status: 200, headers, body }
}

export function json(body: unknown): HttpReply {
  const headers = { ...HEADERS, 'content-type': 'application/json' }
  return { status: 200, headers, body: JSON.stringify(body) }
}

function written({ title, clinicName, session, here, said, kept, script, body }: Page): Markup {
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${kept && 'Error: '}${title} – ${clinicName} desk</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/desk/desk.css" />
        ${script !== undefined && html`<script src="${script}" type="module"></script>`}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the page</a>
        ${top(clinicName, session, here)}
        <main id="main" tabindex="-1">
          ${kept && summary(kept)}
          ${said !== undefined && html`<p class="said" role="status"><bdi>${said}</bdi></p>`}
          ${body}
        </main>
        <footer>
          <p>Demo. Made-up people only: keep real patients’ details out of it.</p>
        </footer>
      </body>
    </html>`
}

function top(clinicName: string, session?: Session, here?: string): Markup {
  const link = (at: string, href: string, label: string) =>
    html`<a href="${href}" ${here === at && html`aria-current="page"`}>${label}</a>`
  return html`<header class="top">
    <p class="brand">
      <strong>${clinicName}</strong> <span>desk</span> <span class="demo">Demo</span>
    </p>
    ${
      session &&
      html`<nav aria-label="Desk">
          ${link('queue', '/desk', 'Waiting')}
          ${mayInvite(session) && link('invite', '/desk/invite', 'Invite')}
        </nav>
        <form method="post" action="/desk/sign-out" class="me">
          <input type="hidden" name="token" value="${session.token}" />
          <span><bdi>${session.by.name}</bdi>, ${ROLES[session.by.role].toLowerCase()}</span>
          <button class="plain">Sign out</button>
        </form>`
    }
  </header>`
}

/** All that is wrong, first on the page, each with a link to where it can be put right. */
function summary({ form, faults }: Kept): Markup {
  const line = ({ field, says }: Kept['faults'][number]) =>
    field === '' ? says : html`<a href="#${fieldId(form, field)}">${says}</a>`
  return html`<div class="panel grave" role="alert" tabindex="-1" autofocus>
    <h2>There is a problem</h2>
    <ul>
      ${faults.map((fault) => html`<li>${line(fault)}</li>`)}
    </ul>
  </div>`
}
