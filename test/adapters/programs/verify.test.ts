import { expect } from 'chai'
import { execFile } from 'node:child_process'
import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { type House, openHouse } from '../../../adapters/programs/house.ts'
import { EXIT, verify } from '../../../adapters/programs/verify.ts'
import { type OpenClinic, patientAt } from '../../support/clinic.ts'
import { newFolder } from '../folder.ts'

const program = fileURLToPath(new URL('../../../adapters/programs/verify.ts', import.meta.url))

describe('npm run verify', function () {
  this.timeout(60_000)
  let data: string
  let house: House

  beforeEach(async () => {
    data = newFolder()
    house = await openHouse({ data, mode: 'demo', kekFile: undefined, clinicDir: undefined })
  })
  afterEach(() => house.close())

  /** A patient who answers as far as a date of birth: a consultation of a few records. */
  async function begin(): Promise<string> {
    const { candour, clocks, store } = house
    const patient = patientAt({ ...candour, clocks, store, parts: house } as unknown as OpenClinic)
    await patient.choose('go-on')
    await patient.choose('understood')
    await patient.choose('no-help-needed')
    await patient.answer('1990-04-03')
    return patient.consultation()
  }

  async function run(...only: string[]): Promise<{ code: number; lines: string[] }> {
    const lines: string[] = []
    const code = await verify({ CANDOUR_DATA: data }, only, (line) => lines.push(line))
    return { code, lines }
  }

  function tamper(sql: string): void {
    const db = new DatabaseSync(join(data, 'candour.sqlite'))
    const triggers = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).all()
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${String(name)}`)
    db.exec(sql)
    db.close()
  }

  it('finds what a running server wrote to hold, and leaves it writing', async () => {
    const ids = [await begin(), await begin()]
    const { code, lines } = await run()
    expect(lines.slice(0, 2).map((line) => line.replace(/\d+ records/, 'n records'))).to.deep.equal(
      ids.map((id) => `${id}: holds, n records`),
    )
    expect(lines[2]).to.match(
      /^The log: holds, 0 records sealed, not witnessed, \d+ not sealed yet$/,
    )
    expect(lines[3]).to.match(/^2 consultations: every record is as it was written/)
    expect(code).to.equal(EXIT.holds)
    expect(await begin()).to.not.equal('')
  })

  it('verifies the one consultation that was asked for', async () => {
    const [id] = [await begin(), await begin()]
    const { code, lines } = await run(id)
    expect(code).to.equal(EXIT.holds)
    expect(lines).to.have.length(2)
    expect(lines[0]).to.match(new RegExp(`^${id}: holds`))
  })

  it('ends with the code as a program of its own', async () => {
    await begin()
    const env = { ...process.env, CANDOUR_DATA: data }
    const ended = (args: string[]) =>
      new Promise((resolve) => {
        execFile(process.execPath, [program, ...args], { env }, (error, out) =>
          resolve({ code: error?.code ?? 0, lines: out.trim().split('\n').length }),
        )
      })
    expect(await ended([])).to.deep.equal({ code: 0, lines: 3 })
    expect(await ended(['unknown'])).to.deep.equal({ code: EXIT.nothing, lines: 1 })
  })

  it('says when there is nothing to verify', async () => {
    expect(await run()).to.deep.equal({
      code: EXIT.nothing,
      lines: ['Nothing was verified. There are no consultations yet.'],
    })
    const nowhere = await verify({ CANDOUR_DATA: join(data, 'none') }, [], () => {})
    expect(nowhere).to.equal(EXIT.nothing)
    const misspelt = await verify({ CANDOUR_DATE: data }, [], () => {})
    expect(misspelt).to.equal(EXIT.nothing)
  })

  it('says when the keys cannot be opened', async () => {
    await begin()
    const kek = join(data, 'kek')
    rmSync(kek)
    writeFileSync(kek, new Uint8Array(32))
    chmodSync(kek, 0o400)
    const { code, lines } = await run()
    expect(code).to.equal(EXIT.seal)
    expect(lines[0]).to.contain('keys/wrong-kek')
  })

  const numberOf = (id: string) => `(SELECT number FROM consultation WHERE id = '${id}')`
  const at2 = `WHERE stream = 'open' AND seq = 2`
  for (const [what, sql, code, place] of [
    ['leaf', `UPDATE record SET leaf = leaf || ' ' ${at2}`, 10, 'open record 2, leaf'],
    ['sealed content', `UPDATE record SET body = zeroblob(200) ${at2}`, 11, 'open record 2, seal'],
    [
      'commitment',
      `UPDATE record SET leaf = '{"commit":"${'0'.repeat(64)}' || substr(leaf, 76) ${at2}`,
      12,
      'open record 2, commitment',
    ],
    ['place', `DELETE FROM record ${at2}`, 13, 'open record 3, chain'],
    ['wording', `UPDATE bundle SET text = '[]'`, 14, 'open record 0, replay'],
    [
      'one word',
      `UPDATE bundle SET text = replace(text, 'software', 'art')`,
      14,
      'open record 0, replay',
    ],
  ] as const) {
    it(`ends with ${code} when a ${what} was changed`, async () => {
      const id = await begin()
      const sound = await begin()
      tamper(
        `${sql}${sql.startsWith('UPDATE bundle') ? '' : ` AND consultation = ${numberOf(id)}`}`,
      )
      const found = await run()
      expect(found.lines[0]).to.match(new RegExp(`^${id}: DOES NOT HOLD at ${place}: `))
      if (code !== 14) {
        expect(found.lines[1]).to.match(new RegExp(`^${sound}: holds`))
        expect(found.lines.at(-1)).to.match(/^1 of 2 consultations did not hold/)
      }
      expect(found.code).to.equal(code)
    })
  }

  it('counts what is sealed, and finds it still to hold while a server goes on', async () => {
    await begin()
    await house.log.settled()
    await begin()
    const { code, lines } = await run()
    expect(lines[2]).to.match(
      /^The log: holds, [1-9]\d* records sealed, not witnessed, [1-9]\d* not /,
    )
    expect(code).to.equal(EXIT.holds)
    await house.log.settled()
    expect((await run()).lines[2]).to.match(
      /^The log: holds, [1-9]\d* records sealed, not witnessed$/,
    )
  })

  const LAST = '(SELECT max(n) FROM log_entry)'
  for (const [what, sql, detail] of [
    ['index of the log is gone', `DELETE FROM log_entry WHERE n = ${LAST}`, 'it has no leaf'],
    [
      'hash of the log was changed',
      `UPDATE log_node SET hash = zeroblob(32) WHERE n = 1 AND level = 0`,
      'index 1',
    ],
    [
      'index was given to another record',
      `UPDATE log_entry SET n = CASE n WHEN 0 THEN 9999 ELSE n END`,
      'index 0',
    ],
    [
      'checkpoint was changed',
      `UPDATE log SET signed = substr(signed, 1, length(signed) - 10) || 'AAAAAAAA=' || char(10)`,
      'signature',
    ],
    [
      'log is gone',
      `DELETE FROM log_entry; DELETE FROM log_node; DELETE FROM log`,
      'there is no log',
    ],
    [
      'record was left out',
      `UPDATE log SET position = (SELECT max(position) FROM record)`,
      'was left out of the log',
    ],
  ] as const) {
    it(`ends with 15 when an ${what}`.replace(/an ([^aeiou])/, 'a $1'), async () => {
      await begin()
      await house.log.settled()
      await begin()
      tamper(sql)
      const { code, lines } = await run()
      expect(lines[2])
        .to.match(/^The log: DOES NOT HOLD: /)
        .and.to.contain(detail)
      expect(code).to.equal(EXIT.log)
    })
  }

  it('ends with 15 when whole consultations are gone, which leave every other chain whole', async () => {
    const id = await begin()
    await begin()
    await house.log.settled()
    const number = numberOf(id)
    tamper(`DELETE FROM log_entry
        WHERE record IN (SELECT position FROM record WHERE consultation = ${number});
      DELETE FROM record WHERE consultation = ${number}`)
    const { code, lines } = await run()
    expect(lines[0]).to.match(/: holds/)
    expect(lines[1]).to.match(/^The log: DOES NOT HOLD: index 0/)
    expect(code).to.equal(EXIT.log)
  })
})
