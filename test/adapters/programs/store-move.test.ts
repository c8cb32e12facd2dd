import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readSettings } from '../../../adapters/config/env.ts'
import { openHouse } from '../../../adapters/programs/house.ts'
import { log } from '../../../adapters/programs/log.ts'
import { compare } from '../../../adapters/programs/move-postgres.ts'
import { pack } from '../../../adapters/programs/pack.ts'
import { moveStore } from '../../../adapters/programs/store-move.ts'
import { verify } from '../../../adapters/programs/verify.ts'
import { verifyPackFile } from '../../../adapters/programs/verify-pack.ts'
import { createSqliteStore } from '../../../adapters/sqlite/store.ts'
import { newFolder } from '../folder.ts'
import { change, enquired, type Env, ran, targetFor } from './moving.ts'

describe('npm run store:move', function () {
  this.timeout(120_000)
  const data = newFolder()
  const [earlier, later] = [join(data, 'earlier.zip'), join(data, 'later.zip')]
  const sqlite: Env = { CANDOUR_DATA: data }
  let moved: Env
  let told: { code: number; text: string }
  let id = ''
  let other = ''
  const logs: string[] = []
  let proofs: unknown[] = []

  const proofsIn = async (env: Env, of: string) => {
    const house = await openHouse(readSettings(env))
    const records = await house.store.load(of)
    const all = await Promise.all(records.map(({ recordId }) => house.log.proof(recordId)))
    await house.close()
    return all.map((proof) => ({ index: proof?.index, size: proof?.checkpoint.split('\n')[1] }))
  }

  before(async () => {
    id = await enquired(sqlite)
    other = await enquired(sqlite)
    const made = await ran((print) => pack(sqlite, [id, '--out', earlier], print))
    expect(made.code, made.text).to.equal(0)
    logs.push((await ran((print) => log(sqlite, [], print))).text)
    proofs = await proofsIn(sqlite, id)
    moved = await targetFor(data)
  })

  it('moves nothing while a server runs on the folder', async () => {
    const running = createSqliteStore({ path: join(data, 'candour.sqlite') })
    const refused = await ran((print) => moveStore(moved, print))
    expect(refused.text).to.contain('store/in-use')
    expect(refused.code).to.equal(1)
    await running.close()
  })

  it('moves everything, and reads it back', async () => {
    told = await ran((print) => moveStore(moved, print))
    expect(told.code, told.text).to.equal(0)
    expect(told.text).to.match(/\d+ records were read back, each the same byte for byte/)
    expect(existsSync(join(data, 'candour.sqlite'))).to.equal(true)
  })

  it('leaves the log as it was: its name, its key, its latest checkpoint', async () => {
    const { text } = await ran((print) => log(moved, [], print))
    expect(text).to.equal(logs[0])
    expect(text).to.contain('candour/')
  })

  it('leaves every consultation, the log and the second place verifiable', async () => {
    const { code, text } = await ran((print) => verify(moved, [], print))
    expect(code, text).to.equal(0)
    expect(text).to.contain(`${id}: holds`).and.contain(`${other}: holds`)
    expect(text).to.match(/The log: holds, \d+ records sealed/)
  })

  it('leaves every proof where it was', async () => {
    expect(await proofsIn(moved, id)).to.deep.equal(proofs)
  })

  it('leaves a file that was handed out before as good as it was', async () => {
    const { code, text } = await ran((print) => verifyPackFile([earlier], print))
    expect(code, text).to.equal(0)
  })

  it('goes on there: new turns, new files, and all of it holds', async () => {
    const next = await enquired(moved)
    const made = await ran((print) => pack(moved, [id, '--out', later], print))
    expect(made.code, made.text).to.equal(0)
    expect((await ran((print) => verifyPackFile([later], print))).code).to.equal(0)
    const { code, text } = await ran((print) => verify(moved, [], print))
    expect(code, text).to.equal(0)
    expect(text).to.contain(`${next}: holds`)
  })

  it('tells a record that is not the same there', async () => {
    const sql = `UPDATE record SET leaf = leaf || ' ' WHERE consultation = '${id}' AND seq = 1`
    await change(moved['CANDOUR_POSTGRES'], sql)
    const { postgres } = readSettings(moved)
    const found: unknown = await compare(join(data, 'candour.sqlite'), postgres!).catch(String)
    expect(found).to.contain('not the same')
    const { code } = await ran((print) => verify(moved, [id], print))
    expect(code).to.not.equal(0)
  })
})
