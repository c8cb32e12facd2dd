import { createHash } from 'node:crypto'
import type { Actor } from '../../machines/commands.ts'
import type { Book } from '../book.ts'
import type { Parts } from '../case.ts'
import type { Cases } from '../cases.ts'
import { htmlOf } from '../evidence/pack/html.ts'
import { waysTaken } from '../evidence/pack/charts.ts'
import { pageOf } from '../evidence/pack/page.ts'
import type { Payload } from '../evidence/record.ts'
import type { Page } from '../views/page.ts'
import type { Place } from '../visitors.ts'

/** Whatever there is: nobody may tell from it that there is something else. */
export const IN_PERSON =
  'A clinic may keep some records apart that it can give in person only. If there are any, they are ' +
  'not in this copy: ask the clinic when you are there alone. These words are in every copy. They are ' +
  'no sign that there are such records, or that there are none.'

/** A copy of what is kept about somebody, for them: to read, and for another program. */
export interface AccessCopy {
  readonly html: string
  readonly json: string
  readonly consultations: number
  /** SHA-256 of the page and the data, one after the other: what the clinic's book has. */
  readonly digest: string
}

export interface Access {
  readonly parts: Parts
  readonly cases: Cases
  readonly book: Book
  readonly place: Place
}

/**
 * Everything of the open stream, of all consultations of a person, and never a word of the
 * restricted one. The same sentence says each time that some records are given in person only,
 * whether or not there are any. It is on record before it is handed out.
 */
export async function giveAccess(
  access: Access,
  by: Actor,
  person: string,
  way: string,
): Promise<AccessCopy | undefined> {
  const { parts, cases, book, place } = access
  const rows = await parts.store.consultations(place.clinic)
  const own = rows.filter((row) => row.person === person)
  const found = []
  for (const { id } of own) found.push(await oneOf(parts, cases, id))
  const pages = found.flatMap((one) => (one ? [one] : []))
  if (pages.length === 0) return undefined
  const html = htmlOf(together(parts, pages))
  const data = { schema: 'candour/access@1', person, said: IN_PERSON }
  const consultations = pages.map(({ id, payloads }) => ({ consultation: id, records: payloads }))
  const json = `${JSON.stringify({ ...data, consultations }, undefined, 2)}\n`
  const digest = createHash('sha256').update(html).update(json).digest('hex')
  await book.add(by, () => ({ type: 'gave', person, what: 'access', way, digest }))
  return { html, json, digest, consultations: pages.length }
}

interface Own {
  readonly id: string
  readonly page: Page
  readonly payloads: readonly Payload[]
}

async function oneOf(parts: Parts, cases: Cases, id: string): Promise<Own | undefined> {
  const found = await cases.find(id)
  if (!found) return undefined
  const payloads = (await cases.payloads(id)).filter(({ stream }) => stream === 'open')
  const records = (await parts.store.load(id)).filter(({ stream }) => stream === 'open')
  const leaves = records.map(({ leaf }) => leaf)
  const { words, now } = found
  const told = { words, now, stream: 'open' as const, payloads, leaves, gone: waysTaken(payloads) }
  return { id, payloads, page: pageOf({ ...told, standing: 'sealed' }) }
}

function together({ words }: Parts, pages: readonly Own[]): Page {
  const { name, address } = words.clinic
  return {
    language: words.catalogue.locale,
    title: 'What we keep about you',
    from: [name, address],
    notices: [IN_PERSON],
    sections: pages.flatMap(({ id, page }) =>
      page.sections.filter(isTheirs).map((section) => ({
        ...section,
        title: pages.length > 1 ? `${section.title} (${id})` : section.title,
      })),
    ),
  }
}

/** How to check a pack is said in a pack. */
const isTheirs = ({ title }: Page['sections'][number]): boolean => title !== 'How to check this'
