import { FACTS, type FactName } from '../../machines/facts.ts'
import type { Command, Consultation, KnownFacts } from '../../machines/contract.ts'
import type { Instant, Pinned } from '../../machines/contract.ts'
import { CANDOUR } from '../work.ts'

/** The consultation that a command is taken by: as it was, or just begun. */
export function begun(before: Consultation | undefined, command: Command): Consultation {
  const { act, by, at } = command
  if (before) return before
  if (act.type !== 'start') return nothing
  // A visitor gives nothing by arriving: what is known then is the clinic's own data.
  const giver = act.via === 'public' ? CANDOUR : by
  const given = Object.entries(act.given).map(([name, value]) => {
    const parsed = FACTS[name as FactName].parse(value)
    // Nobody at the desk has read it to write it down.
    const who = name === 'earlier-health' ? CANDOUR : giver
    return [name, { value: parsed, by: who, at: at, record: 0 }]
  })
  return {
    ...nothing,
    ...{ id: act.consultation, clinic: act.clinic, person: act.person, mode: act.mode },
    ...{ via: act.via, journey: act.journey as Pinned },
    facts: Object.fromEntries(given) as KnownFacts,
    // Whoever starts a tree alone is who answers it.
    ...(act.given.author ? { team: { practitioner: { id: by.id, name: by.name ?? by.id } } } : {}),
  }
}

const nothing: Consultation = {
  ...{ id: '', clinic: '', person: '', journey: 'none@0', mode: 'demo', via: 'public' },
  ...{ stage: '', state: 'active', facts: {}, open: [], closed: [], opened: {} },
  ...{
    team: {},
    questions: [],
    wanted: [],
    reminders: [],
    stoodIn: [],
    seq: 0,
    last: '' as Instant,
  },
  restricted: {
    ...{ facts: {}, open: [], closed: [], opened: {}, declines: [], leaning: [], seq: 0 },
    last: '' as Instant,
  },
}
