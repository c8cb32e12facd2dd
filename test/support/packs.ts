/** Packs of made-up consultations, made and checked by the real parts. */
import { readBundle } from '../../adapters/files/content.ts'
import { readMachines } from '../../adapters/files/machines.ts'
import { createPress } from '../../adapters/pdf/press.ts'
import { decidingOf, machines, wordsOf } from '../../adapters/programs/house.ts'
import { makePack } from '../../bot/evidence/pack/pack.ts'
import { readZip } from '../../bot/evidence/verify/zip.ts'
import type { Maker } from '../../bot/evidence/verify/page.ts'
import type { Installed } from '../../bot/evidence/verify/replay.ts'
import type { Log, Store, Stream } from '../../bot/ports.ts'
import { type OpenClinic, shipped } from './clinic.ts'
import { alike } from './twice.ts'
import { logBeside, type LogOptions } from './log.ts'

export const installed: Installed = { machines: machines.digest, houseOf: decidingOf }
/** What makes a readable page here. */
export const maker: Maker = { engine: machines.engine, wordsOf }

/** A pack of a consultation of that clinic, from a log in memory. */
export async function packOf(
  clinic: OpenClinic,
  consultation: string,
  options: LogOptions & { readonly stream?: Stream; readonly log_?: Log } = {},
): Promise<Uint8Array> {
  const { store, parts } = clinic
  await keepBundles(store)
  const log = options.log_ ?? logBeside(store, 'demo', options)
  const packing = { log, press: createPress() }
  return makePack(parts, packing, consultation, options.stream ?? 'open')
}

/** What a program keeps at its start. */
export async function keepBundles(store: Store): Promise<void> {
  await store.keepBundle(shipped.digest, JSON.stringify(readBundle()))
  await store.keepBundle(shipped.machines, JSON.stringify(readMachines()))
}

/**
 * All that a file of the open stream says, with ids and times made alike. Where its leaves stand
 * among the clinic’s others is the log’s, and the list of files only counts what is here.
 */
export async function packSaid(clinic: OpenClinic, consultation: string): Promise<string> {
  const { parts, store } = clinic
  const press = { pdf: async (page: unknown) => new TextEncoder().encode(JSON.stringify(page)) }
  const log = logBeside(store)
  const bytes = await makePack(parts, { log, press }, consultation, 'open')
  const files = [...readZip(bytes)].filter(([path]) => !/^(proofs|MANIFEST|checkpoint)/.test(path))
  const told = files.map(([path, data]) => [
    ...[path, data.length],
    path.endsWith('.nonce') ? '' : Buffer.from(data).toString('utf8'),
  ])
  return alike(told)
}
