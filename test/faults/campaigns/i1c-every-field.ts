import type { Campaign, Trials } from '../campaign.ts'
import { CARELESS_PAGES, markupInChat, noticed } from '../hostile/careless.ts'
import { inject, missed, unseen } from '../hostile/fields/inject.ts'
import { TOURS } from '../hostile/fields/tours.ts'
import { batches, PAYLOADS } from '../hostile/payloads.ts'
import { onBuildWith } from '../kit/build.ts'

/** For every `npm test`: one in twenty, and one way through is looked at. */
const FEW = PAYLOADS.filter((_, n) => n % 20 === 0)
/** Short, and with words of a patient, of staff, and of the restricted record. */
const BRIEF = TOURS.filter(({ name }) => name === 'seventeen, and not competent')

export const campaign: Campaign = {
  row: 'I1c',
  says: 'The same is typed into every question that takes words, of patients and of staff, and into every form of the desk: in the chat, on the pages without scripts, at the desk, in both records, in the summary and in the pack it is words, exactly, wherever it is shown, and nothing runs or is asked for elsewhere.',
  promises: [14],
  run: (depth) => (depth === 'short' ? shortly() : wholly()),
  control: (seed) => onBuildWith(CARELESS_PAGES, import.meta.filename, seed),
}

async function shortly(): Promise<Trials> {
  const looks = (tour: (typeof TOURS)[number]) => BRIEF.includes(tour)
  const { trials, failures, filled } = await inject({ batches: [FEW], looks })
  return { trials, failures: [...failures, ...missed(filled, FEW)] }
}

async function wholly(): Promise<Trials> {
  const { trials, failures, filled } = await inject({ batches: batches(), looks: () => true })
  return { trials, failures: [...failures, ...missed(filled, PAYLOADS), ...unseen(filled)] }
}

/**
 * In a process that has forgotten to escape: every page that shows a field must give it away, and every
 * one that shows what a practitioner wrote must give away that.
 */
export async function onBroken(): Promise<Trials> {
  const looks = () => true
  const how = { batches: [FEW], tours: BRIEF, looks, forms: false, spoil: markupInChat }
  const { failures, filled } = await inject(how)
  const theirs = failures.filter((one) => one.includes(`: ${OF_STAFF} is not as it was`))
  const caught = [
    noticed(filled.places, failures),
    noticed(filled.placesOf(OF_STAFF), theirs),
  ] as const
  return caught.find((one) => one.failures.length === 0) ?? caught[0]
}

const OF_STAFF = 'age-check/decline-reason'
