/** What somebody typed into a form. Texts are trimmed; a field that is missing reads empty. */
export interface Fields {
  one(name: string): string
  all(name: string): readonly string[]
}

export interface Fault {
  readonly field: string
  readonly says: string
}

/** A form that was sent and has to be shown again: what was typed, and what was wrong. */
export interface Kept {
  readonly form: string
  readonly fields: Fields
  readonly faults: readonly Fault[]
}

/** Reads a parsed form body, where a repeated field is a list. */
export function fieldsOf(body: unknown): Fields {
  const all = (name: string) => (listed(body, name) ?? []).map(tidy)
  return { all, one: (name) => all(name)[0] ?? '' }
}

function listed(body: unknown, name: string): readonly string[] | undefined {
  if (body instanceof URLSearchParams) return body.getAll(name)
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined
  const value = (body as Readonly<Record<string, unknown>>)[name]
  return [value].flat().filter((one) => typeof one === 'string')
}

// Browsers send line ends as CRLF, whatever the page is written in.
const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim()

/** Takes values out of a form and notes what is amiss, so that all of it can be said at once. */
export interface Reading {
  readonly faults: readonly Fault[]
  text(field: string, says: string): string
  date(field: string): string
  whole(field: string): number
  refuse(field: string, says: string): void
}

/** As long as anything that is kept may be: see `text` in machines/facts.ts. */
const LONGEST = 4000

const tooLong = ({ length }: string): string =>
  `Shorten this: it has ${length} characters, and ${LONGEST} fit at the most`

export function readingOf(fields: Fields): Reading {
  const faults: Fault[] = []
  const refuse = (field: string, says: string) => void faults.push({ field, says })
  return {
    faults,
    refuse,
    text(field, says) {
      const value = fields.one(field)
      if (value === '') refuse(field, says)
      if (value.length > LONGEST) refuse(field, tooLong(value))
      return value
    },
    date(field) {
      const value = dateOf(fields, field)
      if (value === '') refuse(field, 'Give a date that exists, as day, month and year')
      return value
    },
    whole(field) {
      const value = fields.one(field)
      if (!/^-?\d{1,9}$/.test(value)) refuse(field, 'Give a whole number')
      return Number(value)
    },
  }
}

/** `1998-03-27` from three fields, or nothing when there is no such day. */
function dateOf(fields: Fields, name: string): string {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    fields.one(`${name}-${part}`),
  )
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return ''
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = Date.parse(iso)
  // Some engines roll 30 February over into March.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : ''
}
