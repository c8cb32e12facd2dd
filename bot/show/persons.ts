import type { Actor, Consultation } from '../../machines/contract.ts'
import type { FoundPerson } from '../views/desk.ts'
import { values } from '../work.ts'
import { folded } from './same-name.ts'
import { isNamed, maySee, nameOfPerson } from './who.ts'

/** Everybody of that name, or with that very id, whom the viewer may see, and where each consultation stands. */
export function personsOf(
  all: readonly Consultation[],
  viewer: Actor,
  query: string,
): readonly FoundPerson[] {
  return all
    .filter((now) => !now.facts.author && maySee(now, viewer) && isNamed(now))
    .filter((now) => isWanted(now, query))
    .map((now) => {
      const birth = values(now.facts)['date-of-birth']
      return {
        ...{ id: now.person, name: nameOfPerson(now), consultation: now.id },
        ...{ stage: now.stage, state: now.state },
        ...(birth ? { birthDate: birth } : {}),
      }
    })
}

/** An id is known to whoever has a record in their hand; part of one finds nobody. */
function isWanted(now: Consultation, query: string): boolean {
  const id = query.trim().toLowerCase()
  const isId = [now.id, now.person].some((one) => one.toLowerCase() === id)
  return isId || folded(nameOfPerson(now)).includes(folded(query))
}
