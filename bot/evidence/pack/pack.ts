import { createHash } from 'node:crypto'
import { bundleIndex, type Source } from '../../../content/catalogue.ts'
import type { Parts } from '../../case.ts'
import { CandourError } from '../../errors.ts'
import type { Log, Packing, Store, Stream } from '../../ports.ts'
import { wordsOf } from '../../reading.ts'
import { replay } from '../../replay.ts'
import type { Words } from '../../words.ts'
import { canonical } from '../canonical.ts'
import { leafHash } from '../seal.ts'
import { chartFiles, waysGone } from './charts.ts'
import { gather, type Gathered } from './gather.ts'
import { htmlOf } from './html.ts'
import { pageOf } from './page.ts'
import { ruleFiles } from './rules.ts'
import { zip } from './zip.ts'

type Files = Map<string, Uint8Array>

/** One file that a third party can check alone. Throws unless every record is in the log. */
export async function makePack(
  parts: Parts,
  { log, press }: Packing,
  consultation: string,
  stream: Stream,
): Promise<Uint8Array> {
  const open = await gather(parts, log, consultation, 'open')
  const own = stream === 'open' ? open : await gather(parts, log, consultation, stream)
  const [first] = own.records
  if (!first) throw new CandourError('evidence/nothing', { consultation, stream })
  const files: Files = new Map()
  addRecords(files, own)
  const words = await wordsOf(parts, [first.payload])
  await addBundles(files, parts.store, own)
  const now = ledTo(words, open)
  add(files, 'pack.json', canonical(claimOf(own, stream)))
  add(files, 'clinic.json', canonical(clinicOf(words)))
  for (const [path, text] of ruleFiles(now)) add(files, path, text)
  const payloads = own.records.map(({ payload }) => payload)
  const gone = await waysGone(words, payloads)
  for (const [path, text] of chartFiles(words, gone)) add(files, path, text)
  const leaves = own.records.map(({ stored }) => stored.leaf)
  const standing = await standingOf(log, own)
  const page = pageOf({ words, now, stream, standing, gone, payloads, leaves })
  add(files, 'record.html', htmlOf(page))
  files.set('record.pdf', await press.pdf(page))
  return zip(files)
}

const add = (files: Files, path: string, text: string): void =>
  void files.set(path, new TextEncoder().encode(text))

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

function addRecords(files: Files, { records, checkpoint, policy }: Gathered): void {
  for (const { stored, bytes, nonce, proof } of records) {
    const name = String(stored.seq).padStart(6, '0')
    files.set(`records/${name}.json`, bytes)
    add(files, `records/${name}.nonce`, Buffer.from(nonce).toString('hex'))
    add(files, `records/${name}.leaf`, stored.leaf)
    add(files, `proofs/${name}.tlog-proof`, proof)
  }
  add(files, 'checkpoint', checkpoint)
  add(files, 'policy', policy)
}

/** Whatever the records cite by digest: words, treatments, the sources of the statecharts. */
async function addBundles(files: Files, store: Store, { records }: Gathered): Promise<void> {
  const cited = records.flatMap(({ payload: { digests } }) => [digests.content, digests.machines])
  for (const one of new Set(cited)) {
    const kept = await store.bundle(one)
    if (kept === undefined) throw new CandourError('content/not-kept', { digest: one })
    const sources = JSON.parse(kept) as Source[]
    add(files, `bundles/${one}.json`, bundleIndex(sources, digest))
    for (const { text } of sources) add(files, `files/${digest(text)}`, text)
  }
}

/** From the open stream alone: nothing else may colour what the page says. */
function ledTo(words: Words, { records }: Gathered) {
  const replayed = replay(
    words.house,
    records.map(({ payload }) => payload),
  )
  if (!replayed.ok) throw new CandourError('evidence/replay-differs', { seq: replayed.seq })
  if (!replayed.consultation) throw new CandourError('evidence/nothing', {})
  return replayed.consultation
}

function claimOf({ records, checkpoint }: Gathered, stream: Stream) {
  const last = records.at(-1)
  if (!last) throw new CandourError('evidence/nothing', {})
  const { log, consultation, mode, seq, after } = last.payload
  return {
    ...{ schema: 'candour/pack@1', log, origin: checkpoint.split('\n')[0] ?? '' },
    ...{ consultation, stream, mode, records: records.length, after },
    head: { seq, leaf: leafHash(last.stored.leaf) },
  }
}

/** The clinic as it describes itself; how its people sign in is nobody else’s. */
function clinicOf({ clinic }: Words): unknown {
  const people = clinic.people.map(({ signIn: _, ...person }) => person)
  return JSON.parse(JSON.stringify({ schema: 'candour/clinic@1', ...clinic, people }))
}

async function standingOf(log: Log, { records }: Gathered): Promise<'sealed' | 'witnessed'> {
  const all = await Promise.all(records.map(({ stored }) => log.standing(stored.recordId)))
  return all.every((one) => one === 'witnessed') ? 'witnessed' : 'sealed'
}
