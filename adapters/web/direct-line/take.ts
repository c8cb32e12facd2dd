import type { Activity, Chance, Claim, Incoming, Sittings } from '../../../bot/ports.ts'
import type { HttpReply, HttpRequest } from '../../http/route.ts'
import { activityId, type Render } from './activity.ts'
import { readActivity } from './incoming.ts'
import { json, problem } from './replies.ts'
import type { Streams } from './stream.ts'

export type Answer = (claim: Claim, request: HttpRequest) => Promise<HttpReply>

interface Parts {
  readonly sittings: Sittings
  readonly streams: Streams
  readonly render: Render
  readonly chance: Chance
}

/** A message of the patient: answered with its id, and with the reply where that was asked for. */
export function createTake(parts: Parts): Answer {
  const { chance, render } = parts
  return async (claim, { body }) => {
    const posted = readActivity(body, () => chance.id())
    if (posted === 'bad') return problem('bad-message')
    if (posted === 'ignored') return json(200, { id: `${claim.sitting}|${chance.id()}` })
    const { message, expects } = posted
    const taken = await takeFor(parts, claim, message, expects?.stream)
    if (!taken.ok) return problem(taken.why)
    const { activities } = taken
    const own = activities.find(({ from }) => from === 'patient')
    const id = own ? activityId(claim, own.n) : `${claim.sitting}|${message.key}`
    const [first] = activities
    return json(200, expects && first ? { id, ...render(claim, activities, first.n) } : { id })
  }
}

/** The stream that the reply is given in place of is silent until it is known what came of it. */
async function takeFor(
  { sittings, streams }: Parts,
  claim: Claim,
  message: Incoming,
  stream: string | undefined,
) {
  const release = streams.hold(claim.sitting, stream)
  let told: readonly Activity[] = []
  try {
    const taken = await sittings.take(claim, message)
    if (taken.ok) streams.offer(claim.sitting, taken.activities)
    if (taken.ok) told = taken.activities
    return taken
  } finally {
    release(told)
  }
}
