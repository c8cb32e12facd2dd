import type { OpenClinic, PatientAt } from '../support/clinic.ts'
import { staff } from '../support/clinic.ts'

/** Where a transcript stands. */
export interface Scene {
  clinic: OpenClinic
  patient: PatientAt
  /** How many activities there were before the patient's last line. */
  heard: number
  /** What the desk's last line was told, when it was refused. */
  refusal: string | undefined
  /** A screen to hold another one against. */
  remembered: string | undefined
}

export async function idOf({ patient, clinic }: Scene): Promise<string> {
  const id = await patient.consultation()
  if (id) return id
  const all = await clinic.store.consultations('demo')
  return all[0]?.id ?? ''
}

export const look = async (scene: Scene, viewer = staff('auditor')) =>
  scene.clinic.desk.look(viewer, await idOf(scene))
