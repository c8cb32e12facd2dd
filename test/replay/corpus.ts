/** Consultations of made-up people as a release recorded them, in clear. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { z } from 'zod'
import { type Payload, payload } from '../../bot/evidence/record.ts'
import type { Source } from '../../content/catalogue.ts'
import type { Consultation } from '../../machines/contract.ts'

/** One consultation, with where it ended. */
export interface Recorded {
  readonly story: string
  readonly records: readonly Payload[]
  readonly end: End
}

/** Where a consultation stands, in terms that outlive how the engine holds it. */
export type End = ReturnType<typeof endOf>

export const WORDS = 'words.json.br'
export const CONSULTATIONS = 'consultations.jsonl.br'

/** Every release that left a corpus. */
export const releases = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

export const folderOf = (release: string) => join(import.meta.dirname, release)

const line = z.strictObject({
  story: z.string(),
  records: z.array(payload).min(1),
  end: z.unknown(),
})

/** Throws where a record is none that Candour still knows. */
export function recordedIn(release: string): Recorded[] {
  const lines = unpacked(release, CONSULTATIONS).trimEnd().split('\n')
  return lines.map((one) => line.parse(JSON.parse(one)) as Recorded)
}

/** The words and treatments that they began with. */
export function wordsIn(release: string): Source[] {
  return JSON.parse(unpacked(release, WORDS)) as Source[]
}

function unpacked(release: string, name: string): string {
  return brotliDecompressSync(readFileSync(join(folderOf(release), name))).toString('utf8')
}

export function endOf({ state, stage, facts, open, closed, restricted }: Consultation) {
  const hidden = restricted ?? { facts: {}, open: [], closed: [] }
  return {
    ...{ state, stage, facts: valuesOf(facts), restricted: valuesOf(hidden.facts) },
    asks: [...open, ...hidden.open].map(({ key, question }) => `${key} ${question?.state ?? '-'}`),
    outcomes: [...closed, ...hidden.closed].map(({ key, outcome }) => `${key} ${outcome}`),
  }
}

function valuesOf(facts: Consultation['facts']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, fact.value]))
}
