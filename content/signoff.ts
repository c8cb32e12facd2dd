import { z } from 'zod'
import type { Catalogue, Source } from './catalogue.ts'
import { read } from './data.ts'
import type { Digest } from './template.ts'

const words = z.string().trim().min(1).max(200)

const signature = z.strictObject({
  /** `gp-contact/permission`, or `treatments/dermal-filler`. */
  content: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be two parts in kebab-case'),
  /** Of the file as it was signed: a word changed since, and nobody has signed. */
  digest: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hex'),
  /** The language that was signed, where it is not the usual one: a translation is signed by itself. */
  locale: z
    .string()
    .regex(/^[a-z]{2}-[A-Z]{2}$/, 'must be like cy-GB')
    .optional(),
  by: words,
  register: words,
  on: z.iso.date(),
})
const file = z.array(signature).readonly()

/** The file's name in a clinic's folder. */
export const SIGNOFF = 'signoff.yaml'

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

type Words = Pick<Catalogue, 'ids' | 'get' | 'locale'>

/** Of each content, whether its words as they are now are signed; treatments are words too. */
export function signedOff(
  catalogue: Words,
  signoff: Signoff,
  treatments: readonly Signable[] = [],
  locale = catalogue.locale,
): readonly SignedOff[] {
  const contents = catalogue.ids(locale).map((id) => catalogue.get(id, locale))
  const spoken = signoff.filter((one) => (one.locale ?? catalogue.locale) === locale)
  const signatures = Map.groupBy(spoken, ({ content }) => content)
  return [...contents, ...treatments].map(({ id, digest }) => {
    const all = signatures.get(id) ?? []
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
  catalogue: Words,
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

const SCREENS = /\/(ui|lexicon)\.yaml$/

/** `en-gb/ui`: the lines around the questions, and the utterances that are understood. */
export function screensOf(sources: readonly Source[], digest: Digest): readonly Signable[] {
  return sources
    .filter(({ path }) => SCREENS.test(path))
    .map(({ path, text }) => ({
      ...{ id: path.replace(/\.yaml$/, '').toLowerCase(), digest: digest(text) },
    }))
}

/**
 * The languages that a patient may choose. In production one is offered only when everything that
 * a patient can meet is there in it, and signed as it is; elsewhere what is missing is shown in the
 * usual language, and the screen says so.
 */
export function offeredLocales(
  mode: 'demo' | 'pilot' | 'production',
  catalogue: Catalogue,
  signoff: Signoff,
  screens: readonly Signable[] = [],
): readonly string[] {
  const [usual = catalogue.locale, ...others] = catalogue.locales
  if (mode !== 'production') return [usual, ...others]
  return [usual, ...others.filter((one) => isSigned(catalogue, signoff, screens, one))]
}

function isSigned(
  catalogue: Catalogue,
  signoff: Signoff,
  screens: readonly Signable[],
  locale: string,
): boolean {
  const patients = catalogue.ids().filter((id) => catalogue.get(id).audience !== 'staff')
  const own = screens.filter(({ id }) => id.startsWith(`${locale.toLowerCase()}/`))
  const signed = signedOff(catalogue, signoff, own, locale)
  const isAll = signed.every(({ signature }) => signature !== undefined)
  return isAll && own.length === 2 && patients.every((id) => catalogue.has(id, locale))
}
