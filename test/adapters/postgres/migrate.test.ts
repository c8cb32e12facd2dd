import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { KEY_STEPS } from '../../../adapters/keys/database.ts'
import { KEY_TABLES } from '../../../adapters/keys/postgres-schema.ts'
import { type Database, openDatabase } from '../../../adapters/postgres/database.ts'
import { migrate, type Schema } from '../../../adapters/postgres/migrate.ts'
import { EVIDENCE } from '../../../adapters/postgres/schema.ts'
import { createPostgresStore } from '../../../adapters/postgres/store.ts'
import { cluster, ROLE, type TestDatabase } from '../../support/postgres.ts'

/** By tag: how many steps a release had, and the digest of each. Written when it is tagged. */
const released = JSON.parse(
  readFileSync(new URL('released.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, readonly string[]>>

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const codeOf = (error: unknown) => (error as { code?: string }).code
const upTo = (schema: Schema, steps: number): Schema => ({
  ...schema,
  steps: schema.steps.slice(0, steps),
  grants: () => 'SELECT 1',
})

describe('the tables in PostgreSQL', function () {
  this.timeout(60_000)
  let made: TestDatabase
  let db: Database
  beforeEach(async () => {
    made = await (await cluster()).database()
    db = openDatabase({ url: made.owner })
  })
  afterEach(() => db.close())

  /** What is there: tables, columns, guards, functions and who may do what. */
  async function shape(of: Database): Promise<unknown> {
    const asked = [
      `SELECT table_name, column_name, data_type, collation_name, is_nullable FROM information_schema.columns
       WHERE table_schema = 'public' ORDER BY 1, 2`,
      `SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1`,
      `SELECT tgrelid::regclass::text AS of, tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2`,
      `SELECT table_name, privilege_type FROM information_schema.role_table_grants
       WHERE grantee = '${ROLE}' ORDER BY 1, 2`,
    ]
    return Promise.all(asked.map((sql) => of.query(sql)))
  }

  it('are made from nothing, once, and nothing is done the second time', async () => {
    expect(await migrate(db, EVIDENCE, ROLE)).to.equal(EVIDENCE.steps.length)
    const before = await shape(db)
    expect(await migrate(db, EVIDENCE, ROLE)).to.equal(0)
    expect(await shape(db)).to.deep.equal(before)
    const store = await createPostgresStore({ url: made.url })
    await store.close()
  })

  it('are made once by five that start at the same time', async () => {
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => migrate(db, EVIDENCE, ROLE)))
    expect(all.reduce((sum, one) => sum + one)).to.equal(EVIDENCE.steps.length)
  })

  it('come out the same from every earlier version as from nothing', async () => {
    await migrate(db, EVIDENCE, ROLE)
    const fresh = await shape(db)
    for (let steps = 0; steps < EVIDENCE.steps.length; steps += 1) {
      const other = openDatabase({ url: (await (await cluster()).database()).owner })
      await migrate(other, upTo(EVIDENCE, steps), ROLE)
      await migrate(other, EVIDENCE, ROLE)
      expect(await shape(other), `after ${steps} steps`).to.deep.equal(fresh)
      await other.close()
    }
  })

  it('have in every release the steps that it was tagged with, and so have the keys', () => {
    const kinds = [EVIDENCE, KEY_TABLES, { kind: 'candour keys in a folder', steps: KEY_STEPS }]
    for (const [tag, of] of Object.entries(released)) {
      expect(kinds.map(({ kind }) => kind)).to.include.members(Object.keys(of))
      for (const { kind, steps } of kinds) {
        const were = of[kind] ?? []
        const now = steps.slice(0, were.length).map(digest)
        expect(now, `${tag}, ${kind}: add a step, change none`).to.deep.equal(were)
      }
    }
  })

  it('are in what 0.1.0 wrote made by the steps that it was tagged with', () => {
    for (const [file, kind] of [
      ['released-0.1.0.sql', EVIDENCE.kind],
      ['released-0.1.0-keys.sql', KEY_TABLES.kind],
    ] as const) {
      const text = readFileSync(new URL(file, import.meta.url), 'utf8')
      const [, made = ''] = text.split(/^-- What it .*\n/m)
      expect([digest(made)], file).to.deep.equal(released['0.1.0']?.[kind])
    }
  })

  it('are undone whole where a step fails', async () => {
    const broken = { ...EVIDENCE, steps: [...EVIDENCE.steps, 'CREATE TABLE more (); SELECT 1/0'] }
    expect(await migrate(db, broken, ROLE).catch(codeOf)).to.equal('store/failed')
    expect(
      await db.query(`SELECT FROM pg_class WHERE relname IN ('more', 'record')`),
    ).to.have.length(0)
  })

  it('are not served before they are there, and the error says what to do', async () => {
    const error: unknown = await createPostgresStore({ url: made.url }).catch((e: unknown) => e)
    expect(codeOf(error)).to.equal('store/another-format')
    expect(String(error)).to.contain('npm run migrate')
  })

  it('are left alone when a later version made them', async () => {
    const later = { ...EVIDENCE, steps: [...EVIDENCE.steps, 'CREATE TABLE later ()'] }
    await migrate(db, later, ROLE)
    expect(await migrate(db, EVIDENCE, ROLE).catch(codeOf)).to.equal('store/another-format')
    expect(await createPostgresStore({ url: made.url }).catch(codeOf)).to.equal(
      'store/another-format',
    )
  })

  it('are not made beside those of another kind', async () => {
    await migrate(db, { kind: 'something else', steps: [], grants: () => 'SELECT 1' }, ROLE)
    expect(await migrate(db, EVIDENCE, ROLE).catch(codeOf)).to.equal('store/another-format')
    expect(await db.query(`SELECT FROM pg_class WHERE relname = 'record'`)).to.have.length(0)
  })
})
