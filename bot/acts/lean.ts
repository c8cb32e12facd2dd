import type { Consultation, Open, Restricted } from '../../machines/contract.ts'
import { type House, pathwayOf } from '../house.ts'
import { endsFrom, events } from '../statechart.ts'
import { patch, refuse, type Work } from '../work.ts'

type Leaning = Restricted['leaning'][number]

const LEANING = '~leaning'

/** The pathway that an answer is for, also where it goes by the name it has while it leans. */
export const withoutLeaning = (key: string): string => key.replace(LEANING, '')

/** What leans and still stands: the question that it began with has not been answered otherwise. */
export function leaningsOf(now: Consultation): readonly Open[] {
  return now.restricted.leaning
    .filter(({ open, from }) =>
      now.open.some(({ key, question }) => key === open.key && question?.ask === from),
    )
    .map(asLeaning)
}

/** As the person who leans is asked it; for everybody else the pathway is where it was. */
export function leaningFor(now: Consultation, open: Open, viewer: string): Open | undefined {
  const own = now.restricted.leaning.find((one) => one.open.key === open.key && one.by === viewer)
  return leaningsOf(now).find(({ key }) => own && key === asLeaning(own).key)
}

/** Takes up what leans where it was left. `undefined` when the answer is for something else. */
export function takeUp(work: Work, key: string): Open | undefined {
  if (!key.endsWith(LEANING)) return undefined
  if (!leaningsOf(work.now).some((one) => one.key === key)) return refuse('not-asked', key)
  const leaning = work.now.restricted.leaning.find(({ open }) => open.key === withoutLeaning(key))
  if (leaning?.by !== work.command.by.id) return refuse('not-you', `${key} is somebody else’s`)
  const { open } = leaning
  patch(work, { open: work.now.open.map((one) => (one.key === open.key ? open : one)) })
  return open
}

/**
 * A step after which a practitioner's pathway can only decline is the restricted stream's
 * alone: in the open one it would tell which pathway declined, a moment before it did.
 */
export function lean(work: Work, key: string): void {
  const open = work.now.open.find((one) => one.key === key)
  if (!open || !onlyDeclines(work.house, open)) return
  const { was, transitions } = work
  const from = was.open.find((one) => one.key === key)?.question?.ask ?? 0
  const others = was.restricted.leaning.filter((one) => one.open.key !== key)
  const leaning: Leaning = { open, from, by: work.command.by.id }
  work.alone = { ...work, transitions: [...transitions], opened: [], closed: [], say: [] }
  work.now = { ...was, restricted: { ...was.restricted, leaning: [...others, leaning] } }
}

/** Where `decline` is still to be said nobody has decided: the patient may yet change the reason. */
function onlyDeclines(house: House, { pathway: id, role, snapshot }: Open): boolean {
  if (role === 'patient') return false
  const pathway = pathwayOf(house, id)
  const ends = [...endsFrom(pathway.machine, snapshot.value)]
  const declines = ends.every((end) => pathway.outcomes[end]?.then === 'declined-by-practitioner')
  const undecided = events(pathway.machine, snapshot.value).includes('decline')
  return ends.length > 0 && declines && !undecided
}

const asLeaning = ({ open }: Leaning): Open => ({ ...open, key: open.key + LEANING })
