const DEEPEST = 64

/** What becomes of a member that is undefined. */
export type Absent = 'refused' | 'left-out'

/**
 * RFC 8785 over the part of JSON that no two programs write differently. Throws on all else,
 * where the standard would round a float, turn a date into text, or leave a member out.
 */
export function canonical(value: unknown, absent: Absent = 'refused'): string {
  const text = written(value, 0, absent)
  if (text !== undefined) return text
  // Names the place, never the value: that may be what a patient said.
  const { why, path } = oddityOf(value, 0, absent) ?? odd('it changed while it was read')
  throw new TypeError(`No canonical form: ${why}, at $${path}`)
}

/** Undefined where there is something odd. What stands in order already, as most does, is quick. */
function written(value: unknown, depth: number, absent: Absent): string | undefined {
  if (isInOrder(value, depth, absent)) return JSON.stringify(value)
  if (typeof value !== 'object' || value === null || depth === DEEPEST) return undefined
  return Array.isArray(value)
    ? writtenArray(value, depth, absent)
    : writtenObject(value, depth, absent)
}

function writtenArray(
  value: readonly unknown[],
  depth: number,
  absent: Absent,
): string | undefined {
  if (Object.getPrototypeOf(value) !== Array.prototype) return undefined
  let text = ''
  for (let n = 0; n < value.length; n++) {
    const member = written(value[n], depth + 1, absent)
    if (member === undefined) return undefined
    text += n === 0 ? member : `,${member}`
  }
  return `[${text}]`
}

function writtenObject(value: object, depth: number, absent: Absent): string | undefined {
  if (oddObject(value)) return undefined
  let text = ''
  for (const name of Object.keys(value).sort()) {
    const one = (value as Record<string, unknown>)[name]
    if (one === undefined && absent === 'left-out') continue
    const member = written(one, depth + 1, absent)
    if (member === undefined || !name.isWellFormed()) return undefined
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${member}`
  }
  return `{${text}}`
}

/** Whether `JSON.stringify` writes just this: nothing odd, and each name after the one before it. */
function isInOrder(value: unknown, depth: number, absent: Absent): boolean {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed()
    case 'number':
      return ofNumber(value) === undefined
    case 'boolean':
      return true
    case 'object':
      if (value === null) return true
      if (depth === DEEPEST) return false
      return Array.isArray(value)
        ? isArrayInOrder(value, depth, absent)
        : isObjectInOrder(value, depth, absent)
    default:
      return false
  }
}

function isArrayInOrder(value: readonly unknown[], depth: number, absent: Absent): boolean {
  if (Object.getPrototypeOf(value) !== Array.prototype) return false
  for (let n = 0; n < value.length; n++) {
    if (!isInOrder(value[n], depth + 1, absent)) return false
  }
  return true
}

function isObjectInOrder(value: object, depth: number, absent: Absent): boolean {
  if (oddObject(value)) return false
  let before = ''
  for (const name of Object.keys(value)) {
    // An empty name is the first that there can be.
    if (name <= before && (name !== '' || before !== '')) return false
    before = name
    const member = (value as Record<string, unknown>)[name]
    if (member === undefined && absent === 'left-out') continue
    if (!name.isWellFormed() || !isInOrder(member, depth + 1, absent)) return false
  }
  return true
}

/** The same with its names in order, for which the canonical form then needs no more than a look. */
export function ordered<what>(value: what): what {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(members.map(([name, member]) => [name, ordered(member)])) as what
}

/** What has no place in a record; where it is, is put together only once there is something. */
interface Oddity {
  readonly why: string
  readonly path: string
}

function oddityOf(value: unknown, depth: number, absent: Absent): Oddity | undefined {
  if (value === null || typeof value === 'boolean') return undefined
  if (typeof value === 'string') return ofString(value)
  if (typeof value === 'number') return ofNumber(value)
  if (typeof value !== 'object') return odd(`${typeof value} has no place in a record`)
  if (depth === DEEPEST) return odd('nested too deeply')
  return Array.isArray(value) ? ofArray(value, depth, absent) : ofObject(value, depth, absent)
}

function ofString(value: string): Oddity | undefined {
  return value.isWellFormed() ? undefined : odd('half of a surrogate pair')
}

function ofNumber(value: number): Oddity | undefined {
  if (!Number.isSafeInteger(value)) return odd('a number that is not a safe integer')
  return Object.is(value, -0) ? odd('minus zero') : undefined
}

function ofArray(value: readonly unknown[], depth: number, absent: Absent): Oddity | undefined {
  if (Object.getPrototypeOf(value) !== Array.prototype) return odd('not a plain array')
  for (let n = 0; n < value.length; n++) {
    const found = oddityOf(value[n], depth + 1, absent)
    if (found) return { ...found, path: `[${n}]${found.path}` }
  }
  return undefined
}

function ofObject(value: object, depth: number, absent: Absent): Oddity | undefined {
  const strange = oddObject(value)
  if (strange) return strange
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined && absent === 'left-out') continue
    const found = ofString(name) ?? oddityOf(member, depth + 1, absent)
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
