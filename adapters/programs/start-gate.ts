import { join } from 'node:path'
import { CandourError } from '../../bot/errors.ts'
import { draftsAllowed } from '../../content/signoff.ts'
import { type Environment, readSettings, settingFaults, type Settings } from '../config/env.ts'
import { CONTENT } from '../files/content.ts'
import { readFiles, signaturesOf } from './content.ts'

type Faults = Readonly<Record<string, string>>

/**
 * What must hold before Candour starts: every setting, and a clinician's name under every word.
 * Whatever is wrong is told in one error, so that nobody puts faults right one start at a time.
 */
export function passStartGate(env: Environment): Settings {
  const faults = { ...settingFaults(env), ...unsignedWords(env) }
  if (Object.keys(faults).length > 0) throw new CandourError('config/refused', faults)
  return readSettings(env)
}

/** By their ids, the words that nobody has signed as they are now, where a mode has none. */
function unsignedWords(env: Environment): Faults {
  const mode = env['CANDOUR_MODE']
  if (mode !== 'production') return {}
  const all = readSignatures(env['CANDOUR_CLINIC_DIR'] || join(CONTENT, 'clinics'))
  if (typeof all === 'string') return { 'signoff.yaml': all }
  const drafts = all.filter(({ signature }) => signature === undefined)
  const allowed = draftsAllowed(
    mode,
    drafts.map(({ id }) => id),
  )
  if (allowed !== 'refused') return {}
  return Object.fromEntries(
    drafts.map(({ id, digest, earlier }) => {
      const before = earlier.map(({ by, on }) => ` It was signed in other words by ${by} on ${on}.`)
      return [id, `is a draft: nobody has signed ${digest}.${before.join('')}`]
    }),
  )
}

/** What cannot be read is signed by nobody. */
function readSignatures(clinicFolder: string) {
  try {
    const all = signaturesOf(readFiles(clinicFolder))
    return 'faults' in all ? all.faults.join('; ') : all
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
