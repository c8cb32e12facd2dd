/** What must hold of every path of a whole consultation. */
import { ALWAYS } from './always.ts'
import { BEFORE_CONSENT } from './before-consent.ts'
import { REACHED } from './reached.ts'
import { RECORDED } from './recorded.ts'

export const OF_JOURNEY = [...BEFORE_CONSENT, ...ALWAYS, ...REACHED, ...RECORDED]
