import { CandourError } from './errors.ts'
import type { Consultation, FactName, FactValue } from '../machines/contract.ts'
import type { Parts } from './case.ts'
import type { Cases } from './cases.ts'
import { values } from './work.ts'

type Earlier = FactValue<'earlier-health'>

/**
 * By question, what a person said of their health when they last told this clinic all of it. What
 * was erased is as if it had never been said; what was chosen from a list is asked as for the first time.
 */
export async function earlierHealth(
  { store }: Parts,
  cases: Cases,
  clinic: string,
  person: string,
): Promise<Earlier | undefined> {
  const rows = (await store.consultations(clinic)).filter((row) => row.person === person)
  const all: Consultation[] = []
  for (const { id } of rows) {
    const now = await readable(cases, id)
    if (now?.facts['health-told']) all.push(now)
  }
  const told = ({ facts }: Consultation) => facts['health-told']?.at ?? ''
  const last = all.sort((one, other) => (told(one) < told(other) ? -1 : 1)).at(-1)
  const words = last ? ownWords(last) : {}
  return Object.keys(words).length > 0 ? words : undefined
}

/** `undefined` when the key that opens it is gone, whatever is still remembered of it here. */
async function readable(cases: Cases, id: string): Promise<Consultation | undefined> {
  try {
    await cases.payloads(id)
    return (await cases.find(id))?.now
  } catch (error) {
    if (error instanceof CandourError && error.code === 'evidence/no-key') return undefined
    throw error
  }
}

const PLAIN = ['nothing', 'rather-in-person']
const PREFIX = 'health-'

function ownWords({ facts }: Consultation): Earlier {
  const said = Object.entries(values(facts)) as [FactName, unknown][]
  return Object.fromEntries(
    said.flatMap(([name, value]) => {
      const words = name.startsWith(PREFIX) && typeof value === 'string' && !PLAIN.includes(value)
      return words ? [[name.slice(PREFIX.length), value]] : []
    }),
  )
}
