import type { Activity, Claim, Sittings } from '../../../bot/ports.ts'
import type { Socket } from '../../http/route.ts'
import type { Render } from './activity.ts'

export interface Streams {
  /** Sends everything from a watermark on: first what there is, then what comes. */
  open(claim: Claim, from: number): (socket: Socket) => void
  /** What a message just brought, for whoever listens to that sitting here. */
  offer(sitting: string, activities: readonly Activity[]): void
}

type Hear = (activities: readonly Activity[] | 'ended') => void

export function createStreams(sittings: Sittings, render: Render): Streams {
  const listening = new Map<string, Set<Hear>>()

  const listen = (sitting: string, hear: Hear): (() => void) => {
    const hearing = listening.get(sitting) ?? new Set()
    listening.set(sitting, hearing.add(hear))
    const stop = sittings.listen(sitting, hear)
    return () => {
      stop()
      hearing.delete(hear)
      if (hearing.size === 0) listening.delete(sitting)
    }
  }

  return {
    open: (claim, from) => (socket) => {
      const stream = createStream(claim, from, socket, sittings, render)
      socket.onClose(listen(claim.sitting, stream.hear))
      stream.begin()
    },
    offer(sitting, activities) {
      for (const hear of listening.get(sitting) ?? []) hear(activities)
    },
  }
}

/** Each activity once and in order, though it may be heard of twice, late, or before the first. */
function createStream(
  claim: Claim,
  from: number,
  socket: Socket,
  sittings: Sittings,
  render: Render,
) {
  let next = from
  let work = Promise.resolve()

  const send = (activities: readonly Activity[]) => {
    const fresh = activities.filter(({ n }) => n >= next)
    if (fresh.length === 0) return
    const frame = render(claim, fresh, next)
    next = Number(frame.watermark)
    socket.send(JSON.stringify(frame))
  }
  const catchUp = async () => {
    const found = await sittings.activities(claim, next)
    if (!found) return socket.close()
    // What was counted elsewhere may be beyond all that there is: then it begins again.
    next = Math.min(next, found[0]?.n ?? next)
    send(found)
  }
  const deliver = async (activities: readonly Activity[]) => {
    const first = activities.find(({ n }) => n >= next)
    const behind = (activities.at(-1)?.n ?? next) + 1 < next
    if (behind || (first && first.n > next)) await catchUp()
    send(activities)
  }
  const after = (act: () => Promise<void> | void) => {
    // A client whose stream closes asks again, from its watermark.
    work = work.then(act).catch(() => socket.close())
  }

  return {
    begin: () => after(catchUp),
    hear: (heard: readonly Activity[] | 'ended') =>
      after(() => (heard === 'ended' ? socket.close() : deliver(heard))),
  }
}
