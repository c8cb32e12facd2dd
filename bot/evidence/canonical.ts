const DEEPEST = 64

/**
 * RFC 8785 over the part of JSON that no two programs write differently. Throws on all else,
 * where the standard would round a float, turn a date into text, or leave a member out.
 */
export function canonical(value: unknown): string {
  const text = written(value, 0)
  if (text !== undefined) return text
  // Names the place, never the value: that may be what a patient said.
  const { why, path } = oddityOf(value, 0) ?? odd('it changed while it was read')
  throw new TypeError(`No canonical form: ${why}, at $${path}`)
}

/** Undefined where there is something odd. */
function written(value: unknown, depth: number): string | undefined {
  if (value === null) return 'null'
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? JSON.stringify(value) : undefined
    case 'number':
      return ofNumber(value) ? undefined : `${value}`
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (depth === DEEPEST) return undefined
      return Array.isArray(value) ? writtenArray(value, depth) : writtenObject(value, depth)
    default:
      return undefined
  }
}

function writtenArray(value: readonly unknown[], depth: number): string | undefined {
  if (Object.getPrototypeOf(value) !== Array.prototype) return undefined
  let text = ''
  for (let n = 0; n < value.length; n++) {
    const member = written(value[n], depth + 1)
    if (member === undefined) return undefined
    text += n === 0 ? member : `,${member}`
  }
  return `[${text}]`
}

function writtenObject(value: object, depth: number): string | undefined {
  if (oddObject(value)) return undefined
  let text = ''
  for (const name of Object.keys(value).sort()) {
    const member = written((value as Record<string, unknown>)[name], depth + 1)
    if (member === undefined || !name.isWellFormed()) return undefined
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${member}`
  }
  return `{${text}}`
}

/** What has no place in a record; where it is, is put together only once there is something. */
interface Oddity {
  readonly why: string
  readonly path: string
}

function oddityOf(value: unknown, depth: number): Oddity | undefined {
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value === 'string') return ofString(value)
  if (typeof value === 'number') return ofNumber(value)
  if (typeof value !== 'object') return odd(`${typeof value} has no place in a record`)
  if (depth === DEEPEST) return odd('nested too deeply')
  return Array.isArray(value) ? ofArray(value, depth) : ofObject(value, depth)
}

function ofString(value: string): Oddity | undefined {
  return value.isWellFormed() ? undefined : odd('half of a surrogate pair')
}

function ofNumber(value: number): Oddity | undefined {
  if (!Number.isSafeInteger(value)) return odd('a number that is not a safe integer')
  return Object.is(value, -0) ? odd('minus zero') : undefined
}

function ofArray(value: readonly unknown[], depth: number): Oddity | undefined {
  if (Object.getPrototypeOf(value) !== Array.prototype) return odd('not a plain array')
  for (let n = 0; n < value.length; n++) {
    const found = oddityOf(value[n], depth + 1)
    if (found) return { ...found, path: `[${n}]${found.path}` }
  }
  return undefined
}

function ofObject(value: object, depth: number): Oddity | undefined {
  const strange = oddObject(value)
  if (strange) return strange
  for (const [name, member] of Object.entries(value)) {
    const found = ofString(name) ?? oddityOf(member, depth + 1)
    if (found) return { ...found, path: `.${name}${found.path}` }
  }
  return undefined
}

function oddObject(value: object): Oddity | undefined {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) return odd('not a plain object')
  return Object.getOwnPropertySymbols(value).length > 0 ? odd('a symbol as a name') : undefined
}

const odd = (why: string): Oddity => ({ why, path: '' })
