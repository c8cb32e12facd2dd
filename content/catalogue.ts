import { z } from 'zod'
import { read } from './data.ts'
import { ContentError, gathering } from './errors.ts'
import { parse, type Content, type Digest } from './template.ts'

/** One file of words; `path` is relative to the folder `content`. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** Whole utterances that mean one thing, whatever was asked. */
export interface Lexicon {
  readonly stop: readonly string[]
  readonly person: readonly string[]
  readonly 'help-now': readonly string[]
  /** Help as well, but where a private question takes it as its answer. */
  readonly 'in-danger': readonly string[]
  readonly summary: readonly string[]
  /** One meaning, but an answer: it chooses whatever a question offers to somebody who is not sure. */
  readonly 'not-sure': readonly string[]
}

/** All the words of a bundle, every one of them sound. */
export interface Catalogue {
  readonly locale: string
  /** Every language that has words here, the usual one first. */
  readonly locales: readonly string[]
  /** Of the whole bundle, whatever the order its files came in. */
  readonly digest: string
  readonly ui: Readonly<Record<string, string>>
  readonly lexicon: Lexicon
  get(id: string, locale?: string): Content
  has(id: string, locale?: string): boolean
  ids(locale?: string): readonly string[]
  /**
   * The same bundle to somebody who reads that language. What it has no words for is in the
   * usual language, and says so by its own `locale`.
   */
  in(locale: string): Catalogue
}

const utterances = z.array(z.string().trim().min(1)).min(1).readonly()
const lexiconFile = z.strictObject({
  stop: utterances,
  person: utterances,
  'help-now': utterances,
  // Bundles that consultations are pinned to may be older than these lists.
  'in-danger': utterances.default([]),
  summary: utterances.default([]),
  'not-sure': utterances.default([]),
})
const uiFile = z.record(z.string(), z.string().trim().min(1))

/** What is heard whatever was asked, and so can be the utterance of no choice. */
export function reservedIn({ 'not-sure': _, ...lexicon }: Lexicon): ReadonlySet<string> {
  return new Set(Object.values(lexicon).flat())
}

type Screen = Pick<Catalogue, 'ui' | 'lexicon'>

/** Takes the words of all locales, or tells every fault of every file in one error. */
export function catalogue(files: readonly Source[], digest: Digest, locale = 'en-GB'): Catalogue {
  const { faults, kept } = gathering()
  const locales = localesOf(files, locale)
  const screens = new Map<string, Screen>()
  for (const one of locales) {
    const ui = kept(() => read(uiFile, ...sourceOf(files, `${one}/ui.yaml`)))
    const lexicon = kept(() => read(lexiconFile, ...sourceOf(files, `${one}/lexicon.yaml`)))
    if (ui && lexicon) screens.set(one, { ui, lexicon })
  }
  const contents = new Map<string, Content>()
  for (const { path, text } of files.filter(({ path }) => !SCREEN.test(path))) {
    const content = kept(() => parse(path, text, digest))
    if (!content) continue
    const key = keyOf(content.locale, content.id)
    if (contents.has(key)) faults.push(`${path}: ${content.id} is there twice`)
    contents.set(key, content)
  }
  const usual = screens.get(locale)
  if (faults.length > 0 || !usual) throw new ContentError(faults)
  const whole = { locales, digest: bundleDigest(files, digest) }
  return viewOf({ ...whole, usual, locale, contents, screens }, locale)
}

const SCREEN = /\/(ui|lexicon)\.yaml$/

/** A language is there when its screen is: words of states alone could be asked for by nobody. */
function localesOf(files: readonly Source[], usual: string): readonly string[] {
  const all = files.flatMap(({ path }) => /^([^/]+)\/ui\.yaml$/.exec(path)?.[1] ?? [])
  return [usual, ...all.filter((one) => one !== usual).sort()]
}

interface Bundle extends Pick<Catalogue, 'locale' | 'locales' | 'digest'> {
  readonly usual: Screen
  readonly contents: ReadonlyMap<string, Content>
  readonly screens: ReadonlyMap<string, Screen>
}

function viewOf(bundle: Bundle, locale: string): Catalogue {
  const { locales, digest, usual, contents, screens } = bundle
  const own = screens.get(locale)
  const all = lookUps(contents, locale)
  const spare = contents.get.bind(contents)
  const found = new Map<string, Content>()
  const find = (id: string): Content => {
    const content = (!all.has(id) && spare(keyOf(bundle.locale, id))) || all.get(id)
    found.set(id, content)
    return content
  }
  const view: Catalogue = {
    ...{ locale, locales, digest, ...all },
    ui: { ...usual.ui, ...own?.ui },
    lexicon: own && locale !== bundle.locale ? both(usual.lexicon, own.lexicon) : usual.lexicon,
    get: (id, wanted) => (wanted === undefined ? (found.get(id) ?? find(id)) : all.get(id, wanted)),
    in: (wanted) => viewOf(bundle, wanted),
  }
  return Object.freeze(view)
}

/** Somebody who says stop in the usual language is heard in every other. */
function both(usual: Lexicon, own: Lexicon): Lexicon {
  const names = Object.keys(usual) as (keyof Lexicon)[]
  const joined = names.map((name) => [name, [...new Set([...own[name], ...usual[name]])]])
  return Object.fromEntries(joined) as Lexicon
}

function lookUps(contents: ReadonlyMap<string, Content>, usual: string) {
  const sorted = [...contents.values()].sort((one, other) => (one.path < other.path ? -1 : 1))
  return {
    get(id: string, locale = usual): Content {
      const content = contents.get(keyOf(locale, id))
      if (content) return content
      throw new ContentError([`${locale}/${id}: there are no such words`])
    },
    has: (id: string, locale = usual) => contents.has(keyOf(locale, id)),
    ids: (locale = usual) =>
      sorted.filter((content) => content.locale === locale).map(({ id }) => id),
  }
}

/** The same words, each read when it is first wanted: for whoever needs few of them, once. */
export function onDemand(
  files: readonly Source[],
  digest: Digest,
  usual = 'en-GB',
): Pick<Catalogue, 'get'> {
  const texts = new Map(files.map(({ path, text }) => [path, text]))
  const known = new Map<string, Content>()
  return {
    get(id, locale = usual) {
      const key = keyOf(locale, id)
      const path = [`${key}.md`, `${key}.hbs`].find((one) => texts.has(one))
      if (path === undefined) throw new ContentError([`${key}: there are no such words`])
      const content = known.get(key) ?? parse(path, texts.get(path) ?? '', digest)
      known.set(key, content)
      return content
    },
  }
}

function keyOf(locale: string, id: string): string {
  return `${locale}/${id}`
}

function sourceOf(files: readonly Source[], path: string): [path: string, text: string] {
  const file = files.find((source) => source.path === path)
  if (!file) throw new ContentError([`${path}: is missing`])
  return [path, file.text]
}

/** SHA-256 of the index alone, which anybody with the files can write again. */
export function bundleDigest(files: readonly Source[], digest: Digest): string {
  return digest(bundleIndex(files, digest))
}

/** Path and digest of each file, in the order of the paths. */
export function bundleIndex(files: readonly Source[], digest: Digest): string {
  const each = files.map(({ path, text }): [string, string] => [path, digest(text)])
  return JSON.stringify(each.sort(([one], [other]) => (one < other ? -1 : 1)))
}
