import type { z } from 'zod'

/** What is wrong with what a form gave, for whoever has to put it right. */
export const inPlainWords = (error: z.ZodError): string => `Something is missing: ${faults(error)}.`

function faults(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(' ')} ${message}`).join('; ')
}
