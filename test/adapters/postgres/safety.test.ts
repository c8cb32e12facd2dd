import { expect } from 'chai'
import { setTimeout as pause } from 'node:timers/promises'
import { type Database, openDatabase } from '../../../adapters/postgres/database.ts'
import { checkSettings } from '../../../adapters/postgres/safety.ts'
import { EVIDENCE } from '../../../adapters/postgres/schema.ts'
import { createPostgresStore } from '../../../adapters/postgres/store.ts'
import { type Cluster, cluster, ROLE, type TestDatabase } from '../../support/postgres.ts'
import { fresh, record, sitting, turn } from '../turns.ts'

const codeOf = (error: unknown) => (error as { code?: string }).code
const textOf = (error: unknown) => String(error)

describe('PostgreSQL, before it is trusted', function () {
  this.timeout(60_000)
  let server: Cluster
  let made: TestDatabase
  before(async () => {
    server = await cluster()
    made = await server.database(EVIDENCE)
  })

  describe('the role that serves', () => {
    let db: Database
    before(async () => {
      db = openDatabase({ url: made.url })
      const store = await createPostgresStore({ url: made.url })
      const id = fresh('c')
      const one = turn(id, 0, { records: [record('open', 0)], sittings: [sitting('over', id)] })
      await store.commit(one)
      await store.endSitting('over')
      await store.keepBundle('digest', 'words')
      await store.erase([fresh('c')])
      const log = store.log('clinic-1')
      const lease = await log.lease()
      const nodes = [{ level: 0, n: 0, hash: new Uint8Array(32) }]
      const at = '2026-03-01T09:00:00.000Z' as const as never
      await log.append(lease, { from: 0, records: [], nodes: [], signed: 'none', at })
      const records = [one.records[0]!.recordId]
      await log.append(lease, { from: 0, records, nodes, signed: 'one', at })
      await store.close()
    })
    after(() => db.close())

    const evidence = {
      record: `leaf = 'other'`,
      log_entry: 'n = 9',
      log_node: 'n = 9',
      bundle: `text = 'other'`,
      erased: `consultation = 'other'`,
      ended: `sitting = 'other'`,
    }
    for (const [table, change] of Object.entries(evidence)) {
      for (const [how, sql] of [
        ['changes', `UPDATE ${table} SET ${change}`],
        ['deletes', `DELETE FROM ${table}`],
        ['empties', `TRUNCATE ${table} CASCADE`],
        ['drops', `DROP TABLE ${table} CASCADE`],
        ['takes the guards off', `ALTER TABLE ${table} DISABLE TRIGGER ALL`],
      ] as const) {
        it(`never ${how} ${table}`, async () => {
          const before = await db.query(`SELECT * FROM ${table}`)
          expect(before).to.not.have.length(0)
          const refused: unknown = await db.query(sql).catch(codeOf)
          expect(refused, sql).to.equal('42501')
          expect(await db.query(`SELECT * FROM ${table}`)).to.deep.equal(before)
        })
      }
    }

    it('is not the only one that is refused: so is the owner, as long as the guards are there', async () => {
      const db = openDatabase({ url: made.owner })
      for (const table of ['record', 'log_entry', 'log_node', 'bundle', 'erased', 'ended']) {
        for (const sql of [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]) {
          expect(await db.query(sql).catch(textOf), sql).to.contain('is never changed or deleted')
        }
      }
      await db.close()
    })

    it('cannot put a log back to an earlier size or lease', async () => {
      for (const sql of ['UPDATE log SET size = 0', 'UPDATE log SET lease = 0']) {
        expect(await db.query(sql).catch(textOf), sql).to.contain('a log only grows')
      }
    })

    it('cannot leave a gap between records', async () => {
      const sql = `INSERT INTO record (consultation, stream, seq, record_id, leaf, key, iv, body)
        SELECT consultation, stream, 7, 'new', leaf, key, iv, body FROM record`
      expect(await db.query(sql).catch(textOf)).to.contain('must follow the last one')
    })
  })

  const start = async (url: string, rest: object = {}): Promise<unknown> => {
    try {
      const store = await createPostgresStore({ url, ...rest })
      await store.close()
      return 'started'
    } catch (error) {
      return `${codeOf(error)}: ${textOf(error)}`
    }
  }

  it('is refused by a superuser, who may change everything', async () => {
    expect(await start(made.owner)).to.match(/^store\/unsafe.*postgres.*superuser/s)
  })

  it('is refused by a role that somebody gave a right too many, by its name', async () => {
    const other = await server.database(EVIDENCE)
    expect(await start(other.url)).to.equal('started')
    await server.admin(`GRANT UPDATE ON log_node TO ${ROLE}`, other.name)
    expect(await start(other.url)).to.match(/store\/unsafe.*log_node.*UPDATE/s)
  })

  const TOO_MUCH = [
    [`GRANT UPDATE (body, leaf) ON record TO ${ROLE}`, /record.*may UPDATE/s],
    [`GRANT TRIGGER ON record TO ${ROLE}`, /record.*may TRIGGER/s],
    [
      `CREATE ROLE keeper; GRANT DELETE ON record TO keeper; GRANT keeper TO ${ROLE} WITH INHERIT FALSE`,
      /record.*keeper may DELETE/s,
    ],
    [`ALTER DATABASE :name OWNER TO ${ROLE}`, /owns it/],
    [`ALTER TABLE log_node OWNER TO ${ROLE}`, /log_node.*owns it/s],
    [`ALTER ROLE ${ROLE} CREATEROLE`, /may make roles/],
    [`ALTER ROLE ${ROLE} REPLICATION`, /may copy the whole server/],
    [`GRANT pg_execute_server_program TO ${ROLE}`, /may write the server’s files/],
  ] as const
  const TAKEN_BACK = `REVOKE pg_execute_server_program FROM ${ROLE};
    ALTER ROLE ${ROLE} NOCREATEROLE NOREPLICATION`

  for (const [given, said] of TOO_MUCH) {
    it(`is refused after ${given.split(';')[0]}`, async () => {
      const other = await server.database(EVIDENCE)
      try {
        await server.admin(given.replace(':name', other.name), other.name)
        expect(await start(other.url))
          .to.match(/^store\/unsafe/)
          .and.match(said)
      } finally {
        await server.admin(TAKEN_BACK, other.name)
        const left = 'DROP OWNED BY keeper; DROP ROLE keeper'
        if (given.includes('keeper')) await server.admin(left, other.name)
      }
      expect(await start(made.url)).to.equal('started')
    })
  }

  it('is looked at again on each new connection', async () => {
    const other = await server.database(EVIDENCE)
    const store = await createPostgresStore({ url: other.url, connections: 1 })
    await server.admin(`GRANT DELETE ON record TO ${ROLE}`, other.name)
    await server.admin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = '${other.name}' AND usename = '${ROLE}'`)
    await pause(100)
    expect(await store.commit(turn(fresh('c'))).catch(codeOf)).to.equal('store/unsafe')
    await store.close()
  })

  it('is refused where a commit is not waited for, also for this role or database alone', async () => {
    const other = await server.database(EVIDENCE)
    await server.admin(`ALTER DATABASE ${other.name} SET synchronous_commit = off`)
    expect(await start(other.url)).to.match(/store\/unsafe.*synchronous_commit.*off, not on/s)
    await server.admin(`ALTER DATABASE ${other.name} RESET synchronous_commit`)
    await server.admin(`ALTER ROLE ${ROLE} IN DATABASE ${other.name} SET synchronous_commit = off`)
    expect(await start(other.url)).to.match(/store\/unsafe.*synchronous_commit/s)
  })

  async function within(settings: Record<string, string>, work: () => Promise<void>) {
    const set = async (sql: (name: string, value: string) => string) => {
      for (const [name, value] of Object.entries(settings)) await server.admin(sql(name, value))
      await server.admin('SELECT pg_reload_conf()')
    }
    const shows = async (is: (name: string) => string | undefined) => {
      const db = openDatabase({ url: made.owner, connections: 1 })
      for (let tries = 0; tries < 200; tries += 1) {
        const rows = await db.query('SELECT name, setting FROM pg_settings')
        const ok = (name: string) =>
          rows.some((row) => row['name'] === name && row['setting'] === is(name))
        if (Object.keys(settings).every(ok)) break
        await pause(25)
      }
      await db.close()
    }
    try {
      await set((name, value) => `ALTER SYSTEM SET ${name} = '${value}'`)
      await shows((name) => settings[name])
      await work()
    } finally {
      await set((name) => `ALTER SYSTEM RESET ${name}`)
      await shows((name) => (name === 'synchronous_standby_names' ? '' : 'on'))
    }
  }

  it('is refused where it does not flush, naming each setting', () =>
    within({ fsync: 'off', full_page_writes: 'off' }, async () => {
      expect(await start(made.url)).to.match(/store\/unsafe.*fsync.*full_page_writes/s)
    }))

  it('says what an acknowledged turn survives: no standby is asked here', async () => {
    const store = await createPostgresStore({ url: made.url })
    expect(store.standing.grade).to.equal('single')
    expect(store.standing.version).to.match(/^\d+/)
    await store.close()
    expect(await start(made.url, { grade: 'sync' })).to.match(/store\/unsafe.*single, not sync/s)
  })

  it('says so where a standby must confirm, unless a commit does not wait for it', () =>
    within({ synchronous_standby_names: 'elsewhere' }, async () => {
      const db = openDatabase({ url: made.url, connections: 1 })
      const grade = async (wanted?: 'sync' | 'sync-strict') =>
        (await checkSettings(db.query, wanted)).grade
      expect(await grade()).to.equal('sync')
      expect(await grade('sync')).to.equal('sync')
      expect(await grade('sync-strict')).to.equal('sync-strict')
      await db.query('SET synchronous_commit = local')
      expect(await grade()).to.equal('single')
      expect(await grade('sync').catch(codeOf)).to.equal('store/unsafe')
      await db.close()
    }))

  it('acknowledges nothing when somebody cancels the wait for a standby', () =>
    within({ synchronous_standby_names: 'elsewhere' }, async () => {
      const store = await createPostgresStore({ url: made.url, grade: 'sync-strict' })
      const taken = store.commit(turn(fresh('c'))).catch(codeOf)
      await cancelWaiting()
      expect(await taken).to.equal('store/failed')
      await store.close()
    }))

  /** As an administrator does who wants a server to go on without its standby. */
  async function cancelWaiting() {
    const waiting = `SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'`
    const db = openDatabase({ url: made.owner, connections: 1 })
    for (let tries = 0; tries < 200; tries += 1) {
      const [row] = await db.query(waiting)
      if (Number(row?.['count']) > 0) break
      await pause(25)
    }
    await db.close()
  }

  it('takes no turn in grade sync-strict once no standby is asked any more', async () => {
    let store: Awaited<ReturnType<typeof createPostgresStore>> | undefined
    await within({ synchronous_standby_names: 'elsewhere' }, async () => {
      store = await createPostgresStore({ url: made.url, grade: 'sync-strict' })
      expect(store.standing.grade).to.equal('sync-strict')
    })
    const id = fresh('c')
    expect(await store!.commit(turn(id)).catch(codeOf)).to.match(/^store\/(failed|unsafe)$/)
    await store!.close()
    const plain = await createPostgresStore({ url: made.url })
    expect(await plain.load(id)).to.deep.equal([])
    await plain.close()
  })

  it('changes nothing in a transaction either, as where the keys are kept', async () => {
    const made = await server.database()
    const db = openDatabase({ url: made.owner, strict: true })
    const make = () => db.within((query) => query('CREATE TABLE made ()'))
    expect(await make().catch(codeOf)).to.equal('store/failed')
    const [row] = await db.query(`SELECT to_regclass('made') AS made`)
    expect(row).to.deep.equal({ made: null })
    await within({ synchronous_standby_names: 'elsewhere' }, async () => {
      const waits = make().catch(codeOf)
      await cancelWaiting()
      expect(await waits, 'and not when the wait was cancelled').to.equal('store/failed')
    })
    await db.close()
  })
})
