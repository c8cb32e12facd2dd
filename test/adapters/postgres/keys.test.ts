import { expect } from 'chai'
import { createChance } from '../../../adapters/config/chance.ts'
import { createPostgresKeyReader, createPostgresKeys } from '../../../adapters/keys/postgres.ts'
import { KEY_TABLES } from '../../../adapters/keys/postgres-schema.ts'
import { type Database, openDatabase } from '../../../adapters/postgres/database.ts'
import { createPostgresPlace } from '../../../adapters/postgres/place.ts'
import type { Keys } from '../../../bot/ports.ts'
import { cluster, type TestDatabase } from '../../support/postgres.ts'
import { describeKeys } from '../keys/contract.ts'
import { describePlace } from '../place/contract.ts'

const chance = createChance()
const kek = chance.bytes(32)
const codeOf = (error: unknown) => (error as { code?: string }).code

const emptied = async (): Promise<TestDatabase> => (await cluster()).emptied(KEY_TABLES)
async function ringOf({ owner }: TestDatabase, other = kek): Promise<Keys> {
  const db = openDatabase({ url: owner })
  return createPostgresKeys({ db, kek: other, chance }).catch(async (error: unknown) => {
    await db.close()
    throw error
  })
}

before(async function () {
  this.timeout(90_000)
  await cluster()
})

describeKeys('the PostgreSQL keys', async () => ringOf(await emptied()))

describe('a place in PostgreSQL', () => {
  const opened: Database[] = []
  afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())))

  describePlace('beside the keys', async () => {
    const db = openDatabase({ url: (await emptied()).owner })
    opened.push(db)
    return createPostgresPlace(db.query, 'checkpoint')
  })

  it('holds another text under another name', async () => {
    const db = openDatabase({ url: (await emptied()).owner })
    opened.push(db)
    const [one, other] = ['one', 'other'].map((name) => createPostgresPlace(db.query, name))
    expect(await one!.swap(undefined, 'mine')).to.equal(true)
    expect(await other!.read()).to.equal(undefined)
    expect(await createPostgresPlace(db.query, 'one').read()).to.equal('mine')
  })
})

describe('the PostgreSQL keys of two instances', () => {
  let made: TestDatabase
  let a: Keys
  let b: Keys
  beforeEach(async () => {
    made = await emptied()
    a = await ringOf(made)
    b = await ringOf(made)
  })
  afterEach(() => Promise.all([a.close(), b.close()]))

  it('are one key for fifty who ask both at once, and one seed', async () => {
    const fifty = Array.from({ length: 50 }, (_, n) => (n % 2 ? a : b).stream('p', 'c', 'open'))
    expect(new Set((await Promise.all(fifty)).map(({ id }) => id)).size).to.equal(1)
    const seeds = Array.from({ length: 10 }, (_, n) => (n % 2 ? a : b).signing('log'))
    expect(new Set((await Promise.all(seeds)).map(({ id }) => id)).size).to.equal(1)
  })

  it('are never made again for what the other destroys at that moment', async () => {
    for (let n = 0; n < 8; n += 1) {
      const id = `c${n}`
      const [made, destroyed] = await Promise.all([
        b.stream('p', id, 'open').catch(codeOf),
        a.destroy([id]),
      ])
      const key = made as { id: string } | string
      if (typeof key === 'string') expect(key).to.equal('keys/destroyed')
      expect(destroyed).to.equal(true)
      expect(await a.stream('p', id, 'open').catch(codeOf)).to.equal('keys/destroyed')
      if (typeof key !== 'string') expect(await a.find(key.id)).to.equal(undefined)
    }
  })

  it('refuse another KEK when they are opened, not when a key is needed', async () => {
    const other = chance.bytes(32)
    expect(await ringOf(made, other).catch(codeOf)).to.equal('keys/wrong-kek')
    const db = openDatabase({ url: made.owner })
    const reader: unknown = await createPostgresKeyReader({ db, kek: other }).catch(codeOf)
    expect(reader).to.equal('keys/wrong-kek')
    await db.close()
  })

  for (const [what, sql] of [
    ['is another stream’s', `UPDATE stream_key SET stream = 'restricted'`],
    ['is another consultation’s', `UPDATE stream_key SET consultation = 'd'`],
    ['has another id', `UPDATE stream_key SET id = 'given'`],
    ['is under another person’s', `UPDATE person_key SET person = 'q'`],
  ] as const) {
    it(`do not give out a key that ${what}`, async () => {
      await a.stream('p', 'c', 'open')
      const db = openDatabase({ url: made.owner })
      await db.query(sql)
      const [row] = await db.query('SELECT id FROM stream_key')
      await db.close()
      expect(await b.find(row?.['id'] as string).catch(codeOf)).to.equal('keys/wrong-kek')
    })
  }

  it('stay destroyed, also for who owns the table', async () => {
    await a.destroy(['c'])
    const db = openDatabase({ url: made.owner })
    const said = await db.query('DELETE FROM destroyed').catch(String)
    expect(said).to.contain('what was destroyed stays destroyed')
    await db.close()
  })

  it('are wrapped: none is in the database in clear', async () => {
    const { bytes } = await a.stream('p', 'c', 'open')
    const seed = await a.signing('log')
    const db = openDatabase({ url: made.owner })
    for (const table of ['person_key', 'stream_key', 'signing_key', 'canary']) {
      const rows = await db.query(`SELECT encode(body, 'hex') AS body FROM ${table}`)
      expect(rows).to.not.have.length(0)
      for (const key of [bytes, seed.bytes, kek]) {
        expect(JSON.stringify(rows)).to.not.contain(Buffer.from(key).toString('hex'))
      }
    }
    await db.close()
  })
})
