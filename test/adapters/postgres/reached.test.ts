import { expect } from 'chai'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openKeyDatabase, openPostgres } from '../../../adapters/programs/data-postgres.ts'
import { keysInPostgres } from '../../../adapters/programs/keys-postgres.ts'
import { migrateEvidence } from '../../../adapters/programs/migrate.ts'
import { readPostgres } from '../../../adapters/programs/reading-postgres.ts'
import { reaching } from '../../../adapters/postgres/reached.ts'
import { EVIDENCE } from '../../../adapters/postgres/schema.ts'
import { createChance } from '../../../adapters/config/chance.ts'
import { CandourError } from '../../../bot/errors.ts'
import { cluster } from '../../support/postgres.ts'
import { newFolder } from '../folder.ts'

const SECRET = 'zebra-password'

async function failure(work: () => Promise<unknown>): Promise<CandourError> {
  const error: unknown = await work().then(
    () => new Error('it was reached'),
    (reason: unknown) => reason,
  )
  if (error instanceof CandourError) return error
  throw error as Error
}

describe('a PostgreSQL that cannot be reached', function () {
  this.timeout(90_000)
  let url: string
  let kek: string
  before(async () => {
    url = (await (await cluster()).database(EVIDENCE)).url
    kek = join(newFolder(), 'kek')
    writeFileSync(kek, Buffer.alloc(32, 7))
    chmodSync(kek, 0o400)
  })

  const changed = (change: (url: URL) => void) => {
    const other = new URL(url)
    change(other)
    return other.href
  }
  const cases: [string, (url: URL) => void, RegExp][] = [
    ['nobody listens', (at) => (at.port = '1'), /nothing listens/],
    ['there is no such host', (at) => (at.hostname = 'nowhere.invalid'), /host|looked up/],
    ['there is no such role', (at) => (at.username = 'nobody_at_all'), /role|password/],
    ['there is no such database', (at) => (at.pathname = '/nothing'), /no such database/],
    ['it speaks no TLS', (at) => (at.search = '?sslmode=verify-full'), /TLS/],
    [
      'the root is not there',
      (at) => (at.search = `?sslmode=verify-full&sslrootcert=/no/root`),
      /file/,
    ],
  ]
  for (const [what, change, why] of cases) {
    it(`says where, as whom and why: ${what}`, async () => {
      const other = changed(change)
      const settings = { url: other, keys: url, grade: 'single' as const }
      const found = [
        await failure(() => openPostgres(settings, kek, createChance())),
        await failure(() => readPostgres(settings, kek)),
        await failure(() => openKeyDatabase(other, 'single')),
        await failure(() => keysInPostgres({ ...settings, keys: other }, kek, [], () => {}, 0)),
      ]
      for (const { code, details, message } of found) {
        expect(code).to.equal('store/not-reached')
        const { hostname, username } = new URL(other)
        expect(details).to.include({ host: hostname, role: username })
        expect(details['why']).to.match(why)
        expect(message).to.not.match(/SELECT|disk/)
      }
    })
  }

  it('is said by npm run migrate too', async () => {
    const lines: string[] = []
    const env = {
      CANDOUR_POSTGRES: changed((at) => (at.port = '1')),
      CANDOUR_POSTGRES_OWNER: changed((at) => (at.port = '1')),
      CANDOUR_POSTGRES_KEYS: 'postgres://keys@127.0.0.1/keys',
      CANDOUR_KEK_FILE: kek,
    }
    expect(await migrateEvidence(env, (line) => void lines.push(line))).to.equal(1)
    expect(lines.join()).to.include('store/not-reached')
  })

  it('is not what is said of a statement that failed, and never a word of a password', async () => {
    const refused = Object.assign(new Error(`denied ${SECRET}`), {
      code: '42501',
      severity: 'ERROR',
    })
    const failed = new CandourError('store/failed', {}, { cause: refused })
    expect(await failure(() => reaching(url, () => Promise.reject(failed)))).to.equal(failed)
    for (const known of [
      { code: '28P01', severity: 'FATAL' },
      { code: '99999', severity: 'FATAL' },
      { code: 'CERT_NOT_YET_VALID' },
    ]) {
      const cause = Object.assign(new Error(`for ${SECRET}`), known)
      const { code, message } = await failure(() => reaching(url, () => Promise.reject(cause)))
      expect(code).to.equal('store/not-reached')
      expect(message).to.not.include(SECRET)
    }
    const noFile = new Error('SASL: client password must be a string')
    const { details } = await failure(() => reaching(url, () => Promise.reject(noFile)))
    expect(details['why']).to.include('PGPASSFILE')
  })
})
