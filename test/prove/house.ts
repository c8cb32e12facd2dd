/** The real statecharts, with the real words, as the engine is given them. */
import type { House } from '../../bot/house.ts'
import type { Journey, Pathway, Pinned } from '../../machines/contract.ts'
import { JOURNEYS, PATHWAYS } from '../../machines/index.ts'
import { shipped } from '../support/clinic.ts'

export type Registry = Readonly<Record<'pathways', Readonly<Record<Pinned, Pathway>>>> & {
  readonly journeys: Readonly<Record<Pinned, Journey>>
}

export const REAL: Registry = { pathways: PATHWAYS, journeys: JOURNEYS }

export function houseOf({ pathways, journeys }: Registry): House {
  return { pathways, journeys, asked: shipped.house.asked }
}

/** A journey of one pathway and nothing else, so that it can be played by itself. */
export function alone(pathway: Pathway): Journey {
  const apart = pathway.restricted === true
  const opened = apart ? 'voluntariness@1' : pathway.id
  return {
    id: `alone@1`,
    ...(apart
      ? {
          apart: [
            { pathway: pathway.id, when: ({ facts }) => facts['own-wish-said'] !== undefined },
          ],
        }
      : {}),
    stages: [
      { name: 'alone', opens: [{ pathway: opened, when: () => true }], entry: [], gates: [] },
      { name: 'ended', opens: [], entry: [], gates: [] },
    ],
  }
}
