import { createHash } from 'node:crypto'
import { type WrittenPack, writtenPack } from '../content/pack.ts'
import type { Consultation, FactValue } from '../machines/contract.ts'
import { canonical } from './evidence/canonical.ts'
import type { Shown } from './evidence/record.ts'
import type { WrittenPage } from './views/written.ts'
import { values } from './work.ts'
import { spokenTo, type Words } from './words.ts'

type Way = FactValue<'pack-way'>

/** The safe way that was chosen, from when the pack is given until it is no longer wanted. */
export function wayOf(now: Consultation): Way | undefined {
  if (now.state !== 'active' && now.state !== 'paused') return undefined
  return beingGiven(now) ?? values(now.facts)['pack-way']
}

/** The same, while the patient has not said yet that they have it. */
export function beingGiven({ open }: Consultation): Way | undefined {
  const telling = open.find(({ pathway }) => pathway.startsWith('information@'))
  if (telling?.snapshot.value !== 'pack') return undefined
  return (telling.snapshot.context as { readonly 'pack-way'?: Way })['pack-way']
}

/** The pack as it is given to this patient, in the words that the consultation is pinned to. */
export function writtenFor(usual: Words, now: Consultation): WrittenPage | undefined {
  const words = spokenTo(usual, now)
  const { 'treatment-class': kind, 'treatment-name': name } = values(now.facts)
  const treatment = kind && name ? words.treatment(kind, name) : undefined
  const way = wayOf(now)
  if (!treatment || !way) return undefined
  const { catalogue, clinic } = words
  const pack = writtenPack(treatment, clinic, catalogue.ui)
  return {
    ...{ ...pack, id: `written-information/${treatment.id}`, digest: digestOf(pack), way },
    ...{ locale: catalogue.locale, safetyNet: words.safetyNet, mode: now.mode },
  }
}

/** What a record says of it: when it is put before the patient, and when they say they have it. */
export function givenInWriting(
  words: Words,
  before: Consultation,
  next: Consultation,
): readonly Shown[] {
  const offered = beingGiven(next) && !beingGiven(before)
  const had = next.facts['pack-delivered-at'] !== before.facts['pack-delivered-at']
  const page = offered || had ? writtenFor(words, next) : undefined
  if (!page) return []
  const { id, digest, locale } = page
  return [{ id, version: 1, locale, digest, text: textOf(page), choices: [] }]
}

/** Of every word on the page but the line that every screen carries. */
function digestOf(pack: WrittenPack): string {
  return createHash('sha256')
    .update(canonical(JSON.parse(JSON.stringify(pack))))
    .digest('hex')
}

function textOf({ title, sections }: WrittenPack): string {
  const parts = sections.map(({ heading, paragraphs, list = [] }) =>
    [heading, ...paragraphs, ...list.map((one) => `- ${one}`)].join('\n'),
  )
  return [title, ...parts].join('\n\n')
}
