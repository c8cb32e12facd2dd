import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readSettings } from '../../../adapters/config/env.ts'
import { openHouse } from '../../../adapters/programs/house.ts'
import { moveStore } from '../../../adapters/programs/store-move.ts'
import { verify } from '../../../adapters/programs/verify.ts'
import { newFolder } from '../folder.ts'
import { cutAfter } from './cut.ts'
import { change, enquired, type Env, everythingIn, fillBeside, ran, targetFor } from './moving.ts'

const move = (env: Env) => ran((print) => moveStore(env, print))
const verified = (env: Env) => ran((print) => verify(env, [], print))
const program = fileURLToPath(new URL('killed-move.ts', import.meta.url))

describe('npm run store:move that is cut off', function () {
  this.timeout(600_000)
  const data = newFolder()
  let whole: unknown
  let asked: readonly string[]
  /** After how many statements: each that commits, and the one before it. */
  let edges: readonly number[]

  before(async () => {
    await enquired({ CANDOUR_DATA: data })
    await enquired({ CANDOUR_DATA: data })
    await fillBeside(data)
    const target = await targetFor(data)
    const back = cutAfter(Infinity)
    const { code, text } = await move(target)
    asked = back()
    expect(code, text).to.equal(0)
    whole = await everythingIn(target)
    edges = asked.flatMap((one, n) => (one === 'COMMIT' ? [n, n + 1] : []))
  })

  const cutOff = async (env: Env, most: number) => {
    const back = cutAfter(most)
    const { code } = await move(env)
    back()
    return code
  }
  const finished = async (env: Env, when: string) => {
    const { code, text } = await move(env)
    expect(code, `${when}: ${text}`).to.equal(0)
    expect(await everythingIn(env), when).to.deep.equal(whole)
  }
  /** So many statements are asked until that table has its rows for good. */
  const until = (table: string) =>
    asked.indexOf(
      'COMMIT',
      asked.findIndex((one) => one.startsWith(`INSERT INTO ${table} `)),
    ) + 1

  it('goes on when it is run again, whatever was done by then, and everything is there once', async () => {
    expect(edges.length).to.be.greaterThan(10)
    const each = process.env.CRASHES === 'all' ? [...asked.keys()] : edges
    for (const most of each) {
      const target = await targetFor(data)
      expect(await cutOff(target, most), `after ${most}`).to.equal(most < asked.length ? 1 : 0)
      await finished(target, `after ${most}`)
    }
  })

  it('may be cut off again and again', async () => {
    const target = await targetFor(data)
    for (const most of edges) await cutOff(target, most)
    await finished(target, 'at last')
    const { code, text } = await verified(target)
    expect(code, text).to.equal(0)
  })

  it('goes on after a process that was killed', async () => {
    for (const most of [until('canary'), until('record') - 1, until('record')]) {
      const target = await targetFor(data)
      const env = { ...process.env, ...target }
      const killed = spawnSync(process.execPath, [program, String(most)], { env, encoding: 'utf8' })
      expect(killed.signal, killed.stderr).to.equal('SIGKILL')
      await finished(target, `killed after ${most}`)
    }
  })

  it('leaves nothing that a server would go on with', async () => {
    const target = await targetFor(data)
    expect(await cutOff(target, until('canary'))).to.equal(1)
    expect(await started(target)).to.contain('log/disagrees')
    await finished(target, 'after a start that was refused')
  })

  it('goes on where an earlier version left the second place behind, which no server does', async () => {
    const target = await targetFor(data)
    expect((await move(target)).code).to.equal(0)
    await change(target['CANDOUR_POSTGRES_KEYS'], 'DELETE FROM place')
    expect((await verified(target)).code).to.equal(15)
    expect(await started(target)).to.contain('there is nothing in the second place')
    await finished(target, 'with the second place')
  })

  it('goes on there also when a server took answers meanwhile, and keeps them', async () => {
    const target = await targetFor(data)
    expect((await move(target)).code).to.equal(0)
    const next = await enquired(target)
    await change(target['CANDOUR_POSTGRES_KEYS'], 'DELETE FROM place')
    const { code, text } = await move(target)
    expect(code, text).to.equal(0)
    expect(text).to.contain('A server has gone on there since')
    await enquired(target)
    const found = await verified(target)
    expect(found.code, found.text).to.equal(0)
    expect(found.text).to.contain(`${next}: holds`)
  })
})

const started = (env: Env) =>
  openHouse(readSettings(env)).then(
    (house) => house.close().then(() => 'started'),
    (error: unknown) => String(error),
  )
