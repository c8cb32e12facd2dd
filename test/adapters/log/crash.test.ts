import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createMemoryPlace } from '../../../adapters/memory/place.ts'
import { createMemoryStore } from '../../../adapters/memory/store.ts'
import { createFilePlace } from '../../../adapters/place/file.ts'
import { createSqliteStore } from '../../../adapters/sqlite/store.ts'
import { newFolder } from '../folder.ts'
import { type Durable, expectWhole, story } from './story.ts'

const inMemory = (): Durable => ({
  ...{ all: createMemoryStore(), second: createMemoryPlace(), seen: createMemoryPlace() },
})

/** Stops for ever at the given step, as a process does that is killed there. */
async function stopAt(durable: Durable, end: number): Promise<boolean> {
  let steps = 0
  return new Promise((resolve, reject) => {
    const step = async () => {
      steps += 1
      if (steps < end) return
      resolve(true)
      await new Promise(() => {})
    }
    story(durable, step).then(() => resolve(false), reject)
  })
}

describe('a sequencer that stops anywhere', () => {
  it('leaves a log that the next one finishes as if nothing had been, at every await', async function () {
    this.timeout(120_000)
    let end = 1
    for (; ; end++) {
      const durable = inMemory()
      if (!(await stopAt(durable, end))) break
      await story(durable, async () => {})
      await expectWhole(durable)
    }
    expect(end, 'steps of the story').to.be.greaterThan(100)
  })

  it('may stop again while the next one finishes', async function () {
    this.timeout(120_000)
    for (let end = 1; end < 130; end += 5)
      for (let again = 1; again < 60; again += 7) {
        const durable = inMemory()
        await stopAt(durable, end)
        await stopAt(durable, again)
        await story(durable, async () => {})
        await expectWhole(durable)
      }
  })
})

/** CRASHES=all: at every step. Otherwise at some, spread over all of the story. */
const EACH = process.env.CRASHES === 'all' ? 1 : 17
const program = fileURLToPath(new URL('killed.ts', import.meta.url))

describe('a process that is killed while it writes the log', () => {
  it('leaves, on a real disk, a log that the next process finishes', async function () {
    this.timeout(600_000)
    let killed = 0
    for (let end = 1; ; end += EACH) {
      const folder = newFolder()
      const { signal, status, stderr } = run(folder, end)
      if (signal !== 'SIGKILL') {
        expect(status, stderr).to.equal(0)
        break
      }
      killed += 1
      expect(run(folder, 0).status).to.equal(0)
      await expectKept(folder)
    }
    expect(killed).to.be.greaterThan(5)
  })
})

function run(folder: string, end: number) {
  return spawnSync(process.execPath, [program, folder, String(end)], { encoding: 'utf8' })
}

async function expectKept(folder: string): Promise<void> {
  const all = createSqliteStore({ path: join(folder, 'candour.db') })
  const place = (name: string) => createFilePlace(join(folder, name))
  await expectWhole({ all, second: place('second'), seen: place('seen') })
  await all.close()
}
