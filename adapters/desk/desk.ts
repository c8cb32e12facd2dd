import type { Route } from '../http/route.ts'
import { accessRoutes } from './access.ts'
import { assets } from './assets.ts'
import { auditRoutes } from './audit.ts'
import { consultationRoutes } from './consultation.ts'
import { emergencyRoutes } from './emergency.ts'
import { createHouse } from './house.ts'
import { invitationRoutes } from './invitation.ts'
import type { DeskOptions } from './options.ts'
import { practiceRoutes } from './practice.ts'
import { queueRoutes } from './queue.ts'
import { rehearseRoutes } from './rehearse.ts'
import { signInRoutes } from './sign-in/routes.ts'

export type { Colleague, DeskOptions } from './options.ts'

/** The desk: the web pages of practitioners and reception. They work without scripts. */
export function createDesk(options: DeskOptions): { readonly routes: readonly Route[] } {
  const house = createHouse(options)
  return {
    routes: [
      ...assets(),
      ...signInRoutes(house),
      ...queueRoutes(house),
      ...invitationRoutes(house),
      ...practiceRoutes(house),
      ...rehearseRoutes(house),
      ...emergencyRoutes(house),
      ...auditRoutes(house),
      ...accessRoutes(house),
      ...consultationRoutes(house),
      house.door.shows('/desk/*', async (visit) => house.nowhere(visit)),
    ],
  }
}
