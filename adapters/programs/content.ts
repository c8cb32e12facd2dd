/**
 * `npm run content` says what is wrong with the words, what is out of date, and what nobody has
 * signed. It ends with 1 when something must not be shown as it is. `npm run content -- drafts` names
 * each of those words in a line of its own, with what is to be signed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue, Source } from '../../content/catalogue.ts'
import type { Clinic } from '../../content/clinic.ts'
import { gathering } from '../../content/errors.ts'
import { type Finding, lint, lintText } from '../../content/lint.ts'
import { lintLocales } from '../../content/lint-locales.ts'
import {
  screensOf,
  SIGNOFF,
  type Signable,
  type SignedOff,
  signedOff,
  type Signoff,
} from '../../content/signoff.ts'
import type { Treatment } from '../../content/treatment.ts'
import { CLAUSES } from '../../machines/clauses/ids.ts'
import { rulesFor } from '../../machines/parameters/rules/packs.ts'
import { type Day, dayOf } from '../../machines/time.ts'
import { createClocks } from '../config/clocks.ts'
import { type Environment, readSettings } from '../config/env.ts'
import { CONTENT, digest, readWords } from '../files/content.ts'
import { clinicFileIn, clinicOf } from './clinic.ts'
import { catalogueOf, signoffOf, treatmentOf } from './read-once.ts'
import { print } from './print.ts'

/** All that is read, as text; nothing of it is known to be sound yet. */
export interface Files {
  readonly words: readonly Source[]
  readonly treatments: readonly Source[]
  readonly clinic: Source
  /** A clinic that has none has signed nothing. */
  readonly signoff: Source | undefined
}

interface Read {
  readonly words: Catalogue
  readonly treatments: readonly (Treatment & { readonly path: string; readonly digest: string })[]
  readonly clinic: Clinic
  readonly signoff: Signoff
  /** The lines around the questions, and the utterances that are understood. */
  readonly screens: readonly Signable[]
}

type Print = (line: string) => void

/** Prints all that is found on that day; answers the exit code. */
export function checkContent(files: Files, on: Day, print: Print): number {
  const read = readAll(files)
  if ('faults' in read) {
    section(print, 'Cannot be read', read.faults)
    return 1
  }
  const found = [
    ...lint(read.words, on),
    ...lintLocales(read.words),
    ...lintTreatments(read),
    ...unknownClauses(read.words),
  ]
  const dated = found.filter(({ rule }) => rule === 'review-overdue')
  const old = found.filter(({ rule }) => rule === 'reading-age')
  const rest = found.filter((finding) => !dated.includes(finding) && !old.includes(finding))
  const lapsed = outOfDate(read, on)
  const errors = rest.filter(({ severity }) => severity === 'error')
  section(print, 'Must not be shown', errors.map(told))
  section(print, 'Out of date', [...dated.map(told), ...lapsed])
  section(print, 'Rules to look at again', overdueRules(read.clinic, on))
  section(print, 'Advice', rest.filter(({ severity }) => severity === 'advice').map(told))
  section(print, 'Harder to read than at eleven', old.map(told))
  printDrafts(print, read)
  section(print, 'Other languages', translationDrafts(read))
  return errors.length + dated.length + lapsed.length > 0 ? 1 : 0
}

/** Each wording that somebody has to stand behind, and whether somebody does. */
export function signaturesOf(
  files: Files,
): readonly SignedOff[] | { readonly faults: readonly string[] } {
  const read = readAll(files)
  return 'faults' in read ? read : signaturesIn(read)
}

function readAll(files: Files): Read | { readonly faults: readonly string[] } {
  const { faults, kept } = gathering()
  const words = kept(() => catalogueOf(files.words))
  const treatments = files.treatments.map(({ path, text }) =>
    kept(() => ({ ...treatmentOf(path, text), path, digest: digest(text) })),
  )
  const clinic = kept(() => clinicOf(files.clinic.path, files.clinic.text))
  const { signoff: file } = files
  const signoff = file ? kept(() => signoffOf(file.path, file.text)) : []
  if (!words || !clinic || !signoff || faults.length > 0) return { faults }
  const screens = screensOf(files.words, digest)
  const known = treatments.filter((one) => one !== undefined)
  return { words, clinic, signoff, screens, treatments: known }
}

/** What a patient reads of a treatment; its name is read by the public as well. */
function lintTreatments({ treatments }: Read): Finding[] {
  return treatments.flatMap(({ path, digest: _, name, publicName, ...read }) => {
    const found = [
      ...lintText(publicName ?? name, 'public'),
      ...sentencesIn(read).flatMap((text) => lintText(text, 'personal').map(offeredElsewhere)),
    ]
    return found.map((finding) => ({ file: path, ...finding }))
  })
}

/** Every text of more than one word, wherever it stands. */
function sentencesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.includes(' ') ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(sentencesIn)
}

/** Alternatives are what others offer: of a treatment's options that is a fact, to be judged. */
function offeredElsewhere<found extends Omit<Finding, 'file'>>(finding: found): found {
  return finding.rule === 'promotion' ? { ...finding, severity: 'advice' } : finding
}

/** A clause that the register doesn't have explains nothing to whoever looks it up. */
function unknownClauses(words: Catalogue): Finding[] {
  return words.ids().flatMap((id) => {
    const { path, clauses } = words.get(id)
    const unknown = clauses.filter((clause) => !Object.hasOwn(CLAUSES, clause))
    return unknown.map((text): Finding => ({
      ...{ file: path, rule: 'unknown-clause', severity: 'error', text },
    }))
  })
}

