import { type Catalogue, reservedIn } from './catalogue.ts'
import { type Finding, lintChoices, lintText } from './lint.ts'
import type { Content } from './template.ts'

type Found = Omit<Finding, 'file'>

/** What is wrong with the words of every language but the usual one, held beside it. */
export function lintLocales(catalogue: Catalogue): readonly Finding[] {
  return catalogue.locales.slice(1).flatMap((locale) => lintLocale(catalogue, locale))
}

function lintLocale(catalogue: Catalogue, locale: string): Finding[] {
  const ids = catalogue.ids(locale)
  const isPatients = (id: string) => catalogue.get(id).audience !== 'staff'
  const missing = catalogue.ids().filter((id) => isPatients(id) && !ids.includes(id))
  const reserved = reservedIn(catalogue.in(locale).lexicon)
  const extra = ids.filter((id) => !catalogue.has(id))
  const pairs = ids.filter((id) => catalogue.has(id))
  return [
    // What is missing is shown in the usual language, and the screen says so.
    ...missing.map((text): Finding => ({
      ...{ file: locale, rule: 'not-translated', severity: 'advice', text },
    })),
    ...extra.map((text) => error(`${locale}/${text}`, 'no-such-words', text)),
    ...pairs.flatMap((id) => lintPair(catalogue.get(id), catalogue.get(id, locale), reserved)),
    ...lintScreen(catalogue, locale),
  ]
}

const error = (file: string, rule: string, text: string): Finding => ({
  ...{ file, rule, severity: 'error', text },
})

/** The same slots, choices and place; the sentences are the translator's own. */
function lintPair(usual: Content, own: Content, reserved: ReadonlySet<string>): Finding[] {
  const differ = (rule: string, one: readonly string[], other: readonly string[]) => {
    const [a, b] = [[...one].sort().join(', '), [...other].sort().join(', ')]
    return a === b ? [] : [error(own.path, rule, `${b || 'none'}, not ${a || 'none'}`)]
  }
  const kept = ({ short, why, hint }: Content) =>
    Object.entries({ short, why, hint }).flatMap(([name, text]) => (text ? [name] : []))
  const audience = ({ audience, private: only }: Content) => [
    audience,
    ...(only ? ['private'] : []),
  ]
  return [
    ...differ('slots-differ', usual.slots, own.slots),
    ...differ('choices-differ', Object.keys(usual.choices), Object.keys(own.choices)),
    ...differ('audience-differs', audience(usual), audience(own)),
    ...differ('clauses-differ', usual.clauses, own.clauses),
    ...differ('parts-differ', kept(usual), kept(own)),
    ...differ('version-differs', [String(usual.version)], [String(own.version)]),
    ...lintChoices(own, reserved).map((found: Found) => ({ file: own.path, ...found })),
    ...textsOf(own).flatMap((text) =>
      lintText(text, own.audience).map((found: Found) => ({ file: own.path, ...found })),
    ),
  ]
}

function textsOf({ body, short, why, hint, choices }: Content): string[] {
  const labels = Object.values(choices).map(({ label }) => label)
  return [body, short, why, hint, ...labels].filter((text) => text !== undefined)
}

/** Labels that only the clinic’s own people read. */
const isPatients = (key: string) => !/^(gate|fact|drawing|clock)-/.test(key)

/** Each line of the screen with the same names to fill in; what only staff read may be left out. */
function lintScreen(catalogue: Catalogue, locale: string): Finding[] {
  const file = `${locale}/ui.yaml`
  const own = catalogue.in(locale).ui
  const namesIn = (line = '') => (line.match(/\{[a-z-]+\}/g) ?? []).sort().join(' ')
  return Object.entries(own).flatMap(([key, line]) => {
    const usual = catalogue.ui[key]
    if (usual === undefined) return [error(file, 'no-such-line', key)]
    if (line === usual && isPatients(key) && /[A-Za-z]{2,} [a-z]{2,}/.test(line)) {
      return [{ file, rule: 'not-translated', severity: 'advice', text: key } as const]
    }
    return namesIn(usual) === namesIn(line) ? [] : [error(file, 'names-differ', key)]
  })
}
