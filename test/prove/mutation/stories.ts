/** The transcripts, told by a product with something wrong in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from '../../../bot/words.ts'
import { openClinic, shipped } from '../../support/clinic.ts'
import { BEGIN, play } from '../../transcripts/play.ts'
import { noting } from '../candidates.ts'
import { REAL, type Registry } from '../house.ts'

const folder = join(import.meta.dirname, '../../transcripts')

export interface Written {
  readonly name: string
  readonly text: string
}

export interface Story extends Written {
  /** The ways on that it takes, each by its pathway. */
  readonly ways: ReadonlySet<string>
}

/** The names of all transcripts. */
export function names(): readonly string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.txt'))
}

/** A transcript as it stands. */
export function written(name: string): Written {
  return { name, text: readFileSync(join(folder, name), 'utf8') }
}

export function wordsWith({ pathways, journeys }: Registry): Words {
  return { ...shipped, house: { ...shipped.house, pathways, journeys } }
}

/** Told once as it stands, noting the ways on that it takes through the statecharts. */
export async function tell({ name, text }: Written): Promise<Story> {
  const ways = new Set<string>()
  const pathways = Object.fromEntries(
    Object.values(REAL.pathways).map((one) => {
      const machine = noting(one.machine, (way) => ways.add(`${one.id} ${way}`))
      return [one.id, { ...one, machine }]
    }),
  )
  await play(text, openClinic({ at: BEGIN, words: wordsWith({ ...REAL, pathways }) }))
  return { name, text, ways }
}

/** Whether the story comes out as it is written. */
export async function comesOut({ text }: Written, registry: Registry): Promise<boolean> {
  return play(text, openClinic({ at: BEGIN, words: wordsWith(registry) })).then(
    () => true,
    () => false,
  )
}
