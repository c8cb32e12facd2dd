import type { z } from 'zod'
import { inSentence } from './show/words.ts'

/** What is wrong with what a form gave, for whoever has to put it right. */
export const inPlainWords = (error: z.ZodError): string =>
  `Put this right: ${[...new Set(error.issues.map(plain))].join('; ')}.`

function plain(issue: z.core.$ZodIssue): string {
  const part = issue.path.filter((one) => typeof one === 'string').at(-1)
  // `birthDate` or `birth-date`, as a person says it.
  const field = inSentence((part ?? 'the form').replace(/[A-Z]/g, '-$&').toLowerCase())
  if (issue.code === 'too_big' && issue.origin === 'string')
    return `${field} is too long, ${issue.maximum} characters fit at the most`
  return `${field} is missing, or is not as it has to be`
}
