import { addDays, type Day } from '../time.ts'

/** Policy, and not the law: how many days after a treatment we ask how it was. */
const DAYS = 30

/** The last day on which the survey is open after that day of treatment. */
export const lastDayOf = (treated: Day): Day => addDays(treated, DAYS)

/** How many patients a year are asked at least, by the guidance of the JCCP and the CPSA (JCCP-KR-14). */
export const SURVEYED_A_YEAR = 20
