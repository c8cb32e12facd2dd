import { randomUUID } from 'node:crypto'
import { sharedSettings } from '../../support/instances.ts'
import { cluster } from '../../support/postgres.ts'
import type { Part } from '../part.ts'
import { hold, median } from '../requirement.ts'
import { strangers } from '../speed/others.ts'
import { memoryOf } from '../speed/processes.ts'
import { type Peer, settingsOf, startEcho, startInstance } from '../speed/servers.ts'
import { type Meet, meetEcho, meeting, visitCandour } from '../speed/talker.ts'

const RUNS = 5
/** After which a server has nothing left to do of its start, in milliseconds. */
const IDLE = 10_000
const CROWD = 10_000
const TOGETHER = 10
/** How many answers each of them gives: then a consultation is open. */
const ANSWERS = 4

type Print = (line: string) => void

/** A production without Teams, PostgreSQL and mail, as `npm start` starts it; then with one of them. */
export const part: Part = {
  says: 'from a start to the first answer, and memory: idle, with ten thousand consultations, with Teams, with PostgreSQL',
  async run(print) {
    const settings = await settingsOf()
    const start = () => startInstance('candour', [], settings)
    // What Node compiles is kept from the first start on, once it is settled.
    const first = await start()
    await idle()
    await first.stop()
    await firstAnswers(start, print)
    const peer = await start()
    await memory(peer, print)
    await peer.stop()
    for (const [what, more] of await besides()) await idleWith(what, more, print)
  },
}

const TEAMS = {
  ...{ CANDOUR_TEAMS_APP_TYPE: 'UserAssignedMSI', CANDOUR_TEAMS_APP_ID: randomUUID() },
  CANDOUR_TEAMS_TENANT: randomUUID(),
}

type Settings = Readonly<Record<string, string>>

/** What is read only where it is set up. */
const besides = async (): Promise<readonly (readonly [string, Settings])[]> => [
  ['Teams', TEAMS],
  ['PostgreSQL', await sharedSettings(await cluster())],
]

async function idleWith(what: string, more: Settings, print: Print): Promise<void> {
  const settings = await settingsOf(more)
  for (const times of ['first', 'then']) {
    const peer = await startInstance('candour', [], settings)
    await idle()
    if (times === 'then') print(`idle memory with ${what}: ${memoryOf(peer.pid).toFixed(0)} MB`)
    await peer.stop()
  }
}

const idle = () => new Promise((resolve) => setTimeout(resolve, IDLE))

async function firstAnswers(start: () => Promise<Peer>, print: Print): Promise<void> {
  const [candour, echo]: [Answered[], Answered[]] = [[], []]
  const [beside, began] = [strangers(), performance.now()]
  for (let n = 0; n < RUNS; n += 1) {
    echo.push(await answered(startEcho, meetEcho))
    candour.push(await answered(start, visitCandour))
  }
  const of = (all: readonly Answered[], one: keyof Answered) => median(all.map((each) => each[one]))
  print(`echo bot: ${told(of(echo, 'took'), of(echo, 'processor'))}`)
  print(`candour: ${told(of(candour, 'took'), of(candour, 'processor'))}`)
  const what = 'from the start to the first answer'
  const figure = of(candour, 'took')
  const others = Math.max(0, beside() - used([...echo, ...candour], began))
  hold(print, { what, figure, is: 'at most', aim: 2, unit: ' s', others })
}

/** Cores that the servers themselves took, which are strangers to this process. */
const used = (all: readonly Answered[], began: number): number =>
  all.reduce((sum, { ended }) => sum + ended, 0) / ((performance.now() - began) / 1000)

interface Answered {
  readonly took: number
  /** Of all its threads: what others do on the machine changes less of it. */
  readonly processor: number
  /** The same when it was ended. */
  readonly ended: number
}

const told = (took: number, processor: number): string =>
  `${took.toFixed(2)} s from its start to its first answer, ${processor.toFixed(2)} s of processor`

async function answered(start: () => Promise<Peer>, meet: Meet): Promise<Answered> {
  const began = performance.now()
  const peer = await start()
  const { close } = await meet(peer.port, 0)
  const [took, processor] = [(performance.now() - began) / 1000, peer.cpu()]
  close()
  const ended = peer.cpu()
  await peer.stop()
  return { took, processor, ended }
}

async function memory(peer: Peer, print: Print): Promise<void> {
  await idle()
  const before = memoryOf(peer.pid)
  hold(print, { what: 'idle memory', figure: before, is: 'at most', aim: 150, unit: ' MB' })
  const meet = meeting(ANSWERS)
  for (let n = 0; n < CROWD; n += TOGETHER) {
    const some = Array.from({ length: TOGETHER }, (_, one) => meet(peer.port, n + one))
    for (const { close } of await Promise.all(some)) close()
  }
  const full = memoryOf(peer.pid)
  print(
    `with ${CROWD} open consultations: ${full.toFixed(0)} MB, ${(full - before).toFixed(0)} more`,
  )
}
