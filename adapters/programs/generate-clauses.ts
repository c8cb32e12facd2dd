import { load } from 'js-yaml'
import { z } from 'zod'

const id = z.string().regex(/^(JCCP|SM|SAFE|COSRT|HCPC)(-[A-Z]+){0,2}-\d+[a-z]?(\.\d+)?$/)

const Entry = z.strictObject({
  id,
  source: z.string().min(1),
  gist: z.string().min(1),
  duty: z.enum(['must', 'should', 'principle', 'fact']),
  audience: z.enum(['patient', 'practitioner', 'clinic']),
  pathway: z.string().min(1),
  behaviour: z.string().min(1),
  outcome: z.array(z.string().regex(/^(guard:)?[a-z0-9-]+$/)),
  see: z.array(id).optional(),
  note: z.string().optional(),
})

/** One duty of a source document, as register.yaml holds it. */
export type Entry = z.infer<typeof Entry>

/** Reads the register. Throws when an entry is malformed, repeated or points nowhere. */
export function readRegister(yaml: string): Entry[] {
  const { data: entries, error } = z.array(Entry).safeParse(load(yaml))
  if (!entries) throw new Error(z.prettifyError(error))
  const ids = new Set(entries.map((entry) => entry.id))
  if (ids.size < entries.length) throw new Error(`Repeated: ${repeated(entries).join(', ')}`)
  const lost = entries.flatMap(({ see = [] }) => see).filter((other) => !ids.has(other))
  if (lost.length > 0) throw new Error(`"see" points at no entry: ${lost.join(', ')}`)
  return entries
}

function repeated(entries: readonly Entry[]): string[] {
  const ids = entries.map((entry) => entry.id)
  return ids.filter((each, index) => ids.indexOf(each) !== index)
}

/** The text of machines/clauses/ids.ts. */
export function clausesModule(entries: readonly Entry[]): string {
  return `// Generated from register.yaml by npm run generate. Do not edit.

export type ClauseId =
${entries.map((entry) => `  | ${quoted(entry.id)}`).join('\n')}

/** A clause as a record or a page names it. The gist is our note, not a quotation. */
export interface Clause {
  readonly duty: 'must' | 'should' | 'principle' | 'fact'
  readonly source: string
  readonly gist: string
}

export const CLAUSES: Readonly<Record<ClauseId, Clause>> = {
${entries.map(asProperty).join('\n')}
}
`
}

function asProperty({ id, duty, source, gist }: Entry): string {
  return `  ${quoted(id)}: { duty: ${quoted(duty)}, source: ${quoted(source)}, gist: ${quoted(gist)} },`
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', ' ')}'`
}
