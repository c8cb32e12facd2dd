import { expect } from 'chai'
import { execFile } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openHouse } from '../../../adapters/programs/house.ts'
import { pack } from '../../../adapters/programs/pack.ts'
import { PACK_EXIT, verifyPackFile } from '../../../adapters/programs/verify-pack.ts'
import { readZip } from '../../../bot/evidence/verify/zip.ts'
import { read, utf8, zipOf } from '../../evidence/mini.ts'
import type { OpenClinic } from '../../support/clinic.ts'
import * as story from '../../support/stories.ts'
import { newFolder } from '../folder.ts'

const program = fileURLToPath(new URL('../../../adapters/programs/verify.ts', import.meta.url))

describe('npm run pack, and npm run verify of what it made', function () {
  this.timeout(60_000)
  const data = newFolder()
  const file = join(data, 'record.zip')
  let id = ''

  const open = () => openHouse({ data, mode: 'demo', kekFile: undefined, clinicDir: undefined })
  const made = async (...args: string[]) => {
    const lines: string[] = []
    const code = await pack({ CANDOUR_DATA: data }, args, (line) => lines.push(line))
    return { code, text: lines.join('\n') }
  }
  const verified = async (path: string, ...more: string[]) => {
    const lines: string[] = []
    const code = await verifyPackFile([path, ...more], (line) => lines.push(line))
    return { code, text: lines.join('\n') }
  }
  /** How many records there are of it, and how much was ever handed out. */
  const onRecord = async () => {
    const house = await open()
    const records = (await house.store.load(id)).length
    const gave = (await house.candour.book.entries()).length
    await house.close()
    return { records, gave }
  }
  /** The file with other words in one of its own, and a list that fits them. */
  const changed = (path: string, was: string, is: string) => {
    const files = new Map([...readZip(readFileSync(file))])
    files.delete('MANIFEST.json')
    expect(read(files, path)).to.include(was)
    files.set(path, utf8(read(files, path).replace(was, is)))
    const other = join(newFolder(), 'other.zip')
    writeFileSync(other, zipOf(files))
    return other
  }

  before(async () => {
    const house = await open()
    await house.candour.begin()
    const clinic = { ...house.candour, ...house, parts: house } as unknown as OpenClinic
    id = await (await story.enquired(clinic)).consultation()
    await house.log.settled()
    await house.close()
    expect(await made(id, '--out', file)).to.include({ code: 0 })
  })

  it('writes a file that holds', async () => {
    const { code, text } = await verified(file)
    expect(text).to.include(`The open stream of ${id}`)
    expect(text).to.include('by no signature: clinic.json, record.pdf.')
    expect(code).to.equal(PACK_EXIT.holds)
  })

  it('puts on record that a command made it, in the records and in the clinic’s book', async () => {
    const records = [...readZip(readFileSync(file))].filter(([path]) => path.endsWith('.json'))
    const [, last] = records.findLast(([path]) => path.startsWith('records/')) ?? []
    const { command } = JSON.parse(Buffer.from(last ?? []).toString()) as { command: object }
    expect(command).to.deep.include({ act: { type: 'pack' } })
    const house = await open()
    const [gave] = await house.candour.book.entries()
    await house.close()
    expect(gave?.act).to.include({ type: 'gave', what: 'pack', way: 'by a command' })
  })

  it('says that there is no such consultation, and writes nothing', async () => {
    const nowhere = join(data, 'nothing.zip')
    const { code, text } = await made('nobody-has-this', '--out', nowhere)
    expect(code).to.equal(1)
    expect(text).to.include('There is no such consultation')
    expect(existsSync(nowhere)).to.equal(false)
  })

  it('leaves alone a file that is there, and a server that is running', async () => {
    const before = readFileSync(file)
    expect(await made(id, '--out', file)).to.include({ code: 1 })
    expect(readFileSync(file).equals(before)).to.equal(true)
    const house = await open()
    const { code, text } = await made(id)
    await house.close()
    expect(code).to.equal(1)
    expect(text).to.include('Candour is running on this data')
  })

  it('has the file’s place before it puts anything on record, and leaves none that is empty', async () => {
    const before = await onRecord()
    expect(await made(id, '--out', file)).to.deep.equal({
      code: 1,
      text: `${file} is there already, and stays: name another file with --out.`,
    })
    const folder = join(data, 'nowhere')
    const { code, text } = await made(id, '--out', join(folder, 'record.zip'))
    expect(text).to.equal(`There is no folder ${folder}: make it, or name another file with --out.`)
    expect(code).to.equal(1)
    expect(await onRecord()).to.deep.equal(before)
  })

  it('ends with the code of the step that fails', async () => {
    const answer = changed('records/000001.json', '"mode":"demo"', '"mode":"pilot"')
    expect(await verified(answer)).to.include({ code: 23 })
    const page = changed('record.html', 'Nobody has signed', 'Somebody has signed')
    const { code, text } = await verified(page)
    expect(code).to.equal(30)
    expect(text).to.include('record.html does not say what the records say')
    expect(await verified(join(data, 'not-there.zip'))).to.include({ code: 2 })
  })

  it('accuses no evidence of a policy that it was given and cannot read', async () => {
    const empty = join(newFolder(), 'policy')
    const bytes = join(newFolder(), 'bytes')
    writeFileSync(empty, '')
    writeFileSync(bytes, new Uint8Array([0x6c, 0xff]))
    for (const bad of [empty, bytes, file]) {
      const { code, text } = await verified(file, '--policy', bad)
      expect(text).to.match(/^Nothing was verified\. .* is no policy of a log/)
      expect(text).to.include(bad).and.to.not.include('DOES NOT HOLD')
      expect(code).to.equal(PACK_EXIT.nothing)
    }
    const good = join(newFolder(), 'policy')
    writeFileSync(good, readZip(readFileSync(file)).get('policy') ?? '')
    expect(await verified(file, '--policy', good)).to.include({ code: PACK_EXIT.holds })
  })

  it('ends so as a program of its own, too', async () => {
    const broken = join(newFolder(), 'broken.zip')
    writeFileSync(broken, readFileSync(file).subarray(0, -1))
    const code = await new Promise((resolve) => {
      execFile(process.execPath, [program, broken], (error) => resolve(error?.code ?? 0))
    })
    expect(code).to.equal(20)
  })
})
