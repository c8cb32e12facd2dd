import pg from 'pg'
import { Cluster, ROLE, TestServer } from '../../support/postgres.ts'

/** A PostgreSQL that a campaign may end and start again, with nobody else on it. */
export interface OwnPostgres {
  readonly server: TestServer
  readonly cluster: Cluster
}

export async function ownPostgres(...settings: readonly string[]): Promise<OwnPostgres> {
  const server = await TestServer.create()
  await server.start(...settings)
  const made = new Cluster((user, name) => server.url(user, name))
  await made.admin(`CREATE ROLE ${ROLE} LOGIN`)
  return { server, cluster: made }
}

/** What one statement answers, on a connection of its own. */
export async function rowsOf(
  url: string,
  sql: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

/** The same address, as whoever owns the tables. */
export function asOwner(url: string): string {
  const owner = new URL(url)
  owner.username = 'postgres'
  return owner.href
}
