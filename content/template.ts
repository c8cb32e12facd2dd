import Handlebars from 'handlebars'
import { z } from 'zod'
import { read } from './data.ts'
import { faulty } from './errors.ts'
import { helpersFor } from './helpers.ts'
import { readTemplate, type As, type Use } from './syntax.ts'

/** What fills the slots, by name: texts, numbers, or lists of texts. */
export type Slots = Readonly<Record<string, unknown>>
export type Digest = (text: string) => string

const HELPERS = { if: true, each: true, day: true, time: true, list: true }

const words = z.string().trim().min(1)
const kebab = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be in kebab-case')
const slotName = kebab.refine((name) => !(name in HELPERS), 'is the name of a helper')
const date = z.iso.date()

const frontMatter = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  audience: z.enum(['public', 'personal', 'staff']),
  private: z.boolean().optional(),
  clauses: z.array(words).min(1),
  short: words.optional(),
  why: words.optional(),
  hint: words.optional(),
  slots: z.array(slotName),
  choices: z.record(
    kebab,
    z.strictObject({ label: words, also: z.array(words).readonly().optional() }),
  ),
  reviewed: z.strictObject({ on: date, againBy: date }),
  /** Words in another language are a translator's to put right before a clinician signs them. */
  status: z.enum(['draft', 'draft-for-translator', 'signed-off']).default('draft'),
})

export type FrontMatter = Readonly<z.infer<typeof frontMatter>>

/** What is said in one state: its words, its choices, and who stands behind them. */
export interface Content extends FrontMatter {
  readonly path: string
  readonly locale: string
  readonly digest: string
  /** The template as written, for those who check the words. */
  readonly body: string
  /** Plain text. Throws when a slot that it needs is missing or of the wrong kind. */
  readonly render: (slots: Slots) => string
}

const compilers = new Map<string, typeof Handlebars>()

/** Days and lists are written as that language writes them. */
function compilerFor(locale: string): typeof Handlebars {
  const made = compilers.get(locale) ?? Handlebars.create()
  if (!compilers.has(locale)) made.registerHelper({ ...helpersFor(locale) })
  compilers.set(locale, made)
  return made
}

/** Reads one file; `path` is `<locale>/<id>.md` or `.hbs`. */
export function parse(path: string, text: string, digest: Digest): Content {
  const { locale, id } = placeOf(path)
  const parts = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text)
  if (!parts?.[1] || parts[2] === undefined) throw faulty(path, ['has no front matter'])
  const front = read(frontMatter, path, parts[1])
  const body = parts[2].trim()
  const uses = usesOf(path, body)
  const faults = [
    ...(front.id === id ? [] : [`id: is ${front.id}, but the file is ${id}`]),
    ...(body === '' ? ['says nothing'] : []),
    ...slotFaults(front.slots, uses),
  ]
  if (faults.length > 0) throw faulty(path, faults)
  const render = renderer(path, locale, body, uses)
  return Object.freeze({ ...front, path, locale, digest: digest(text), body, render })
}

function placeOf(path: string): { locale: string; id: string } {
  const [, locale, id] = /^([a-z]{2}-[A-Z]{2})\/(.+)\.(?:md|hbs)$/.exec(path) ?? []
  if (!locale || !id) throw faulty(path, ['is not <locale>/<id>.md or .hbs'])
  return { locale, id }
}

function usesOf(path: string, body: string): readonly Use[] {
  let program
  try {
    program = Handlebars.parse(body)
  } catch (error) {
    throw faulty(path, [String(error).split('\n')[0] ?? 'is no template'])
  }
  const { uses, faults } = readTemplate(program)
  if (faults.length > 0) throw faulty(path, faults)
  return uses
}

function slotFaults(slots: readonly string[], uses: readonly Use[]): string[] {
  const used = new Set(uses.map(({ slot }) => slot))
  return [
    ...[...used].filter((slot) => !slots.includes(slot)).map((slot) => `${slot} is not declared`),
    ...slots.filter((slot) => !used.has(slot)).map((slot) => `slots: ${slot} is never used`),
    ...slots.filter((slot, at) => slots.indexOf(slot) !== at).map((slot) => `slots: ${slot} twice`),
  ]
}

function renderer(
  path: string,
  locale: string,
  body: string,
  uses: readonly Use[],
): (slots: Slots) => string {
  const template = compilerFor(locale).compile<Slots>(body, {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: HELPERS,
  })
  if (uses.length === 0) {
    let always: string | undefined
    return () => (always ??= template({}))
  }
  return (slots) => {
    const faults = new Set(uses.flatMap((use) => misfits(use, slots[use.slot])))
    if (faults.size > 0) throw faulty(path, [...faults])
    // Only what is declared: a template can't reach anything else, whatever it is given.
    return template(Object.fromEntries(uses.map(({ slot }) => [slot, slots[slot]])))
  }
}

function misfits({ slot, as, sheltered }: Use, value: unknown): string[] {
  if (as === 'condition') return []
  if (value === undefined || value === null) return sheltered ? [] : [`slot ${slot} is missing`]
  return FITS[as](value) ? [] : [`slot ${slot} is not ${KINDS[as]}`]
}

const FITS: Record<Exclude<As, 'condition'>, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' || typeof value === 'number',
  day: (value) => date.safeParse(value).success,
  time: (value) => z.iso.datetime({ offset: true }).safeParse(value).success,
  list: (value) => z.array(z.string()).safeParse(value).success,
}

const KINDS = { text: 'text', day: 'a day', time: 'a moment', list: 'a list of texts' }
