import type { FactValues, Journey, Pathway, Pinned } from '../machines/contract.ts'

/** What a consultation is pinned to: its machines and its wording. */
export interface House {
  readonly pathways: Readonly<Record<Pinned, Pathway>>
  readonly journeys: Readonly<Record<Pinned, Journey>>
  /**
   * Changes whenever a question would read differently: its template, its choices or
   * a fact it names. What no version pins (a telephone number) must not change it.
   */
  asked(content: string, facts: FactValues): string
}

export function pathwayOf(house: House, id: Pinned): Pathway {
  const found = house.pathways[id]
  if (!found) throw new Error(`no pathway ${id}`)
  return found
}

export function journeyOf(house: House, id: Pinned): Journey {
  const found = house.journeys[id]
  if (!found) throw new Error(`no journey ${id}`)
  return found
}

/** `gp-contact` of `gp-contact@1`. */
export function nameOf(id: string): string {
  return id.slice(0, id.lastIndexOf('@'))
}
