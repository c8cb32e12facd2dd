/** Asks the gates of the journey what they would let through. */
import type { FactValues, Gate, Known, Stage } from '../../machines/contract.ts'
import { treatment } from '../../machines/journeys/treatment.ts'
import { NOON } from './follow.ts'

export const knowing = (facts: FactValues, questionsOpen = 0): Known => ({
  facts,
  team: {},
  questionsOpen,
  at: NOON,
})

export const stage = (name: string): Stage => {
  const found = treatment.stages.find((one) => one.name === name)
  if (!found) throw new Error(`no stage ${name}`)
  return found
}

const gate = (of: string, name: string): Gate => {
  const { entry, gates } = stage(of)
  const found = [...entry, ...gates].find((one) => one.name === name)
  if (!found) throw new Error(`no gate ${name} at ${of}`)
  return found
}

export const met = (of: string, name: string, facts: FactValues, questionsOpen = 0) =>
  gate(of, name).met(knowing(facts, questionsOpen))

export const opens = (of: string, facts: FactValues) =>
  stage(of)
    .opens.filter(({ when }) => when(knowing(facts)))
    .map(({ pathway }) => pathway)
