import { setTimeout as pause } from 'node:timers/promises'
import { Server } from '../../support/server.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { buildWith } from '../kit/build.ts'
import { lacksMount, type SmallDisk, smallDisk } from '../kit/small-disk.ts'
import { Visitor } from '../kit/visitor.ts'

/** Which file is the first to find no room is a matter of chance. */
const OFTEN = 4
const LEFT: Readonly<Record<Depth, readonly number[]>> = {
  short: [0],
  nightly: Array.from({ length: OFTEN }, () => [0, 1, 4096, 65_536, 1_048_576]).flat(),
  release: Array.from({ length: 40 }, (_, n) => n * 100_000),
}

export const campaign: Campaign = {
  row: 'B4',
  says: 'The disk is full: answers are refused in plain words, a stop, a withdrawal and a call for help are kept, also after a restart, until there is room again.',
  promises: [1, 5, 6],
  lacks: async () => lacksMount(),
  run: (depth) => fillTheDisk(LEFT[depth]),
  // The room that is kept for it is not given up.
  control: () => fillTheDisk([0], buildWith(HELD_ON)),
}

const HELD_ON = {
  'adapters/sqlite/ballast.ts': ['rmSync(file, { force: true })\n    held = false', 'held = false'],
} as const

async function fillTheDisk(
  all: readonly number[],
  build: Readonly<Record<string, string>> = {},
): Promise<Trials> {
  const failures: string[] = []
  for (const left of all) {
    const disk = smallDisk(48)
    const server = await Server.start({ CANDOUR_DATA: disk.folder, ...build })
    try {
      const tell = (fault: string) => void failures.push(`${left} bytes left: ${fault}`)
      await story(server, disk, { left, tell }).catch((error: unknown) =>
        tell(`it ended with ${String(error)}`),
      )
    } finally {
      await server.stop()
      disk.remove()
    }
  }
  return { trials: all.length, failures }
}

/** More than go into what SQLite has already. */
const MOST = 500

interface Told {
  readonly left: number
  readonly tell: (fault: string) => void
}

async function story(server: Server, disk: SmallDisk, { left, tell }: Told): Promise<void> {
  const expect = (what: string, is: unknown, should: unknown) => {
    if (is !== should) tell(`${what}: ${String(is)}, not ${String(should)}`)
  }
  const [ann, ben, cat] = [0, 1, 2].map(() => new Visitor(server.url)) as [
    Visitor,
    Visitor,
    Visitor,
  ]
  for (const one of [ann, ben]) {
    await one.begin()
    for (let n = 0; n < 4; n += 1) expect('an answer', await one.answer(), 200)
  }
  await cat.begin()
  disk.fill(left)

  expect('answers on a full disk', await answerUntilRefused(ann), 507)
  expect('a stop', await ann.command('stop'), 200)
  expect('a withdrawal', await ann.choose('i-do-not-want-this'), 200)
  expect('a call for help', await ben.command('help-now'), 200)
  expect('a visitor’s first answer', await cat.answer(), 507)
  expect('readiness', await ready(server), 'ok, but only to stop: the disk is full')

  await server.kill()
  await server.start()
  expect('an answer after a restart', await ben.answer(), 507)
  expect('a stop after a restart', await ben.command('stop'), 200)
  expect('a withdrawal after a restart', await ben.choose('i-do-not-want-this'), 200)

  disk.empty()
  expect('readiness with room again', await readyAgain(server), 'ok')
  expect('a first answer with room again', await cat.answer(), 200)
  for (const fault of await kept(server, [ann, ben, cat])) tell(fault)
}

async function answerUntilRefused(one: Visitor): Promise<number> {
  for (let n = 0; n < MOST; n += 1) {
    const status = await one.answer()
    if (status !== 200) return status
  }
  return 200
}

async function kept(server: Server, visitors: readonly Visitor[]): Promise<string[]> {
  const { code, said } = await server.verify()
  const held = [...said.matchAll(/^[0-9a-f]+: holds, (\d+) records$/gm)].map(([, n]) => Number(n))
  const taken = visitors.map((one) => one.taken + 1)
  const inOrder = (one: number, other: number) => one - other
  const same = String(held.toSorted(inOrder)) === String(taken.toSorted(inOrder))
  return [
    ...(code === 0 ? [] : [said]),
    ...(same ? [] : [`acknowledged were ${taken.join()}, and kept are ${held.join()}`]),
  ]
}

const ready = async ({ url }: Server) => (await fetch(`${url}/readyz`)).text()

async function readyAgain(server: Server): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await ready(server)) === 'ok') return 'ok'
    await pause(50)
  }
  return ready(server)
}
