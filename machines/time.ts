/** Moments and calendar days. Nothing here asks what time it is: `at` comes with every event. */
import { DateTime, Settings } from 'luxon'
import { z } from 'zod'

declare module 'luxon' {
  interface TSSettings {
    throwOnInvalid: true
  }
}

// An invalid date would otherwise be NaN, which is neither over nor under any age.
Settings.throwOnInvalid = true

declare const brand: unique symbol

/** A moment, in the one form that records hold: `2026-03-01T09:30:00.000Z`. Sorts as text. */
export type Instant = string & { readonly [brand]: 'instant' }

/** A calendar day in London: `2026-03-01`. Sorts as text. */
export type Day = string & { readonly [brand]: 'day' }

const LONDON = { zone: 'Europe/London' }
const HOUR = 3_600_000
const DAY = 24 * HOUR

const moment = z.iso.datetime({ offset: true })
const calendarDay = z.iso.date()

/** Reads RFC 3339 with an offset, to the millisecond at most. Throws on anything else. */
export function instant(text: string): Instant {
  if (!moment.safeParse(text).success || /\.\d{4,}/.test(text)) {
    throw new RangeError(`Not a moment: ${text}`)
  }
  return DateTime.fromISO(text, { zone: 'utc' }).toISO() as Instant
}

/** Whether the text names a day that exists. */
export function isDay(text: string): text is Day {
  return calendarDay.safeParse(text).success
}

/** Reads `YYYY-MM-DD`. Throws on anything else. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`)
  return text
}

/** The day it is in London at that moment. */
export function dayOf(at: Instant): Day {
  // London is whole hours from Greenwich, so that an hour of UTC never reaches into a second day.
  const hour = at.slice(0, 13)
  if (last.hour !== hour) last = { hour, day: day(DateTime.fromISO(at, LONDON).toISODate()) }
  return last.day
}

/** It is asked of the same hour many times in a turn, and luxon looks the clocks up each time. */
let last = { hour: '', day: '' as Day }

/** Midnight in London, with which the day begins. */
export function startOfDay(on: Day): Instant {
  return instant(DateTime.fromISO(on, LONDON).toUTC().toISO())
}

/** Calendar days from one to the other; negative when `until` comes first. */
export function daysBetween(from: Day, until: Day): number {
  return (Date.parse(until) - Date.parse(from)) / DAY
}

/** The day that many calendar days later. */
export function addDays(on: Day, days: number): Day {
  return day(DateTime.fromISO(on, { zone: 'utc' }).plus({ days }).toISODate())
}

/** Hours that really pass: 23 and 25 on the days when the clocks change. */
export function hoursBetween(from: Instant, until: Instant): number {
  return (Date.parse(until) - Date.parse(from)) / HOUR
}

/** When that many hours will really have passed since, whatever the clocks do meanwhile. */
export function reflectionEnds(deliveredAt: Instant, hours: number): Instant {
  if (!(hours > 0)) throw new RangeError(`Not a time to think: ${hours} hours`)
  return instant(DateTime.fromISO(deliveredAt, { zone: 'utc' }).plus({ hours }).toISO())
}

/**
 * Whole years of age; negative before birth. Someone born on 29 February turns a year older on
 * 1 March of a common year: luxon's own arithmetic says 28 February, a day too early to consent.
 */
export function ageOn(birth: Day, on: Day): number {
  const hadBirthday = on.slice(5) >= birth.slice(5)
  return yearOf(on) - yearOf(birth) - (hadBirthday ? 0 : 1)
}

/** The first day on which that many years old. */
export function birthdayOf(birth: Day, years: number): Day {
  const year = String(yearOf(birth) + years).padStart(4, '0')
  const sameDay = `${year}${birth.slice(4)}`
  return isDay(sameDay) ? sameDay : day(`${year}-03-01`)
}

function yearOf(on: Day): number {
  return Number(on.slice(0, 4))
}
