import type { Clinic } from './clinic.ts'
import { day } from './helpers.ts'
import { optionWords, reflectionHoursOf, riskSlots, withdrawingWords } from './treatment-slots.ts'
import type { Treatment } from './treatment.ts'
import { fill } from './ui.ts'

/** One page to keep: plain words, for whoever renders or prints it. */
export interface WrittenPack {
  readonly title: string
  readonly sections: readonly PackSection[]
}

export interface PackSection {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly list?: readonly string[]
}

/** The lines of the screen, of which the pack takes those named `pack-…`. */
export type PackWords = Readonly<Record<string, string>>

/** The written pack about one treatment, with all that the chat tells of it. */
export function writtenPack(treatment: Treatment, clinic: Clinic, words: PackWords): WrittenPack {
  const line = lines(words)
  return {
    title: line('title', { treatment: treatment.name }),
    sections: [
      { heading: line('about'), paragraphs: [treatment.what, treatment.hopedFor] },
      ...risksOf(treatment, line),
      {
        ...{ heading: line('options'), paragraphs: [line('options-lead')] },
        list: treatment.options.map(optionWords),
      },
      { heading: line('feelings'), paragraphs: [], list: [...treatment.emotionalImpact] },
      { heading: line('aftercare'), paragraphs: [], list: [...treatment.aftercare] },
      costsOf(treatment, line),
      timeOf(treatment, clinic, line),
      helpOf(clinic, line),
      aboutUs(clinic, line),
      versionOf(treatment, line),
    ],
  }
}

type Line = (name: string, values?: Readonly<Record<string, string | number>>) => string

/** Throws where a line is not there: a page with a hole in it is given to nobody. */
function lines(words: PackWords): Line {
  return (name, values = {}) => fill(words[`pack-${name}`] ?? `{pack-${name}}`, values)
}

function risksOf(treatment: Treatment, line: Line): PackSection[] {
  const slots = riskSlots(treatment)
  const unknown = treatment.risks.some(({ frequency }) => frequency === undefined)
  const section = (name: string, list: readonly string[], ...paragraphs: string[]) => ({
    ...{ heading: line(name), paragraphs },
    list,
  })
  return [
    section('serious', slots['serious-risks'], line('serious-lead')),
    section('side-effects', slots['risks-side-effects']),
    section('complications', slots['risks-complications']),
    section('failure', slots['risks-of-failure']),
    section('doing-nothing', slots['risks-of-doing-nothing']),
    ...(unknown ? [{ heading: line('how-often'), paragraphs: [line('how-often-words')] }] : []),
  ]
}

function costsOf(treatment: Treatment, line: Line): PackSection {
  const { treatment: price, followUp, revision } = treatment.costs
  return {
    ...{ heading: line('costs'), paragraphs: [price] },
    list: [...withdrawingWords(treatment), followUp, revision],
  }
}

function timeOf(treatment: Treatment, clinic: Clinic, line: Line): PackSection {
  const hours = reflectionHoursOf(treatment, clinic)
  const whole = hours % 24 === 0 && hours > 24
  const least = whole ? line('time-days', { days: hours / 24 }) : line('time-hours', { hours })
  return { heading: line('time'), paragraphs: [least, line('time-yours')] }
}

function helpOf(clinic: Clinic, line: Line): PackSection {
  const { outOfHours, phone, crisisLines } = clinic
  const ring = { 'clinic-phone': phone, name: outOfHours.name, phone: outOfHours.phone }
  return {
    ...{
      heading: line('help'),
      paragraphs: [line('help-words', ring), clinic.complicationReporting],
    },
    list: crisisLines.map((one) => line('crisis', one)),
  }
}

function aboutUs({ name, address, interests, complaints }: Clinic, line: Line): PackSection {
  return { heading: line('clinic', { name, address }), paragraphs: [interests, complaints] }
}

function versionOf({ reviewed }: Treatment, line: Line): PackSection {
  const checked = { on: day(reviewed.on), 'again-by': day(reviewed.againBy) }
  return { heading: line('version'), paragraphs: [line('version-words', checked)] }
}
