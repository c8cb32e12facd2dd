import { cpSync, rmSync } from 'node:fs'
import { newPlace, tell } from './run.ts'
import { STORY } from './story.ts'
import type { Heard } from './world.ts'

/** A folder in which the story has been told up to there, by a process that ended well. */
export interface ToldFolder {
  readonly folder: string
  readonly heard: Heard
  /** A copy to spoil; the last one is gone then. */
  copy(): string
  remove(): void
}

/** Before anybody is erased: everything in it can be read. */
export const WHOLE = STORY.findIndex(({ kind }) => kind === 'erasure asked')

export async function toldFolder(to = WHOLE): Promise<ToldFolder> {
  const place = newPlace()
  const folder = place.path('told')
  const heard = await tell(folder, { args: ['--to', String(to)] })
  if (heard.code !== 0) throw new Error(`the story is not told: ${heard.errors}`)
  const copy = () => {
    const to = place.path('copy')
    rmSync(to, { recursive: true, force: true })
    cpSync(folder, to, { recursive: true, filter: (path) => !path.endsWith('.ballast') })
    return to
  }
  return { folder, heard, copy, remove: () => place.remove() }
}
