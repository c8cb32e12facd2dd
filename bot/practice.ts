import type { StaffMember } from '../content/clinic.ts'
import type { Act, Actor, Where } from '../machines/commands.ts'
import type { FactName, FactValues } from '../machines/contract.ts'
import type { Parts } from './case.ts'
import type { Overview } from './overview.ts'
import type { Done } from './ports.ts'
import { CLINICIANS } from './show/who.ts'
import type { StaffDone, StaffTurns } from './staff-turn.ts'
import type { Place } from './visitors.ts'

/** The trees that staff start alone, each a journey with one pathway. */
const TREES: Readonly<Record<string, string>> = { 'social-media-post': 'practice@1' }

interface House {
  readonly parts: Parts
  readonly overview: Overview
  readonly staff: StaffTurns
  readonly place: Place
}

/** A consultation whose person is whoever starts it. Nothing of a patient is in it. */
export async function startAlone(
  house: House,
  by: Actor,
  tree: string,
  where: Where,
  said: (done: StaffDone, well: string) => Done,
): Promise<Done & { readonly consultation?: string }> {
  const { parts, overview, staff, place } = house
  const journey = Object.hasOwn(TREES, tree) ? TREES[tree] : undefined
  const member = parts.words.clinic.people.find(({ id }) => id === by.id)
  if (!journey) return { ok: false, said: 'There is no such check.' }
  if (!member || !CLINICIANS.includes(by.role)) return NOT_YOURS
  const consultation = parts.chance.id()
  const person = (await overview.personOf(by.id)) ?? parts.chance.id()
  const act: Act = {
    ...{ type: 'start', consultation, person, journey, via: 'invited' },
    ...{ clinic: place.clinic, mode: place.mode },
    given: {
      ...{ author: by.id, 'full-name': member.name },
      ...registersOf(member),
    },
  }
  const done = said(await staff.take({ by, consultation, act, where }), 'Begun.')
  return done.ok ? { ...done, consultation } : done
}

const NOT_YOURS: Done = { ok: false, said: 'A check is for those who treat.' }

/** Which bodies' rules are asked about, by how the clinic's file may name them. */
const REGISTERS = {
  'jccp-registrant': /\bJCCP\b|joint council for cosmetic/i,
  'hcpc-registrant': /\bHCPC\b|health (and|&) care professions/i,
  'cosrt-member': /\bCOSRT\b|college of sexual/i,
} satisfies { readonly [name in FactName]?: RegExp }

/** One that has run out counts: who may renew it is asked as well as who has. */
export function registersOf({ register, alsoOn = [] }: StaffMember): FactValues {
  const bodies = [...(register ? [register] : []), ...alsoOn].map(({ body }) => body)
  const named = Object.entries(REGISTERS).filter(([, name]) => bodies.some((one) => name.test(one)))
  return Object.fromEntries(named.map(([fact]) => [fact, true]))
}
