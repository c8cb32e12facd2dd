import type { Actor, Consultation } from '../../machines/contract.ts'
import type { FoundPerson } from '../views/desk.ts'
import { values } from '../work.ts'
import { isNamed, maySee, nameOfPerson } from './who.ts'

/** Everybody of that name, or with that very id, whom the viewer may see, and where each consultation stands. */
export function personsOf(
  all: readonly Consultation[],
  viewer: Actor,
  query: string,
): readonly FoundPerson[] {
  const wanted = query.trim().toLowerCase()
  return all
    .filter((now) => !now.facts.author && maySee(now, viewer) && isNamed(now))
    .filter((now) => isWanted(now, wanted))
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
function isWanted(now: Consultation, wanted: string): boolean {
  const ids = [now.id, now.person].map((id) => id.toLowerCase())
  return nameOfPerson(now).toLowerCase().includes(wanted) || ids.includes(wanted)
}
