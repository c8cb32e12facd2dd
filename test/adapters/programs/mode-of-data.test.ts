import { expect } from 'chai'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CONTENT } from '../../../adapters/files/content.ts'
import { access } from '../../../adapters/programs/access.ts'
import { openHouse } from '../../../adapters/programs/house.ts'
import { log } from '../../../adapters/programs/log.ts'
import { restore } from '../../../adapters/programs/restore.ts'
import type { OpenClinic } from '../../support/clinic.ts'
import { clinicFolder } from '../../support/production.ts'
import * as story from '../../support/stories.ts'
import { newFolder } from '../folder.ts'

type Mode = 'demo' | 'pilot' | 'production'

describe('the mode of the data', function () {
  this.timeout(60_000)
  let data: string
  beforeEach(() => (data = newFolder()))

  const open = (mode: Mode, clinicDir?: string) =>
    openHouse({ data, mode, kekFile: undefined, clinicDir })
  const opens = async (mode: Mode, clinicDir?: string) => (await open(mode, clinicDir)).close()
  const refusal = (mode: Mode, clinicDir?: string) =>
    opens(mode, clinicDir).then(
      () => 'it opened',
      ({ message }: Error) => message,
    )
  const beginLog = () => log({ CANDOUR_DATA: data }, ['begin'], () => undefined)

  async function enquiry(mode: Mode) {
    if (mode !== 'demo') await beginLog()
    const house = await open(mode)
    await house.candour.begin()
    const clinic = { ...house.candour, ...house, parts: house } as unknown as OpenClinic
    const id = await (await story.enquired(clinic)).consultation()
    await house.log.settled()
    await house.close()
    return id
  }
  /** As 0.1.0 left it, which kept no such word. */
  function unmarked(): void {
    const db = new DatabaseSync(join(data, 'candour.sqlite'))
    db.exec('DROP TRIGGER bundle_stays')
    const done = db.prepare("DELETE FROM bundle WHERE text LIKE '%was begun by%'").run()
    db.close()
    expect(done.changes).to.equal(1)
  }
  /** Everything in the folder, by its bytes. */
  const contents = () => {
    const db = new DatabaseSync(join(data, 'candour.sqlite'), { readOnly: true })
    const tables = ['bundle', 'record', 'log', 'consultation']
    const rows = tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all())
    db.close()
    return JSON.stringify(rows)
  }

  for (const [begun, then] of [
    ['demo', 'pilot'],
    ['demo', 'production'],
    ['pilot', 'demo'],
    ['production', 'demo'],
  ] as const) {
    it(`refuses a ${then} on what a ${begun} has begun, and says which setting`, async () => {
      if (begun !== 'demo') await beginLog()
      await opens(begun)
      const before = contents()
      const said = await refusal(then)
      expect(said).to.include('config/refused').and.to.include(`"CANDOUR_MODE":"is ${then},`)
      expect(said).to.include(begun === 'demo' ? 'begun by a demo' : "is a clinic's")
      expect(contents()).to.equal(before)
      await opens(begun)
    })

    it(`sees from its records what a ${begun} of 0.1.0 has begun`, async () => {
      await enquiry(begun)
      unmarked()
      const before = contents()
      expect(await refusal(then)).to.include(`"CANDOUR_MODE":"is ${then},`)
      expect(contents()).to.equal(before)
      await opens(begun)
      expect(await refusal(then)).to.include('"CANDOUR_MODE"')
    })
  }

  it('sees it whichever clinic it is opened for', async () => {
    await enquiry('demo')
    unmarked()
    const folder = clinicFolder([], 'https://id.clinic.example')
    const path = join(folder, 'clinic.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^id: .*$/m, 'id: quite-another'))
    expect(await refusal('pilot', folder)).to.include('begun by a demo')
  })

  it('lets a pilot become a production, and anything go on as it was', async () => {
    await beginLog()
    await opens('pilot')
    await opens('production')
    await opens('pilot')
  })

  it('refuses a demo of a clinic that is not made up, before there is anything', async () => {
    const said = await refusal('demo', clinicFolder([], 'https://id.clinic.example'))
    expect(said).to.include('"CANDOUR_MODE":"is demo, which it is where it is not set')
    expect(said).to.include('set pilot or production')
    expect(readdirSync(data)).to.deep.equal([])
    await opens('demo', join(CONTENT, 'clinics'))
  })

  it('is asked by every program that writes', async () => {
    const id = await enquiry('production')
    const lines: string[] = []
    const env = { CANDOUR_DATA: data }
    const print = (line: string) => void lines.push(line)
    const out = join(newFolder(), 'copy.html')
    expect(await access(env, [id, '--out', out], print)).to.equal(1)
    expect(await restore(env, ['new-epoch'], print)).to.equal(1)
    expect(lines).to.have.length(2)
    for (const line of lines) expect(line).to.include('"CANDOUR_MODE":"is demo')
    expect(existsSync(out)).to.equal(false)
  })
})
