import type { Route } from '../../http/route.ts'
import type { House } from '../house.ts'
import { demoSignIn } from './demo.ts'
import { lockRoutes } from './lock.ts'
import { providerSignIn } from './provider.ts'
import { roleRoutes } from './role.ts'

/** How somebody comes to be at the desk, and stops being there. */
export function signInRoutes(house: House): readonly Route[] {
  const { provider } = house
  return [
    ...(provider ? providerSignIn(house, provider) : demoSignIn(house)),
    ...roleRoutes(house),
    ...lockRoutes(house),
  ]
}
