/** Plays one statechart through the real `advance`, in a journey of its own. */
import { leaningsOf } from '../../bot/acts/lean.ts'
import { advance } from '../../bot/advance.ts'
import type { House } from '../../bot/house.ts'
import type { Act } from '../../machines/commands.ts'
import type {
  Actor,
  Advanced,
  Command,
  Consultation,
  FactValues,
  Instant,
  Open,
  Pathway,
  PathwayEvent,
  Refusal,
} from '../../machines/contract.ts'
import { EARLIER, PATIENT } from './bounds.ts'

export type Taken = Advanced | Refusal

export const isRefused = (taken: Taken): taken is Refusal => 'refused' in taken

export function commanded(
  act: Act,
  by: Actor = PATIENT,
  at: Instant = EARLIER,
  isPrivate = true,
): Command {
  return { at, by, where: { channel: isPrivate ? 'widget' : 'terminal', private: isPrivate }, act }
}

export function starting(given: FactValues): Act {
  const ids = { consultation: 'c', clinic: 'demo', person: 'p', journey: 'alone@1' }
  return { type: 'start', ...ids, via: 'invited', mode: 'demo', given }
}

/** The consultation in which the pathway has just opened; `undefined` when it never does. */
export function opened(
  house: House,
  pathway: Pathway,
  given: FactValues,
): Consultation | undefined {
  let now = must(advance(house, undefined, commanded(starting(given))))
  if (pathway.restricted) {
    for (const [event, value] of [['on-my-own'], ['answered', 'somebody-elses']] as const) {
      now = must(advance(house, now, answer(now.open[0], event, value)))
    }
  }
  return openOf(now, pathway) && now
}

export function openOf(now: Consultation, { id }: Pathway): Open | undefined {
  return [...leaningsOf(now), ...now.open, ...now.restricted.open].find(
    ({ pathway }) => pathway === id,
  )
}

/** The command that brings an event of the statechart to where it is asked. */
export function bring(now: Consultation, pathway: Pathway, event: PathwayEvent): Command {
  const open = openOf(now, pathway)
  const asks = open?.question?.asks
  const value = asks?.kind === 'private' ? asks.options[0] : event.value
  return answer(open, event.type, value, event)
}

function answer(
  open: Open | undefined,
  event: string,
  value: unknown,
  said: Partial<PathwayEvent> = {},
): Command {
  const asked = { open: open?.key ?? '', ask: open?.question?.ask ?? 1 }
  const given = value === undefined ? {} : { value }
  return commanded({ type: 'answer', ...asked, event, ...given }, said.by, said.at, said.private)
}

function must(taken: Taken): Consultation {
  if (isRefused(taken)) throw new Error(`${taken.refused}: ${taken.detail}`)
  return taken.next
}