function outOfDate({ treatments, clinic }: Read, on: Day): string[] {
  const lapsed = (what: string, until: string) => (until < on ? [`${what}: ${until}`] : [])
  return [
    ...treatments.flatMap(({ path, reviewed }) =>
      lapsed(`${path}: review-overdue`, reviewed.againBy),
    ),
    ...lapsed(`${clinic.name}: registration with the ICO`, clinic.ico.expires),
    ...clinic.people.flatMap(({ name, insurance }) =>
      insurance ? lapsed(`${name}: insurance`, insurance.until) : [],
    ),
  ]
}

function overdueRules({ place }: Clinic, on: Day): string[] {
  const rules = rulesFor(place, on)
  if (!rules) return [`${place}: there is no pack of rules for this place`]
  return rules.overdue.map(({ id, reviewBy }) => `${rules.pack}: ${id}: ${reviewBy}`)
}

function signaturesIn({ words, treatments, signoff, screens }: Read): readonly SignedOff[] {
  const told = treatments.map((one) => ({ id: `treatments/${one.id}`, digest: one.digest }))
  return signedOff(words, signoff, [...told, ...screensIn(screens, words.locale)])
}

const screensIn = (screens: readonly Signable[], locale: string) =>
  screens.filter(({ id }) => id.startsWith(`${locale.toLowerCase()}/`))

/** Of each other language, what nobody has signed in it: in production it is not offered before. */
function translationDrafts({ words, signoff, screens }: Read): string[] {
  return words.locales.slice(1).map((locale) => {
    const all = signedOff(words, signoff, screensIn(screens, locale), locale)
    const drafts = all.filter(({ signature }) => signature === undefined)
    return `${locale}: ${drafts.length} of ${all.length} are drafts`
  })
}

function printDrafts(print: Print, read: Read): void {
  const { signoff, clinic } = read
  const all = signaturesIn(read)
  const drafts = all.filter(({ signature }) => signature === undefined)
  const changed = drafts.filter(({ earlier }) => earlier.length > 0)
  section(print, 'Changed since it was signed', changed.map(earlierWording))
  const names = new Set(clinic.people.map(({ name }) => name))
  const strangers = signoff.filter(({ by }) => !names.has(by))
  section(
    print,
    'Signed by nobody who works here',
    strangers.map(({ content, by }) => `${content}: ${by}`),
  )
  section(print, `Drafts: ${drafts.length} of ${all.length}`, byFolder(drafts))
}

function earlierWording({ id, earlier }: SignedOff): string {
  return `${id}: ${earlier.map(({ by, on }) => `${by} on ${on}`).join(', ')}`
}

function byFolder(drafts: readonly SignedOff[]): string[] {
  const folders = Map.groupBy(drafts, ({ id }) => id.split('/')[0] ?? id)
  return [...folders].map(
    ([folder, all]) => `${folder}: ${all.map(({ id }) => id.slice(folder.length + 1)).join(', ')}`,
  )
}

function told({ file, rule, text }: Finding): string {
  return `${file}: ${rule}: ${text}`
}

function section(print: Print, title: string, lines: readonly string[]): void {
  print(lines.length === 0 ? `${title}: nothing` : title)
  for (const line of lines) print(`  ${line}`)
}

/** What is on disk, with the clinic of that folder. */
export function readFiles(clinicFolder = join(CONTENT, 'clinics')): Files {
  const file = (path: string) => ({
    path: path.slice(path.lastIndexOf('/') + 1),
    text: readFileSync(path, 'utf8'),
  })
  const yaml = (folder: string) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml') && name !== SIGNOFF)
      .sort()
  const clinic = clinicFileIn(clinicFolder)
  const treatments = join(CONTENT, 'treatments')
  const signoff = join(clinicFolder, SIGNOFF)
  return {
    words: readWords(),
    treatments: yaml(treatments).map((name) => ({
      ...{ path: `treatments/${name}`, text: file(join(treatments, name)).text },
    })),
    clinic: file(join(clinicFolder, clinic)),
    signoff: existsSync(signoff) ? file(signoff) : undefined,
  }
}

/** What is to be signed, and who had signed it in other words. */
export function draftFault({ digest, earlier }: SignedOff): string {
  const before = earlier.map(({ by, on }) => ` It was signed in other words by ${by} on ${on}.`)
  return `nobody has signed ${digest}.${before.join('')}`
}

function listDrafts(files: Files, print: Print): number {
  const all = signaturesOf(files)
  if ('faults' in all) throw new Error(all.faults.join('\n'))
  const drafts = all.filter(({ signature }) => signature === undefined)
  for (const one of drafts) print(`${one.id}: ${draftFault(one)}`)
  if (drafts.length === 0) print('Every word is signed as it is.')
  return 0
}

/** The whole program. */
export function content(env: Environment, print: Print, [what, ...rest]: readonly string[] = []) {
  if (rest.length > 0 || (what !== undefined && what !== 'drafts'))
    throw new Error('Use: npm run content [-- drafts]')
  const files = readFiles(readSettings(env).clinicDir)
  if (what) return listDrafts(files, print)
  return checkContent(files, dayOf(createClocks().wall()), print)
}

if (import.meta.main) {
  try {
    process.exitCode = content(process.env, print, process.argv.slice(2))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
