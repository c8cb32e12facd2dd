import type { Actor, Consultation, Open, Pathway, Pinned } from '../../machines/contract.ts'
import { drawJourneyPage, drawPage, pagesIn, pagesOfJourney } from '../draw/drawing.ts'
import type { Travelled } from '../draw/journey.ts'
import type { Payload } from '../evidence/record.ts'
import { journeyOf, nameOf, pathwayOf } from '../house.ts'
import { isMet } from '../settle.ts'
import { asksAt } from '../statechart.ts'
import type { DrawingLine } from '../views/desk.ts'
import { knownOf } from '../work.ts'
import type { Words } from '../words.ts'
import { readsClinical, readsRestricted } from './who.ts'
import { humanise } from './words.ts'

/** The statecharts that this viewer may see, those of the restricted stream only for its readers. */
export function drawingsOf(
  words: Words,
  now: Consultation,
  payloads: readonly Payload[],
  viewer: Actor,
): readonly DrawingLine[] {
  const opened = begun(now, payloads, viewer)
  const whole: DrawingLine = {
    ...{ open: JOURNEY, pathway: `${humanise(nameOf(now.journey))}: stages and gates` },
    ...{ pages: pagesOfJourney(travelled(words, now)), closed: true, path: true },
  }
  const each = opened.map(({ key, pathway: id }) => {
    const pathway = pathwayOf(words.house, id)
    return {
      ...{ open: key, pathway: humanise(nameOf(id)), pages: pagesIn(pathway) },
      ...{ closed: !isOpen(now, key), path: seesPath(pathway, viewer) },
    }
  })
  return opened.length > 0 ? [whole, ...each] : []
}

/** The journey itself, in the place of the key of something opened. */
const JOURNEY = 'journey'

function travelled({ house, catalogue }: Words, now: Consultation): Travelled {
  const known = knownOf(now, now.last)
  const gate: NonNullable<Travelled['here']>['gate'] = (one) => {
    if (one.met(known)) return 'met'
    return isMet(now, one, known) ? 'stood-in' : 'not-yet'
  }
  return {
    ...{ journey: journeyOf(house, now.journey), pathways: house.pathways, catalogue },
    here: { stage: now.stage, gate },
  }
}

/** One page of a drawing as an SVG; `undefined` where this viewer may not see it. */
export async function drawingOf(
  words: Words,
  now: Consultation,
  payloads: readonly Payload[],
  viewer: Actor,
  { open, page }: { readonly open: string; readonly page: number },
): Promise<string | undefined> {
  const opened = begun(now, payloads, viewer)
  if (open === JOURNEY && opened.length > 0) {
    return (await drawJourneyPage(travelled(words, now), page))?.svg
  }
  const found = opened.find(({ key }) => key === open)
  if (!found) return undefined
  const pathway = pathwayOf(words.house, found.pathway)
  const taken = seesPath(pathway, viewer)
    ? transitionsFor(payloads, viewer).filter((one) => one.open === open)
    : []
  return (await drawPage(pathway, words.catalogue, taken, page))?.svg
}

type Begun = Pick<Open, 'key' | 'pathway'>

/** What is open or was gone through; a decline leaves neither in the consultation itself. */
function begun(
  { open, restricted }: Consultation,
  payloads: readonly Payload[],
  viewer: Actor,
): readonly Begun[] {
  if (!readsClinical(viewer)) return []
  const gone = transitionsFor(payloads, viewer).map(({ open: key, pathway }): Begun => ({
    key,
    pathway: pathway as Pinned,
  }))
  const apart = readsRestricted(viewer) ? restricted.open : []
  const all = [...gone, ...open, ...apart]
  return [...new Map(all.map((one): [string, Begun] => [one.key, one])).values()]
}

const transitionsFor = (payloads: readonly Payload[], viewer: Actor) =>
  payloads
    .filter(({ stream }) => stream === 'open' || readsRestricted(viewer))
    .flatMap(({ transitions }) => transitions)

function isOpen({ open, restricted }: Consultation, key: string): boolean {
  return [...open, ...restricted.open].some((one) => one.key === key)
}

/** Who was asked in private, and how far they went, is for the same few as what they said. */
function seesPath({ machine }: Pathway, viewer: Actor): boolean {
  if (readsRestricted(viewer)) return true
  return !Object.keys(machine.states).some((state) => asksAt(machine, state)?.kind === 'private')
}
