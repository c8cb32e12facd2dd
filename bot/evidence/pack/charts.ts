import type { Pinned } from '../../../machines/contract.ts'
import { drawPathway } from '../../draw/drawing.ts'
import { pathwayTable } from '../../draw/table.ts'
import { humanise } from '../../show/words.ts'
import type { Words } from '../../words.ts'
import type { Payload } from '../record.ts'

type Step = Payload['transitions'][number]

/** One opening of a pathway: the way that was taken through it, drawn on its statechart. */
export interface Gone {
  readonly open: string
  readonly pathway: Pinned
  readonly steps: readonly Step[]
  readonly drawings: readonly { readonly title: string; readonly svg: string }[]
}

/** Every pathway that anything happened in, in the order in which it first did, not drawn. */
export function waysTaken(payloads: readonly Payload[]): readonly Gone[] {
  const taken = new Map<string, Step[]>()
  for (const { transitions } of payloads) {
    for (const one of transitions) taken.set(one.open, [...(taken.get(one.open) ?? []), one])
  }
  return [...taken].map(([open, steps]) => {
    return { open, steps, pathway: steps[0]?.pathway as Pinned, drawings: [] }
  })
}

/** The same, drawn. */
export async function waysGone(
  words: Words,
  payloads: readonly Payload[],
): Promise<readonly Gone[]> {
  return Promise.all(
    waysTaken(payloads).map(async (way) => ({ ...way, drawings: await drawn(words, way) })),
  )
}

async function drawn(
  { house, catalogue }: Words,
  { pathway, steps }: Gone,
): Promise<Gone['drawings']> {
  const chart = house.pathways[pathway]
  const pages = chart ? await drawPathway(chart, catalogue, steps) : []
  return pages.map(({ title, svg }) => ({ title, svg }))
}

/** The files of the statecharts: each one’s table, and the drawings with the way that was taken. */
export function chartFiles(
  words: Words,
  gone: readonly Gone[],
): readonly (readonly [string, string])[] {
  const tables = new Set(gone.map(({ pathway }) => pathway))
  return [
    ...[...tables].map((id) => [`statecharts/${id}.md`, tableOf(words, id)] as const),
    ...gone.flatMap(({ open, drawings }) =>
      drawings.map(
        ({ svg }, n) => [`statecharts/${open.replace('#', '-')}-${n + 1}.svg`, svg] as const,
      ),
    ),
  ]
}

function tableOf(words: Words, id: Pinned): string {
  const pathway = words.house.pathways[id]
  const lines = pathway ? pathwayTable(pathway, words.catalogue) : []
  return `# ${humanise(id)}\n\n${lines.join('\n')}\n`
}
