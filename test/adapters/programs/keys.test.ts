import { expect } from 'chai'
import { execFile } from 'node:child_process'
import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openHouse, type House } from '../../../adapters/programs/house.ts'
import { keys } from '../../../adapters/programs/keys.ts'
import { EXIT, verify } from '../../../adapters/programs/verify.ts'
import { type OpenClinic, patientAt } from '../../support/clinic.ts'
import { newFolder } from '../folder.ts'

const NOON = Date.parse('2026-03-01T12:00:00.000Z')
const serve = fileURLToPath(new URL('../../../adapters/programs/serve.ts', import.meta.url))

describe('npm run keys', function () {
  this.timeout(120_000)
  let data: string
  let house: House | undefined

  const open = async () => {
    house = await openHouse({ data, mode: 'demo', kekFile: undefined, clinicDir: undefined })
    return house
  }
  const close = async () => {
    await house?.close()
    house = undefined
  }
  const run = async (...args: string[]) => {
    const lines: string[] = []
    const code = await keys({ CANDOUR_DATA: data }, args, (line) => lines.push(line), NOON)
    return { code, text: lines.join('\n') }
  }
  const verified = () => verify({ CANDOUR_DATA: data }, [], () => {})

  beforeEach(async () => {
    data = newFolder()
    const { candour, clocks, store } = await open()
    const patient = patientAt({ ...candour, clocks, store, parts: house } as unknown as OpenClinic)
    await patient.choose('go-on')
  })
  afterEach(close)

  it('copies the keys while the server runs, and says until when and what else is needed', async () => {
    const folder = newFolder()
    const { code, text } = await run('backup', folder)
    expect(code).to.equal(0)
    expect(text).to.contain('Keep it until 2026-03-31T12:00:00.000Z, no longer')
    expect(text).to.contain('Keep a copy of that one, in another place')
    expect(readdirSync(folder)).to.deep.equal(['keys-2026-03-01T120000.000Z.sqlite'])
    expect((await run()).text).to.contain(
      'A copy of 2026-03-01T12:00:00.000Z, to be kept until 2026-03-31',
    )
  })

  it('keeps a copy for another time when told to', async () => {
    expect((await run('backup', newFolder(), '--days', '7')).text).to.contain('until 2026-03-08')
  })

  it('keeps no copy for longer than an erased key may live, and says so', async () => {
    for (const days of ['31', '99999', '1e9', 'Infinity', '7.5', '']) {
      const folder = newFolder()
      const { code, text } = await run('backup', folder, '--days', days)
      expect(code, days).to.equal(1)
      expect(text).to.contain('1 to 30')
      expect(readdirSync(folder)).to.deep.equal([])
    }
    expect((await run()).text).to.contain('No copy of the keys was ever made')
    expect((await run('backup', newFolder(), '--days', '30')).text).to.contain('until 2026-03-31')
  })

  for (const args of [['backup'], ['backup', 'x', '--days', '0'], ['forget'], ['rotate', 'now']]) {
    it(`does nothing when told: ${args.join(' ')}`, async () => {
      expect((await run(...args)).code).to.equal(1)
    })
  }

  it('does not change the KEK under a running server', async () => {
    const { code, text } = await run('rotate')
    expect(code).to.equal(1)
    expect(text).to.contain('Another Candour is running on this data')
  })

  it('changes the KEK of a server that has stopped; then all is verified and goes on', async () => {
    await close()
    expect(await run('rotate')).to.include({ code: 0 })
    expect(await verified()).to.equal(EXIT.holds)
    const { candour, clocks, store } = await open()
    const patient = patientAt({ ...candour, clocks, store, parts: house } as unknown as OpenClinic)
    await patient.choose('go-on')
    expect(await verified()).to.equal(EXIT.holds)
  })

  it('says where the old KEK is, until when copies need it, and when to delete it', async () => {
    await close()
    await run('backup', newFolder(), '--days', '7')
    const { text } = await run('rotate')
    const old = readdirSync(data).find((name) => /^kek-\d/.test(name)) ?? ''
    expect(text).to.contain(`The old one is in ${join(data, old)}`)
    const told = (await run()).text
    expect(told).to.match(
      /kek-\S+ was the KEK until \S+: copies from before need it until 2026-03-08/,
    )
    const lines: string[] = []
    const then = Date.parse('2026-03-09T12:00:00.000Z')
    await keys({ CANDOUR_DATA: data }, [], (line) => lines.push(line), then)
    expect(lines.at(-1)).to.contain('no copy needs it that is known of. Delete it.')
    await run('rotate')
    expect(readdirSync(data).filter((name) => /^kek-\d/.test(name))).to.have.length(2)
  })

  it('says so when the KEK is not the one that wrapped these keys', async () => {
    await close()
    rmSync(join(data, 'kek'))
    writeFileSync(join(data, 'kek'), new Uint8Array(32), { mode: 0o400 })
    expect(await run()).to.include({ code: 1 })
    expect((await run('backup', newFolder())).text).to.contain('keys/wrong-kek')
    expect((await run('rotate')).text).to.contain('keys/wrong-kek')
  })

  for (const [what, spoil] of [
    ['is another one', (kek: string) => writeFileSync(kek, new Uint8Array(32))],
    ['is gone', (kek: string) => rmSync(kek)],
    ['can be read by others', (kek: string) => chmodSync(kek, 0o440)],
  ] as const) {
    it(`has a server refuse to start, before it listens, when the KEK ${what}`, async () => {
      await close()
      const kek = join(data, 'kek')
      chmodSync(kek, 0o600)
      spoil(kek)
      if (what === 'is another one') chmodSync(kek, 0o400)
      const env = { ...process.env, CANDOUR_DATA: data, PORT: '0' }
      const ended = await new Promise<{ code: unknown; out: string; err: string }>((resolve) => {
        execFile(process.execPath, [serve], { env, timeout: 60_000 }, (error, out, err) =>
          resolve({ code: error?.code, out, err }),
        )
      })
      expect(ended.code).to.equal(1)
      expect(ended.err).to.contain('The key-encryption key is missing, unsafe, or not the one')
      expect(ended.out).to.not.contain('http://')
    })
  }
})
