import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { createChance } from '../../../adapters/config/chance.ts'
import { copyForNow } from '../../../adapters/keys/backup.ts'
import { readKek, readOrMakeKek } from '../../../adapters/keys/kek.ts'
import { keepKek, oldKeks } from '../../../adapters/keys/old-keks.ts'
import {
  currentKek,
  type KekPlace,
  prepareKek,
  rewrap,
  rotateKek,
  settleKek,
} from '../../../adapters/keys/rotate.ts'
import { createSqliteKeys } from '../../../adapters/keys/sqlite.ts'
import type { DataKey } from '../../../bot/ports.ts'
import { newFolder } from '../folder.ts'

const chance = createChance()
const rotator = fileURLToPath(new URL('rotator.ts', import.meta.url))

interface Kept extends KekPlace {
  readonly folder: string
  readonly old: Uint8Array
  readonly made: readonly DataKey[]
}

/** A KEK with the keys of so many people under it. */
async function keep(persons: number): Promise<Kept> {
  const folder = newFolder()
  const place = { file: join(folder, 'kek'), keys: join(folder, 'keys.sqlite') }
  const old = readOrMakeKek({ file: place.file, chance, keys: place.keys })
  const keys = await createSqliteKeys({ path: place.keys, kek: old, chance })
  const made: DataKey[] = []
  for (let n = 0; n < persons; n++) made.push(await keys.stream(`p${n}`, `c${n}`, 'open'))
  await keys.close()
  return { ...place, folder, old, made }
}

async function expectWhole({ keys: path, made }: Kept, kek: Uint8Array): Promise<void> {
  const keys = await createSqliteKeys({ path, kek, chance })
  for (const key of made) expect(await keys.find(key.id)).to.deep.equal(key)
  await keys.close()
}

