import type { HttpReply, Route } from '../http/route.ts'
import type { House } from './house.ts'
import { pathOf } from './pages/scene.ts'

/** Trees that somebody of the clinic starts at will, and goes through alone. */
export function practiceRoutes({ desk, door, go }: House): readonly Route[] {
  return [
    door.takes('/desk/check-a-post', async (visit): Promise<HttpReply> => {
      const { ok, said, consultation } = await desk.start(visit.session.by, 'social-media-post')
      return go(visit, ok && consultation ? pathOf(consultation) : '/desk', said)
    }),
  ]
}
