import type { Actor, Consultation } from '../../machines/contract.ts'
import type { FoundPerson } from '../views/desk.ts'
import { values } from '../work.ts'
import { isNamed, maySee, nameOfPerson } from './who.ts'

/** Everybody of that name whom the viewer may see, with where each consultation stands. */
export function personsOf(
  all: readonly Consultation[],
  viewer: Actor,
  query: string,
): readonly FoundPerson[] {
  const wanted = query.trim().toLowerCase()
  return all
    .filter((now) => !now.facts.author && maySee(now, viewer) && isNamed(now))
    .filter((now) => nameOfPerson(now).toLowerCase().includes(wanted))
    .map((now) => {
      const birth = values(now.facts)['date-of-birth']
      return {
        ...{ id: now.person, name: nameOfPerson(now), consultation: now.id },
        ...{ stage: now.stage, state: now.state },
        ...(birth ? { birthDate: birth } : {}),
      }
    })
}
