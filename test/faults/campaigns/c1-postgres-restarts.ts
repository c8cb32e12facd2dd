import { setTimeout as pause } from 'node:timers/promises'
import { sharedSettings } from '../../support/instances.ts'
import { ROLE } from '../../support/postgres.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { asOwner, ownPostgres, rowsOf } from '../postgres/own.ts'
import { randomOf } from '../random.ts'
import { failuresOf, talkThrough } from '../talking.ts'

const RESTARTS: Record<Depth, number> = { short: 3, nightly: 100, release: 1000 }

export const campaign: Campaign = {
  row: 'C1',
  says: 'PostgreSQL is ended at once and started again while patients answer through two instances: nothing acknowledged is lost or doubled.',
  promises: [1, 2],
  run: (depth, seed) => restarts(RESTARTS[depth], seed, false),
  control: (seed) => restarts(3, seed, true),
}

async function restarts(many: number, seed: number, sabotaged: boolean): Promise<Trials> {
  const random = randomOf(seed)
  const { server, cluster } = await ownPostgres(...(sabotaged ? LATE : []))
  try {
    const settings = await sharedSettings(cluster)
    if (sabotaged) await rowsOf(asOwner(settings.CANDOUR_POSTGRES ?? ''), EARLY)
    let done = 0
    const talked = await talkThrough({
      ...{ settings, instances: 2, consultations: 12, atOnce: 12 },
      trouble: async ({ talking }) => {
        await pause(1000)
        for (; done < many && talking(); done += 1) {
          await pause(300 + random() * 700)
          await server.end('SIGQUIT')
          await server.start(...(sabotaged ? LATE : []))
        }
      },
    })
    return { trials: done, failures: failuresOf(talked) }
  } finally {
    server.destroy()
  }
}

/** The sabotage: what is written is said to be there before it is on disk, whatever the settings say. */
const EARLY = `
CREATE VIEW public.pg_settings AS SELECT name,
  CASE name WHEN 'synchronous_commit' THEN 'on' ELSE setting END AS setting
FROM pg_catalog.pg_settings;
GRANT SELECT ON public.pg_settings TO PUBLIC;
DO $$
BEGIN
  EXECUTE format('ALTER ROLE ${ROLE} IN DATABASE %I SET search_path = public, pg_catalog', current_database());
  EXECUTE format('ALTER ROLE ${ROLE} IN DATABASE %I SET synchronous_commit = off', current_database());
END $$`
/** Nor does anybody else have it written soon. */
const LATE = ['wal_writer_delay=10s', 'wal_writer_flush_after=1GB', 'autovacuum=off']
