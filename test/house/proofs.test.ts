import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { mocha, type Ran, run, top } from './tools.ts'

const LOG = `- id: H01
  hazard: Somebody slips
  cause: The floor is wet
  effect: A broken leg
  owner: administrator
  initial: { severity: 3, likelihood: 3, why: It rains }
  controls:
    - does: A mat lies there
      tests:
        test/mat.mjs: [the mat is dry, the mat lies…]
  residual: { severity: 3, likelihood: 1, why: Mats move }
`
const dry = `it('is dry', () => {})\n`
const lies = `it('lies flat', () => {})\nit('lies still', () => {})\n`

describe('a hazard in a run of the tests', function () {
  this.timeout(60_000)
  let folder: string
  // The runs in here are somewhere else, where this run's own list is not.
  const { CANDOUR_MAY_SKIP } = process.env

  beforeEach(() => {
    delete process.env.CANDOUR_MAY_SKIP
    folder = mkdtempSync(join(tmpdir(), 'candour-proofs-'))
    mkdirSync(join(folder, 'test'))
    writeFileSync(join(folder, 'hazards.yaml'), LOG)
    writeFileSync(join(folder, 'test/other.mjs'), `describe('other', () => {\n${dry}})\n`)
  })

  afterEach(() => {
    if (CANDOUR_MAY_SKIP) process.env.CANDOUR_MAY_SKIP = CANDOUR_MAY_SKIP
    rmSync(folder, { recursive: true })
  })

  async function tested(body: string, ...more: readonly string[]): Promise<Ran> {
    writeFileSync(join(folder, 'test/mat.mjs'), `describe('the mat', () => {\n${body}})\n`)
    const reporter = ['--reporter', join(top, 'test/support/reporter.ts')]
    const held = [...reporter, '--reporter-option', 'hazards=hazards.yaml']
    return run(mocha, ['--no-config', '--no-color', ...held, ...more], folder)
  }
  const whole = ['--reporter-option', 'whole=true', 'test/mat.mjs', 'test/other.mjs']

  it('is held to its tests, which ran and passed', async () => {
    const ran = await tested(dry + lies, ...whole)
    expect(ran.out).to.include('4 passed, 0 failed')
    expect(ran.status).to.equal(0)
  })

  const missing = {
    'was renamed': [
      `it('is not wet', () => {})\n${lies}`,
      'did not run: test/mat.mjs: the mat is dry',
    ],
    'is gone, with all of its kind': [dry, 'did not run: test/mat.mjs: the mat lies…'],
    'was skipped': [
      `it.skip('is dry', () => {})\n${lies}`,
      'skipped: test/mat.mjs: the mat is dry',
    ],
    'failed, though others of its kind passed': [
      `${dry}${lies}it('lies there', () => { throw new Error('no') })\n`,
      'failed: test/mat.mjs: the mat lies…',
    ],
  } as const
  for (const [what, [body, said]] of Object.entries(missing)) {
    it(`fails the run by its name when a test of it ${what}`, async () => {
      const ran = await tested(body, ...whole)
      expect(ran.out).to.include(`H01 Somebody slips: ${said}`)
      expect(ran.status).not.to.equal(0)
    })
  }

  it('fails the whole run when the file of its tests was left out, and no part of it', async () => {
    const all = await tested(dry + lies, '--reporter-option', 'whole=true', 'test/other.mjs')
    expect(all.out).to.include('H01 Somebody slips: did not run')
    expect(all.status).not.to.equal(0)
    expect((await tested(dry + lies, 'test/other.mjs')).status).to.equal(0)
  })

  it('fails a part of the run that has its file', async () => {
    expect((await tested(lies, 'test/mat.mjs')).status).not.to.equal(0)
  })
})
