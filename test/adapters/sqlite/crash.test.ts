import { expect } from 'chai'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createSqliteStore } from '../../../adapters/sqlite/store.ts'
import type { Store } from '../../../bot/ports.ts'
import { newFolder } from '../folder.ts'

const writer = fileURLToPath(new URL('writer.ts', import.meta.url))

interface Writer {
  /** The last acknowledged turn of each consultation. */
  readonly acknowledged: Map<string, number>
  /** Resolves when it has acknowledged that many turns. */
  hasAcknowledged(turns: number): Promise<void>
  kill(): Promise<void>
}

const children = new Set<ChildProcess>()
after(() => children.forEach((child) => child.kill('SIGKILL')))

describe('a server that is killed', () => {
  it('has every turn that it acknowledged, and no half of one, ten times over', async function () {
    this.timeout(60_000)
    const path = join(newFolder(), 'candour.db')
    const acknowledged = new Map<string, number>()
    for (let round = 0; round < 10; round++) {
      const running = await start(path)
      // Every second one is killed as it comes, perhaps before anything was acknowledged.
      if (round % 2 === 0) await running.hasAcknowledged(20)
      await sleep(Math.random() * 120)
      await running.kill()
      for (const [id, n] of running.acknowledged) acknowledged.set(id, n)
      const store = createSqliteStore({ path })
      for (const id of ['a', 'b', 'c', 'd']) await expectWhole(store, id, acknowledged.get(id))
      await store.close()
    }
    expect(Math.min(...acknowledged.values())).to.be.greaterThan(10)
  })
})

describe('a second server on the same data', () => {
  it('is refused while the first runs, and starts once that was killed', async () => {
    const path = join(newFolder(), 'candour.db')
    const running = await start(path)
    expect(() => createSqliteStore({ path }))
      .to.throw('Another Candour')
      .with.property('code', 'store/in-use')
    await running.kill()
    await createSqliteStore({ path }).close()
  })

  it('is refused in the same process too', async () => {
    const path = join(newFolder(), 'candour.db')
    const first = createSqliteStore({ path })
    expect(() => createSqliteStore({ path }))
      .to.throw()
      .with.property('code', 'store/in-use')
    await first.close()
    await createSqliteStore({ path }).close()
  })
})

async function expectWhole(store: Store, id: string, acknowledged = -1): Promise<void> {
  const { open, restricted } = await store.heads(id)
  expect(open, 'acknowledged turns').to.be.greaterThan(acknowledged)
  expect(restricted, 'both streams').to.equal(open)
  expect(await store.load(id)).to.have.length(2 * open)
  expect(await store.activities(id, 0), 'activities').to.have.length(open)
  expect((await store.sitting(id))?.activities ?? 0).to.equal(open)
  if (open > 0) expect(await store.reply(id, String(open - 1))).to.not.equal(undefined)
  expect(await store.reply(id, String(open))).to.equal(undefined)
}

async function start(path: string): Promise<Writer> {
  const child = spawn(process.execPath, [writer, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.add(child)
  const acknowledged = new Map<string, number>()
  let heard = ''
  let turns = 0
  const closed = once(child, 'close')
  await new Promise<void>((resolve, reject) => {
    child.once('close', () => reject(new Error('the writer did not start')))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (heard + text).split('\n')
      heard = lines.pop() ?? ''
      for (const line of lines) {
        const [id = '', n] = line.split(' ')
        if (line === 'ready') resolve()
        else {
          acknowledged.set(id, Number(n))
          turns += 1
        }
      }
    })
  })
  const kill = async () => {
    child.kill('SIGKILL')
    await closed
  }
  const hasAcknowledged = async (wanted: number) => {
    while (turns < wanted && child.exitCode === null) await sleep(5)
  }
  return { acknowledged, hasAcknowledged, kill }
}
