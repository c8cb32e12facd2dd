import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { backup } from '../../../adapters/programs/backup.ts'
import { drill } from '../../../adapters/programs/drill.ts'
import { type House, openHouse } from '../../../adapters/programs/house.ts'
import { keys } from '../../../adapters/programs/keys.ts'
import { EXIT } from '../../../adapters/programs/verify.ts'
import { type OpenClinic, patientAt, staff } from '../../support/clinic.ts'
import { newFolder } from '../folder.ts'

const HOUR = 3_600_000
const program = fileURLToPath(new URL('../../../adapters/programs/drill.ts', import.meta.url))

describe('a drill', function () {
  this.timeout(60_000)
  let data: string
  let tmp: string
  let house: House | undefined
  const tmpBefore = process.env['TMPDIR']

  const open = async () => {
    house = await openHouse({ data, mode: 'demo', kekFile: undefined, clinicDir: undefined })
    await house.candour.begin()
  }
  const close = async () => {
    await house?.log.settled()
    await house?.close()
    house = undefined
  }
  beforeEach(async () => {
    ;[data, tmp] = [newFolder(), newFolder()]
    process.env['TMPDIR'] = tmp
    await open()
    await begin()
  })
  afterEach(async () => {
    await close()
    if (tmpBefore === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = tmpBefore
    expect(left(), 'nothing is left behind').to.deep.equal([])
  })

  const left = () => readdirSync(tmp).filter((name) => name.startsWith('candour-drill-'))
  const env = () => ({ CANDOUR_DATA: data })
  /** A consultation of a few records, which the log has taken in. */
  async function begin(): Promise<string> {
    const { candour, clocks, store, log } = house!
    const patient = patientAt({ ...candour, clocks, store, parts: house } as unknown as OpenClinic)
    for (const choice of ['go-on', 'understood', 'no-help-needed']) await patient.choose(choice)
    await log.settled()
    return patient.consultation()
  }
  async function run(args: readonly string[] = [], at = Date.now()) {
    const lines: string[] = []
    const code = await drill(env(), args, (line) => lines.push(line), at)
    return { code, text: lines.join('\n') }
  }
  function copy(): string {
    const folder = newFolder()
    expect(backup(env(), [folder], () => {})).to.equal(0)
    return join(folder, readdirSync(folder)[0]!)
  }
  async function copyKeys(): Promise<string> {
    const folder = newFolder()
    expect(await keys(env(), ['backup', folder], () => {})).to.equal(0)
    return join(folder, readdirSync(folder)[0]!)
  }
  /** Every file but what SQLite keeps beside one that is read. */
  const files = () =>
    readdirSync(data, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/-(wal|shm)$/.test(name) && lstatSync(join(data, name)).isFile())
      .map((name) => [name, readFileSync(join(data, name)).toString('base64')])

  it('of a stopped clinic says how much came back, how old it is, and changes nothing', async () => {
    await close()
    const before = files()
    const { code, text } = await run([], Date.now() + 3 * HOUR)
    expect(code, text).to.equal(EXIT.holds)
    expect(text).to.match(/^Consultations: 1, with \d+ records\.$/m)
    expect(text).to.match(/^The newest was sealed at \d{4}-.*Z, 3 hours ago\.$/m)
    expect(text).to.match(/^The log: holds, \d+ records sealed/m)
    expect(text).to.match(/^It took \d+\.\d seconds\./m)
    expect(files()).to.deep.equal(before)
  })

  it('is made beside a running server, and tells nobody of a copy that is gone', async () => {
    expect((await run()).code).to.equal(EXIT.holds)
    expect(await house!.store.log('demo').head()).to.not.equal(undefined)
    const lines: string[] = []
    await keys(env(), [], (line) => lines.push(line))
    expect(lines.join()).to.contain('No copy of the keys was ever made')
    await begin()
    expect((await run()).text).to.contain('Consultations: 2')
  })

  it('of copies that are given says what was sealed since', async () => {
    const [evidence, ofKeys] = [copy(), await copyKeys()]
    expect((await run([evidence, ofKeys])).text).to.not.contain('does not have')
    await begin()
    const { code, text } = await run([evidence, ofKeys])
    expect(code, text).to.equal(EXIT.holds)
    expect(text).to.match(/sealed since, which it does not have: [1-9]/)
    await close()
    // On another machine there is nothing but the copies and the KEK.
    const kek = join(newFolder(), 'kek')
    cpSync(join(data, 'kek'), kek)
    const alone = { CANDOUR_DATA: join(newFolder(), 'none'), CANDOUR_KEK_FILE: kek }
    expect(await drill(alone, [evidence, ofKeys], () => {})).to.equal(EXIT.holds)
  })

  it('of a copy that is older than an erasure takes it up, and says nothing of a loss', async () => {
    const [evidence, ofKeys] = [copy(), await copyKeys()]
    const id = (await house!.store.consultations('demo'))[0]!.id
    await begin()
    const { desk } = house!.candour
    await desk.keep(staff('administrator'), id, { type: 'ask-erasure', basis: 'asked-by-person' })
    expect(await desk.keep(staff('safeguarding'), id, { type: 'erase' })).to.include({ ok: true })
    await house!.log.settled()
    for (const given of [[evidence], [evidence, ofKeys], [copy(), ofKeys], []]) {
      const { code, text } = await run(given)
      // A copy of the keys is of no use for those who came after it.
      if (given.length === 2 && given[0] !== evidence) expect(text).to.contain('DOES NOT HOLD')
      else expect(code, text).to.equal(EXIT.holds)
    }
  })

  it('finds a byte of a record that is another', async () => {
    const file = copy()
    const db = new DatabaseSync(file, { readOnly: true })
    const { body } = db.prepare('SELECT body FROM record ORDER BY position DESC').get()!
    db.close()
    const bytes = readFileSync(file)
    const at = bytes.indexOf(body as Uint8Array)
    bytes[at + 3]! ^= 1
    chmodSync(file, 0o600)
    writeFileSync(file, bytes)
    const { code, text } = await run([file])
    expect(code).to.be.greaterThan(1)
    expect(text).to.contain('DOES NOT HOLD').and.to.contain('The drill FAILED')
    expect(text).to.not.match(/It took|Consultations:/)
  })

  it('finds a copy that is none, or is not there', async () => {
    const file = join(newFolder(), 'torn.sqlite')
    writeFileSync(file, 'this is no database')
    for (const given of [file, `${file}.gone`]) {
      const { code, text } = await run([given])
      expect(code).to.equal(1)
      expect(text).to.contain('The drill FAILED')
    }
  })

  it('finds that the keys, a copy of them, or the KEK are not there', async () => {
    const evidence = copy()
    const gone = await run([evidence, join(data, 'none.sqlite')])
    expect(gone.code).to.equal(1)
    expect(gone.text).to.contain('There are no keys in')
    await close()
    for (const [name, said] of [
      ['kek', 'keys/wrong-kek'],
      ['keys.sqlite', 'There are no keys in'],
    ] as const) {
      renameSync(join(data, name), join(data, 'elsewhere'))
      const { code, text } = await run([])
      renameSync(join(data, 'elsewhere'), join(data, name))
      expect(code).to.equal(1)
      expect(text).to.contain(said).and.to.contain('The drill FAILED')
    }
    rmSync(join(data, 'second-place'), { recursive: true })
    expect((await run()).text).to.contain('The drill FAILED')
  })

  it('leaves a change of the KEK alone that was cut off', async () => {
    await close()
    writeFileSync(join(data, 'kek.next'), new Uint8Array(32).fill(7), { mode: 0o400 })
    expect((await run()).code).to.equal(EXIT.holds)
    expect(readFileSync(join(data, 'kek.next'))[0]).to.equal(7)
  })

  it('of PostgreSQL, and with more than it takes, says what to do instead', async () => {
    expect((await run(['a', 'b', 'c'])).text).to.equal('Use: npm run drill [-- COPY [KEYS]]')
    const lines: string[] = []
    const postgres = {
      ...{ CANDOUR_POSTGRES: 'postgres://serves@db.example/candour', CANDOUR_KEK_FILE: 'kek' },
      CANDOUR_POSTGRES_KEYS: 'postgres://keys@db.example/candour_keys',
    }
    expect(await drill(postgres, [], (line) => lines.push(line))).to.equal(1)
    expect(lines.join()).to.match(/^The evidence is in PostgreSQL: .*docs\/running\.md says\.$/)
  })

  it('that is told to stop in the middle leaves nothing either', async () => {
    await close()
    const loader = fileURLToPath(new URL('../../../adapters/config/node.mjs', import.meta.url))
    const child = spawn(process.execPath, ['--import', loader, program], {
      env: { ...process.env, ...env(), TMPDIR: tmp },
      stdio: 'ignore',
    })
    const ended = once(child, 'exit')
    while (left().length === 0 && child.exitCode === null) await pause(5)
    child.kill('SIGTERM')
    expect(await ended).to.deep.equal([1, null])
  })
})
