import type { Actor, Where } from '../machines/commands.ts'
import type { Parts } from './case.ts'
import type { Cases } from './cases.ts'
import { CandourError } from './errors.ts'
import { makePack } from './evidence/pack/pack.ts'
import type { HandedOut } from './ports.ts'
import { maySee, readsClinical, readsRestricted } from './show/who.ts'
import type { StaffDone, StaffTurns } from './staff-turn.ts'

interface House {
  readonly parts: Parts
  readonly cases: Cases
  readonly staff: StaffTurns
}

const SAID = {
  unknown: 'There is no such consultation, or it is not yours to hand out.',
  nowhere: 'No files can be made here.',
  unsealed: 'The log has not taken in every record yet. Wait a second, then try again.',
  made: 'The file was made, and that is on record.',
}

/**
 * Makes a file of one stream, after that was put on record: the file holds the record of its own
 * making. With `asked` it is the restricted stream’s, as another person asked for it.
 */
export async function handOut(
  { parts, cases, staff }: House,
  by: Actor,
  consultation: string,
  asked: string | undefined,
  say: (done: StaffDone) => string,
): Promise<HandedOut> {
  const { packing } = parts
  if (!packing) return { ok: false, said: SAID.nowhere }
  if (!(await may(cases, by, consultation, asked))) return { ok: false, said: SAID.unknown }
  const stream = asked === undefined ? 'open' : 'restricted'
  const act =
    asked === undefined
      ? ({ type: 'pack' } as const)
      : ({ type: 'restricted-pack', asked } as const)
  const done = await staff.take({ by, consultation, act, where: whereOf(by) })
  if ('refused' in done) return { ok: false, said: say(done) }
  try {
    const file = await makePack(parts, packing, consultation, stream)
    const name = `${stream === 'open' ? 'record' : 'restricted'}-${consultation}.zip`
    return { ok: true, said: SAID.made, file, name }
  } catch (error) {
    if (!(error instanceof CandourError) || error.code !== 'evidence/not-sealed') throw error
    return { ok: false, said: SAID.unsealed }
  }
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
