import { LOG_KEY, readKey, type VerifierKey, WITNESS_KEY } from './note.ts'

/** Whose signatures make a checkpoint good. */
export interface Policy {
  readonly logs: readonly VerifierKey[]
  readonly witnesses: readonly VerifierKey[]
  /** Whether witnesses are asked for at all. */
  readonly witnessed: boolean
  /** Whether these witnesses are enough. */
  enough(signed: (witness: VerifierKey) => boolean): boolean
}

type Holds = (signed: (witness: VerifierKey) => boolean) => boolean

interface Reading {
  readonly logs: VerifierKey[]
  readonly witnesses: VerifierKey[]
  readonly named: Map<string, Holds>
  readonly grouped: Set<string>
  quorum?: string
}

/** Throws unless it is a C2SP policy with at least one log. */
export function readPolicy(text: string): Policy {
  if (/[\x00-\x08\x0b-\x1f\x7f]/.test(text)) throw new Error('it has a character that none has')
  const reading: Reading = {
    ...{ logs: [], witnesses: [], grouped: new Set() },
    named: new Map([['none', () => true]]),
  }
  for (const line of text.split('\n')) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '')
    if (words.length > 0 && !words[0]?.startsWith('#')) takeLine(reading, words)
  }
  const { logs, witnesses, quorum, named } = reading
  const enough = quorum === undefined ? undefined : named.get(quorum)
  if (!enough) throw new Error('it has no quorum')
  if (logs.length === 0) throw new Error('it knows no log')
  return { logs, witnesses, witnessed: quorum !== 'none', enough }
}

function takeLine(reading: Reading, [word, ...rest]: readonly string[]): void {
  if (word === 'log' && within(rest, 1, 2)) return takeLog(reading, rest)
  if (word === 'witness' && within(rest, 2, 3)) return takeWitness(reading, rest)
  if (word === 'group' && rest.length > 2) return takeGroup(reading, rest)
  if (word === 'quorum' && rest.length === 1) return takeQuorum(reading, rest[0] ?? '')
  throw new Error('it has a line that none has')
}

const within = ({ length }: readonly string[], least: number, most: number): boolean =>
  length >= least && length <= most

function takeLog({ logs }: Reading, [text = '']: readonly string[]): void {
  logs.push(keyOf(text, LOG_KEY, logs))
}

function takeWitness({ witnesses, named }: Reading, [name = '', text = '']: readonly string[]) {
  const key = keyOf(text, WITNESS_KEY, witnesses)
  witnesses.push(key)
  give(named, name, (signed) => signed(key))
}

function keyOf(text: string, kind: number, others: readonly VerifierKey[]): VerifierKey {
  const key = readKey(text)
  if (key.kind !== kind) throw new Error('it has a key of another kind')
  if (others.some((one) => one.key.equals(key.key))) throw new Error('it has a key twice')
  return key
}

function takeGroup(
  { named, grouped }: Reading,
  [name = '', least = '', ...members]: readonly string[],
) {
  const parts = members.map((member) => {
    const part = member === 'none' ? undefined : named.get(member)
    if (!part || grouped.has(member))
      throw new Error('it has a group of what is not there to group')
    grouped.add(member)
    return part
  })
  const needed = neededOf(least, parts.length)
  give(named, name, (signed) => parts.filter((part) => part(signed)).length >= needed)
}

function neededOf(least: string, members: number): number {
  const needed = least === 'any' ? 1 : least === 'all' ? members : Number(least)
  const written = least === 'any' || least === 'all' || /^[1-9]\d{0,2}$/.test(least)
  if (!written || needed > members) throw new Error('it has a group that can never hold')
  return needed
}

function takeQuorum(reading: Reading, name: string): void {
  if (reading.quorum !== undefined) throw new Error('it has two quorums')
  if (!reading.named.has(name)) throw new Error('its quorum is nobody')
  reading.quorum = name
}

function give(named: Map<string, Holds>, name: string, holds: Holds): void {
  if (named.has(name)) throw new Error('it has a name twice')
  named.set(name, holds)
}
