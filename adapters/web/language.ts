import type { HttpRequest } from '../http/route.ts'

/** A language that a page can be shown in, with the words of the screen in it. */
export interface Language {
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
  /** In itself, so that whoever reads it can find it. */
  readonly name: string
  readonly ui: Readonly<Record<string, string>>
  /** The screen's own words. A key without words shows itself. */
  t(key: string, slots?: Readonly<Record<string, string | number>>): string
}

interface Reachable {
  readonly name: string
  readonly phone: string
  readonly outOfHours: { readonly name: string; readonly phone: string }
}

const RTL = /^(ar|fa|he|ps|sd|ug|ur|yi)\b/

export const dirOf = (locale: string): Language['dir'] => (RTL.test(locale) ? 'rtl' : 'ltr')

export function createLanguage(
  locale: string,
  ui: Readonly<Record<string, string>>,
  { name, phone, outOfHours }: Reachable,
): Language {
  const clinic: Readonly<Record<string, string | number>> = {
    'clinic-name': name,
    'clinic-phone': phone,
    'out-of-hours-name': outOfHours.name,
    'out-of-hours-phone': outOfHours.phone,
  }
  return {
    ...{ locale, ui, dir: dirOf(locale), name: ui['language-name'] ?? locale },
    t: (key, slots = {}) =>
      (ui[key] ?? key).replace(/\{([a-z-]+)\}/g, (whole, slot: string) =>
        String(slots[slot] ?? clinic[slot] ?? whole),
      ),
  }
}

/** The one of that locale, else the usual one. */
export function languageOf(languages: readonly Language[], locale?: string): Language {
  const [usual] = languages
  const found = languages.find((one) => one.locale === locale) ?? usual
  if (!found) throw new RangeError('there is no language at all')
  return found
}

/** What the browser asks for, where it is offered: for pages that know nothing yet of who reads them. */
export function languageAsked(
  languages: readonly Language[],
  { headers }: Pick<HttpRequest, 'headers'>,
): Language {
  for (const wanted of wantedIn(headers['accept-language'] ?? '')) {
    const same = languages.filter((one) => mainOf(one.locale) === mainOf(wanted))
    const found = same.find(({ locale }) => locale.toLowerCase() === wanted) ?? same[0]
    if (found) return found
  }
  return languageOf(languages)
}

const mainOf = (tag: string) => tag.toLowerCase().split('-')[0]

/** By RFC 9110: the most wanted first. What is no weight counts as none. */
function wantedIn(header: string): readonly string[] {
  return header
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    )
    .map(([tag = '', weight = '1']) => ({ tag, weight: Number(weight) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag)
}

/**
 * The same in every other language, below: where nobody knows any more who reads. Not once more in
 * the same words, where there are none yet in that language.
 */
export function alsoIn(
  languages: readonly Language[],
  shown: Language,
  html: (language: Language) => string,
): string {
  const usual = languageOf(languages)
  const isTranslated = (one: Language) => one === usual || html(one) !== html(usual)
  return languages
    .filter((one) => one !== shown && isTranslated(one))
    .map((one) => `<section lang="${one.locale}" dir="${one.dir}">\n${html(one)}\n</section>`)
    .join('\n')
}
