import { parseDocument } from 'yaml'
import type { z } from 'zod'
import { faulty } from './errors.ts'

/** Reads YAML that must be of that shape, or tells all that is wrong with it at once. */
export function read<schema extends z.ZodType>(
  schema: schema,
  path: string,
  text: string,
): z.infer<schema> {
  const document = parseDocument(text)
  const unreadable = [...document.errors, ...document.warnings]
  if (unreadable.length > 0) {
    throw faulty(
      path,
      unreadable.map(({ message }) => message.split('\n')[0] ?? message),
    )
  }
  const found = schema.safeParse(document.toJS())
  if (found.success) return found.data
  throw faulty(
    path,
    found.error.issues.map(({ path: at, message }) => `${at.join('.') || 'file'}: ${message}`),
  )
}
