import { expect } from 'chai'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createChance } from '../../../adapters/config/chance.ts'
import { readSettings } from '../../../adapters/config/env.ts'
import { KEY_TABLES } from '../../../adapters/keys/postgres-schema.ts'
import { type Database, openDatabase } from '../../../adapters/postgres/database.ts'
import { migrate, type Schema } from '../../../adapters/postgres/migrate.ts'
import { EVIDENCE } from '../../../adapters/postgres/schema.ts'
import { type OpenedPostgres, openPostgres } from '../../../adapters/programs/data-postgres.ts'
import { migrateEvidence } from '../../../adapters/programs/migrate.ts'
import { openLog } from '../../../bot/evidence/log/log.ts'
import { unseal } from '../../../bot/evidence/seal.ts'
import type { Keys, StoredRecord } from '../../../bot/ports.ts'
import { createTalk } from '../../../bot/talk.ts'
import { cluster, ROLE } from '../../support/postgres.ts'
import { newFolder } from '../folder.ts'
import { type Env, everythingIn, ran, targetFor } from '../programs/moving.ts'
import { at, record, turn } from '../turns.ts'

/** What 0.1.0 sealed its keys with, and nobody else ever may. */
const KEK = Uint8Array.from({ length: 32 }, (_, n) => n)

const chance = createChance()
const textOf = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
const codeOf = (error: unknown) => (error as { code?: string }).code

/** Both databases as 0.1.0 left them, each as the role that owns it. */
async function asReleased(): Promise<Env> {
  const data = newFolder()
  writeFileSync(join(data, 'kek'), KEK, { mode: 0o400 })
  const env = await targetFor(data)
  for (const [name, file] of [
    ['CANDOUR_POSTGRES_OWNER', 'released-0.1.0.sql'],
    ['CANDOUR_POSTGRES_KEYS', 'released-0.1.0-keys.sql'],
  ] as const)
    await within(env[name], (db) => db.query(textOf(file)))
  return env
}

async function within<T>(url = '', work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase({ url, connections: 1 })
  try {
    return await work(db)
  } finally {
    await db.close()
  }
}

const opened = (env: Env): Promise<OpenedPostgres> => {
  const { postgres, kekFile = '' } = readSettings(env)
  return openPostgres(postgres!, kekFile, chance)
}

/** What was said in a record, which only its own key opens. */
async function saidIn(one: StoredRecord, keys: Keys): Promise<unknown> {
  const key = await keys.find(one.sealed.key)
  return key && unseal(one, key).facts['said']
}

/** Everything, as the program reads it. */
async function readings({ store, keys, place }: OpenedPostgres): Promise<unknown> {
  const log = store.log('clinic-1')
  const records = async (id: string) =>
    Promise.all((await store.load(id)).map((one) => saidIn(one, keys)))
  const ids = ['consultation-a', 'consultation-b', 'consultation-gone']
  const sealed = (await Promise.all(ids.map((id) => store.load(id)))).flat()
  const indices = await Promise.all(sealed.map(({ recordId }) => log.entry(recordId)))
  return {
    records: await Promise.all(ids.map(records)),
    heads: await Promise.all(ids.map((id) => store.heads(id))),
    people: (await store.consultations('clinic-1')).map(({ id }) => id).sort(),
    erased: await Promise.all(ids.map((id) => store.wasErased(id))),
    ended: await Promise.all(['a', 'gone', 'over'].map((id) => store.wasEnded(`sitting-${id}`))),
    links: await Promise.all(['a', 'b', 'gone'].map((id) => store.link(`hash of ${id}`))),
    spent: await store.shared!.wasSpent('ticket'),
    words: await store.bundle('digest'),
    offset: await store.offset(),
    indices: indices.map((one) => one?.index),
    head: (await log.head())?.size,
    waiting: (await log.waiting(9)).length,
    destroyed: await keys.destroyed(),
    copies: await keys.backups(),
    places: [
      (await place('clinic-1').read())?.split('\n')[1],
      await place('clinic-1-erasures').read(),
    ],
  }
}

const link = (id: string) => ({
  ...{ hash: `hash of ${id}`, consultation: `consultation-${id}`, purpose: 'invite' },
  expires: at(3600),
})

/** What 0.1.0 was told to write. */
const WRITTEN = {
  records: [
    ['open 0 of a', 'open 1 of a', 'restricted 0 of a'],
    ['open 0 of b', 'open 1 of b'],
    [undefined],
  ],
  heads: [
    { open: 2, restricted: 1 },
    { open: 2, restricted: 0 },
    { open: 1, restricted: 0 },
  ],
  people: ['consultation-a', 'consultation-b'],
  erased: [false, false, true],
  ended: [false, true, true],
  links: [link('a'), link('b'), undefined],
  spent: true,
  words: 'words',
  offset: 5000,
  indices: [1, undefined, 2, 3, undefined, 0],
  head: 4,
  waiting: 2,
  destroyed: ['consultation-before', 'consultation-gone'],
  copies: [{ made: '2026-03-01T09:00:00.000Z', until: '2026-03-31T09:00:00.000Z' }],
  places: ['4', 'what was erased'],
}

