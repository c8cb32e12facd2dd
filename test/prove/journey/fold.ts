/** What of a consultation can still make a difference: two that agree in it go on alike. */
import type { Consultation, FactName } from '../../../machines/contract.ts'
import { waits } from '../../../bot/acts/desk.ts'
import type { House } from '../../../bot/house.ts'
import { knownOf } from '../../../bot/work.ts'
import { dayOf } from '../../../machines/time.ts'
import { DAY } from '../bounds.ts'

/** What is told apart by more than being there. */
export const RAW: readonly FactName[] = [
  ...(['date-of-birth', 'treatment-class', 'place-of-treatment', 'young-person-route'] as const),
  ...(['consent-taken-by', 'reconfirmed-on'] as const),
]

export function keyOf(house: House, now: Consultation): string {
  const { facts } = now
  const over = now.state === 'withdrawn' || now.refusedFor === 'practitioner'
  // Nothing that was said before leads anywhere from here.
  if (over) return JSON.stringify([now.state, now.stage, now.prompt?.kind])
  const raw = RAW.map((name) => facts[name]?.value ?? null)
  return JSON.stringify([
    ...[now.state, now.stage, now.pausedBy, now.refusedFor, now.prompt?.kind],
    ...[raw, facts.plan?.value.performer, season(now), answersOf(house, now)],
    now.open.map(({ pathway, stage }) => `${pathway} ${stage}`).sort(),
    now.closed.map((one) => `${one.pathway} ${waits(house, one)}`).sort(),
    now.questions.filter(({ settled }) => !settled).map(({ reply }) => reply !== undefined),
  ])
}

/** What every gate, and every reason to open a pathway, says of it now. */
function answersOf({ journeys }: House, now: Consultation): string {
  const known = knownOf(now, now.last)
  const { stages = [] } = journeys[now.journey] ?? {}
  return stages
    .flatMap(({ entry, gates, opens }) => [
      ...[...entry, ...gates].map(({ met }) => met(known)),
      ...opens.map(({ when }) => when(known)),
    ])
    .map((holds) => (holds ? '1' : '0'))
    .join('')
}

function season({ last }: Consultation): string {
  const today = dayOf(last)
  // before or after the birthday on which somebody of 17 is 18, and the planned day
  return `${today < '2026-03-10' ? 'before' : 'after'} ${today < DAY ? 'early' : today === DAY ? 'day' : 'late'}`
}
