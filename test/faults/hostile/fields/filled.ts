import { named } from '../shown.ts'

/** What was typed where, and what came of it where it is shown. */
export class Filled {
  readonly #typed = new Map<string, Set<string>>()
  readonly #payloads = new Map<string, Set<string>>()
  readonly #shown = new Map<string, Set<string>>()

  /** The name of the field, and the payloads on a line each: what shows the name has to show all. */
  typed(field: string, payloads: readonly string[]): string {
    const value = [begin(field), ...payloads].join('\n')
    add(this.#typed, field, value)
    for (const one of payloads) add(this.#payloads, field, one)
    return value
  }

  has = (field: string, payload: string): boolean =>
    this.#payloads.get(field)?.has(payload) ?? false

  /** Takes note of what a place shows: a sentence for each field that is not as it was typed. */
  judge(place: string, text: string): string[] {
    const all = squeezed(text)
    return [...this.#typed].flatMap(([field, values]) => {
      const wanted = [...values].flatMap(waysOf)
      const found = all.split(begin(field)).slice(1)
      if (found.length > 0) add(this.#shown, field, place)
      const off = found.find((one) => !wanted.some((whole) => shows(begin(field) + one, whole)))
      if (off === undefined) return []
      return [`${field} is not as it was: ${differs(begin(field) + off, wanted)}`]
    })
  }

  placesOf = (field: string): readonly string[] => [...(this.#shown.get(field) ?? [])]

  get places(): ReadonlySet<string> {
    return new Set([...this.#shown.values()].flatMap((one) => [...one]))
  }

  /** Each payload in each field in each place that shows the field. */
  get trials(): number {
    const each = [...this.#shown].map(
      ([field, places]) => places.size * (this.#payloads.get(field)?.size ?? 0),
    )
    return each.reduce((sum, one) => sum + one, 0)
  }
}

function add(all: Map<string, Set<string>>, key: string, one: string): void {
  all.set(key, (all.get(key) ?? new Set()).add(one))
}

const begin = (field: string): string => `Field ${field}:`

/** As it is and as staff see it, on lines or in a field that has but one; and as a form carries it on. */
const waysOf = (typed: string): string[] => [
  ...[typed, named(typed)].flatMap((one) => [squeezed(one), one.replaceAll('\n', '')]),
  named(JSON.stringify(typed).slice(1, -1)),
]

/** All of it, or as much of it as a hint has room for. */
function shows(found: string, whole: string): boolean {
  if (found.startsWith(whole)) return true
  const cut = found.indexOf('…')
  return cut > 0 && whole.startsWith(found.slice(0, cut))
}

/** Some pages make a paragraph of each line. */
const squeezed = (text: string): string => text.replace(/\s*\n\s*/g, '')

function differs(found: string, wanted: readonly string[]): string {
  const common = wanted.map((one) => [...one].findIndex((sign, at) => sign !== [...found][at]))
  const at = Math.max(0, ...common)
  return JSON.stringify([...found].slice(Math.max(0, at - 30), at + 60).join(''))
}
