import type { Consultation, KnownFacts, Open } from '../machines/contract.ts'
import { nameOf } from './house.ts'
import { asksAt } from './statechart.ts'
import { values } from './work.ts'
import type { Words } from './words.ts'

interface InPrivate {
  /** The consultation with what only safeguarding may read. */
  readonly apart: Consultation
  readonly labelled: Open
}

/** A restricted pathway, with what it reads in the words that the patient picked. */
export function inPrivate(words: Words, now: Consultation, open: Open): InPrivate {
  const said = privateWords(words, now)
  const context = { ...(open.snapshot.context as object), ...values(said) }
  return {
    apart: { ...now, facts: { ...now.facts, ...said } },
    labelled: { ...open, snapshot: { ...open.snapshot, context } },
  }
}

/** What was said in private as it was read: a picked option by its label, own words as they are. */
function privateWords(words: Words, now: Consultation): KnownFacts {
  const { house, catalogue } = words
  const labels = new Map<string, string>()
  for (const { id, machine } of Object.values(house.pathways)) {
    for (const state of Object.keys(machine.states)) {
      const asks = asksAt(machine, state)
      if (asks?.kind !== 'private') continue
      const { choices } = catalogue.get(`${nameOf(id)}/${state}`)
      for (const option of asks.options) {
        labels.set(`${asks.fact} ${option}`, choices[option]?.label ?? option)
      }
    }
  }
  const said = Object.entries(now.restricted.facts).map(([name, known]) => {
    const picked = typeof known.value === 'string' && labels.get(`${name} ${known.value}`)
    const value = picked || known.value
    return [name, { ...known, value }]
  })
  return Object.fromEntries(said) as KnownFacts
}
