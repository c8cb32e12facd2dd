import { expect } from 'chai'
import { closeSync, openSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { access } from '../../../adapters/programs/access.ts'
import { openHouse } from '../../../adapters/programs/house.ts'
import { pack } from '../../../adapters/programs/pack.ts'
import { restore } from '../../../adapters/programs/restore.ts'
import { verify } from '../../../adapters/programs/verify.ts'
import { connect } from '../../../adapters/sqlite/connection.ts'
import { newFolder } from '../folder.ts'

type Program = (
  env: Record<string, string>,
  args: string[],
  print: (line: string) => void,
) => Promise<number>

describe('what is not there', function () {
  this.timeout(60_000)
  let data: string
  beforeEach(() => (data = newFolder()))

  const start = async () =>
    (await openHouse({ data, mode: 'demo', kekFile: undefined, clinicDir: undefined })).close()
  const at = (name: string) => join(data, name)
  /** But for what SQLite has beside a file while it reads it. */
  const listing = () => readdirSync(data).filter((name) => !/-(wal|shm)$/.test(name))

  const programs: [string, Program, string[]][] = [
    ['access', access, ['somebody', '--out', 'copy.html']],
    ['pack', pack, ['something', '--out', 'record.zip']],
    ['restore -- new-epoch', restore, ['new-epoch']],
  ]
  for (const [name, program, args] of programs) {
    it(`is no new clinic to npm run ${name}, which names it`, async () => {
      const mistyped = at('dta')
      const lines: string[] = []
      const print = (line: string) => void lines.push(line)
      expect(await program({ CANDOUR_DATA: mistyped }, args, print)).to.equal(1)
      expect(lines).to.deep.equal([
        `There is no ${join(mistyped, 'candour.sqlite')}: does CANDOUR_DATA say where the records are?`,
      ])
      expect(listing()).to.deep.equal([])
    })
  }

  for (const [gone, there] of [
    ['candour.sqlite', 'keys.sqlite'],
    ['keys.sqlite', 'candour.sqlite'],
  ] as const) {
    for (const empty of [false, true]) {
      it(`is named at a start where ${gone} is ${empty ? 'empty' : 'gone'}, and nothing made`, async () => {
        await start()
        const aside = join(newFolder(), gone)
        renameSync(at(gone), aside)
        if (empty) closeSync(openSync(at(gone), 'w', 0o600))
        const before = listing()
        const error: unknown = await start().catch((reason: unknown) => reason)
        expect(error).to.include({ code: 'store/half' })
        expect((error as Error).message).to.include(
          JSON.stringify({ missing: at(gone), there: at(there) }),
        )
        expect(listing()).to.deep.equal(before)
        const lines: string[] = []
        expect(await verify({ CANDOUR_DATA: data }, [], (line) => void lines.push(line))).to.equal(
          2,
        )
        expect(lines.join()).to.include('Nothing was verified. store/half')
        renameSync(aside, at(gone))
        await start()
      })
    }
  }

  it('was never there where a first start was cut off before it made keys', async () => {
    // The database is made before the keys, and has nothing in it until there are some.
    connect(at('candour.sqlite')).close()
    await start()
    expect(listing()).to.include('keys.sqlite')
  })
})
