import { readdirSync } from 'node:fs'
import { CandourError } from '../../bot/errors.ts'
import { type Clinic, parseClinic } from '../../content/clinic.ts'
import { faulty } from '../../content/errors.ts'
import { accentFault } from '../web/widget/accent.ts'
import { readOnce } from './read-once.ts'

/** A clinic's file, checked whole: what it says, and whether its colour can be read on our pages. */
export const clinicOf = readOnce(checked)

/** The one file of a clinic's folder, by its name. */
export function clinicFileIn(folder: string): string {
  const [file, ...more] = namesIn(folder).filter((name) => /^(?!signoff\.).*\.yaml$/.test(name))
  if (!file || more.length > 0) throw refused(`${folder} must hold one clinic's file`)
  return file
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw refused(code === 'ENOENT' ? `there is no ${folder}` : `${folder} is no folder (${code})`)
  }
}

const refused = (why: string) => new CandourError('config/refused', { CANDOUR_CLINIC_DIR: why })

function checked(path: string, text: string): Clinic {
  const clinic = parseClinic(path, text)
  const fault = clinic.colours && accentFault(clinic.colours.accent)
  if (fault) throw faulty(path, [`colours.accent: ${fault}`])
  return clinic
}
