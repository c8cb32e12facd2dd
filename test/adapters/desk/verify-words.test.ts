import { expect } from 'chai'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openHouse } from '../../../adapters/programs/house.ts'
import { EXIT, verify } from '../../../adapters/programs/verify.ts'
import { type OpenClinic, patientAt } from '../../support/clinic.ts'
import { newFolder } from '../folder.ts'

describe('npm run verify, without the words that a consultation began with', function () {
  this.timeout(60_000)

  it('says that it cannot be checked here, not that it does not hold', async () => {
    const data = newFolder()
    const house = await openHouse({ data, mode: 'demo', kekFile: undefined, clinicDir: undefined })
    const { candour, clocks, store } = house
    const patient = patientAt({ ...candour, clocks, store, parts: house } as unknown as OpenClinic)
    await patient.choose('go-on')
    const id = await patient.consultation()
    await house.close()
    forget(join(data, 'candour.sqlite'))
    const lines: string[] = []
    const code = await verify({ CANDOUR_DATA: data }, [], (line) => lines.push(line))
    expect(lines).to.deep.equal([
      `${id}: CANNOT BE CHECKED HERE, replay: the words that it began with were not kept`,
      'The log: holds, 0 records sealed, not witnessed, 2 not sealed yet',
      '1 of 1 consultation could not be checked here. Nothing was found changed.',
    ])
    expect(code).to.equal(EXIT.replay)
  })
})

function forget(path: string): void {
  const db = new DatabaseSync(path)
  const triggers = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`)
  db.exec('DELETE FROM bundle')
  db.close()
}
