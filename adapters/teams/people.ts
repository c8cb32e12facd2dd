import type { Actor, Role } from '../../machines/commands.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly signIn?: readonly { readonly issuer: string; readonly subject: string }[] | undefined
}

export const CLINICAL: readonly Role[] = ['practitioner', 'performer', 'supervisor', 'prescriber']

/** Who somebody of the tenant is to the clinic, in the first clinical role of theirs. */
export type People = (object: string) => Actor | 'unknown' | 'not-clinical'

export function peopleOf(people: readonly Person[], tenant: string): People {
  const issuer = issuerOf(tenant)
  const accounts = people.flatMap((person) =>
    (person.signIn ?? [])
      .filter((one) => one.issuer.toLowerCase() === issuer)
      .map(({ subject }) => [subject.toLowerCase(), person] as const),
  )
  // Of two with one account the first counts.
  const byAccount = new Map(accounts.reverse())
  return (object) => actorOf(byAccount.get(object))
}

function actorOf(found: Person | undefined): ReturnType<People> {
  if (!found) return 'unknown'
  const role = found.roles.find((one) => CLINICAL.includes(one))
  if (!role) return 'not-clinical'
  return { id: found.id, role, name: found.name, assurance: 'teams' }
}

/** Microsoft’s name for a tenant as the issuer of sign-ins, the same that the desk would see. */
export const issuerOf = (tenant: string): string =>
  `https://login.microsoftonline.com/${tenant}/v2.0`
