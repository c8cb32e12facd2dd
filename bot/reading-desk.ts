import type { Actor } from '../machines/commands.ts'
import type { Consultation } from '../machines/contract.ts'
import type { Instant } from '../machines/time.ts'
import type { Book } from './book.ts'
import type { Parts } from './case.ts'
import type { Cases } from './cases.ts'
import { looksInto, notLookedInto } from './emergency.ts'
import { mustSignInAgain, takesConsent } from './fresh.ts'
import type { Found, Looking } from './looking.ts'
import type { Desk, Standing } from './ports.ts'
import { askingView, caseView } from './show/case.ts'
import { drawingOf } from './show/drawings.ts'
import { recordPage } from './show/record.ts'
import { maySee } from './show/who.ts'
import { who } from './show/words.ts'
import type { Asking, CaseView } from './views/desk.ts'
import { writtenFor } from './written.ts'

interface House {
  readonly parts: Parts
  readonly cases: Cases
  readonly book: Book
  readonly looking: Looking
}

/** What the desk reads of a consultation. Nothing comes but by `looking`, which puts it on record. */
export function reading(
  house: House,
): Pick<Desk, 'look' | 'answering' | 'records' | 'drawing' | 'written'> {
  const { parts, cases, looking } = house
  return {
    async look(viewer, id) {
      const found = await looking.read(viewer, id, 'consultation')
      return found && look(house, viewer, found)
    },
    answering: (viewer, id, work) =>
      looking.during(viewer, id, 'consultation', (found) =>
        work(asking(house, viewer, found), async () => again(house, viewer, id)),
      ),
    async records(viewer, id) {
      const found = await looking.read(viewer, id, 'record')
      if (!found) return undefined
      const checked = await cases.checked(id)
      const standings = await standingsOf(parts, checked.payloads)
      const page = recordPage(found.words, found.now, checked, viewer, standings)
      return page && found.emergency ? { ...page, mayPack: false } : page
    },
    async drawing(viewer, id, wanted) {
      const found = await looking.read(viewer, id, 'drawing')
      if (!found) return undefined
      return drawingOf(found.words, found.now, await cases.payloads(id), viewer, wanted)
    },
    async written(viewer, id) {
      const found = await looking.read(viewer, id, 'written-information')
      return found && writtenFor(found.words, found.now)
    },
  }
}

async function look({ parts, cases, book }: House, viewer: Actor, found: Found): Promise<CaseView> {
  const { words, now, emergency } = found
  const view = caseView(words, now, await cases.payloads(now.id), viewer, parts.clocks.clock())
  if (emergency) return onlyRead(view, emergency)
  const openings = looksInto(viewer) ? notLookedInto(await book.entries()) : []
  const here = openings.filter(({ act }) => act.consultation === now.id)
  const told = here.map(({ by, at, act }) => ({ by: who(by), at, reason: act.reason }))
  const whole = told.length > 0 ? { ...view, openings: told } : view
  return signingInFirst(whole, viewer, parts.clocks.wall())
}

/** What somebody was asked last is mostly what they answer next: of a consultation that stands. */
const asked = new WeakMap<Consultation, { readonly by: string; readonly view: Asking }>()

function askingOf({ words, now }: Found, viewer: Actor): Asking {
  const by = JSON.stringify([viewer.id, viewer.role])
  const before = asked.get(now)
  if (before?.by === by) return before.view
  const view = askingView(words, now, viewer)
  asked.set(now, { by, view })
  return view
}

function asking({ parts }: House, viewer: Actor, found: Found): Asking {
  const { emergency } = found
  const view = askingOf(found, viewer)
  if (emergency) return { ...view, prompts: [] }
  return signingInFirst(view, viewer, parts.clocks.wall())
}

/** As it stands after what they did; what is no longer theirs is another reading. */
async function again(house: House, viewer: Actor, id: string): Promise<Asking | undefined> {
  const { cases, looking } = house
  const mine = await cases.find(id)
  const found =
    mine && maySee(mine.now, viewer) ? mine : await looking.read(viewer, id, 'consultation')
  return found && asking(house, viewer, found)
}

/** Whoever wants to do something is assigned first, by somebody who may. */
function onlyRead(view: CaseView, emergency: Instant): CaseView {
  return { ...view, emergency, offers: [], prompts: [], again: [], endWaits: [] }
}

function signingInFirst<view extends Asking>(view: view, viewer: Actor, wall: Instant): view {
  if (!mustSignInAgain(viewer, wall)) return view
  const prompts = view.prompts.map((prompt) => {
    const takes = prompt.question.choices.some(({ id }) => takesConsent(prompt.open, id))
    return takes ? { ...prompt, signInFirst: true as const } : prompt
  })
  return { ...view, prompts }
}

async function standingsOf({ log }: Parts, payloads: readonly { readonly recordId: string }[]) {
  const standings = new Map<string, Standing>()
  for (const { recordId } of log ? payloads : [])
    standings.set(recordId, (await log?.standing(recordId)) ?? 'recorded')
  return standings
}
