import { hkdfSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCandour, type Candour } from '../../bot/candour.ts'
import type { Parts } from '../../bot/case.ts'
import type { Gap } from '../../bot/evidence/log/epoch.ts'
import type { RunningLog } from '../../bot/evidence/log/log.ts'
import type { Chance, Clocks, Place, Press, Store } from '../../bot/ports.ts'
import { createWords, houseOf, type Words } from '../../bot/words.ts'
import { bundleDigest, type Catalogue, onDemand, type Source } from '../../content/catalogue.ts'
import type { Clinic } from '../../content/clinic.ts'
import { offeredLocales, screensOf, SIGNOFF, type Signoff } from '../../content/signoff.ts'
import { JOURNEYS, PATHWAYS } from '../../machines/index.ts'
import type { Settings } from '../config/env.ts'
import { CONTENT, digest, isTreatment, readBundle } from '../files/content.ts'
import { readMachines, readPageMaker } from '../files/machines.ts'
import { clinicFileIn, clinicOf } from './clinic.ts'
import { openData } from './data.ts'
import { refuseRealInDemo, settleMode } from './mode-of-data.ts'
import { withRoom } from '../place/with-room.ts'
import {
  type Around,
  erasuresPlace,
  type LogSettings,
  openTheLog,
  secondPlace,
} from './open-log.ts'
import { catalogueOf, signoffOf, treatmentOf } from './read-once.ts'

export interface House {
  readonly candour: Candour
  readonly clinic: Clinic
  readonly words: Words
  readonly clocks: Clocks
  readonly chance: Chance
  readonly store: Store
  readonly log: RunningLog
  /** A demo’s log began with this start. */
  readonly logBegan: boolean
  /** Records that are missing: nothing is added until somebody decides to go on without. */
  readonly gap?: Gap
  /** Of a PostgreSQL: its version, and what an acknowledged turn survives. */
  readonly standing?: { readonly version: string; readonly grade: string }
  /** A text beside the keys that all who run on one store share; without it, a folder has it. */
  readonly place?: (name: string) => Place
  /** 32 bytes for one use, which outlive a restart and are kept nowhere. */
  secret(use: string): Uint8Array
  close(): Promise<void>
}

/** Everything behind the channels, wired once for every program. */
export async function openHouse(
  settings: Pick<Settings, 'kekFile' | 'clinicDir' | 'mode'> &
    Partial<Pick<Settings, 'postgres'>> &
    LogSettings,
  onFatal?: (error: Error) => void,
  trouble?: Parts['trouble'],
  unseen?: Around['trouble'],
): Promise<House> {
  const clinic = readClinic(settings.clinicDir ?? join(CONTENT, 'clinics'))
  refuseRealInDemo(settings.mode, clinic)
  const data = await openData(settings, clinic.id, onFatal)
  await settleMode(data, settings).catch(async (error: unknown) => {
    await data.close()
    throw error
  })
  const { store, keys, kek, chance, clocks, place, standing } = data
  const { words, library } = await openWords(store, clinic, offeredIn(settings))
  const around = { store, keys, clocks, chance, clinic, place, trouble: unseen }
  const { log, began, gap } = await openTheLog(settings, around)
  const parts: Parts = {
    ...{ store, keys, clocks, chance, words, library, log, packing: { log, press } },
    erasures: withRoom(erasuresPlace(settings, clinic.id, place), store),
    lengthened: withRoom(secondPlace(settings, `${clinic.id}-reflection`, place), store),
    ...(gap ? { gap } : {}),
    ...(trouble ? { trouble } : {}),
  }
  return {
    candour: createCandour(parts, {
      ...{ clinic: clinic.id, journey: 'treatment@1', mode: settings.mode },
      given: givenBy(clinic),
    }),
    ...{ clinic, words, clocks, chance, store, log, logBegan: began },
    ...(gap ? { gap } : {}),
    ...(standing ? { standing } : {}),
    ...(place ? { place } : {}),
    secret: (use) => new Uint8Array(hkdfSync('sha256', kek, '', `candour/${use}/v1`, 32)),
    close: data.close,
  }
}

