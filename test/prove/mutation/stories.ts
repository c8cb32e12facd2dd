/** The transcripts, told by a product with something wrong in it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Words } from '../../../bot/words.ts'
import { openClinic, shipped } from '../../support/clinic.ts'
import { BEGIN, play } from '../../transcripts/play.ts'
import { noting } from '../candidates.ts'
import { REAL, type Registry } from '../house.ts'

const folder = join(import.meta.dirname, '../../transcripts')

export interface Story {
  readonly name: string
  readonly text: string
  /** The ways on that it takes, each by its pathway. */
  readonly ways: ReadonlySet<string>
}

/** Every transcript as it stands. */
export function written(): readonly Pick<Story, 'name' | 'text'>[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

export function wordsWith({ pathways, journeys }: Registry): Words {
  return { ...shipped, house: { ...shipped.house, pathways, journeys } }
}

/** Every transcript, with the ways on that it takes through the statecharts. */
export async function stories(): Promise<readonly Story[]> {
  const taken = new Set<string>()
  const pathways = Object.fromEntries(
    Object.values(REAL.pathways).map((one) => {
      const machine = noting(one.machine, (way) => taken.add(`${one.id} ${way}`))
      return [one.id, { ...one, machine }]
    }),
  )
  const words = wordsWith({ ...REAL, pathways })
  const told: Story[] = []
  for (const { name, text } of written()) {
    taken.clear()
    await play(text, openClinic({ at: BEGIN, words }))
    told.push({ name, text, ways: new Set(taken) })
  }
  return told
}

/** Whether the story comes out as it is written. */
export async function comesOut(
  { text }: Pick<Story, 'text'>,
  registry: Registry,
): Promise<boolean> {
  return play(text, openClinic({ at: BEGIN, words: wordsWith(registry) })).then(
    () => true,
    () => false,
  )
}
