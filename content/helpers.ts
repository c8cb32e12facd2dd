/** How a value is written in a sentence, in a language. Days and times are London's, in words. */
export interface Helpers {
  /** '1998-03-27' is 27 March 1998. */
  day(value: string): string
  /** An instant is 3:05 pm on 2 December 2026, in London. */
  time(value: string): string
  /** One, two and three. */
  list(values: readonly string[]): string
}

const longDay = { day: 'numeric', month: 'long', year: 'numeric' } as const
const hours = { hour: 'numeric', minute: '2-digit', hour12: true } as const
const known = new Map<string, Helpers>()

export function helpersFor(locale: string): Helpers {
  const made = known.get(locale) ?? makeHelpers(locale)
  known.set(locale, made)
  return made
}

function makeHelpers(locale: string): Helpers {
  const dayFormat = new Intl.DateTimeFormat(locale, { ...longDay, timeZone: 'UTC' })
  const listFormat = new Intl.ListFormat(locale, { type: 'conjunction' })
  return {
    day: (value) => dayFormat.format(Date.parse(value)),
    time: locale === 'en-GB' ? englishTime : timeIn(locale),
    list: (values) => listFormat.format(values),
  }
}

const englishFormat = new Intl.DateTimeFormat('en-GB', {
  ...{ ...longDay, ...hours, timeZone: 'Europe/London' },
})

function englishTime(value: string): string {
  const parts = new Map(
    englishFormat.formatToParts(Date.parse(value)).map((part) => [part.type, part.value]),
  )
  const hour = `${parts.get('hour')}:${parts.get('minute')} ${parts.get('dayPeriod')}`
  return `${hour} on ${parts.get('day')} ${parts.get('month')} ${parts.get('year')}`
}

/** In the order and with the little words that people of that language expect. */
function timeIn(locale: string): Helpers['time'] {
  const format = new Intl.DateTimeFormat(locale, {
    ...{ dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' },
  })
  return (value) => format.format(Date.parse(value))
}

/** Of the usual language. */
export const { day, time, list } = helpersFor('en-GB')
