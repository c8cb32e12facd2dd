import type { Treatment } from '../content/treatment.ts'
import type { Words } from './words.ts'

/**
 * A treatment without its risks cannot be offered. Its name and its kind belong together: over the
 * risks and the price of one nobody may read the name of another.
 */
export const onTheList = (
  { treatments }: Words,
  kind: string,
  name: string,
): Treatment | undefined => treatments.find((one) => one.class === kind && one.name === name)

/** What is on the list may be long; whoever chose something else has to see it once. */
export const notOnTheList = ({ treatments }: Words): string =>
  `the clinic has no written information about that. It has some about: ${treatments
    .map((one) => `${one.name} (${one.class})`)
    .join(', ')}`
