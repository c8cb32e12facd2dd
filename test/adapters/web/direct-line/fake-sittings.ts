import type { Activity, Claim, Incoming, Sittings, Taken } from '../../../../bot/ports.ts'
import type { PatientMessage } from '../../../../bot/views/patient.ts'

type Hear = Parameters<Sittings['listen']>[1]

export interface FakeSittings extends Sittings {
  readonly taken: Incoming[]
  readonly ended: string[]
  /** Candour speaks without being spoken to. */
  say(sitting: string, message: PatientMessage): void
  /** The next messages are answered with this instead. */
  refuse(why?: 'gone' | 'other-body' | 'bad-message'): void
  readonly links: Map<string, Claim>
}

export const QUESTION: PatientMessage = {
  text: 'Shall we begin?',
  question: {
    id: 'welcome#1/1',
    content: 'welcome/ready',
    kind: 'choice',
    choices: [
      { id: 'ready', label: 'Yes, begin' },
      { id: 'not-now', label: 'Not now' },
    ],
  },
  progress: { part: 'About you', done: 0, of: 4 },
  state: 'active',
}

/** Remembers what was said, and repeats it. It decides nothing. */
export function createFakeSittings(): FakeSittings {
  const said = new Map<string, Activity[]>()
  const hearing = new Map<string, Set<Hear>>()
  const ended: string[] = []
  const taken: Incoming[] = []
  const links = new Map<string, Claim>()
  let refusal: 'gone' | 'other-body' | 'bad-message' | undefined

  const of = (sitting: string) => {
    const found = said.get(sitting) ?? [activity(0, 'candour', QUESTION)]
    said.set(sitting, found)
    return found
  }
  const add = (sitting: string, from: Activity['from'], message: PatientMessage, key?: string) => {
    const added = activity(of(sitting).length, from, message, key)
    of(sitting).push(added)
    for (const hear of hearing.get(sitting) ?? []) hear([added])
    return added
  }
  const take = (sitting: string, message: Incoming): Taken => {
    if (refusal) return { ok: false, why: refusal }
    if (ended.includes(sitting)) return { ok: false, why: 'gone' }
    taken.push(message)
    const before = of(sitting).filter(({ key }) => key === message.key)
    if (before.length > 0) return { ok: true, activities: before }
    const text = message.text ?? String(message.value?.choice)
    const quiet = text === 'private' ? ({ private: true } as const) : {}
    const own = add(sitting, 'patient', { text, ...quiet }, message.key)
    const reply = add(sitting, 'candour', { text: `You said ${text}.` }, message.key)
    return { ok: true, activities: [own, reply] }
  }

  return {
    ...{ taken, ended, links },
    say: (sitting, message) => void add(sitting, 'candour', message),
    refuse: (why) => void (refusal = why),
    visitor: async ({ sitting }) => of(sitting),
    peek: async () => 'continue',
    written: async () => undefined,
    ...{ receipt: async () => undefined, summary: async () => undefined },
    handTo: async () => undefined,
    redeem: async (secret) => {
      const claim = links.get(secret)
      links.delete(secret)
      return claim
    },
    take: async ({ sitting }, message) => take(sitting, message),
    activities: async ({ sitting }, from) =>
      ended.includes(sitting) ? undefined : since(of(sitting), from),
    async end({ sitting }) {
      ended.push(sitting)
      for (const hear of hearing.get(sitting) ?? []) hear('ended')
    },
    listen(sitting, hear) {
      hearing.set(sitting, (hearing.get(sitting) ?? new Set()).add(hear))
      return () => void hearing.get(sitting)?.delete(hear)
    },
  }
}

function activity(
  n: number,
  from: Activity['from'],
  message: PatientMessage,
  key?: string,
): Activity {
  const at = '2026-03-01T09:30:00.000Z' as Activity['at']
  return { n, at, from, message, ...(key === undefined ? {} : { key }) }
}

/** All of it to somebody who has counted more than there is. */
function since(all: readonly Activity[], from: number): readonly Activity[] {
  if (from === Infinity) return []
  return from > all.length ? all : all.filter(({ n }) => n >= from)
}
