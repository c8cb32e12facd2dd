import type { Clinic } from '../../content/clinic.ts'
import type { Actor, Consultation, Instant } from '../../machines/contract.ts'
import { dayOf } from '../../machines/time.ts'
import { readsRestricted } from '../show/who.ts'
import { who } from '../show/words.ts'
import type { KeepingAct, KeepingView } from '../views/keeping.ts'
import { type KeptHere, keptHere } from './kept.ts'
import type { Standing } from './standing.ts'
import { mayDecide, notYet } from './who.ts'

/** A person's records as they stand, for whoever decides on keeping them. */
export interface OfPerson {
  readonly person: string
  readonly all: readonly { readonly now: Consultation; readonly kept: KeptHere }[]
  readonly standing: Standing
}

export function keepingView(
  clinic: Clinic,
  { all, standing }: OfPerson,
  now: Consultation,
  viewer: Actor,
  at: Instant,
): KeepingView {
  const { as, until, rule } = keptHere(now, clinic)
  const { held, restricted, given } = standing
  const decided = <act extends { by: Actor; at: Instant; reason: string }>(act: act) => ({
    ...{ by: who(act.by), at: act.at, reason: act.reason },
  })
  return {
    ...{ as, until, over: until <= dayOf(at) },
    ...{ authority: rule.authority, since: rule.from, source: rule.source },
    ...{ onRequest: rule.value.onRequest, consultations: all.length },
    ...(held ? { held: decided(held) } : {}),
    ...(restricted ? { restricted: decided(restricted) } : {}),
    ...requestOf(clinic, standing, viewer, at),
    given: given
      .filter(({ stream }) => stream === undefined || readsRestricted(viewer))
      .map((one) => ({ what: one.what, way: one.way, at: one.at, by: who(one.by) })),
    offers: mayDecide(clinic, viewer) ? offersOf(clinic, standing, viewer, at) : [],
  }
}

function requestOf(
  clinic: Clinic,
  standing: Standing,
  viewer: Actor,
  at: Instant,
): Pick<KeepingView, 'request'> {
  const { request } = standing
  if (!request) return {}
  const why = notYet(clinic, standing, viewer, at)
  const { n, basis } = request
  const asked = { n, by: who(request.by), at: request.at, basis }
  return { request: why ? { ...asked, notYet: why } : asked }
}

function offersOf(
  clinic: Clinic,
  standing: Standing,
  viewer: Actor,
  at: Instant,
): readonly KeepingAct[] {
  const { held, restricted, request } = standing
  const may = request && !notYet(clinic, standing, viewer, at)
  return [
    held ? 'lift' : 'hold',
    restricted ? 'unrestrict' : 'restrict',
    ...(request ? (['drop-erasure'] as const) : held ? [] : (['ask-erasure'] as const)),
    ...(may ? (['erase'] as const) : []),
  ]
}
