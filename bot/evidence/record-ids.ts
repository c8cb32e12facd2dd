import type { Chance } from '../ports.ts'

/** So many characters of an id are those of the ones before it. */
const BEGINNING = 8
/** So many in a row at least begin alike, and up to 255 more. */
const LEAST = 128

/**
 * Ids of records, as nobody can guess them. An index in the order of ids that have nothing in common
 * has a page to write for each of them; those that begin alike share one. How many begin alike is drawn
 * each time, so that whoever sees some of them cannot count those that they may not see.
 */
export function createRecordIds(chance: Chance): () => string {
  let beginning = ''
  let left = 0
  return () => {
    if (left === 0) {
      beginning = chance.id().slice(0, BEGINNING)
      left = LEAST + (chance.bytes(1)[0] ?? 0)
    }
    left -= 1
    return beginning + chance.id().slice(BEGINNING)
  }
}
