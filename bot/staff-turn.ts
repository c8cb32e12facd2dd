import { command as commandSchema, type Act, type Actor, type Where } from '../machines/commands.ts'
import type { Consultation, Refusal } from '../machines/contract.ts'
import { advance } from './advance.ts'
import { type Case, type Cases, notBefore, type Parts, type Step } from './cases.ts'
import { CandourError } from './errors.ts'
import type { Shown } from './evidence/record.ts'
import type { Lanes } from './lanes.ts'
import type { LinkRow, SittingRow } from './ports.ts'
import { currentShown, reply } from './reply.ts'
import type { Words } from './words.ts'
import type { Talk } from './talk.ts'

const TRIES = 5
const DUE_AT_ONCE = 100

export type StaffDone = { readonly ok: true; readonly after: Case } | Refusal

export type StaffTurns = ReturnType<typeof createStaffTurns>

/** Turns of the clinic's people and of the clock: the same evidence, and news for a patient who is here. */
export function createStaffTurns(parts: Parts, cases: Cases, talk: Talk, inLane: Lanes) {
  const { store, clocks, keys } = parts

  async function take(
    by: Actor,
    consultation: string,
    act: Act,
    where: Where,
    links: readonly LinkRow[] = [],
  ): Promise<StaffDone> {
    return inLane(consultation, async () => {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const before = act.type === 'start' ? undefined : await cases.find(consultation)
        const command = commandSchema.parse({ at: notBefore(clocks.clock(), before?.now.last), by, where, act })
        const words = before?.words ?? parts.words
        const advanced = advance(words.house, before?.now, command)
        if ('refused' in advanced) return advanced
        const asked = askedWords(words, before?.now, act)
        const news = newsOf(words, before?.now, advanced.next)
        // Which prompt a decline answered is nobody's to know from the open stream.
        const shown = advanced.restricted
          ? { shown: news, shownApart: asked }
          : { shown: [...asked, ...news] }
        const done = await write(before, { advanced, ...shown }, links)
        if (done) return { ok: true, after: done }
      }
      throw new CandourError('store/conflict', { tries: TRIES })
    })
  }

  /** The prompt that a member of staff answered, as they saw it. */
  function askedWords(words: Words, now: Consultation | undefined, act: Act): readonly Shown[] {
    if (!now || act.type !== 'answer') return []
    const open = now.open.find(({ key }) => key === act.open)
    if (!open?.question) return []
    const only = { ...now, open: [open], stage: open.stage }
    return [words.show(open.question.id, only)]
  }

  function newsOf(words: Words, before: Consultation | undefined, next: Consultation): readonly Shown[] {
    const now = currentShown(words, next)
    const was = before && currentShown(words, before)
    return now && now.text !== was?.text ? [now] : []
  }

  async function write(before: Case | undefined, step: Step, links: readonly LinkRow[]) {
    const next = step.advanced.next
    const here = before ? await store.sittings(next.id) : []
    const told = here.filter(({ door }) => door === 'open').map((row) => ({ row, news: news(before, row, next) }))
    const key = await keys.stream(next.person, next.id, 'open')
    const { result, after } = await cases.commit(before, [step], async () => ({
      sittings: told.map(({ row, news }) => ({ ...row, activities: row.activities + news.length })),
      activities: told.flatMap(({ row, news }) => news.map((one) => talk.seal(row.id, one, key))),
      ...{ ended: [], links },
    }))
    if (result !== 'committed') return undefined
    for (const { row, news } of told) if (news.length > 0) talk.tell(row.id, news)
    return after
  }

  /** Told only when what is before the patient really changed. */
  function news(before: Case | undefined, row: SittingRow, next: Consultation) {
    const words = before?.words ?? parts.words
    const now = reply(words, next, [], row.id).messages
    const was = before ? reply(words, before.now, [], row.id).messages : []
    const same = now.at(-1)?.text === was.at(-1)?.text && now.at(-1)?.question?.id === was.at(-1)?.question?.id
    if (same) return []
    return talk.next(row.activities, now.map((message) => ({ from: 'candour' as const, message })))
  }

  async function tickDue(): Promise<number> {
    const by: Actor = { id: 'clock', role: 'system', assurance: 'system' }
    const where: Where = { channel: 'system', private: false }
    const due = await store.due(clocks.clock(), DUE_AT_ONCE)
    for (const { id } of due) await take(by, id, { type: 'tick' }, where)
    return due.length
  }

  return { take, tickDue }
}
