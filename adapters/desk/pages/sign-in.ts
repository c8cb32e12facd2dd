import type { Role } from '../../../machines/contract.ts'
import { html, type Markup, type Part } from '../html.ts'
import type { Colleague } from '../options.ts'
import { initials, PARTS, ROLES } from '../words.ts'

export function signInBody(people: readonly Colleague[], to: string, wrong?: string): Part {
  return html`<h1>Sign in to the desk</h1>
    ${wrong !== undefined && html`<p class="panel grave" role="alert">${wrong}</p>`}
    <p class="panel quiet">
      <strong>Demo: no password.</strong> Choose who you are and what you are here as. What you do
      is recorded under that name and role.
    </p>
    <ul class="people">
      ${people.map((who) => person(who, to))}
    </ul>`
}

function person(who: Colleague, to: string): Markup {
  return html`<li class="card">
    <div class="badge">
      <span class="initials" aria-hidden="true">${initials(who.name)}</span>
      <div>
        <h2><bdi>${who.name}</bdi></h2>
        ${who.title !== undefined && html`<p class="hint">${who.title}</p>`}
      </div>
    </div>
    ${who.roles.map((role) => button(who, role, to))}
  </li>`
}

function button(who: Colleague, role: Role, to: string): Markup {
  return html`<form method="post" action="/desk/sign-in">
    <input type="hidden" name="person" value="${who.id}" />
    <input type="hidden" name="role" value="${role}" />
    <input type="hidden" name="to" value="${to}" />
    <button class="role">
      <strong><span class="aside">${who.name}: </span>${ROLES[role]}</strong>
      <span class="aside">. </span><span>${PARTS[role]}</span>
    </button>
  </form>`
}
