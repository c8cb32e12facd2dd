/** How a value is written in a sentence. Days and times are London's, in words. */

const longDay = { day: 'numeric', month: 'long', year: 'numeric' } as const
const dayFormat = new Intl.DateTimeFormat('en-GB', { ...longDay, timeZone: 'UTC' })
const momentFormat = new Intl.DateTimeFormat('en-GB', {
  ...longDay,
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: 'Europe/London',
})
const listFormat = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** '1998-03-27' is 27 March 1998. */
export function day(value: string): string {
  return dayFormat.format(Date.parse(value))
}

/** An instant is 3:05 pm on 2 December 2026, in London. */
export function time(value: string): string {
  const parts = new Map(
    momentFormat.formatToParts(Date.parse(value)).map((part) => [part.type, part.value]),
  )
  const hour = `${parts.get('hour')}:${parts.get('minute')} ${parts.get('dayPeriod')}`
  return `${hour} on ${parts.get('day')} ${parts.get('month')} ${parts.get('year')}`
}

/** One, two and three. */
export function list(values: readonly string[]): string {
  return listFormat.format(values)
}
