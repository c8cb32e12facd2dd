import { ContentError } from './errors.ts'

/** Fills the {names} of a line of the screen. Throws when one of them is missing. */
export function fill(line: string, values: Readonly<Record<string, string | number>>): string {
  return line.replace(/\{([a-z-]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw new ContentError([`${line}: nothing was given for {${name}}`])
    return String(value)
  })
}
