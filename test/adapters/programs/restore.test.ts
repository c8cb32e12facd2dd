import { expect } from 'chai'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { backup } from '../../../adapters/programs/backup.ts'
import { type House, openHouse } from '../../../adapters/programs/house.ts'
import { keys } from '../../../adapters/programs/keys.ts'
import { restore } from '../../../adapters/programs/restore.ts'
import { EXIT, verify } from '../../../adapters/programs/verify.ts'
import { type OpenClinic, type PatientAt, patientAt, staff } from '../../support/clinic.ts'
import { newFolder } from '../folder.ts'

const manager = staff('administrator')

describe('a copy of the evidence', function () {
  this.timeout(60_000)
  let data: string
  let copies: string
  let house: House | undefined

  const open = async () => {
    house = await openHouse({ data, mode: 'demo', kekFile: undefined, clinicDir: undefined })
    await house.candour.begin()
    return house
  }
  const close = async () => {
    await house?.log.settled()
    await house?.close()
    house = undefined
  }
  beforeEach(async () => {
    ;[data, copies] = [newFolder(), newFolder()]
    await open()
  })
  afterEach(close)

  const env = () => ({ CANDOUR_DATA: data })
  /** A consultation of a few records, which the log has taken in. */
  async function begin(): Promise<{ id: string; patient: PatientAt }> {
    const { candour, clocks, store, log } = house!
    const patient = patientAt({ ...candour, clocks, store, parts: house } as unknown as OpenClinic)
    for (const choice of ['go-on', 'understood', 'no-help-needed']) await patient.choose(choice)
    await log.settled()
    return { id: await patient.consultation(), patient }
  }
  const size = async () => (await house!.store.log('demo').head())?.size ?? -1
  function copy(): string {
    const lines: string[] = []
    expect(
      backup(env(), [copies], (line) => lines.push(line)),
      lines.join(),
    ).to.equal(0)
    return join(copies, readdirSync(copies).toSorted().at(-1)!)
  }
  async function run(...args: string[]) {
    const lines: string[] = []
    const code = await restore(env(), args, (line) => lines.push(line))
    return { code, text: lines.join('\n') }
  }
  async function verified(...only: string[]) {
    const lines: string[] = []
    const code = await verify(env(), only, (line) => lines.push(line))
    return { code, lines }
  }

  it('is taken under load, holds by itself, and can be read by its owner alone', async () => {
    const patients = Array.from({ length: 8 }, begin)
    await new Promise((resolve) => setTimeout(resolve, 20))
    const file = copy()
    const ids = (await Promise.all(patients)).map(({ id }) => id)
    await close()
    expect(await run(file)).to.include({ code: 0 })
    // What the log has taken in since is missing from it; whatever is in it holds.
    const { lines } = await verified()
    const wrong = lines.filter((line) => /^[0-9a-f]{32}: (?!holds)/.test(line))
    expect(wrong).to.deep.equal([])
    expect(ids).to.have.length(8)
  })

  it('that lacks nothing goes on as if nothing had been', async () => {
    const { id } = await begin()
    const file = copy()
    await close()
    const { code, text } = await run(file)
    expect(code).to.equal(0)
    expect(text).to.contain('No record is missing that the second place knows of.')
    await open()
    expect(house!.gap).to.equal(undefined)
    await begin()
    expect((await verified()).code).to.equal(EXIT.holds)
    expect((await verified(id)).code).to.equal(EXIT.holds)
  })

  it('that is older than the last checkpoint names what is missing, and only lets it be read', async () => {
    const { id } = await begin()
    const file = copy()
    const from = await size()
    await begin()
    const to = (await size()) - 1
    await close()
    const { text } = await run(file)
    const missing = `Records ${from} to ${to} of the log are missing`
    expect(text).to.contain(missing)
    const { candour, gap } = await open()
    expect(gap).to.deep.equal({ from, to })
    expect(await candour.desk.look(manager, id)).to.not.equal(undefined)
    const act = await candour.desk.act(manager, id, { type: 'pause' })
    expect(act.ok).to.equal(false)
    expect(act.said).to.contain(missing)
    const before = (await house!.store.load(id)).length
    const { patient } = await begin().catch(() => ({ patient: undefined }))
    expect(patient, 'a patient cannot begin').to.equal(undefined)
    await candour.round()
    expect((await house!.store.load(id)).length).to.equal(before)
    expect(await size()).to.equal(from)
  })

  it('goes on only in a new epoch, which is on record with what is missing', async () => {
    await begin()
    const file = copy()
    const had = await size()
    await begin()
    const last = (await size()) - 1
    const old = (await house!.log.checkpoint()) ?? ''
    await close()
    await run(file)
    const { code, text } = await run('new-epoch')
    expect(text).to.contain(`goes on without records ${had} to ${last}`)
    expect(code).to.equal(0)
    const { candour, gap, log } = await open()
    expect(gap).to.equal(undefined)
    const entry = (await candour.book.entries()).at(-1)
    expect(entry?.act).to.include({ type: 'restored', had: last + 1, has: had, checkpoint: old })
    await begin()
    const now = (await log.checkpoint()) ?? ''
    expect(now.split('\n')[0]).to.not.equal(old.split('\n')[0])
    expect(await log.proof(entry?.recordId ?? '')).to.have.property('index', had)
    expect((await verified()).code).to.equal(EXIT.holds)
  })

  it('begins no new epoch where nothing is missing, nor under a running server', async () => {
    await begin()
    expect((await run('new-epoch')).text).to.contain('Another Candour is running')
    await close()
    const { code, text } = await run('new-epoch')
    expect({ code, text }).to.have.property('code', 1)
    expect(text).to.contain('nothing is missing')
  })

  it('finishes a new epoch that was cut off between the database and the second place', async () => {
    await begin()
    const file = copy()
    await begin()
    await close()
    await run(file)
    const place = join(data, 'second-place', 'demo')
    const kept = newFolder()
    for (const name of readdirSync(place)) copyFileSync(join(place, name), join(kept, name))
    await run('new-epoch')
    for (const name of readdirSync(place)) rmSync(join(place, name))
    for (const name of readdirSync(kept)) copyFileSync(join(kept, name), join(place, name))
    expect(await run('new-epoch')).to.include({ code: 0 })
    await open()
    await begin()
    const restored = (await house!.candour.book.entries()).filter(
      ({ act }) => act.type === 'restored',
    )
    expect(restored, 'told once').to.have.length(1)
  })

  it('is not put back when it is torn, and leaves what is there', async () => {
    const { id } = await begin()
    const file = copy()
    await close()
    const torn = join(copies, 'torn.sqlite')
    writeFileSync(torn, 'this is no database')
    expect(await run(torn)).to.include({ code: 1 })
    const damaged = join(copies, 'damaged.sqlite')
    copyFileSync(file, damaged)
    chmodSync(damaged, 0o600)
    const opened = openSync(damaged, 'r+')
    writeSync(opened, new Uint8Array(600).fill(0xff), 0, 600, 4096 * 6)
    closeSync(opened)
    expect(await run(damaged)).to.include({ code: 1 })
    expect((await verified(id)).code).to.equal(EXIT.holds)
  })

  it('older than an erasure, with keys older than it too, leaves it erased', async () => {
    const { id } = await begin()
    const file = copy()
    const keyCopies = newFolder()
    await keys(env(), ['backup', keyCopies], () => {})
    const { desk } = house!.candour
    await desk.keep(manager, id, { type: 'ask-erasure', basis: 'asked-by-person' })
    expect(await desk.keep(staff('safeguarding'), id, { type: 'erase' })).to.include({ ok: true })
    await close()
    await run(file)
    for (const end of ['', '-wal', '-shm']) rmSync(join(data, `keys.sqlite${end}`), { force: true })
    copyFileSync(join(keyCopies, readdirSync(keyCopies)[0]!), join(data, 'keys.sqlite'))
    chmodSync(join(data, 'keys.sqlite'), 0o600)
    const { candour, store } = await open()
    expect(await candour.desk.look(manager, id)).to.equal(undefined)
    expect(await store.wasErased(id)).to.equal(true)
  })
})
