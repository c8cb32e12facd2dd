import type { AnyStateMachine } from 'xstate'
import { z } from 'zod'
import type { Clinic } from '../../content/clinic.ts'
import { day, time } from '../../content/helpers.ts'
import { isDay } from '../../machines/time.ts'
import { FACTS } from '../../machines/facts.ts'
import type { FactName, FactValue } from '../../machines/contract.ts'
import type { House } from '../house.ts'
import { asksAt, events } from '../statechart.ts'
import type { Words } from '../words.ts'

const AS_THEY_ARE: Readonly<Record<string, string>> = {
  'pre-consultation': 'Pre-consultation',
  '16-17': '16 or 17',
  'under-16': 'Under 16',
}

/** `gp-permission` as a person reads it. */
export function humanise(name: string): string {
  const words = AS_THEY_ARE[name] ?? name.replaceAll('-', ' ').replace(/\bgp\b/g, 'GP')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The same inside a sentence. */
export function inSentence(name: string): string {
  const words = humanise(name)
  return words.startsWith('GP') ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

export function factLabel(words: Words, name: string): string {
  return words.catalogue.ui[`fact-${name}`] ?? humanise(name)
}

export function gateLabel(words: Words, name: string): string {
  return words.catalogue.ui[`gate-${name}`] ?? humanise(name)
}

type Spoken = { readonly [name in FactName]?: (words: Words, value: FactValue<name>) => string }

/** Facts that read better as a sentence than as a list of their parts. */
const SPOKEN: Spoken = {
  signature: (_, { name, at }) => `Signed by ${name}, ${time(at)}`,
  'reconfirmed-on': (words, { day: on, by }) => `On ${day(on)}, with ${inWords(words, by)}`,
  'outside-assessment': (_, { by, words }) => `${by}: ${words}`,
  'help-needed': (words, value) => helpNeeded(words, value).join(', ') || 'None',
}

/** The value of that fact in one line. */
export function factInWords(words: Words, name: string, value: unknown): string {
  const say = SPOKEN[name as FactName] as ((words: Words, value: unknown) => string) | undefined
  return say ? say(words, value) : inWords(words, value)
}

/** What makes things easier for a patient, as they read it when they chose it. */
export function helpNeeded({ catalogue }: Words, chosen: readonly string[]): readonly string[] {
  const { choices } = catalogue.get('welcome/help-needed')
  return chosen.map((id) => choices[id]?.label ?? humanise(id))
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?Z$/

/** A value in one line. */
export function inWords(words: Words, value: unknown): string {
  if (value === true) return 'Yes'
  if (Array.isArray(value)) return value.map((one) => inWords(words, one)).join(', ') || 'None'
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(
      ([key, one]) => `${humanise(key)}: ${inWords(words, one)}`,
    )
    return parts.join('; ')
  }
  const text = String(value)
  if (isDay(text)) return day(text)
  if (INSTANT.test(text) && isDay(text.slice(0, 10))) return time(text)
  const member = words.clinic.people.find(({ id }) => id === text)
  if (member) return member.name
  const premises = words.clinic.premises.find(({ id }) => id === text)
  if (premises) return premises.name
  return isOurs(words.house, text) ? humanise(text) : text
}

const ours = new WeakMap<House, ReadonlySet<string>>()

/** What somebody typed stays as it is, also where it looks like a name of ours: co-codamol. */
function isOurs(house: House, text: string): boolean {
  const known = ours.get(house) ?? new Set(identifiersIn(house))
  ours.set(house, known)
  return known.has(text)
}

/** Whatever a fact of ours may hold by name: what can be chosen, and what outcomes are called. */
function identifiersIn({ pathways }: House): readonly string[] {
  const listed = Object.values(FACTS).flatMap((schema) =>
    schema instanceof z.ZodEnum ? schema.options : [],
  )
  const chosen = Object.values(pathways).flatMap(({ machine, outcomes }) => [
    ...Object.keys(outcomes),
    ...Object.keys(machine.states).flatMap((state) => [state, ...chosenAt(machine, state)]),
  ])
  return [...listed.map(String), ...chosen]
}

function chosenAt(machine: AnyStateMachine, state: string): readonly string[] {
  const asks = asksAt(machine, state)
  return [...events(machine, state), ...(asks && 'options' in asks ? asks.options : [])]
}

export function who(by: { id: string; role: string; name?: string | undefined }): string {
  if (by.role === 'patient') return 'The patient'
  if (by.role === 'system') return 'Candour'
  return by.name ?? by.id
}

/** Who talks with somebody under 18 before anything else. */
export const namedPersonIn = ({ people, namedPersonForYoungPeople }: Clinic): string =>
  people.find(({ id }) => id === namedPersonForYoungPeople)?.name ?? 'a named person'
