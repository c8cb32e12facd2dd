import type { Route } from '../../http/route.ts'
import { formOf, posted } from '../forms.ts'
import { html, type Part } from '../html.ts'
import type { House } from '../house.ts'
import { redirect } from '../page.ts'
import type { Session } from '../session.ts'
import { PARTS, ROLES } from '../words.ts'

/** What somebody is here as: what they see and do is cut to it, and recorded under it. */
export function roleRoutes({ door, sessions, page }: House): readonly Route[] {
  return [
    door.shows(
      '/desk/role',
      async (visit) => page(visit, 'Your role', asking(visit.session), { bare: true }),
      { choosing: true },
    ),
    door.takes(
      '/desk/role',
      async ({ request, session }, fields) => {
        const role = session.roles.find((one) => one === fields.one('role'))
        if (!role) return redirect('/desk/role')
        return redirect('/desk', await sessions.become(request, role))
      },
      { choosing: true },
    ),
  ]
}

function asking({ roles, token }: Session): Part {
  return html`<h1>What are you here as?</h1>
    <p class="lede">You see what that role sees, and what you do is recorded under it.</p>
    <div class="card narrow">
      ${posted(
        { action: '/desk/role', token, form: formOf('role') },
        roles.map(
          (role) =>
            html`<button class="role" name="role" value="${role}">
              <strong>${ROLES[role]}</strong> <span class="aside">. </span
              ><span>${PARTS[role]}</span>
            </button>`,
        ),
      )}
    </div>`
}
