import { CandourError } from './errors.ts'
import type { Gap } from './evidence/log/epoch.ts'
import type { Desk, Done, Store } from './ports.ts'

/** What can be read stays readable, and an erasure stays one; nothing is added. */
export function readOnly(store: Store, gap: Gap): Store {
  const refuse = async () => {
    throw new CandourError('store/read-only', { ...gap })
  }
  const commits = { commit: refuse, commitUnsealed: refuse }
  return { ...store, ...commits, putSitting: refuse, redeem: refuse, moveClock: refuse }
}

/** The desk says why, where it would otherwise fail. */
export function readOnlyDesk(desk: Desk, gap: Gap): Desk {
  const refuse = async (): Promise<Done> => ({ ok: false, said: missingIn(gap) })
  const writes = { act: refuse, keep: refuse, invite: refuse, makeLink: refuse, start: refuse }
  return { ...desk, ...writes, openInEmergency: refuse, lookInto: refuse }
}

export function missingIn({ from, to }: Gap): string {
  const records =
    from === to ? `Record ${from} of the log is` : `Records ${from} to ${to} of the log are`
  return `${records} missing: an older copy was put back. Until somebody decides to go on without, this can only be read.`
}
