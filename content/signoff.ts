import { z } from 'zod'
import type { Catalogue } from './catalogue.ts'
import { read } from './data.ts'

const words = z.string().trim().min(1).max(200)

const signature = z.strictObject({
  /** `gp-contact/permission`, or `treatments/dermal-filler`. */
  content: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be two parts in kebab-case'),
  /** Of the file as it was signed: a word changed since, and nobody has signed. */
  digest: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex'),
  by: words,
  register: words,
  on: z.iso.date(),
})
const file = z.array(signature).readonly()

/** A clinician's name under one exact wording. */
export type Signature = Readonly<z.infer<typeof signature>>
export type Signoff = readonly Signature[]

/** Words that somebody has to stand behind. */
export interface Signable {
  readonly id: string
  readonly digest: string
}

export interface SignedOff extends Signable {
  /** `undefined`: these very words are a draft. */
  readonly signature: Signature | undefined
  /** Signatures under other wordings of it: they count for nothing, and say what to look at. */
  readonly earlier: readonly Signature[]
}

/** Reads a clinic's signoff.yaml, or throws a ContentError with all that is wrong with it. */
export function parseSignoff(path: string, text: string): Signoff {
  return read(file, path, text)
}

/** Of each content, whether its words as they are now are signed; treatments are words too. */
export function signedOff(
  catalogue: Pick<Catalogue, 'ids' | 'get'>,
  signoff: Signoff,
  treatments: readonly Signable[] = [],
): readonly SignedOff[] {
  const contents = catalogue.ids().map((id) => catalogue.get(id))
  return [...contents, ...treatments].map(({ id, digest }) => {
    const all = signoff.filter(({ content }) => content === id)
    return {
      id,
      digest,
      signature: all.find((one) => one.digest === digest),
      earlier: all.filter((one) => one.digest !== digest),
    }
  })
}

/** The ids of whatever nobody has signed as it is now. */
export function draftsIn(
  catalogue: Pick<Catalogue, 'ids' | 'get'>,
  signoff: Signoff,
  treatments: readonly Signable[] = [],
): readonly string[] {
  return signedOff(catalogue, signoff, treatments)
    .filter(({ signature }) => signature === undefined)
    .map(({ id }) => id)
}

/** What a mode makes of drafts: production has none, and every other says that they are. */
export function draftsAllowed(
  mode: 'demo' | 'pilot' | 'production',
  drafts: readonly string[],
): 'none-to-allow' | 'allowed-and-said' | 'refused' {
  if (drafts.length === 0) return 'none-to-allow'
  return mode === 'production' ? 'refused' : 'allowed-and-said'
}
