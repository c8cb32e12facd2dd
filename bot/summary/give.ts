import type { Actor } from '../../machines/commands.ts'
import type { Consultation } from '../../machines/contract.ts'
import type { Book } from '../book.ts'
import type { Case } from '../case.ts'
import type { Cases } from '../cases.ts'
import type { Done, SittingRow } from '../ports.ts'
import type { Keeper } from '../retention/desk.ts'
import { maySee, readsClinical } from '../show/who.ts'
import type { StaffDone, StaffTurns } from '../staff-turn.ts'
import type { SummaryPage } from '../views/summary.ts'
import { summaryOf } from './page.ts'
import { isShownIn } from './shown.ts'

interface House {
  readonly cases: Cases
  readonly book: Book
}

/** For the sitting that just chose to see it. Opened twice it is one copy, unless it says more now. */
export async function summaryFor(
  { cases, book }: House,
  row: SittingRow,
): Promise<SummaryPage | undefined> {
  const found = await cases.find(row.consultation)
  if (!found || row.door !== 'open' || !isShownIn(found.now, row.id)) return undefined
  const known = row.assurance.endsWith('-and-birth-date')
  const page = await pageOf(cases, found, known ? {} : { onlySitting: row.id })
  const { person: id } = found.now
  const by: Actor = { id, role: 'patient', assurance: row.assurance }
  await inBook(book, by, found.now, 'on the patient’s own screen', page.digest)
  return page
}

/** Who may read all that it holds makes it, prints it or sends it. */
export async function makeSummary(
  {
    cases,
    book,
    staff,
    keeper,
  }: House & {
    readonly staff: StaffTurns
    readonly keeper: Pick<Keeper, 'unrestricted'>
  },
  by: Actor,
  consultation: string,
  say: (done: StaffDone) => string,
): Promise<Done & { readonly page?: SummaryPage }> {
  const found = await cases.find(consultation)
  if (!found || !maySee(found.now, by) || !readsClinical(by)) return { ok: false, said: NOT_YOURS }
  if ((await keeper.unrestricted([found.now])).length === 0) return { ok: false, said: RESTRICTED }
  const where = { channel: 'desk', private: false } as const
  const done = await staff.take({ by, consultation, act: { type: 'summary' }, where })
  if ('refused' in done) return { ok: false, said: say(done) }
  const page = await pageOf(cases, done.after, {})
  await inBook(book, by, done.after.now, 'made at the desk', page.digest)
  return { ok: true, said: MADE, page }
}

const NOT_YOURS = 'There is no such consultation, or it is not yours to hand out.'
const RESTRICTED =
  'Not made: these records are restricted. They are kept, and used for nothing else.'
const MADE = 'The summary was made, and that is on record.'

async function pageOf(cases: Cases, { words, now }: Case, reader: { onlySitting?: string }) {
  const payloads = (await cases.payloads(now.id)).filter(({ stream }) => stream === 'open')
  return summaryOf(words, now, payloads, reader)
}

/** Before it is handed out: the book outlives the records, and nobody can call a copy back. */
async function inBook(
  book: Book,
  by: Actor,
  { person, id: consultation }: Consultation,
  way: string,
  digest: string,
): Promise<void> {
  const gave = { type: 'gave', person, consultation, what: 'summary', way, digest } as const
  await book.add(by, (entries) => {
    const same = entries.some(
      ({ act }) =>
        act.type === 'gave' &&
        act.consultation === consultation &&
        act.digest === digest &&
        act.way === way,
    )
    return same && by.role === 'patient' ? { refused: 'in it already' } : gave
  })
}
