import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from '../support/server.ts'
import { Acting } from './acting.ts'
import { Patient } from './patient.ts'
import { asOwner, rowsOf } from './postgres/own.ts'
import type { Among, Talking } from './talking.ts'

export interface Killing {
  readonly settings: Talking['settings']
  readonly times: number
  readonly random: () => number
  /** Of whom nothing is said here, and whose records are counted as well. */
  readonly others: Patient[]
}

export interface Killed {
  kills: number
  /** Those that led the log as they were killed. */
  readonly leaders: Set<string>
  /** How often somebody at the desk was waiting for the one that was killed. */
  desks: number
  readonly faults: string[]
}

/** Which instance leads is noted by what it is called as it asks to. */
export const NOTING = `
CREATE TABLE led (leader text PRIMARY KEY, instance text NOT NULL);
CREATE FUNCTION note_leader() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
  INSERT INTO led VALUES (NEW.leader, current_setting('application_name')) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER notes AFTER INSERT OR UPDATE OF leader ON log
  FOR EACH ROW WHEN (NEW.leader IS NOT NULL) EXECUTE FUNCTION note_leader()`

/** The settings of the instance of that number, under a name of its own. */
export function named(
  settings: Talking['settings'],
): (instance: number) => Readonly<Record<string, string>> {
  return (instance) => {
    const url = new URL(settings['CANDOUR_POSTGRES'] ?? '')
    url.searchParams.set('application_name', String(instance))
    return { CANDOUR_POSTGRES: url.href }
  }
}

/** One after another is killed: the one that leads, the one that somebody at the desk is with, and any. */
export async function killAgain(options: Killing, among: Among): Promise<Killed> {
  const { times, random } = options
  const killed: Killed = { kills: 0, leaders: new Set(), desks: 0, faults: [] }
  const acting = await begin(options, among)
  const up = new Set(among.servers)
  const goesOn = () => killed.kills < times && among.talking()
  const acts = (async () => {
    while (goesOn()) await acting.act()
  })()
  const coming = new Set<Promise<unknown>>()
  while (goesOn()) {
    await pause(100 + random() * 500)
    while (up.size < 2) await Promise.race(coming)
    const { leader, server } = await leading(options, among)
    const victim = await nextOf(options, { ...among, up }, acting, killed)
    if (!victim.alive) killed.faults.push('an instance ended by itself')
    if (server === victim) killed.leaders.add(leader)
    killed.desks += victim === acting.at && acting.busy ? 1 : 0
    killed.kills += 1
    up.delete(victim)
    const back: Promise<unknown> = again(victim, among).then(
      () => (up.add(victim), coming.delete(back)),
    )
    coming.add(back)
  }
  await Promise.all([acts, ...coming])
  const [patient] = options.others
  if (patient) patient.taken += acting.done
  await sealed(options, killed)
  killed.faults.push(...acting.faults)
  return killed
}

/** Somebody who has said enough to be known at the desk, and says nothing more. */
async function begin({ settings, others }: Killing, { live }: Among): Promise<Acting> {
  const [at] = [...live] as [Server]
  const patient = new Patient(() => at.url, 'at the desk')
  await patient.begin()
  await patient.answer(7)
  others.push(patient)
  const sitting = `SELECT consultation FROM sitting WHERE id = '${patient.conversation}'`
  const [row] = await rowsOf(asOwner(settings['CANDOUR_POSTGRES'] ?? ''), sitting)
  const acting = new Acting(live, at, String(row?.['consultation']))
  await acting.begin()
  return acting
}

/** Those that nobody is killing. */
interface Up extends Among {
  readonly up: ReadonlySet<Server>
}

async function nextOf(options: Killing, among: Up, acting: Acting, killed: Killed) {
  const { up } = among
  const all = [...up]
  const any = all[Math.floor(options.random() * all.length)] as Server
  if (killed.kills % EACH === 0) return (await newLeader(options, among, killed)) ?? any
  if (killed.kills % EACH !== 2 || !up.has(acting.at)) return any
  for (let n = 0; n < 100 && !acting.busy; n += 1) await pause(2)
  await pause(options.random() * 10)
  return up.has(acting.at) ? acting.at : any
}

/** Of so many, one leads, and at one there is somebody at the desk. */
const EACH = 5
/** Milliseconds, longer than nobody else may lead for. */
const PATIENCE = 20_000

/** Whoever leads since the last one that led was killed. */
async function newLeader(options: Killing, among: Up, { leaders, faults }: Killed) {
  const until = performance.now() + PATIENCE
  while (performance.now() < until) {
    const { leader, server } = await leading(options, among)
    if (server && !leaders.has(leader)) {
      if (!among.up.has(server)) return undefined
      leaders.add(leader)
      return server
    }
    await pause(100)
  }
  faults.push('nobody leads the log after the one that led was killed')
  return undefined
}

/** The last one that asked to lead and may, whether it is still there or not. */
async function leading({ settings }: Killing, { servers }: Among) {
  const who = 'SELECT leader, instance FROM log JOIN led USING (leader)'
  const [row] = await rowsOf(asOwner(settings['CANDOUR_POSTGRES'] ?? ''), who)
  return { leader: String(row?.['leader']), server: servers[Number(row?.['instance'])] }
}

async function again(victim: Server, { live }: Among): Promise<void> {
  await victim.kill()
  live.delete(victim)
  await victim.start()
  live.add(victim)
}

/** All that was said is under a checkpoint in the end, and others have led than those that were killed. */
async function sealed({ settings }: Killing, { leaders, faults }: Killed): Promise<void> {
  const url = asOwner(settings['CANDOUR_POSTGRES'] ?? '')
  const all = `SELECT signed = published AND NOT EXISTS (SELECT FROM unsealed) AS all, leader FROM log`
  const until = performance.now() + PATIENCE
  for (;;) {
    const [row] = await rowsOf(url, all)
    if (row?.['all'] === true && !leaders.has(String(row['leader']))) return
    if (performance.now() > until) break
    await pause(200)
  }
  faults.push('the log does not go on under another leader')
}
