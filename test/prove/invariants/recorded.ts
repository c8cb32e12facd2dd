/** What is on record is what happened, and who has gone is left alone. */
import type { Consultation, FactName } from '../../../machines/contract.ts'
import { known, type OfJourney, type Taken, yearsOn, dayIn } from './step.ts'

const over = ({ state }: Consultation) => state === 'withdrawn' || state === 'refused'

const keysIn = ({ open, closed }: Consultation): readonly string[] =>
  [...open, ...closed].map(({ key }) => key)

/** Of the patient's records alone; those of the restricted stream count for themselves. */
const recorded = ({ drafts }: Taken) => drafts?.open !== undefined

export const RECORDED: readonly OfJourney[] = [
  {
    id: 'D7',
    says: 'the record names every question that was begun',
    when: recorded,
    then: ({ before, after, drafts }) => {
      const had = new Set([...keysIn(before), ...(drafts?.open?.opened ?? [])])
      return keysIn(after).every((key) => had.has(key))
    },
  },
  {
    id: 'D7',
    says: 'the record has every fact that changed, and how it stands after',
    when: recorded,
    then: ({ before, after, drafts }) => {
      const { facts = {}, retracted = [] } = drafts?.open ?? {}
      const names = Object.keys({ ...before.facts, ...after.facts }) as FactName[]
      return names.every((name) => {
        const [was, is] = [before.facts[name]?.value, after.facts[name]?.value]
        if (alike(was, is)) return true
        return is === undefined ? retracted.includes(name) : alike(facts[name], is)
      })
    },
  },
  {
    id: 'D7',
    says: 'each record is the next of its stream, and no other is counted',
    when: ({ drafts }) => drafts !== undefined,
    then: ({ before, after, drafts }) =>
      after.seq === before.seq + (drafts?.open ? 1 : 0) &&
      after.restricted.seq === before.restricted.seq + (drafts?.restricted ? 1 : 0),
  },
  {
    id: 'D8',
    says: 'nothing is asked of who has withdrawn or was refused',
    when: ({ after }) => over(after),
    then: ({ after }) => after.open.length === 0,
  },
  {
    id: 'I22',
    says: 'who was refused may still withdraw, so that it is their own no',
    when: ({ before, command }) =>
      before.state === 'refused' &&
      command.act.type === 'withdraw' &&
      command.by.role === 'patient',
    then: ({ after }) => after.state === 'withdrawn',
  },
  {
    id: 'I2',
    says: 'who is 18 today and on the day is not turned away for their age',
    when: ({ before, command }) => command.act.type === 'plan' && before.state === 'active',
    then: ({ after, command, refused }) => {
      const birth = known(after)['date-of-birth'] ?? ''
      const on = command.act.type === 'plan' ? command.act.plan.date : ''
      const adult = [dayIn(command.at), on].every((day) => yearsOn(birth, day) >= 18)
      if (refused) return !adult || !refused.detail.startsWith('nobody under')
      return !adult || after.facts.plan !== undefined
    },
  },
]

function alike(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
