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
}

/** All the words of a bundle, every one of them sound. */
export interface Catalogue {
  readonly locale: string
  /** Of the whole bundle, whatever the order its files came in. */
  readonly digest: string
  readonly ui: Readonly<Record<string, string>>
  readonly lexicon: Lexicon
  get(id: string, locale?: string): Content
  has(id: string, locale?: string): boolean
  ids(locale?: string): readonly string[]
}

const utterances = z.array(z.string().trim().min(1)).min(1).readonly()
const lexiconFile = z.strictObject({
  stop: utterances,
  person: utterances,
  'help-now': utterances,
  // Bundles that consultations are pinned to may be older than these lists.
  'in-danger': utterances.default([]),
  summary: utterances.default([]),
})
const uiFile = z.record(z.string(), z.string().trim().min(1))

/** Takes the words of all locales, or tells every fault of every file in one error. */
export function catalogue(files: readonly Source[], digest: Digest, locale = 'en-GB'): Catalogue {
  const { faults, kept } = gathering()
  const data = <schema extends z.ZodType>(schema: schema, name: string) =>
    kept(() => read(schema, ...sourceOf(files, `${locale}/${name}`)))

  const ui = data(uiFile, 'ui.yaml')
  const lexicon = data(lexiconFile, 'lexicon.yaml')
  const contents = new Map<string, Content>()
  for (const { path, text } of files.filter(({ path }) => !/\/(ui|lexicon)\.yaml$/.test(path))) {
    const content = kept(() => parse(path, text, digest))
    if (!content) continue
    const key = keyOf(content.locale, content.id)
    if (contents.has(key)) faults.push(`${path}: ${content.id} is there twice`)
    contents.set(key, content)
  }
  if (faults.length > 0 || !ui || !lexicon) throw new ContentError(faults)
  return Object.freeze({
    locale,
    digest: bundleDigest(files, digest),
    ui,
    lexicon,
    ...lookUps(contents, locale),
  })
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