describe('the databases of 0.1.0', function () {
  this.timeout(60_000)
  let env: Env
  beforeEach(async () => {
    env = await asReleased()
  })

  const brought = () => ran((print) => migrateEvidence(env, print))
  const using = async <T>(work: (open: OpenedPostgres) => Promise<T>): Promise<T> => {
    const open = await opened(env)
    try {
      return await work(open)
    } finally {
      await Promise.all([open.store.close(), open.keys.close()])
    }
  }

  it('are not served before they are brought forward', async () => {
    expect(await opened(env).catch(codeOf)).to.equal('store/another-format')
  })

  it('are not brought forward where the owner is named with another database', async () => {
    const other = await (await cluster()).database()
    const slip = { ...env, CANDOUR_POSTGRES_OWNER: other.owner }
    const { code, text } = await ran((print) => migrateEvidence(slip, print))
    expect(code).to.equal(1)
    expect(text).to.contain(`leads to `).and.contain(`/${other.name}, and CANDOUR_POSTGRES to `)
    const made = within(other.owner, (db) => db.query(`SELECT to_regclass('record') AS is`))
    expect(await made).to.deep.equal([{ is: null }])
  })

  it('have everything in them afterwards, the first time and the second', async () => {
    for (const said of ['1 step.', 'already.']) {
      const { code, text } = await brought()
      expect(code, text).to.equal(0)
      expect(text).to.contain(said)
      expect(await using(readings), said).to.deep.equal(WRITTEN)
    }
  })

  it('keep every byte of what was said', async () => {
    const rows = async () => {
      const { evidence, keys } = (await everythingIn(env)) as Record<
        string,
        Record<string, unknown>
      >
      return { ...evidence, ...keys }
    }
    const before = await rows()
    await brought()
    await using(async () => undefined)
    expect(await rows()).to.deep.equal(before)
  })

  it('let whoever is in the middle of a conversation go on', async () => {
    await brought()
    await using(async ({ store, keys }) => {
      const talk = createTalk({ store, keys, chance, clocks: {} } as never)
      for (const id of ['a', 'b']) {
        const told = (await talk.since({ id: `sitting-${id}` }, 0)).map(({ message }) => message)
        const said = ['first', 'heard first', 'second', 'heard second']
        expect(told).to.deep.equal(said.map((what) => ({ kind: 'said', text: `${what} of ${id}` })))
        const again = await talk.reply(`sitting-${id}`, 'second')
        expect(again?.activities.map(({ n }) => n)).to.deep.equal([2, 3])
        expect(again?.activities.map(({ message }) => message)).to.deep.equal(told.slice(2))
      }
    })
  })

  it('are gone on with: a turn, and a log that holds over all of it', async () => {
    await brought()
    await using(async ({ store, keys, place }) => {
      const due = (await store.due(at(9), 9)).map(({ id }) => id)
      expect(due).to.have.members(['consultation-a', 'consultation-b'])
      const records = [record('open', 2)]
      const next = turn('consultation-a', 2, { expect: { open: 2, restricted: 1 }, records })
      expect(await store.commit(next)).to.equal('committed')
      const second = place('clinic-1')
      const parts = { store: store.log('clinic-1'), keys, second, witnesses: [], wall: () => at(3) }
      const log = await openLog(parts)
      await log.settled()
      const ids = ['consultation-a', 'consultation-b', 'consultation-gone']
      const all = (await Promise.all(ids.map((id) => store.load(id)))).flat()
      const proofs = await Promise.all(all.map(({ recordId }) => log.proof(recordId)))
      expect(proofs.map((proof) => proof?.index).sort()).to.deep.equal([0, 1, 2, 3, 4, 5, 6])
    })
  })

  for (const [what, name, schema] of [
    ['the evidence', 'CANDOUR_POSTGRES_OWNER', EVIDENCE],
    ['the keys', 'CANDOUR_POSTGRES_KEYS', KEY_TABLES],
  ] as const) {
    it(`are left as they were when a step fails half way: ${what}`, async () => {
      const half = `CREATE TABLE half (); ALTER TABLE ${schema === EVIDENCE ? 'record' : 'person_key'}
        ADD COLUMN half text; SELECT 1/0`
      const broken: Schema = { ...schema, steps: [...schema.steps, half] }
      const state = async () => [await everythingIn(env), await within(env[name], shape)]
      const before = await state()
      await within(env[name], async (db) => {
        expect(await migrate(db, broken, ROLE).catch(codeOf)).to.equal('store/failed')
      })
      expect(await state()).to.deep.equal(before)
      await brought()
      expect(await using(readings)).to.deep.equal(WRITTEN)
    })
  }

  it('become the same tables as new ones', async () => {
    await brought()
    await using(async () => undefined)
    const fresh = {
      evidence: await (await cluster()).database(),
      keys: await (await cluster()).database(),
    }
    await within(fresh.evidence.owner, (db) => migrate(db, EVIDENCE, ROLE))
    await within(fresh.keys.owner, (db) => migrate(db, KEY_TABLES, ROLE))
    const of = (url?: string) => within(url, shape)
    expect(await of(env['CANDOUR_POSTGRES_OWNER'])).to.deep.equal(await of(fresh.evidence.owner))
    expect(await of(env['CANDOUR_POSTGRES_KEYS'])).to.deep.equal(await of(fresh.keys.owner))
  })
})

/** Tables, columns, guards, functions, and how far they were brought. */
async function shape(db: Database): Promise<unknown> {
  const asked = [
    `SELECT table_name, column_name, data_type, collation_name, is_nullable FROM information_schema.columns
     WHERE table_schema = 'public' ORDER BY 1, 2`,
    `SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1`,
    `SELECT tgrelid::regclass::text AS of, tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`,
    'SELECT version FROM schema_version ORDER BY 1',
  ]
  const found: unknown[] = []
  for (const sql of asked) found.push(await db.query(sql))
  return found
}
