import type { House } from '../../house.ts'
import { replay } from '../../replay.ts'
import { type Payload, payload as schema } from '../record.ts'
import { bundleOf } from './content.ts'
import { Fault, must } from './fault.ts'
import type { Files } from './manifest.ts'
import { answered, type Fails, type Holds } from './pack.ts'

// The one step that runs what decided: `advance`, and the statecharts that are installed
// here, if they are the very ones that the pack has frozen.

/** What is installed where the pack is verified. */
export interface Installed {
  /** The digest of the sources of its statecharts. */
  readonly machines: string
  /** A house with these words. */
  houseOf(sources: readonly { readonly path: string; readonly text: string }[]): House
}

export type Replayed =
  | { readonly ok: true }
  | Fails
  /** Nothing was found wrong, and nothing was taken again. */
  | { readonly ok: 'not-here'; readonly detail: string }

/**
 * Step 10: takes every command again, and must come to what each record says. Restricted
 * records need the open ones that they stand beside.
 */
export function replayPack(pack: Holds, installed: Installed, open = pack): Replayed {
  const why = notHere(pack, installed, open)
  if (why !== undefined) return { ok: 'not-here', detail: why }
  return answered(() => {
    const payloads = [...payloadsOf(open), ...(open === pack ? [] : payloadsOf(pack))]
    taken(houseOf(pack.files, payloads, installed), payloads, pack)
    return { ok: true } as const
  })
}

function notHere({ claim, records }: Holds, { machines }: Installed, open: Holds) {
  if (open.claim.stream !== 'open' || open.claim.consultation !== claim.consultation) {
    return 'Restricted records are taken again only together with the open pack of the same consultation.'
  }
  const other = [...open.records, ...records].find(
    ({ payload }) => payload.digests.machines !== machines,
  )
  if (!other) return undefined
  return (
    'The statecharts installed here are not the ones that the pack froze ' +
    `(here ${machines}, there ${other.payload.digests.machines}). Nothing else was run in their place.`
  )
}

export function payloadsOf({ records }: Holds): Payload[] {
  return records.map(({ payload }, n) => {
    const parsed = schema.safeParse(payload)
    must(parsed.success, 'replay', 'its command or facts are none that Candour knows', n)
    return parsed.data
  })
}

function houseOf(files: Files, payloads: readonly Payload[], { houseOf: make }: Installed): House {
  const content = payloads[0]?.digests.content ?? ''
  const other = payloads.findIndex(({ digests }) => digests.content !== content)
  must(other < 0, 'replay', 'it has other words than the consultation began with', other)
  try {
    return make(bundleOf(files, content))
  } catch {
    throw new Fault('replay', 'the words that it began with cannot be read')
  }
}

function taken(house: House, payloads: readonly Payload[], { claim }: Holds): void {
  const result = orFault(() => replay(house, payloads))
  if (!result.ok) {
    const mine = result.stream === claim.stream ? '' : ` (in the ${result.stream} stream)`
    throw new Fault(
      'replay',
      `taking it again leads elsewhere${mine}: ${result.detail}`,
      result.seq,
    )
  }
  const now = result.consultation
  const there = now?.state === claim.after.state && now.stage === claim.after.stage
  must(now?.id === claim.consultation, 'replay', 'it leads to no consultation, or another')
  must(claim.stream === 'restricted' || there, 'replay', 'it does not lead where the pack claims')
}

function orFault<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw new Fault('replay', error instanceof Error ? error.message : 'it cannot be taken again')
  }
}
