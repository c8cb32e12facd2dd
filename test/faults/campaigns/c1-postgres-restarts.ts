import { setTimeout as pause } from 'node:timers/promises'
import { sharedSettings } from '../../support/instances.ts'
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

/** The sabotage: what is written is said to be there before it is on disk, however the settings read. */
const EARLY = `
CREATE FUNCTION early() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
  RETURN NULL;
END $$;
DO $$
DECLARE every text;
BEGIN
  FOR every IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('CREATE TRIGGER early BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION early()', every);
  END LOOP;
END $$`
const LATE = ['wal_writer_delay=10s', 'wal_writer_flush_after=0']
