import type { Claim } from '../../../bot/ports.ts'
import type { Line, World } from './story.ts'

/** What a client of a process that died still knows: whoever asked, and what they were told. */
export interface Saved {
  readonly claims: readonly (readonly [string, Claim])[]
  readonly ids: readonly (readonly [string, string])[]
  readonly acked: readonly Acked[]
}
type Acked = Extract<Line, { acked: unknown }>['acked']
type Sent = Extract<Line, { sent: unknown }>['sent']

type Told =
  | { readonly ready: true }
  | { readonly steps: number }
  | { readonly died: string }
  | { readonly fatal: string }

export const nowhere: Saved = { claims: [], ids: [], acked: [] }

export const read = ({ claims, ids }: Saved): Pick<World, 'claims' | 'ids' | 'secrets'> => ({
  ...{ claims: new Map(claims), ids: new Map(ids), secrets: new Map() },
})

export interface Heard extends Saved {
  /** What was asked for and never answered. */
  readonly open?: Sent
  readonly ready: boolean
  /** How many steps of ports there were, when it came to the end. */
  readonly steps?: number
}

/** Reads what a process said until it ended, on top of what was known before. */
export function listen(output: string, before: Saved = nowhere): Heard {
  const claims = new Map(before.claims)
  const ids = new Map(before.ids)
  const acked = [...before.acked]
  let open: Sent | undefined
  let [ready, steps]: [boolean, number | undefined] = [false, undefined]
  for (const line of output.split('\n').slice(0, -1)) {
    const said = JSON.parse(line) as Line | Told
    if ('sent' in said) open = said.sent
    else if ('knows' in said) {
      if (said.knows.claim) claims.set(said.knows.who, said.knows.claim)
      if (said.knows.id) ids.set(said.knows.who, said.knows.id)
    } else if ('acked' in said) {
      open = undefined
      acked.push(said.acked)
      if (said.acked.id) ids.set(said.acked.who, said.acked.id)
    } else if ('ready' in said) ready = true
    else if ('steps' in said) steps = said.steps
  }
  const known = { claims: [...claims], ids: [...ids], acked, ready }
  return { ...known, ...(open ? { open } : {}), ...(steps === undefined ? {} : { steps }) }
}
