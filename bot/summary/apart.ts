import type { Asks, Pathway } from '../../machines/contract.ts'
import { nameOf } from '../house.ts'
import { asksAt } from '../statechart.ts'
import type { Words } from '../words.ts'

/** The performer’s finding on the same matter: that there is none yet is nobody’s to read from this. */
const FINDINGS = new Set(['voluntariness-finding'])

/**
 * Whether a pathway asks anything in private. All of it is left out, who was there and that it was
 * put off included: a copy may be read by whoever the private part is about. `id` is of an opening
 * or of content: `voluntariness#1`, `voluntariness/company`.
 */
export function isApart(words: Words, id: string): boolean {
  const pathway = pathwayIn(words, id)
  if (!pathway) return false
  if (FINDINGS.has(nameOf(pathway.id)) || pathway.restricted) return true
  const { machine } = pathway
  return Object.keys(machine.states).some((state) => asksAt(machine, state)?.kind === 'private')
}

/** What is asked where these words are said, if anything is. */
export function asksIn(words: Words, content: string): Asks | undefined {
  const pathway = pathwayIn(words, content)
  const [, state = ''] = content.split('/')
  return pathway && asksAt(pathway.machine, state)
}

function pathwayIn({ house }: Words, id: string): Pathway | undefined {
  const [name] = id.split(/[#/@]/)
  return Object.values(house.pathways).find((one) => nameOf(one.id) === name)
}