/** Fonts and all are read when something is first printed. */
const press: Press = {
  pdf: async (page) => (await import('../pdf/press.ts')).createPress().pdf(page),
}

/** The words of today, kept for those who begin with them, and those of earlier bundles. */
async function openWords(store: Store, clinic: Clinic, offered: Offered) {
  const sources = readBundle()
  const words = wordsOf(sources, clinic, offered)
  await store.keepBundle(words.digest, JSON.stringify(sources))
  await store.keepBundle(words.machines, JSON.stringify(readMachines()))
  const known = new Map<string, Words>()
  const library: NonNullable<Parts['library']> = async (wanted) => {
    const kept = known.get(wanted) ?? (await fromBundle(store, clinic, wanted, offered))
    if (kept) known.set(wanted, kept)
    return kept
  }
  return { words, library }
}

async function fromBundle(store: Store, clinic: Clinic, wanted: string, offered: Offered) {
  const bundle = await store.bundle(wanted)
  const words = bundle && wordsOf(JSON.parse(bundle) as Source[], clinic, offered)
  return words && words.digest === wanted ? words : undefined
}

/** Which languages of a bundle a patient may choose. */
type Offered = (words: Catalogue, sources: readonly Source[]) => readonly string[]

/** By the signatures of today, whenever the words were written. */
function offeredIn({ clinicDir, mode }: Pick<Settings, 'clinicDir' | 'mode'>): Offered {
  const signoff = readSignoff(clinicDir ?? join(CONTENT, 'clinics'))
  return (words, sources) => offeredLocales(mode, words, signoff, screensOf(sources, digest))
}

function readSignoff(folder: string): Signoff {
  const path = join(folder, SIGNOFF)
  return existsSync(path) ? signoffOf(SIGNOFF, readFileSync(path, 'utf8')) : []
}

export function wordsOf(
  sources: readonly Source[],
  clinic: Clinic,
  offered: Offered = ({ locales }) => locales,
): Words {
  const { words, treatments } = readSources(sources)
  const whole = { ...words, digest: bundleDigest(sources, digest) }
  const locales = offered(words, sources)
  return createWords(whole, clinic, digest, machines, treatments, locales)
}

/** What decides, with these words: enough to take recorded commands again. */
export function decidingOf(sources: readonly Source[]) {
  const words = sources.filter((one) => !isTreatment(one))
  return houseOf(onDemand(words, digest), digest, machines, treatmentsIn(sources))
}

function readSources(sources: readonly Source[]) {
  const words = sources.filter((one) => !isTreatment(one))
  return { words: catalogueOf(words), treatments: treatmentsIn(sources) }
}

const treatmentsIn = (sources: readonly Source[]) =>
  sources.filter(isTreatment).map(({ path, text }) => treatmentOf(path, text))

/** The statecharts that run here, and the digest of their sources. */
export const machines = {
  ...{ pathways: PATHWAYS, journeys: JOURNEYS },
  digest: bundleDigest(readMachines(), digest),
  /** Another one as soon as anything that the wording of a readable page hangs on is another. */
  engine: `candour@0.1.0+${bundleDigest(readPageMaker(), digest).slice(0, 32)}`,
}

/** What is known of every consultation before anybody says anything. */
export function givenBy({ place, policies }: Clinic): Record<string, unknown> {
  const hours = policies.reflectionHours
  return { 'place-of-treatment': place, ...(hours ? { 'reflection-hours': hours } : {}) }
}

/** The one clinic of a folder; its file is checked whole. */
export function readClinic(folder: string): Clinic {
  const file = clinicFileIn(folder)
  return clinicOf(file, readFileSync(join(folder, file), 'utf8'))
}
