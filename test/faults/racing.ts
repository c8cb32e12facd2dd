import { setTimeout as pause } from 'node:timers/promises'
import { type Houses, withHouses } from './open-houses.ts'
import { type Message, Patient, type Sent } from './patient.ts'
import { randomOf } from './random.ts'
import { count } from './talking.ts'
import type { Trials } from './campaign.ts'

/** Three instances, somebody who talks to them, and what a trial needs of chance. */
export interface Race {
  readonly houses: Houses
  readonly patient: Patient
  readonly trial: number
  readonly random: () => number
  /** The address of one of the instances. */
  any(): string
}

export interface Racing {
  readonly many: number
  readonly seed: number
  readonly sabotage?: string | undefined
  /** How many trials somebody takes part in before another comes; they have answered so much then. */
  readonly trialsEach: number
  readonly answered: number
  /** See `Talking`. */
  readonly later?: number
  /** Answers what was not as promised. It counts itself what `patient.taken` is to be. */
  readonly trial: (race: Race) => Promise<readonly string[]>
}

/** So many trials on three instances, and then whether every record is there once, and verifies. */
export function races(options: Racing): Promise<Trials> {
  const { many, seed, trialsEach, answered, sabotage } = options
  // A sabotage that was noticed once need not be noticed again.
  const enough = sabotage === undefined ? Infinity : 1
  return withHouses(3, sabotage, {}, async (houses) => {
    const random = randomOf(seed)
    const any = () => (houses.all[Math.floor(random() * 3)] as { url: string }).url
    const failures: string[] = []
    const patients: Patient[] = []
    for (let trial = 0; trial < many && failures.length < enough; trial += 1) {
      if (trial % trialsEach === 0) {
        patients.push(new Patient(any, `patient ${patients.length}`, options.later))
        await patients.at(-1)?.begin()
        await patients.at(-1)?.answer(answered)
      }
      const patient = patients.at(-1) as Patient
      const found = await options.trial({ houses, patient, trial, random, any })
      failures.push(...found.map((what) => `trial ${trial}: ${what}`))
    }
    if (failures.length >= enough) return { trials: many, failures }
    return { trials: many, failures: [...failures, ...(await atLast(houses, patients))] }
  })
}

export async function atLast(houses: Houses, patients: readonly Patient[]): Promise<string[]> {
  const { code, said } = await houses.verify()
  const { lost, doubled } = await count(said, patients, houses.settings)
  return [
    ...(lost > 0 ? [`${lost} records are missing`] : []),
    ...(doubled > 0 ? [`${doubled} records are there that should not be`] : []),
    ...(code === 0 ? [] : [`what is there does not verify: ${said.slice(-200)}`]),
  ]
}

const TRIES = 20

/** As a client does: what was not taken, since somebody else was faster, is sent again. */
export async function insist(patient: Patient, at: string, message: Message): Promise<Sent> {
  for (let tries = 1; ; tries += 1) {
    const sent = await patient.sendTo(at, message)
    if (sent.status !== 503 || tries === TRIES) return sent
    await pause(20)
  }
}
