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
