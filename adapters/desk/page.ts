import type { HttpReply } from '../http/route.ts'
import { html, type Markup, type Part } from './html.ts'
import { fieldId } from './forms.ts'
import type { Kept } from './fields.ts'
import type { DeskOptions } from './options.ts'
import { mayAsk } from './permissions.ts'
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
  readonly mode: DeskOptions['mode']
  readonly session?: Session
  /** Where we are in the navigation. */
  readonly here?: 'queue' | 'invite' | 'audit' | 'access'
  readonly said?: string | undefined
  readonly kept?: Kept | undefined
  readonly script?: string
  /** The page that this one is, for whoever comes back to it after the desk was locked. */
  readonly at?: string
  /** Without the ways to elsewhere: there is something to say first. */
  readonly bare?: true
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

/**
 * On to another page by a step of this origin's own: a browser keeps a session's cookie from what a
 * page elsewhere led to.
 */
export function onward(reply: HttpReply, to: string, cookies: readonly string[]): HttpReply {
  return {
    ...reply,
    headers: { ...reply.headers, refresh: `0;url=${to}`, 'set-cookie': cookies },
  }
}

const NOTICES = {
  demo: 'Demo. Made-up people only: keep real patients’ details out of it.',
  pilot: 'Pilot. The words are drafts: no clinician has signed all of them.',
  production: undefined,
}

function written(asked: Page): Markup {
  const { title, clinicName, mode, session, said, kept, script, body } = asked
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
        ${session && html`<script src="/desk/lock.js" type="module"></script>`}
        ${session && lockedLater(asked.at ?? '/desk')}
      </head>
      <body ${session && html`data-person="${session.by.id}"`}>
        <a class="skip" href="#main">Skip to the page</a>
        ${top(asked)}
        <main id="main" tabindex="-1">
          ${kept && summary(kept)}
          ${
            said !== undefined &&
            html`<p class="said" role="status" tabindex="-1" autofocus><bdi>${said}</bdi></p>`
          }
          ${body}
        </main>
        ${NOTICES[mode] !== undefined && html`<footer><p>${NOTICES[mode]}</p></footer>`}
      </body>
    </html>`
}

/** After ten minutes, in seconds, with a few more so that it really is locked by then. */
const LOCKED = 605

/** Where no script covers the page, it leaves the screen by itself. */
function lockedLater(at: string): Markup {
  const then = `${LOCKED};url=/desk/locked?to=${encodeURIComponent(at)}`
  return html`<noscript><meta http-equiv="refresh" content="${then}" /></noscript>`
}

const BADGES = { demo: 'Demo', pilot: 'Pilot', production: undefined }

function top({ clinicName, mode, session, here, bare }: Page): Markup {
  const link = (at: string, href: string, label: string) =>
    html`<a href="${href}" ${here === at && html`aria-current="page"`}>${label}</a>`
  return html`<header class="top">
    <p class="brand">
      <strong>${clinicName}</strong> <span>desk</span>
      ${BADGES[mode] !== undefined && html`<span class="demo">${BADGES[mode]}</span>`}
    </p>
    ${
      session &&
      !bare &&
      html`<nav aria-label="Desk">
        ${link('queue', '/desk', 'Waiting')}
        ${mayInvite(session) && link('invite', '/desk/invite', 'Invite')}
        ${mayAsk('GET /desk/audit', session.by.role) && link('audit', '/desk/audit', 'Audit')}
        ${mayAsk('GET /desk/access', session.by.role) && link('access', '/desk/access', 'Who read')}
      </nav>`
    }
    ${session && me(session, bare)}
  </header>`
}

function me({ token, by, roles }: Session, bare?: true): Markup {
  const role = ROLES[by.role].toLowerCase()
  const others = roles.length > 1 && !bare
  return html`<form method="post" action="/desk/sign-out" class="me">
    <input type="hidden" name="token" value="${token}" />
    <span
      ><bdi>${by.name}</bdi>${!bare && ', '}${
        others
          ? html`<a href="/desk/role" aria-label="${role}: change your role">${role}</a>`
          : !bare && role
      }</span
    >
    <button class="plain">Sign out</button>
  </form>`
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
