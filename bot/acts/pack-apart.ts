import type { Act, PackAsked, Role } from '../../machines/commands.ts'
import { patch, refuse, type Work } from '../work.ts'
import { apart } from './apart.ts'

type PackAct = Extract<Act, { type: 'ask-restricted-pack' | 'restricted-pack' }>

/** Whoever reads the restricted stream. */
const READERS: readonly Role[] = ['safeguarding', 'auditor']

export const isRestrictedPack = (act: Act): act is PackAct =>
  act.type === 'ask-restricted-pack' || act.type === 'restricted-pack'

/** Two people who may read it, one after the other; only the restricted stream knows of it. */
export function packApart(work: Work, act: PackAct): void {
  const { by } = work.command
  if (!READERS.includes(by.role)) refuse('not-you', `${act.type} is not for the ${by.role}`)
  const { packs: known = [], ...restricted } = work.now.restricted
  const packs =
    act.type === 'restricted-pack' ? made(work, known, act.asked) : asked(work, known, act)
  patch(work, { restricted: { ...restricted, packs } })
  work.alone = apart(work, () => {})
}

type Packs = readonly PackAsked[]

function asked(
  { command: { by, at } }: Work,
  known: Packs,
  act: Extract<PackAct, { reason: string }>,
): Packs {
  return [...known, { id: `pack-${known.length + 1}`, by, at, reason: act.reason }]
}

function made({ command: { by, at } }: Work, known: Packs, id: string): Packs {
  const found = known.find((one) => one.id === id && !one.made)
  if (!found) return refuse('not-asked', id)
  if (found.by.id === by.id) refuse('not-you', 'another person than the one who asked makes it')
  return known.map((one) => (one === found ? { ...one, made: { by, at } } : one))
}
