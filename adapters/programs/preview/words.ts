import { catalogue, type Source } from '../../../content/catalogue.ts'
import type { Clinic } from '../../../content/clinic.ts'
import { ContentError } from '../../../content/errors.ts'
import { lint } from '../../../content/lint.ts'
import { lintLocales } from '../../../content/lint-locales.ts'
import { type Content, parse, type Slots } from '../../../content/template.ts'
import type { FactValues } from '../../../machines/contract.ts'
import { digest } from '../../files/content.ts'
import type { Spoken } from '../../preview/page.ts'

const SCREEN = /\/(ui|lexicon)\.yaml$/

/** Speaks the words of a state in every locale, sound or not, with what is wrong with them. */
export function speaker(sources: readonly Source[], clinic: Clinic, on: string) {
  const there = new Set(sources.map(({ path }) => path.split('/')[0] ?? ''))
  const locales = [...there].sort((one, other) => ofUsual(other) - ofUsual(one))
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const found = findingsOf(sources, on)
  return (id: string, known: FactValues = {}): readonly Spoken[] =>
    locales.flatMap((locale) => {
      const source = byPath.get(`${locale}/${id}.md`) ?? byPath.get(`${locale}/${id}.hbs`)
      if (!source) return []
      const own = found.filter(({ file }) => file === source.path)
      const faults = own.map(({ severity, rule, text }) => ({ severity, text: `${rule}: ${text}` }))
      return [{ locale, file: source.path, faults, ...rendered(source, clinic, known) }]
    })
}

/** The clinic's usual language comes first: the others are translations of it. */
const ofUsual = (locale: string) => Number(locale === 'en-GB')

type Fault = Spoken['faults'][number]

function rendered(
  { path, text }: Source,
  clinic: Clinic,
  known: FactValues,
): Pick<Spoken, 'text' | 'choices'> & { readonly faults?: readonly Fault[] } {
  try {
    const content = parse(path, text, digest)
    const labels = Object.entries(content.choices).map(([event, { label }]) => ({ event, label }))
    return { text: filled(content, { ...slotsOf(clinic), ...known }), choices: labels }
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    const faults = error.faults.map((fault) => ({ severity: 'error' as const, text: fault }))
    return { text: undefined, choices: [], faults }
  }
}

/** Every file that can be read at all is held to the rules, whatever stands in the others. */
function findingsOf(sources: readonly Source[], on: string) {
  const sound = sources.filter(({ path, text }) => SCREEN.test(path) || isSound(path, text))
  try {
    const words = catalogue(sound, digest)
    return [...lint(words, on), ...lintLocales(words)]
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return []
  }
}

function isSound(path: string, text: string): boolean {
  try {
    return parse(path, text, digest) !== undefined
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
    return false
  }
}

function slotsOf(clinic: Clinic): Slots {
  const nameOf = (id: string) => clinic.people.find((one) => one.id === id)?.name ?? clinic.name
  const lead = clinic.people.find(({ roles }) => roles.includes('safeguarding'))
  return {
    ...{ 'clinic-name': clinic.name, 'clinic-phone': clinic.phone },
    ...{ 'clinic-address': clinic.address, 'ico-number': clinic.ico.number },
    'out-of-hours-name': clinic.outOfHours.name,
    'out-of-hours-phone': clinic.outOfHours.phone,
    'questions-go-to': nameOf(clinic.questionsGoTo),
    'named-person-for-young-people': nameOf(clinic.namedPersonForYoungPeople),
    'safeguarding-person': lead?.name ?? clinic.name,
  }
}

/** What nobody has said yet stands there by its name. A slot tells by its fault what it takes. */
function filled(content: Content, slots: Slots, tries = content.slots.length + 1): string {
  try {
    return content.render(slots)
  } catch (error) {
    if (!(error instanceof ContentError) || tries === 0) throw error
    return filled(content, { ...slots, ...stoodInFor(error.faults) }, tries - 1)
  }
}

function stoodInFor(faults: readonly string[]): Slots {
  const named = faults.flatMap((fault) => {
    const [, slot = '', wrong = ''] = /slot (\S+) is (missing|not .*)$/.exec(fault) ?? []
    if (!slot) return []
    return [[slot, STAND_INS[wrong] ?? `[${slot}]`] as const]
  })
  return Object.fromEntries(named)
}

const STAND_INS: Readonly<Record<string, unknown>> = {
  'not a day': '2026-12-01',
  'not a moment': '2026-12-01T10:00:00.000Z',
  'not a list of texts': ['one thing', 'another'],
}
