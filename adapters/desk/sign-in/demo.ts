import type { HttpReply, Route } from '../../http/route.ts'
import type { House } from '../house.ts'
import { redirect } from '../page.ts'
import { signInBody } from '../pages/sign-in.ts'
import { backTo } from './back.ts'

/** Demo sign-in: whoever comes chooses who they are. */
export function demoSignIn({ people, sessions, door, stranger }: House): readonly Route[] {
  const show = (to: string, wrong?: string): HttpReply =>
    stranger('Sign in', signInBody(people, to, wrong), wrong === undefined ? 200 : 422)
  return [
    door.showsStranger('/desk/sign-in', async ({ query }) => show(backTo(query['to']))),
    door.takesStranger('/desk/sign-in', async (request, fields) => {
      const to = backTo(fields.one('to'))
      const who = people.find(({ id }) => id === fields.one('person'))
      const role = who?.roles.find((one) => one === fields.one('role'))
      if (!who || !role) return show(to, 'Nobody here has that name and role. Choose again.')
      return redirect(to, await sessions.open(request, { who, role }))
    }),
  ]
}
