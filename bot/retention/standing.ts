import type { Actor, Instant } from '../../machines/contract.ts'
import type { BookAct, BookEntry } from '../evidence/book.ts'

/** An act of the book, with who did it and when. `n` is its number in the book. */
export type Done<type extends BookAct['type']> = Extract<BookAct, { type: type }> & {
  readonly n: number
  readonly by: Actor
  readonly at: Instant
}

/** How it stands with the records of one person, from the clinic's book. */
export interface Standing {
  readonly held?: Done<'hold'>
  readonly restricted?: Done<'restrict'>
  readonly request?: Done<'ask-erasure'>
  readonly erased?: Done<'erase'>
  /** Copies that went out, the latest first. */
  readonly given: readonly Done<'gave'>[]
}

export function standingOf(entries: readonly BookEntry[], person: string): Standing {
  return entries.map(doneOf).reduce<Standing>((standing, done) => {
    if (done.type === 'restored' || done.type === 'looked-into') return standing
    if (done.type === 'drop-erasure') {
      return standing.request?.n === done.request ? without(standing, 'request') : standing
    }
    return done.person === person ? after(standing, done) : standing
  }, NOTHING)
}

const NOTHING: Standing = { given: [] }

export function erasuresIn(entries: readonly BookEntry[]): readonly Done<'erase'>[] {
  return entries.map(doneOf).filter((done) => done.type === 'erase')
}

type AnyDone = { [type in BookAct['type']]: Done<type> }[BookAct['type']]

function after(standing: Standing, done: AnyDone): Standing {
  switch (done.type) {
    case 'hold':
      return { ...standing, held: done }
    case 'lift':
      return without(standing, 'held')
    case 'restrict':
      return { ...standing, restricted: done }
    case 'unrestrict':
      return without(standing, 'restricted')
    case 'ask-erasure':
      return { ...standing, request: done }
    case 'erase':
      return { ...without(standing, 'request'), erased: done }
    case 'gave':
      return { ...standing, given: [done, ...standing.given] }
    default:
      return standing
  }
}

function without(standing: Standing, name: 'held' | 'restricted' | 'request'): Standing {
  const { [name]: _, ...rest } = standing
  return rest
}

const doneOf = ({ seq, by, at, act }: BookEntry): AnyDone => ({ ...act, n: seq, by, at })
