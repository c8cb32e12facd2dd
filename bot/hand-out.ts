import { createHash } from 'node:crypto'
import type { Actor, Where } from '../machines/commands.ts'
import type { Book } from './book.ts'
import type { Parts } from './case.ts'
import type { Cases } from './cases.ts'
import { CandourError } from './errors.ts'
import { makePack } from './evidence/pack/pack.ts'
import type { HandedOut, Stream } from './ports.ts'
import type { Keeper } from './retention/desk.ts'
import { maySee, readsClinical, readsRestricted } from './show/who.ts'
import type { StaffDone, StaffTurns } from './staff-turn.ts'

interface House {
  readonly parts: Parts
  readonly cases: Cases
  readonly staff: StaffTurns
  readonly keeper: Pick<Keeper, 'unrestricted'>
  readonly book: Book
}

export const NOT_YOURS = 'There is no such consultation, or it is not yours to hand out.'

const SAID = {
  unknown: NOT_YOURS,
  nowhere: 'No files can be made here.',
  restricted: 'Not made: these records are restricted. They are kept, and used for nothing else.',
  unsealed: 'The log has not taken in every record yet. Wait a second, then try again.',
  made: 'The file was made, and that is on record.',
}

/**
 * Makes a file of one stream, after that was put on record: the file holds the record of its own
 * making. With `asked` it is the restricted stream’s, as another person asked for it.
 */
export async function handOut(
  house: House,
  by: Actor,
  consultation: string,
  asked: string | undefined,
  say: (done: StaffDone) => string,
): Promise<HandedOut> {
  const { parts, staff } = house
  const { packing } = parts
  if (!packing) return { ok: false, said: SAID.nowhere }
  const why = await against(house, by, consultation, asked)
  if (why) return { ok: false, said: why }
  const stream = asked === undefined ? 'open' : 'restricted'
  const act =
    asked === undefined
      ? ({ type: 'pack' } as const)
      : ({ type: 'restricted-pack', asked } as const)
  const done = await staff.take({ by, consultation, act, where: whereOf(by) })
  if ('refused' in done) return { ok: false, said: say(done) }
  try {
    const file = await makePack(parts, packing, consultation, stream)
    await inBook(house, by, consultation, stream, file)
    const name = `${stream === 'open' ? 'record' : 'restricted'}-${consultation}.zip`
    return { ok: true, said: SAID.made, file, name }
  } catch (error) {
    if (!(error instanceof CandourError) || error.code !== 'evidence/not-sealed') throw error
    return { ok: false, said: SAID.unsealed }
  }
}

async function against({ cases, keeper }: House, by: Actor, id: string, asked?: string) {
  const found = await cases.find(id)
  if (!found || !(await may(cases, by, id, asked))) return SAID.unknown
  return (await keeper.unrestricted([found.now])).length === 0 ? SAID.restricted : undefined
}

/** Before it is handed out: the book outlives the records, and nobody can call the file back. */
async function inBook(
  { cases, book }: House,
  by: Actor,
  consultation: string,
  stream: Stream,
  file: Uint8Array,
): Promise<void> {
  const person = (await cases.find(consultation))?.now.person
  if (person === undefined) throw new CandourError('evidence/nothing', { consultation })
  const way = by.role === 'system' ? 'by a command' : 'at the desk'
  const digest = createHash('sha256').update(file).digest('hex')
  const apart = stream === 'restricted' ? { stream } : {}
  await book.add(by, () => {
    return { type: 'gave', person, consultation, what: 'pack', way, digest, ...apart }
  })
}

/** Whoever has the machine may make the open file by a command; at the desk, who may read it all. */
async function may(cases: Cases, by: Actor, id: string, asked?: string): Promise<boolean> {
  const found = await cases.find(id)
  if (!found) return false
  if (by.role === 'system') return asked === undefined
  return maySee(found.now, by) && (asked === undefined ? readsClinical(by) : readsRestricted(by))
}

const whereOf = ({ role }: Actor): Where => ({
  channel: role === 'system' ? 'system' : 'desk',
  private: false,
})
