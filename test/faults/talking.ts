import { Server } from '../support/server.ts'
import { Patient } from './patient.ts'
import { asOwner, rowsOf } from './postgres/own.ts'

export interface Talking {
  /** Of the databases that all instances share. */
  readonly settings: Readonly<Record<string, string>>
  /** Those of one instance, where it is not started with the same. */
  readonly own?: (instance: number) => Readonly<Record<string, string>>
  readonly instances: number
  readonly consultations: number
  /** Of each patient; without a number, they go on until the trouble is over. */
  readonly answers?: number
  /** So many talk at the same time. */
  readonly atOnce: number
  /** Each so many messages of a patient is a command, which only its key keeps from being taken twice. */
  readonly later?: number
  /** Milliseconds until a patient gives up what is never acknowledged. */
  readonly patience?: number
  /** Whose records are there as well, and who do not talk by themselves. */
  readonly others?: readonly Patient[]
  /** What befalls them. It ends when it has done its part, or nobody talks any more. */
  readonly trouble: (among: Among) => Promise<void>
}

/** Whom the trouble befalls. */
export interface Among {
  readonly servers: readonly Server[]
  /** Those that a balancer sends somebody to. */
  readonly live: Set<Server>
  talking(): boolean
}

export interface Talked {
  readonly acknowledged: number
  /** Of those acknowledged, how many records are missing, or there are too many. */
  readonly lost: number
  readonly doubled: number
  readonly unverifiable: number
  /** How many instances had ended by themselves. */
  readonly crashed: number
  /** Why somebody could not go on, for each of them. */
  readonly stuck: readonly string[]
  /** What had to be sent again, because an instance or a connection was gone. */
  readonly again: number
  readonly seconds: number
  readonly said: string
}

/** Patients answer through several instances on one PostgreSQL while something goes wrong. */
export async function talkThrough(options: Talking): Promise<Talked> {
  const { settings, instances, own } = options
  const began = performance.now()
  const servers = await Promise.all(
    Array.from({ length: instances }, (_, n) => Server.start({ ...settings, ...own?.(n) })),
  )
  try {
    const live = new Set(servers)
    const patients = patientsOf(options, live)
    const stuck = await talkWhile(patients, options, { servers, live })
    const crashed = servers.filter(({ alive }) => !alive).length
    const { code, said } = await (servers[0] as Server).verify()
    const counted = await count(said, [...patients, ...(options.others ?? [])], settings)
    const seconds = (performance.now() - began) / 1000
    const again = patients.reduce((sum, one) => sum + one.again, 0)
    const acknowledged = patients.reduce((sum, { taken }) => sum + taken, 0)
    const unverifiable = code === 0 ? counted.unverifiable : Math.max(1, counted.unverifiable)
    return { ...counted, crashed, stuck, unverifiable, acknowledged, again, seconds, said }
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}

function patientsOf(
  { consultations, later, patience }: Talking,
  live: ReadonlySet<Server>,
): Patient[] {
  let next = 0
  // In turn, without asking whether it is still there: a balancer finds out like everybody else.
  const choose = () => {
    const all = [...live]
    return (all[(next += 1) % all.length] as Server).url
  }
  return Array.from({ length: consultations }, (_, n) => {
    const patient = new Patient(choose, `patient ${n}`, later)
    if (patience !== undefined) patient.patience = patience
    return patient
  })
}

async function talkWhile(
  patients: readonly Patient[],
  options: Talking,
  among: Pick<Among, 'servers' | 'live'>,
): Promise<readonly string[]> {
  let [talking, troubled] = [true, true]
  const goesOn = () => troubled
  const talks = talkAll(patients, options, goesOn).finally(() => (talking = false))
  const trouble = options
    .trouble({ ...among, talking: () => talking })
    .finally(() => (troubled = false))
  const [stuck] = await Promise.all([talks, trouble])
  return stuck
}

async function talkAll(
  patients: readonly Patient[],
  { answers, atOnce }: Talking,
  goesOn: () => boolean,
): Promise<readonly string[]> {
  const waiting = [...patients]
  const stuck: string[] = []
  const talk = async (one: Patient) => {
    await one.begin()
    await one.answer(answers ?? 1)
    while (answers === undefined && goesOn()) await one.answer(1)
  }
  const talkOn = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift())
      await talk(one).catch((error: Error) => stuck.push(error.message))
  }
  await Promise.all(Array.from({ length: atOnce }, talkOn))
  return stuck
}

/** One record for each answer and one for the beginning: what differs was lost or doubled. */
export async function count(
  said: string,
  patients: readonly Patient[],
  settings: Talking['settings'],
): Promise<Pick<Talked, 'lost' | 'doubled' | 'unverifiable'>> {
  const verified = [...said.matchAll(/^([0-9a-f]+): holds, (\d+) records$/gm)]
  const held = new Map(verified.map(([, id = '', n]) => [id, Number(n)]))
  const url = asOwner(settings['CANDOUR_POSTGRES'] ?? '')
  const rows = await rowsOf(url, 'SELECT id, consultation FROM sitting')
  const consultationOf = new Map(rows.map(({ id, consultation }) => [id, String(consultation)]))
  const off = patients.map(({ conversation, taken }) => {
    const consultation = consultationOf.get(conversation) ?? ''
    const records = held.get(consultation) ?? 0
    held.delete(consultation)
    return records - (taken === 0 ? 0 : taken + 1)
  })
  return {
    lost: off.reduce((sum, by) => sum + Math.max(0, -by), 0),
    // Whatever nobody of these said is there too often as well.
    doubled: off.reduce((sum, by) => sum + Math.max(0, by), 0) + sumOf(held.values()),
    unverifiable: [...said.matchAll(/DOES NOT HOLD|CANNOT BE CHECKED/g)].length,
  }
}

const sumOf = (numbers: Iterable<number>) => [...numbers].reduce((sum, one) => sum + one, 0)

/** What of it is not as promised, a sentence each. */
export function failuresOf({
  lost,
  doubled,
  unverifiable,
  crashed,
  stuck,
  said,
}: Talked): string[] {
  const last = said.trim().split('\n').at(-1) ?? ''
  return [
    ...(lost > 0 ? [`${lost} acknowledged answers are lost`] : []),
    ...(doubled > 0 ? [`${doubled} records are there that nobody asked for`] : []),
    ...(unverifiable > 0 ? [`${unverifiable} chains do not verify: ${last}`] : []),
    ...(crashed > 0 ? [`${crashed} instances ended by themselves`] : []),
    ...stuck.map((why) => `somebody could not go on: ${why}`),
  ]
}
