import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONTENT } from '../../adapters/files/content.ts'
import { parseClinic } from '../../content/clinic.ts'
import type { Actor, Role } from '../../machines/commands.ts'

const clinicFile = join(CONTENT, 'clinics/demo.yaml')
export const demoClinic = parseClinic(clinicFile, readFileSync(clinicFile, 'utf8'))

export function staff(role: Role, id = STAFF[role] ?? 'nadia-okafor'): Actor {
  const name = demoClinic.people.find((one) => one.id === id)?.name ?? id
  return { id, role, name, assurance: 'demo-sign-in' }
}
const STAFF: Partial<Record<Role, string>> = {
  reception: 'tomasz-brightwell',
  safeguarding: 'farida-lyle',
  auditor: 'osei-marchetti',
  administrator: 'gwen-tarrant',
}
