import { join } from 'node:path'
import { CandourError } from '../../bot/errors.ts'
import { draftsAllowed } from '../../content/signoff.ts'
import { type Environment, readSettings, settingFaults, type Settings } from '../config/env.ts'
import { CONTENT } from '../files/content.ts'
import { readKek } from '../keys/kek.ts'
import { readSecret } from '../openid/secret.ts'
import { readClinic } from './house.ts'
import { realInDemo } from './mode-of-data.ts'
import { draftFault, readFiles, signaturesOf } from './content.ts'
import { readSiteSecrets } from './site-secrets.ts'

type Faults = Readonly<Record<string, string>>

/**
 * What must hold before Candour starts: every setting, and a clinician's name under every word.
 * Whatever is wrong is told in one error, so that nobody puts faults right one start at a time.
 */
export function passStartGate(env: Environment): Settings {
  const place = { ...ofThePlace(env), ...mailSecret(env), ...siteSecrets(env) }
  const faults = { ...settingFaults(env), ...place, ...unsignedWords(env) }
  if (Object.keys(faults).length > 0) throw new CandourError('config/refused', faults)
  return readSettings(env)
}

/** What a demo does without: a clinic of its own whose people can sign in, and files to keep secrets in. */
function ofThePlace(env: Environment): Faults {
  const mode = env['CANDOUR_MODE'] || 'demo'
  if (mode === 'demo') return ofTheDemo(env)
  if (mode !== 'pilot' && mode !== 'production') return {}
  const { CANDOUR_SIGN_IN_SECRET_FILE: secret, CANDOUR_KEK_FILE: kek } = env
  const faults = {
    CANDOUR_SIGN_IN_SECRET_FILE: secret && secretFault(secret),
    CANDOUR_KEK_FILE: kek && kekFault(kek),
    CANDOUR_CLINIC_DIR: env['CANDOUR_CLINIC_DIR'] && clinicFault(env),
  }
  return Object.fromEntries(
    Object.entries(faults).flatMap(([name, fault]) => (fault ? [[name, fault]] : [])),
  )
}

/** Everybody signs in to a demo without a password: nobody in it may be real. */
function ofTheDemo({ CANDOUR_CLINIC_DIR: folder }: Environment): Faults {
  if (!folder) return {}
  try {
    const { madeUp, name } = readClinic(folder)
    return madeUp ? {} : { CANDOUR_MODE: realInDemo(name) }
  } catch (error) {
    return { CANDOUR_CLINIC_DIR: reasonOf(error) }
  }
}

function mailSecret({ CANDOUR_MAIL_PASSWORD_FILE: file }: Environment): Faults {
  const fault = file ? secretFault(file) : undefined
  return fault ? { CANDOUR_MAIL_PASSWORD_FILE: fault } : {}
}

function siteSecrets({ CANDOUR_SITE_SECRETS_FILE: file }: Environment): Faults {
  const read = file ? readSiteSecrets(file) : undefined
  return read && 'fault' in read ? { CANDOUR_SITE_SECRETS_FILE: read.fault } : {}
}

function secretFault(file: string): string | undefined {
  const read = readSecret(file)
  return 'fault' in read ? read.fault : undefined
}

const kekFault = (file: string) => told(() => void readKek(file))

function clinicFault(env: Environment): string | undefined {
  const { CANDOUR_CLINIC_DIR: folder = '', CANDOUR_SIGN_IN_ISSUER: issuer } = env
  return told(() => {
    const { madeUp, people } = readClinic(folder)
    if (madeUp) return 'is a made-up clinic: only a demo has one'
    if (!issuer) return undefined
    const known = people.some(({ signIn = [] }) => signIn.some((one) => one.issuer === issuer))
    return known ? undefined : 'nobody of the clinic has an account there: see signIn of its people'
  })
}

/** A fault that was found, or what stopped the search for one. */
function told(find: () => string | undefined | void): string | undefined {
  try {
    return find() ?? undefined
  } catch (error) {
    return reasonOf(error)
  }
}

/** Of a refusal the reason alone: it is told in another. */
function reasonOf(error: unknown): string {
  if (error instanceof CandourError && error.code === 'config/refused')
    return Object.values(error.details).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/** How many words are named here: a clinic that has signed none would read pages of them. */
const NAMED = 5

/**
 * By their ids, the words that nobody has signed as they are now, where a mode has none. First those
 * that somebody had signed before; and where the rest is told, if they are many.
 */
function unsignedWords(env: Environment): Faults {
  const mode = env['CANDOUR_MODE']
  if (mode !== 'production') return {}
  const words = readSignatures(env['CANDOUR_CLINIC_DIR'] || join(CONTENT, 'clinics'))
  if (typeof words === 'string') return { 'signoff.yaml': words }
  const drafts = words.filter(({ signature }) => signature === undefined)
  const allowed = draftsAllowed(
    mode,
    drafts.map(({ id }) => id),
  )
  if (allowed !== 'refused') return {}
  const first = drafts.toSorted((a, b) => b.earlier.length - a.earlier.length).slice(0, NAMED)
  const named = first.map((one) => [one.id, `is a draft: ${draftFault(one)}`] as const)
  const all = { words: `${drafts.length} are drafts. All of them: npm run content -- drafts` }
  return { ...Object.fromEntries(named), ...(drafts.length > NAMED ? all : {}) }
}

/** What cannot be read is signed by nobody. */
function readSignatures(clinicFolder: string) {
  try {
    const all = signaturesOf(readFiles(clinicFolder))
    return 'faults' in all ? all.faults.join('; ') : all
  } catch (error) {
    return reasonOf(error)
  }
}
