import type { Activity, Claim, Sittings } from '../../../bot/ports.ts'
import type { Socket } from '../../http/route.ts'
import type { Render } from './activity.ts'

export interface Streams {
  /** Sends everything from a watermark on: first what there is, then what comes. */
  open(claim: Claim, from: number, name?: string): (socket: Socket) => void
  /** What a message just brought, for whoever listens to that sitting here. */
  offer(sitting: string, activities: readonly Activity[]): void
  /** The streams of that name say nothing until this is called, with what was told in another way. */
  hold(sitting: string, name: string | undefined): (told: readonly Activity[]) => void
}

type Stream = ReturnType<typeof createStream>

export function createStreams(sittings: Sittings, render: Render): Streams {
  const listening = new Map<string, Map<Stream, string | undefined>>()

  const listen = (sitting: string, stream: Stream, name: string | undefined): (() => void) => {
    const hearing = listening.get(sitting) ?? new Map<Stream, string | undefined>()
    listening.set(sitting, hearing.set(stream, name))
    const stop = sittings.listen(sitting, stream.hear)
    return () => {
      stop()
      hearing.delete(stream)
      if (hearing.size === 0) listening.delete(sitting)
    }
  }

  return {
    open: (claim, from, name) => (socket) => {
      const stream = createStream(claim, from, socket, sittings, render)
      socket.onClose(listen(claim.sitting, stream, name))
      stream.begin()
    },
    offer(sitting, activities) {
      for (const stream of listening.get(sitting)?.keys() ?? []) stream.hear(activities)
    },
    hold(sitting, name) {
      const named = [...(listening.get(sitting) ?? [])].filter(([, one]) => one && one === name)
      for (const [stream] of named) stream.hold()
      return (told) => {
        for (const [stream] of named) stream.release(told)
      }
    },
  }
}

/** What happens to a stream, one thing after the other. */
function createStream(
  claim: Claim,
  from: number,
  socket: Socket,
  sittings: Sittings,
  render: Render,
) {
  const teller = createTeller(claim, from, socket, sittings, render)
  let work = Promise.resolve()
  const after = (act: () => Promise<void> | void) => {
    // A client whose stream closes asks again, from its watermark.
    work = work.then(act).catch(() => socket.close())
  }
  return {
    begin: () => after(teller.catchUp),
    // At once, so that it holds back what is still being looked for; released when its turn comes.
    hold: teller.hold,
    release: (told: readonly Activity[]) => after(() => teller.release(told)),
    hear: (heard: readonly Activity[] | 'ended') =>
      after(() => (heard === 'ended' ? socket.close() : teller.deliver(heard))),
  }
}

/** Each activity once and in order, though it may be heard of twice, late, or before the first. */
function createTeller(
  claim: Claim,
  from: number,
  socket: Socket,
  sittings: Sittings,
  render: Render,
) {
  let next = from
  const held = createHeld()

  const send = (activities: readonly Activity[]) => {
    const fresh = activities.filter(({ n }) => n >= next)
    if (fresh.length === 0) return
    if (held.now()) return held.keep(fresh)
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
    const fresh = activities.filter(({ n }) => n >= next)
    const behind = endOf(activities, next) < next
    if (held.now()) return held.keep(behind ? activities : fresh)
    if (behind || (fresh[0] && fresh[0].n > next)) await catchUp()
    send(activities)
  }
  const release = async (told: readonly Activity[]) => {
    // Where something came before it that this stream has not sent, all of it comes, in order.
    const gap = told[0] && told[0].n > next
    if (!gap) next = Math.max(next, endOf(told, next))
    if (held.release(gap ? [] : told)) await catchUp()
  }
  return { catchUp, deliver, release, hold: held.hold }
}

/** What a stream does not say while a message is under way whose reply is not for it. */
function createHeld() {
  let holds = 0
  const kept = new Set<number>()
  return {
    now: () => holds > 0,
    hold: () => void (holds += 1),
    keep(activities: readonly Activity[]) {
      for (const { n } of activities) kept.add(n)
    },
    /** Whether there is something left that nobody was told. */
    release(told: readonly Activity[]): boolean {
      holds -= 1
      for (const { n } of told) kept.delete(n)
      if (holds > 0 || kept.size === 0) return false
      kept.clear()
      return true
    },
  }
}

function endOf(activities: readonly Activity[], otherwise: number): number {
  return (activities.at(-1)?.n ?? otherwise - 1) + 1
}
