import { CORE_SCHEMA, load, YAMLException } from 'js-yaml'
import type { z } from 'zod'
import { faulty } from './errors.ts'

/** Reads YAML that must be of that shape, or tells all that is wrong with it at once. */
export function read<schema extends z.ZodType>(
  schema: schema,
  path: string,
  text: string,
): z.infer<schema> {
  const found = schema.safeParse(plain(path, text))
  if (found.success) return found.data
  throw faulty(
    path,
    found.error.issues.map(({ path: at, message }) => `${at.join('.') || 'file'}: ${message}`),
  )
}

/** Its own schema, so that a day stays the text that was written. */
function plain(path: string, text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA })
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    throw faulty(path, [error.message.split('\n')[0] ?? error.message])
  }
}
