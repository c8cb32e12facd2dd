import type { Access, AccessEntry } from '../evidence/access.ts'
import type { ReadHow, ReadLine, ReadsAsked } from '../views/reads.ts'
import { who } from './words.ts'

type Part = Extract<Access, { type: 'read' }>['part']

const PARTS: Readonly<Record<Part, string>> = {
  consultation: 'the consultation',
  record: 'the record',
  drawing: 'a drawing of the way it took',
  'written-information': 'the written information',
  act: 'an act',
  link: 'a link',
  keeping: 'what is kept and for how long',
  pack: 'a file of the record',
  summary: 'the summary',
  emergency: 'the consultation',
}

/** One reading in a few words; whose it was is beside it. */
export function lineOf({ at, by, access }: AccessEntry): ReadLine {
  const one = consultationIn(access)
  return {
    ...{ at, id: by.id, who: who(by), role: by.role, what: whatIn(access) },
    ...howIn(access),
    ...(one === undefined ? {} : { consultation: one }),
  }
}

function whatIn(access: Access): string {
  switch (access.type) {
    case 'read':
      if (access.how === 'refused') return `Was refused ${PARTS[access.part]}`
      if (access.part === 'emergency') return 'Opened it in an emergency'
      return `Read ${PARTS[access.part]}`
    case 'search': {
      const { length } = access.found
      return `Searched by name and saw ${length} ${length === 1 ? 'person' : 'people'}`
    }
    case 'counts':
      return 'Read the counts of the whole clinic'
    case 'accesses':
      return access.consultation === undefined
        ? 'Read this list of who read what'
        : 'Read who had read it'
    case 'not-for-role':
      return `Was refused a page that is not for that role: ${access.route}`
  }
}

function howIn(access: Access): { readonly how?: ReadHow } {
  if (access.type === 'read') return { how: access.how }
  if (access.type === 'search') return { how: 'search' }
  return access.type === 'not-for-role' ? { how: 'refused' } : {}
}

function consultationIn(access: Access): string | undefined {
  return 'consultation' in access ? access.consultation : undefined
}

/** A search is of everybody whom it showed. */
export function isOf(access: Access, { consultation, how }: ReadsAsked): boolean {
  if (how !== undefined && howIn(access).how !== how) return false
  if (consultation === undefined) return true
  if (access.type === 'search') return access.found.includes(consultation)
  return consultationIn(access) === consultation
}
