import canonicalize from 'canonicalize'

const DEEPEST = 64

/**
 * RFC 8785 over the part of JSON that no two programs write differently. Throws on all else,
 * where the standard would round a float, turn a date into text, or leave a member out.
 */
export function canonical(value: unknown): string {
  refuseOddities(value, '$', 0)
  return canonicalize(value) as string
}

function refuseOddities(value: unknown, path: string, depth: number): void {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'string') return refuseString(value, path)
  if (typeof value === 'number') return refuseNumber(value, path)
  if (typeof value !== 'object') throw refusal(path, `${typeof value} has no place in a record`)
  if (depth === DEEPEST) throw refusal(path, 'nested too deeply')
  if (Array.isArray(value)) return refuseArray(value, path, depth)
  refuseObject(value, path, depth)
}

function refuseString(value: string, path: string): void {
  if (!value.isWellFormed()) throw refusal(path, 'half of a surrogate pair')
}

function refuseNumber(value: number, path: string): void {
  if (!Number.isSafeInteger(value)) throw refusal(path, 'a number that is not a safe integer')
  if (Object.is(value, -0)) throw refusal(path, 'minus zero')
}

function refuseArray(value: readonly unknown[], path: string, depth: number): void {
  if (Object.getPrototypeOf(value) !== Array.prototype) throw refusal(path, 'not a plain array')
  for (let n = 0; n < value.length; n++) refuseOddities(value[n], `${path}[${n}]`, depth + 1)
}

function refuseObject(value: object, path: string, depth: number): void {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw refusal(path, 'not a plain object')
  }
  if (Object.getOwnPropertySymbols(value).length > 0) throw refusal(path, 'a symbol as a name')
  for (const [name, member] of Object.entries(value)) {
    refuseString(name, path)
    refuseOddities(member, `${path}.${name}`, depth + 1)
  }
}

/** Names the place, never the value: that may be what a patient said. */
function refusal(path: string, why: string): TypeError {
  return new TypeError(`No canonical form: ${why}, at ${path}`)
}
