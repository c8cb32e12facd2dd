import { createHash } from 'node:crypto'
import type { HttpReply, Route } from '../http/route.ts'
import type { QueueItem } from '../../bot/views/desk.ts'
import type { Visit } from './door.ts'
import { readingOf } from './fields.ts'
import { type House, refusedForm } from './house.ts'
import { json } from './page.ts'
import type { Session } from './session.ts'
import { filterOf } from './pages/queue-filter.ts'
import { stillShown, type Queue, queueBody } from './pages/queue.ts'
import { spoken } from './words.ts'

const MOST = 31 * 24 * 60 * 60 * 1000

/** What waits, the search for persons, and the demo's clock. */
export function queueRoutes(house: House): readonly Route[] {
  const { desk, clocks, door } = house

  const waiting = async ({ by }: Session) => stillShown(await desk.queue(by), clocks.clock())

  const show = shower(house, waiting)

  return [
    door.shows('/desk', (visit) => show(visit)),
    door.shows(
      '/desk/count',
      async ({ session }) => {
        const items = await waiting(session)
        return json({ count: items.length, mark: markOf(items) })
      },
      { unasked: true },
    ),
    door.takes('/desk/persons', async (visit, fields) => {
      const reading = readingOf(fields)
      const query = reading.text('query', 'Type a name or part of it')
      const { faults } = reading
      if (faults.length > 0) return show(visit, { kept: { form: 'persons', fields, faults } })
      return show(visit, { found: await desk.persons(visit.session.by, query) })
    }),
    ...(house.mode === 'demo' ? [demoClock(house, show)] : []),
  ]
}

function demoClock({ desk, door, go }: House, show: (visit: Visit) => Promise<HttpReply>): Route {
  return door.takes('/desk/clock', async (visit, fields) => {
    const by = Number(fields.one('by'))
    if (!Number.isSafeInteger(by) || by <= 0 || by > MOST) return show(visit)
    const now = await desk.moveClock(by)
    return go(visit, '/desk', `The demo clock is at ${spoken(now)} now.`)
  })
}

type More = Pick<Queue, 'kept' | 'found'>

function shower(house: House, waiting: (session: Session) => Promise<readonly QueueItem[]>) {
  const { people, clocks, mode } = house
  return async (visit: Visit, more: More = {}): Promise<HttpReply> => {
    const { session, request } = visit
    const filter = filterOf(request.query)
    const items = await waiting(session)
    const [now, mark] = [clocks.clock(), markOf(items)]
    const ahead = mode === 'demo' ? clocks.offset() : undefined
    const body = queueBody({ items, filter, session, people, now, ahead, mark, ...more })
    const faulty = more.kept && refusedForm(more.kept)
    return house.page(visit, 'What waits', body, {
      here: 'queue',
      script: '/desk/queue.js',
      ...faulty,
    })
  }
}

/** Changes whenever something else waits. */
function markOf(items: readonly QueueItem[]): string {
  const lines = items.map(({ consultation, kind, since, what }) =>
    [consultation, kind, since, what].join(' '),
  )
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('base64url').slice(0, 22)
}
