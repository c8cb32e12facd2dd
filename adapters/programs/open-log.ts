import { join } from 'node:path'
import { type Gap, gapOf } from '../../bot/evidence/log/epoch.ts'
import {
  hasNoLog,
  inception,
  type LogParts,
  openLog,
  readLog,
  type RunningLog,
} from '../../bot/evidence/log/log.ts'
import type { CandourError } from '../../bot/errors.ts'
import type { Chance, Clocks, Keys, Place, Store, Witness } from '../../bot/ports.ts'
import type { Settings } from '../config/env.ts'
import { openSharedLog } from './shared-log.ts'
import { createFilePlace } from '../place/file.ts'
import { withRoom } from '../place/with-room.ts'
import { createFolderWitness } from '../witness/folder.ts'
import { createHttpWitness } from '../witness/http.ts'

export type LogSettings = Pick<Settings, 'data'> &
  Partial<Pick<Settings, 'secondPlace' | 'witness'>>

export interface OpenedLog {
  readonly log: RunningLog
  /** A demo’s log began with this. */
  readonly began: boolean
  readonly gap?: Gap
}

export interface Around {
  readonly store: Store
  readonly keys: Keys
  readonly clocks: Pick<Clocks, 'wall'>
  readonly chance: Chance
  readonly clinic: { readonly id: string }
  readonly place?: ((name: string) => Place) | undefined
  readonly trouble?: ((error: CandourError) => void) | undefined
}

/**
 * A demo begins its log itself, where neither the database nor the second place knows of one.
 * Where records are missing the log is only read.
 */
export async function openTheLog(
  settings: LogSettings & Pick<Settings, 'mode'>,
  around: Around,
): Promise<OpenedLog> {
  const { store, keys, chance, clinic } = around
  try {
    const parts = logParts(settings, around)
    const gap = await gapOf(parts)
    if (gap) return { log: readLog(parts), began: false, gap }
    const { shared } = store
    const mayBegin = settings.mode === 'demo'
    if (shared) return await openSharedLog(parts, { shared, clinic: clinic.id, chance, mayBegin })
    const began = mayBegin && (await hasNoLog(parts))
    if (began) await inception(parts, clinic.id, chance)
    return { log: await openLog(parts), began }
  } catch (error) {
    await Promise.all([store.close(), keys.close()])
    throw error
  }
}

export function logParts(settings: LogSettings, around: Around): LogParts {
  const { store, keys, clocks, clinic, place, trouble } = around
  const second = withRoom(secondPlace(settings, clinic.id, place), store)
  return {
    ...{ store: store.log(clinic.id), keys, second },
    ...{ witnesses: witnessesOf(settings), wall: clocks.wall },
    ...(trouble ? { trouble } : {}),
  }
}

/** A folder that was named is asked first: it may be on another machine than either database. */
export function secondPlace(
  { data, secondPlace: folder }: LogSettings,
  clinic: string,
  beside?: (name: string) => Place,
): Place {
  if (folder === undefined && beside) return beside(clinic)
  return createFilePlace(join(folder ?? join(data, 'second-place'), clinic))
}

/** What was erased is remembered beside the checkpoint: neither is put back with the data. */
export function erasuresPlace(
  settings: LogSettings,
  clinic: string,
  beside?: (name: string) => Place,
): Place {
  return secondPlace(settings, `${clinic}-erased`, beside)
}

export function witnessesOf({ witness }: LogSettings): readonly Witness[] {
  if (!witness) return []
  const { vkey, url, folder } = witness
  if (url !== undefined) return [createHttpWitness({ url, vkey })]
  return folder === undefined ? [] : [createFolderWitness({ folder, vkey })]
}
