import { expect } from 'chai'
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { listBackups } from '../../../adapters/keys/backup.ts'
import { type House, openHouse } from '../../../adapters/programs/house.ts'
import { keys } from '../../../adapters/programs/keys.ts'
import { EXIT, verify } from '../../../adapters/programs/verify.ts'
import { type OpenClinic, type PatientAt, patientAt, staff } from '../../support/clinic.ts'
import { newFolder } from '../folder.ts'

const CANARY = 'zebra-canary-4711'
const manager = staff('administrator')
const lead = staff('safeguarding')

describe('what is left of an erased person on disk', function () {
  this.timeout(60_000)
  let data: string
  let house: House

  const open = async () => {
    await openHouseOnly()
    await house.candour.begin()
  }
  const openHouseOnly = async () => {
    house = await openHouse({ data, mode: 'demo', kekFile: undefined, clinicDir: undefined })
  }
  beforeEach(async () => {
    data = newFolder()
    await open()
  })
  afterEach(() => house.close())

  async function begin(): Promise<{ id: string; patient: PatientAt }> {
    const { candour, clocks, store } = house
    const patient = patientAt({ ...candour, clocks, store, parts: house } as unknown as OpenClinic)
    for (const choice of ['go-on', 'understood', 'no-help-needed']) await patient.choose(choice)
    await patient.answer('1990-04-03')
    await patient.choose('right')
    await patient.answer(`Sam ${CANARY}`)
    return { id: await patient.consultation(), patient }
  }
  const act = (id: string, what: object, by = manager) => house.candour.desk.keep(by, id, what)
  const erase = async (id: string) => {
    await act(id, { type: 'ask-erasure', basis: 'asked-by-person' })
    const done = await act(id, { type: 'erase' }, lead)
    expect(done.ok, done.said).to.equal(true)
    return done.said
  }
  async function verified(...only: string[]) {
    const lines: string[] = []
    const code = await verify({ CANDOUR_DATA: data }, only, (line) => lines.push(line))
    return { code, lines }
  }
  /** Of these bytes, those that are in any file of the data folder. */
  const left = (all: readonly Uint8Array[]) => {
    const files = readdirSync(data, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => readFileSync(join(parentPath, name)))
    return all.filter((bytes) => files.some((file) => file.includes(Buffer.from(bytes))))
  }
  const bytesIn = (file: string, sql: string) => {
    const db = new DatabaseSync(join(data, file), { readOnly: true })
    const rows = db.prepare(sql).all()
    db.close()
    // What is longer than a page is in several pieces.
    return rows.map((row) => (Object.values(row)[0] as Uint8Array).slice(0, 60))
  }
  const wrapped = () =>
    bytesIn(
      'keys.sqlite',
      `SELECT body FROM person_key WHERE person <> 'demo'
       UNION ALL SELECT body FROM stream_key WHERE consultation <> 'demo/book'`,
    )

  it('is no key, no answer and no message, in database, log or key file, at once', async () => {
    const { id } = await begin()
    const ids = [...wrapped()]
    const talk = bytesIn('candour.sqlite', 'SELECT body FROM activity')
    expect(talk.every((bytes) => bytes.length > 16)).to.equal(true)
    const replies = bytesIn('candour.sqlite', 'SELECT body FROM reply')
    expect(Buffer.concat(replies), 'what was said is kept once').to.have.length(0)
    expect(left(ids), 'the keys were there').to.have.length(ids.length)
    expect(left(talk), 'the messages were there').to.have.length(talk.length)
    expect(left([Buffer.from(CANARY)]), 'never in clear').to.deep.equal([])
    // Somebody who has the files open, so that no closing tidies up.
    const reader = new DatabaseSync(join(data, 'candour.sqlite'), { readOnly: true })
    reader.prepare('SELECT count(*) FROM record').get()
    await erase(id)
    expect(left(ids)).to.deep.equal([])
    expect(left(talk)).to.deep.equal([])
    expect(left([Buffer.from(CANARY)])).to.deep.equal([])
    reader.close()
  })

  it('is told apart from what is broken, and every other consultation still holds', async () => {
    const [{ id }, { id: other }] = [await begin(), await begin()]
    const count = (await house.store.load(id)).length
    await erase(id)
    const { code, lines } = await verified()
    expect(lines[0]).to.equal(`${id}: committed, content erased, by erasure 1, ${count} records`)
    expect(lines[1]).to.match(new RegExp(`^${other}: holds`))
    expect(code).to.equal(EXIT.holds)
  })

  it('is not believed to be erased where no erasure says so', async () => {
    const { id } = await begin()
    await house.close()
    const db = new DatabaseSync(join(data, 'keys.sqlite'))
    db.exec('DELETE FROM stream_key; DELETE FROM person_key')
    db.close()
    expect(await verified(id)).to.include({ code: EXIT.seal })
    await openHouseOnly()
  })

  for (const [what, sql] of [
    ['lost a record', 'DELETE FROM record WHERE position = (SELECT max(position) - 3 FROM record)'],
    ['has another leaf', `UPDATE record SET leaf = replace(leaf, '"log":"demo"', '"log":"dem0"')`],
  ] as const) {
    it(`is found out when an erased consultation ${what}`, async () => {
      const { id } = await begin()
      await erase(id)
      await house.close()
      const db = new DatabaseSync(join(data, 'candour.sqlite'))
      const triggers = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all()
      for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`)
      db.exec(
        `${sql}${sql.includes('UPDATE') ? ` WHERE consultation = (SELECT number FROM consultation WHERE id = '${id}')` : ''}`,
      )
      db.close()
      const { code, lines } = await verified(id)
      expect(lines[0]).to.contain('erased, and DOES NOT HOLD')
      expect(code).to.equal(EXIT.leaf)
      await openHouseOnly()
    })
  }

  it('is a copy of the keys until its time is over, and the erasure says until when', async () => {
    const { id } = await begin()
    await keys({ CANDOUR_DATA: data }, ['backup', newFolder()], () => {})
    const said = await erase(id)
    const [copy] = listBackups(join(data, 'keys.sqlite'))
    expect(said).to.contain(`can still bring it back until ${copy?.until}`)
  })

  it('goes again when an older copy of the keys is put back, before anything is read', async () => {
    const { id } = await begin()
    const copies = newFolder()
    await keys({ CANDOUR_DATA: data }, ['backup', copies], () => {})
    const ids = wrapped()
    await erase(id)
    await house.close()
    for (const end of ['', '-wal', '-shm']) rmSync(join(data, `keys.sqlite${end}`), { force: true })
    copyFileSync(join(copies, readdirSync(copies)[0]!), join(data, 'keys.sqlite'))
    chmodSync(join(data, 'keys.sqlite'), 0o600)
    expect(left(ids), 'the copy has them').to.have.length(ids.length)
    const put = await verified(id)
    expect(put.lines[0]).to.contain('its key is there again')
    await open()
    expect(left(ids)).to.deep.equal([])
    expect((await verified(id)).lines[0]).to.contain('committed, content erased, by erasure 1')
  })
})
