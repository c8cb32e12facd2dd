import type { Clinic } from '../../content/clinic.ts'
import type { Actor, Consultation, Day, Instant } from '../../machines/contract.ts'
import { startOfDay } from '../../machines/time.ts'
import { nameOfPerson } from '../show/who.ts'
import type { QueueItem } from '../views/desk.ts'
import { keptHere } from './kept.ts'
import type { Standing } from './standing.ts'

/** Nothing is erased by itself: what is past its time waits for somebody who decides. */
export function tasksOf(
  clinic: Clinic,
  all: readonly Consultation[],
  viewer: Actor,
  today: Day,
  standingOf: (person: string) => Standing,
): readonly QueueItem[] {
  const byPerson = Map.groupBy(all, ({ person }) => person)
  return [...byPerson].flatMap(([person, own]) => {
    const { held, request } = standingOf(person)
    const last = own.toSorted((a, b) => (a.last < b.last ? 1 : -1))[0]
    if (!last || held) return []
    const item = (what: string, since: Instant): QueueItem => ({
      ...{ consultation: last.id, who: nameOfPerson(last), kind: 'keeping', what, since },
      ...{ urgent: false, role: viewer.role },
    })
    if (request) {
      return [item('An erasure was asked for: somebody else agrees, or drops it', request.at)]
    }
    const until = own
      .map((now) => keptHere(now, clinic).until)
      .sort()
      .at(-1)
    if (!until || until > today) return []
    return [item('Past its time: erase it, or hold it and say why', startOfDay(until))]
  })
}
