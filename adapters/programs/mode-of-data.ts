import { CandourError } from '../../bot/errors.ts'
import { unseal } from '../../bot/evidence/seal.ts'
import type { Clinic } from '../../content/clinic.ts'
import type { Settings } from '../config/env.ts'
import { digest } from '../files/content.ts'
import type { Data } from './data.ts'

type Kind = 'demo' | 'clinic'

/** A pilot becomes a production on the same data; a demo never becomes either. */
const kindOf = (mode: Settings['mode']): Kind => (mode === 'demo' ? 'demo' : 'clinic')
const other = (kind: Kind): Kind => (kind === 'demo' ? 'clinic' : 'demo')

/** Kept among what never changes, by its digest: an earlier version passes over it. */
const BEGUN: Readonly<Record<Kind, string>> = {
  demo: '["this was begun by a demo"]',
  clinic: '["this was begun by a clinic"]',
}

/** A mode that was forgotten is a demo, to which anybody signs in without a password. */
export function refuseRealInDemo(mode: Settings['mode'], { madeUp, name }: Clinic): void {
  if (mode === 'demo' && !madeUp)
    throw new CandourError('config/refused', { CANDOUR_MODE: realInDemo(name) })
}

export const realInDemo = (clinic: string): string =>
  `is demo, which it is where it is not set, and ${clinic} is no made-up clinic: set pilot or production, or leave CANDOUR_CLINIC_DIR out`

/**
 * Throws where a demo is to run on a clinic's data, or a clinic on a demo's: what is written cannot be
 * taken back. Before anything else is written; data that is new is of this kind from now on.
 */
export async function settleMode(
  { store, keys }: Pick<Data, 'store' | 'keys'>,
  { mode, data, postgres }: Pick<Settings, 'mode' | 'data'> & Partial<Pick<Settings, 'postgres'>>,
): Promise<void> {
  const kind = kindOf(mode)
  const is = (one: Kind) => store.bundle(digest(BEGUN[one]))
  const where = postgres ? 'CANDOUR_POSTGRES' : data
  if (await is(other(kind))) throw refused(mode, where)
  if (await is(kind)) return
  const first = await firstMode({ store, keys })
  if (first && kindOf(first) !== kind) throw refused(mode, where)
  await store.keepBundle(digest(BEGUN[kind]), BEGUN[kind])
}

/** What 0.1.0 wrote says it in its records alone. */
async function firstMode({ store, keys }: Pick<Data, 'store' | 'keys'>) {
  const record = await store.firstRecord()
  const key = record && (await keys.find(record.sealed.key))
  return record && key && unseal(record, key).mode
}

function refused(mode: Settings['mode'], where: string): CandourError {
  const why =
    mode === 'demo'
      ? `is demo, which it is where it is not set, and what is in ${where} is a clinic's: set pilot or production, or give the demo a CANDOUR_DATA of its own`
      : `is ${mode}, and what is in ${where} was begun by a demo, with made-up people: give the clinic data of its own`
  return new CandourError('config/refused', { CANDOUR_MODE: why })
}
