import type { HttpReply, Route } from '../http/route.ts'
import type { House } from './house.ts'
import { page, redirect } from './page.ts'
import { signInBody } from './pages/sign-in.ts'

/** Demo sign-in: the only page of the desk that a stranger gets. */
export function signInRoutes({ clinicName, people, sessions, door }: House): readonly Route[] {
  const show = (wrong?: string): HttpReply => {
    const status = wrong === undefined ? 200 : 422
    return page({ title: 'Sign in', clinicName, status, body: signInBody(people, wrong) })
  }
  return [
    { method: 'GET', path: '/desk/sign-in', handle: async () => show() },
    door.takesStranger('/desk/sign-in', async (request, fields) => {
      const who = people.find(({ id }) => id === fields.one('person'))
      const role = who?.roles.find((one) => one === fields.one('role'))
      if (!who || !role) return show('Nobody here has that name and role. Choose again.')
      return redirect('/desk', await sessions.open(request, who, role))
    }),
    door.takes('/desk/sign-out', async ({ request, session }) =>
      redirect('/desk/sign-in', sessions.end(request, session)),
    ),
  ]
}
