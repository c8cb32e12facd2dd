import { type Clinic, parseClinic } from '../../content/clinic.ts'
import { faulty } from '../../content/errors.ts'
import { accentFault } from '../web/widget/accent.ts'
import { readOnce } from './read-once.ts'

/** A clinic's file, checked whole: what it says, and whether its colour can be read on our pages. */
export const clinicOf = readOnce(checked)

function checked(path: string, text: string): Clinic {
  const clinic = parseClinic(path, text)
  const fault = clinic.colours && accentFault(clinic.colours.accent)
  if (fault) throw faulty(path, [`colours.accent: ${fault}`])
  return clinic
}
