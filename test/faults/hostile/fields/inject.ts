import type { Browser } from 'playwright-core'
import { launch } from '../../../support/browser.ts'
import type { Card } from '../../../../adapters/teams/cards.ts'
import type { Trials } from '../../campaign.ts'
import { type OpenHouse, openOne } from '../../open-houses.ts'
import { Filled } from './filled.ts'
import { liveIn, SINKS } from '../sinks.ts'
import { fillForms, type Seeing, type Typing } from './forms.ts'
import { formFields, questions, unknownForms } from './list.ts'
import { Screen, type Shown } from './screen.ts'
import { type Sheet, Sheets } from './sheets.ts'
import { type Tour, TOURS } from './tours.ts'
import { type Type, walk } from './walker.ts'

export interface Injecting {
  /** As many as fit into one answer; each batch goes into every field. */
  readonly batches: readonly (readonly string[])[]
  readonly tours?: readonly Tour[]
  /** Whether what comes of it is looked at: on that tour, and of the desk’s forms. */
  readonly looks: (tour: Tour) => boolean
  /** Unless the desk’s forms are left out. */
  readonly forms?: boolean
  readonly spoil?: Shown['spoil']
}

export interface Injected extends Trials {
  readonly filled: Filled
}

/** Types the payloads into every field, and looks at them wherever they come out. */
export async function inject(injecting: Injecting): Promise<Injected> {
  const instance = await openOne({})
  const browser = await launch()
  const filled = new Filled()
  try {
    const failures: string[] = []
    for (const payloads of injecting.batches)
      failures.push(...(await all(instance, browser, filled, payloads, injecting)))
    return { trials: filled.trials, failures, filled }
  } finally {
    await browser.close()
    await instance.close()
  }
}

async function all(
  instance: OpenHouse,
  browser: Browser,
  filled: Filled,
  payloads: readonly string[],
  { tours = TOURS, looks, forms, spoil }: Injecting,
): Promise<readonly string[]> {
  const sheets = await Sheets.open(instance)
  const screen = await Screen.open({ browser, spoil }, instance.url, filled)
  const typing = { instance, sheets, filled, payloads }
  try {
    for (const tour of tours)
      await through({ ...typing, screen: looks(tour) ? screen : BLIND }, tour)
    if (forms ?? true) await atDesk({ ...typing, screen: looks(VISIT) ? screen : BLIND })
    return screen.failures
  } finally {
    await screen.close()
  }
}

/** What nobody looks at is shown nowhere. */
const BLIND: Seeing = { show: async () => undefined, fails: () => undefined }

async function through(typing: Typing, tour: Tour): Promise<void> {
  const { instance, sheets, screen } = typing
  const type = typist(typing)
  if (screen === BLIND) return void (await walk(instance.house, tour, type))
  const shows = (many: readonly Sheet[]) => Promise.all(many.map((one) => screen.show(one)))
  const { consultation } = await walk(instance.house, tour, type, {
    paused: async (walked) => screen.show(await sheets.consultation(walked.consultation)),
    leaves: async ({ claim, consultation: id }) => {
      if (claim) await shows(await sheets.of(claim, id))
    },
  })
  await shows(
    await sheets.after(consultation, (faults) => screen.fails('the printed record', faults)),
  )
}

/** Whoever is of the clinic has not assessed from outside: words with such a name are asked for again. */
function typist({ instance, filled, payloads }: Typing): Type {
  const before = new Set<string>()
  const people = instance.house.clinic.people.map(({ name }) => name)
  const outside = payloads.filter((one) => !people.some((name) => one.includes(name)))
  return (field) => {
    const again = field === 'psychological/assessor' && before.has(field)
    before.add(field)
    return filled.typed(field, again ? outside : payloads)
  }
}

async function atDesk(typing: Typing): Promise<void> {
  const { instance, sheets, screen, filled, payloads } = typing
  const name = filled.typed('enquiry/full-name', payloads.slice(0, 1))
  const type = typist(typing)
  const visit = await walk(instance.house, VISIT, (at) =>
    at === 'enquiry/full-name' ? name : type(at),
  )
  const waits = () => elsewhere(typing, visit.consultation)
  await fillForms({ ...typing, name, waits }, visit)
  for (const one of await sheets.queues()) await screen.show(one)
}

/** What tells somebody that a patient’s words wait for them. */
async function elsewhere(typing: Typing, consultation: string): Promise<void> {
  const { instance, screen, payloads } = typing
  const { 'a mail': mail, 'a card of Teams': card } = SINKS
  if (screen === BLIND || !mail || !card) return
  const at = { instance, consultation, payloads }
  screen.fails('a mail', mail.faults(await mail.made(at), payloads))
  screen.fails('a card of Teams', (JSON.parse(await card.made(at)) as Card[]).flatMap(liveIn))
}

/** Somebody who has told what they were asked, and for whom a practitioner is named. */
export const VISIT: Tour = { name: 'a visit', until: 'prepared' }

/** What there is to type in and was not filled with each of them. */
export function missed(filled: Filled, payloads: readonly string[]): readonly string[] {
  const not = (field: string) => payloads.filter((one) => !filled.has(field, one)).length
  return [
    ...unknownForms(),
    ...fields()
      .filter((field) => not(field) > 0)
      .map((field) => `${field} was not filled with ${not(field)} of ${payloads.length}`),
  ]
}

/** Fields that no place showed. */
export const unseen = (filled: Filled): readonly string[] =>
  fields()
    .filter((field) => filled.placesOf(field).length === 0)
    .map((field) => `${field} was seen nowhere`)

const fields = (): readonly string[] => [...questions(), ...formFields()]
