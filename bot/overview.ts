import type { Consultation } from '../machines/contract.ts'
import type { Parts } from './case.ts'
import type { Cases } from './cases.ts'
import { each } from './each.ts'
import { isQuiet } from './show/queue.ts'
import type { Place } from './visitors.ts'

/** What is asked of all consultations of the clinic at once. */
export interface Overview {
  all(): Promise<readonly Consultation[]>
  /** Those in which something waits for somebody, and perhaps others. */
  waiting(): Promise<readonly Consultation[]>
  /** Whose the trees are that this member of staff started: all are of one person. */
  personOf(author: string): Promise<string | undefined>
}

type Whose = Pick<Place, 'clinic'>

export function createOverview(parts: Parts, cases: Cases, place: Whose): Overview {
  const all = async (): Promise<readonly Consultation[]> => {
    const rows = await parts.store.consultations(place.clinic)
    const found = await each(parts, rows, (id) => cases.find(id))
    return found.flatMap((one) => (one ? [one.now] : []))
  }
  if (!parts.store.shared) return { all, ...keptUp(parts, cases, place) }
  const personOf = async (author: string) =>
    (await all()).find((now) => authorOf(now) === author)?.person
  return { all, waiting: all, personOf }
}

const authorOf = ({ facts }: Consultation): string | undefined => facts.author?.value

/** Of a consultation in which something waits, or that was not looked into since it was written. */
interface Mark {
  waits: boolean
}

/**
 * Where nobody else writes, what was found once holds until the next turn: a clinic opens the
 * consultations that wait, and not all that it ever had.
 */
function keptUp(parts: Parts, cases: Cases, { clinic }: Whose): Omit<Overview, 'all'> {
  const remembered = createRemembered()
  let begun: Promise<readonly Consultation[]> | undefined
  cases.watch((written) => {
    // Who was erased is nobody that anything could go on with.
    if (!written) {
      remembered.forget()
      begun = undefined
    } else if (written.clinic === clinic) remembered.written(written)
  })

  async function opened(id: string): Promise<Consultation | undefined> {
    const mark = remembered.mark(id)
    const now = (await cases.find(id))?.now
    if (!now || mark?.waits) return now
    const waits = !isQuiet(parts.words, now)
    remembered.found(now, mark, waits)
    return waits ? now : undefined
  }
  const look = async () =>
    (await each(parts, remembered.marked(), opened)).flatMap((now) => now ?? [])

  /** All that there is, looked into once. */
  async function first(): Promise<readonly Consultation[]> {
    const begin = async () => {
      remembered.add(await parts.store.consultations(clinic))
      return look()
    }
    const mine = (begun ??= begin())
    try {
      return await mine
    } catch (error) {
      if (begun === mine) begun = undefined
      throw error
    }
  }
  return {
    waiting: async () => (begun ? (await first(), look()) : first()),
    personOf: async (author) => (await first(), remembered.personOf(author)),
  }
}

/** By consultation its mark: what has none was found quiet, and not written to since. */
function createRemembered() {
  const marks = new Map<string, Mark>()
  const persons = new Map<string, string>()
  const put = (now: Consultation) => {
    const author = authorOf(now)
    if (author !== undefined && !persons.has(author)) persons.set(author, now.person)
  }
  return {
    mark: (id: string) => marks.get(id),
    marked: () => [...marks.keys()].map((id) => ({ id })),
    personOf: (author: string) => persons.get(author),
    add(rows: readonly { readonly id: string }[]): void {
      for (const { id } of rows) if (!marks.has(id)) marks.set(id, { waits: false })
    },
    written(now: Consultation): void {
      marks.set(now.id, { waits: false })
      put(now)
    },
    /** Unless somebody wrote to it meanwhile: then this was how it stood before. */
    found(now: Consultation, mark: Mark | undefined, waits: boolean): void {
      if (!mark || marks.get(now.id) !== mark) return
      put(now)
      if (waits) mark.waits = true
      else marks.delete(now.id)
    },
    forget(): void {
      marks.clear()
      persons.clear()
    },
  }
}
