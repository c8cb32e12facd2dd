import { command as commandSchema, type Act, type Actor, type Where } from '../machines/commands.ts'
import type { Advanced, Consultation, Refusal } from '../machines/contract.ts'
import { APART } from './acts/apart.ts'
import { leaningsOf } from './acts/lean.ts'
import { advance } from './advance.ts'
import type { Case, Parts, Step } from './case.ts'
import type { Cases } from './cases.ts'
import { each } from './each.ts'
import { CandourError } from './errors.ts'
import type { Shown } from './evidence/record.ts'
import type { Lanes } from './lanes.ts'
import { latest, notBefore } from './moment.ts'
import type { Activity, LinkRow, SittingRow } from './ports.ts'
import { inPrivate } from './private-words.ts'
import { MAIL, MESSAGE_WAITS } from './reminders.ts'
import { currentShown, reply } from './reply.ts'
import type { Talk } from './talk.ts'
import type { Words } from './words.ts'

const TRIES = 5
const DUE_AT_ONCE = 100

export type StaffDone = { readonly ok: true; readonly after: Case } | Refusal

export interface StaffAct {
  readonly by: Actor
  readonly consultation: string
  readonly act: Act
  readonly where: Where
  /** One-use links that the act makes. */
  readonly links?: readonly LinkRow[]
}

export interface StaffTurns {
  take(act: StaffAct): Promise<StaffDone>
  /** Tells a consultation that the clinic's minimum for reflection is longer now. */
  lengthen(consultation: string, hours: number): Promise<StaffDone>
  /** Takes a `tick` of every consultation that waits for time; how many there were. */
  tickDue(): Promise<number>
}

interface House {
  readonly parts: Parts
  readonly cases: Cases
  readonly talk: Talk
}

/** Turns of the clinic's people and of the clock: the same evidence, and news for a patient who is here. */
export function createStaffTurns(
  parts: Parts,
  cases: Cases,
  talk: Talk,
  inLane: Lanes,
): StaffTurns {
  const house = { parts, cases, talk }
  const take = (act: StaffAct) => inLane(act.consultation, () => decide(house, act))
  return {
    take,
    lengthen: (consultation, hours) =>
      take({ ...TICK, consultation, act: { type: 'policy', 'reflection-hours': hours } }),
    async tickDue() {
      const due = await parts.store.due(parts.clocks.clock(), DUE_AT_ONCE)
      const taken = await each(parts, due, (id) => take({ ...TICK, consultation: id }))
      return taken.length
    },
  }
}

const TICK: Omit<StaffAct, 'consultation'> = {
  by: { id: 'clock', role: 'system', assurance: 'system' },
  where: { channel: 'system', private: false },
  act: { type: 'tick' },
}

async function decide(house: House, taken: StaffAct): Promise<StaffDone> {
  const { parts, cases } = house
  const { by, where, act, links = [] } = taken
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = act.type === 'start' ? undefined : await cases.find(taken.consultation)
    const words = before?.words ?? parts.words
    const at = notBefore(parts.clocks.clock(), before && latest(before.now))
    const advanced = advance(words.house, before?.now, commandSchema.parse({ at, by, where, act }))
    if ('refused' in advanced) return advanced
    const step = { advanced, ...shownIn(words, before?.now, { act, by }, advanced) }
    const after = await write(house, before, step, links)
    if (after) return { ok: true, after }
  }
  throw new CandourError('store/conflict', { tries: TRIES })
}

function shownIn(
  words: Words,
  before: Consultation | undefined,
  taken: Pick<StaffAct, 'act' | 'by'>,
  { next, restricted }: Advanced,
): Pick<Step, 'shown' | 'shownApart'> {
  const asked = askedWords(words, before, taken)
  const now = currentShown(words, next)
  const was = before && currentShown(words, before)
  const news = now && now.text !== was?.text ? [now] : []
  // Which prompt a decline answered is nobody's to know from the open stream.
  return restricted ? { shown: news, shownApart: asked } : { shown: [...asked, ...news] }
}

/** The prompt that a member of staff answered, as they saw it; or what a patient was told. */
function askedWords(
  words: Words,
  now: Consultation | undefined,
  { act, by }: Pick<StaffAct, 'act' | 'by'>,
): readonly Shown[] {
  if (now && act.type === 'remind') {
    return [words.show(by.id === MAIL.id ? MESSAGE_WAITS : 'consultation/reminder', now)]
  }
  if (!now || act.type !== 'answer') return []
  const all = [...now.open, ...now.restricted.open, ...leaningsOf(now)]
  const open = all.find(({ key }) => key === act.open)
  if (!open?.question) return []
  const { apart, labelled } =
    open.stage === APART ? inPrivate(words, now, open) : { apart: now, labelled: open }
  return [words.show(open.question.id, { ...apart, open: [labelled], stage: open.stage })]
}

async function write(
  { parts, cases, talk }: House,
  before: Case | undefined,
  step: Step,
  links: readonly LinkRow[],
): Promise<Case | undefined> {
  const { next } = step.advanced
  const here = before && isTold(step) ? await parts.store.sittings(next.id) : []
  const told = here
    .filter(({ door }) => door === 'open')
    .map((row) => ({ row, news: newsFor(parts, talk, before, row, next) }))
  const key = await parts.keys.stream(next.person, next.id, 'open')
  const { result, after } = await cases.commit(before, [step], async () => ({
    // One that hears nothing new is not written: another instance may be answering in it.
    sittings: told
      .filter(({ news }) => news.length > 0)
      .map(({ row, news }) => ({ ...row, activities: row.activities + news.length })),
    activities: told.flatMap(({ row, news }) => talk.pieces(row.id, news, key)),
    ...{ ended: [], links },
  }))
  if (result !== 'committed') return undefined
  for (const { row, news } of told) if (news.length > 0) talk.tell(row.id, news)
  return after
}

/**
 * What staff stop on a patient's word is told to no device by itself: somebody else may hold it, and
 * need not know what was said at the clinic. It says so to whoever goes on there. Where somebody of
 * the clinic is alone, there is nobody to tell.
 */
function isTold({ advanced: { next, open } }: Step): boolean {
  return open?.command.act.type !== 'withdraw' && !next.facts.author
}

/** Told only when what is before the patient really changed. */
function newsFor(
  parts: Parts,
  talk: Talk,
  before: Case | undefined,
  row: SittingRow,
  next: Consultation,
): readonly Activity[] {
  const words = before?.words ?? parts.words
  const now = reply(words, next, [], row.id).messages
  const was = before ? reply(words, before.now, [], row.id).messages.at(-1) : undefined
  const last = now.at(-1)
  if (last?.text === was?.text && last?.question?.id === was?.question?.id) return []
  return talk.next(
    row.activities,
    now.map((message) => ({ from: 'candour', message })),
  )
}
