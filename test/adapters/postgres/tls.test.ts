import { expect } from 'chai'
import { join } from 'node:path'
import { openDatabase } from '../../../adapters/postgres/database.ts'
import { EVIDENCE } from '../../../adapters/postgres/schema.ts'
import { createPostgresStore } from '../../../adapters/postgres/store.ts'
import {
  type Certificates,
  certificatesFor,
  lacksCertificates,
} from '../../support/certificates.ts'
import { Cluster, TestServer } from '../../support/postgres.ts'
import { skip } from '../../support/skip.ts'
import { newFolder } from '../folder.ts'
import { fresh, turn } from '../turns.ts'

const NAME = 'localhost'

describe('an address of PostgreSQL with sslmode=verify-full', function () {
  this.timeout(60_000)
  let server: TestServer | undefined
  let own: Certificates
  let url: (host: string, root: string) => string
  before(async function () {
    const lacks = lacksCertificates()
    if (lacks) skip.call(this, lacks)
    if (process.env['CANDOUR_TEST_PG']) skip.call(this, 'the server of CANDOUR_TEST_PG is not ours')
    own = certificatesFor(NAME, newFolder())
    server = await TestServer.create()
    server.encrypt(own)
    await server.start('ssl=on')
    const { port } = server
    const made = new Cluster((user, name) => `postgres://${user}@127.0.0.1:${port}/${name}`)
    await made.admin('CREATE ROLE candour_serves LOGIN')
    const { name } = await made.database(EVIDENCE)
    url = (host, root) =>
      `postgres://candour_serves@${host}:${port}/${name}?sslmode=verify-full&sslrootcert=${root}`
  })
  after(() => server?.destroy())

  it('is spoken to in cipher, by a server whose certificate the root signed for that name', async () => {
    const db = openDatabase({ url: url(NAME, own.root) })
    const asked = await db.query(
      'SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
    )
    await db.close()
    expect(asked).to.deep.equal([{ ssl: true, version: 'TLSv1.3' }])
    const store = await createPostgresStore({ url: url(NAME, own.root) })
    expect(await store.commit(turn(fresh('c')))).to.equal('committed')
    await store.close()
  })

  it('is not believed to be a server whose certificate another root signed', async () => {
    const { root } = certificatesFor(NAME, newFolder())
    expect(await refusalOf(url(NAME, root))).to.match(/signature|self-signed|verify/i)
  })

  it('is not believed to be a server whose certificate is for another name', async () => {
    expect(await refusalOf(url('127.0.0.1', own.root))).to.match(
      /IP: 127\.0\.0\.1 is not in the cert/,
    )
  })

  it('is refused where the root is not where it is said to be', async () => {
    const missing = join(newFolder(), 'nothing.crt')
    expect(await refusalOf(url(NAME, missing))).to.include('nothing.crt')
  })
})

/** Why there is no store at that address. */
async function refusalOf(url: string): Promise<string> {
  try {
    const store = await createPostgresStore({ url })
    await store.close()
    return 'taken'
  } catch (error) {
    const { message, cause } = error as Error
    return `${message} ${cause instanceof Error ? cause.message : ''}`
  }
}
