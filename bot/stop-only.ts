import type { Act } from '../machines/commands.ts'
import type { Step } from './case.ts'
import { CandourError } from './errors.ts'
import type { Desk, Done } from './ports.ts'

/**
 * What is taken even where the disk is full: whatever stops something or brings somebody help, and
 * the way to it. Consent, answers and plans wait until there is room.
 */
const NEVER_WAITS: ReadonlySet<Act['type']> = new Set([
  ...(['stop', 'withdraw', 'pause', 'decline', 'declined-by-practitioner'] as const),
  ...(['say', 'ask', 'ask-for-a-person', 'attend', 'choose', 'identify'] as const),
])

/** A turn that records nothing is small, and may be the door to one that stops something. */
export function canWait(steps: readonly Step[]): boolean {
  return steps.some(({ advanced: { open, restricted } }) => {
    const act = (open ?? restricted)?.command.act.type
    return act !== undefined && !NEVER_WAITS.has(act)
  })
}

export const isFull = (error: unknown): boolean =>
  error instanceof CandourError && error.code === 'store/full'

/** Says so at the desk, in place of what was to be recorded. */
export function sayingWhenFull(desk: Desk): Desk {
  const or =
    <given extends readonly unknown[], done extends Done>(
      act: (...given: given) => Promise<done>,
    ) =>
    async (...given: given): Promise<done | Done> => {
      try {
        return await act(...given)
      } catch (error) {
        if (!isFull(error)) throw error
        return { ok: false, said: NO_ROOM }
      }
    }
  const { act, start, invite, makeLink, keep, pack, summary, openInEmergency, lookInto } = desk
  return {
    ...desk,
    ...{ act: or(act), start: or(start), invite: or(invite), makeLink: or(makeLink) },
    ...{ keep: or(keep), pack: or(pack), summary: or(summary) },
    ...{ openInEmergency: or(openInEmergency), lookInto: or(lookInto) },
  }
}

const NO_ROOM =
  'The disk is full, so this was not recorded and nothing has changed. A withdrawal, a pause and a decline are still taken. Tell whoever looks after the server.'