const opening = async (path: string, kek: Uint8Array): Promise<string> => {
  try {
    await (await createSqliteKeys({ path, kek, chance })).close()
    return 'opens'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('changing the KEK', function () {
  this.timeout(60_000)

  it('keeps every key, and the old KEK opens nothing afterwards', async () => {
    const kept = await keep(20)
    expect(rotateKek(kept, chance)).to.include({ persons: 20, clean: true })
    const now = readKek(kept.file)
    expect(Buffer.from(now).equals(Buffer.from(kept.old))).to.equal(false)
    await expectWhole(kept, now)
    expect(await opening(kept.keys, kept.old)).to.equal('keys/wrong-kek')
    expect(readdirSync(kept.folder)).to.not.include('kek.next')
    if (process.platform !== 'win32') expect(statSync(kept.file).mode & 0o777).to.equal(0o400)
  })

  it('leaves nothing that the old KEK wrapped in any of the files', async () => {
    const kept = await keep(5)
    const db = new DatabaseSync(kept.keys)
    const bodies = db.prepare('SELECT body FROM person_key UNION SELECT body FROM canary').all()
    db.close()
    const holds = (body: unknown) =>
      readdirSync(kept.folder).some((name) =>
        readFileSync(join(kept.folder, name)).includes(Buffer.from(body as Uint8Array)),
      )
    expect(bodies.every(({ body }) => holds(body))).to.equal(true)
    // Whoever closes the file last tidies it: while somebody has it open, that is not enough.
    const reader = new DatabaseSync(kept.keys, { readOnly: true })
    reader.prepare('SELECT * FROM canary').get()
    expect(rotateKek(kept, chance)).to.have.property('clean', true)
    expect(bodies.filter(({ body }) => holds(body))).to.deep.equal([])
    reader.close()
  })

  it('may be done again and again', async () => {
    const kept = await keep(3)
    for (let n = 0; n < 3; n++) rotateKek(kept, chance)
    await expectWhole(kept, settleKek(kept))
  })

  it('keeps the old KEK beside the new one, by its date and for nobody else, and copies open with it', async () => {
    const kept = await keep(2)
    const copy = join(kept.folder, 'copy.sqlite')
    copyForNow(kept.keys, copy)
    const before = new Date().toISOString()
    const { old } = rotateKek(kept, chance)
    expect(readKek(old)).to.deep.equal(kept.old)
    if (process.platform !== 'win32') expect(statSync(old).mode & 0o777).to.equal(0o400)
    expect(old).to.match(/kek-\d{4}-\d\d-\d\dT\d{6}[.]\d{3}Z$/)
    await expectWhole({ ...kept, keys: copy }, readKek(old))
    const second = readKek(kept.file)
    const later = rotateKek(kept, chance).old
    expect(readKek(later)).to.deep.equal(second)
    expect(oldKeks(kept.file).map(({ file }) => file)).to.deep.equal([old, later])
    expect(oldKeks(kept.file)[0]!.until >= before).to.equal(true)
    expect(readKek(old), 'and it stays').to.deep.equal(kept.old)
  })

  it('keeps the old KEK wherever it was cut off, once, and none where nothing was changed', async () => {
    const begun = await keep(2)
    const early = keepKek(begun.file, new Date(0))
    prepareKek(begun.file, chance)
    expect(oldKeks(begun.file), 'it is still the KEK').to.deep.equal([])
    settleKek(begun)
    expect(existsSync(early)).to.equal(false)
    keepKek(begun.file, new Date(0))
    const { old } = rotateKek(begun, chance)
    expect(existsSync(early), 'one date is enough').to.equal(false)
    expect(readKek(old)).to.deep.equal(begun.old)

    const changed = await keep(2)
    const kept = keepKek(changed.file, new Date())
    rewrap(changed.keys, changed.old, prepareKek(changed.file, chance), chance)
    settleKek(changed)
    expect(readKek(kept)).to.deep.equal(changed.old)
    expect(oldKeks(changed.file).map(({ file }) => file)).to.deep.equal([kept])
  })

  it('is as if it had not begun when it was cut off before the keys were changed', async () => {
    const kept = await keep(3)
    prepareKek(kept.file, chance)
    expect(currentKek(kept).kek).to.deep.equal(kept.old)
    const kek = settleKek(kept)
    expect(kek).to.deep.equal(kept.old)
    await expectWhole(kept, kek)
    expect(existsSync(`${kept.file}.next`)).to.equal(false)
  })

  it('is as if it had not begun when it was cut off while the new KEK was being written', async () => {
    const kept = await keep(1)
    writeFileSync(`${kept.file}.next.draft`, new Uint8Array(7), { mode: 0o400 })
    expect(settleKek(kept)).to.deep.equal(kept.old)
    expect(readdirSync(kept.folder)).to.not.include('kek.next.draft')
    writeFileSync(`${kept.file}.next.draft`, new Uint8Array(7), { mode: 0o400 })
    rotateKek(kept, chance)
    await expectWhole(kept, readKek(kept.file))
  })

  it('is finished at the next start when it was cut off after the keys were changed', async () => {
    const kept = await keep(3)
    const next = prepareKek(kept.file, chance)
    rewrap(kept.keys, kept.old, next, chance)
    expect(currentKek(kept).kek, 'for whoever only reads').to.deep.equal(next)
    expect(readKek(kept.file)).to.deep.equal(kept.old)
    expect(settleKek(kept)).to.deep.equal(next)
    expect(readKek(kept.file)).to.deep.equal(next)
    await expectWhole(kept, next)
  })

  it('leaves the old or the new whole, whenever the process is killed', async () => {
    const kept = await keep(300)
    const seen = new Set<string>()
    for (let wait = 0; wait < 24; wait++) {
      await killed(kept, wait * 2)
      const before = readKek(kept.file)
      seen.add(existsSync(`${kept.file}.next`) ? 'cut off' : 'between')
      const kek = settleKek(kept)
      await expectWhole(kept, kek)
      if (!Buffer.from(kek).equals(Buffer.from(before))) seen.add('finished')
    }
    expect([...seen]).to.include('cut off')
  })

  it('stops a server from making keys under the KEK that is gone', async () => {
    const kept = await keep(1)
    const server = await createSqliteKeys({ path: kept.keys, kek: kept.old, chance })
    rotateKek(kept, chance)
    const refused = await server.stream('q', 'd', 'open').then(
      () => 'made',
      (error: { code: string }) => error.code,
    )
    expect(refused).to.equal('keys/wrong-kek')
    await server.close()
  })
})

/** Rotates in a process of its own, again and again, and kills it so long after it began. */
async function killed(place: KekPlace, wait: number): Promise<void> {
  const child = spawn(process.execPath, [rotator, place.file, place.keys])
  await new Promise((resolve) => child.stdout.once('data', resolve))
  await new Promise((resolve) => setTimeout(resolve, wait))
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

describe('the seed that signs a log', () => {
  it('is the same under a new KEK, and does not open with the old one', async () => {
    const kept = await keep(2)
    const open = async (kek: Uint8Array) => createSqliteKeys({ path: kept.keys, kek, chance })
    const before = await open(kept.old)
    const seed = await before.signing('candour/clinic/1')
    await before.close()
    rotateKek(kept, chance)
    const after = await open(readKek(kept.file))
    expect(await after.signing('candour/clinic/1')).to.deep.equal(seed)
    await after.close()
    const db = new DatabaseSync(kept.keys)
    db.exec(`UPDATE signing_key SET origin = 'candour/clinic/2'`)
    db.close()
    const moved = await open(readKek(kept.file))
    const error: unknown = await moved
      .signing('candour/clinic/2')
      .catch((reason: unknown) => reason)
    expect(error).to.have.property('code', 'keys/wrong-kek')
    await moved.close()
  })
})
