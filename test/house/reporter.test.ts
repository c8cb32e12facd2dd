import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { mocha, type Ran, run, top } from './tools.ts'

const usingSkip = `import { skip } from '${top}test/support/skip.ts'\n`
const passes = `it('passes', () => {})\n`

describe('a run of the tests', () => {
  let folder: string
  // Whoever runs these tests has a list of their own, which counts when they end.
  const own = process.env.CANDOUR_MAY_SKIP

  beforeEach(() => {
    delete process.env.CANDOUR_MAY_SKIP
    folder = mkdtempSync(join(tmpdir(), 'candour-reporter-'))
  })

  afterEach(() => {
    delete process.env.CANDOUR_MAY_SKIP
    if (own !== undefined) process.env.CANDOUR_MAY_SKIP = own
    rmSync(folder, { recursive: true })
  })

  async function tested(body: string): Promise<Ran> {
    const file = join(folder, 'sample.mjs')
    writeFileSync(file, `${usingSkip}describe('a sample', () => {\n${body}})\n`)
    const support = (name: string) => join(top, 'test/support', name)
    const ours = ['--require', support('unhandled.ts'), '--reporter', support('reporter.ts')]
    return run(mocha, ['--no-config', '--fail-zero', '--no-color', ...ours, file])
  }

  const lastLine = ({ out }: Ran) => out.trimEnd().split('\n').at(-1)

  function maySkip(lines: string): void {
    process.env.CANDOUR_MAY_SKIP = join(folder, 'may-skip')
    writeFileSync(process.env.CANDOUR_MAY_SKIP, lines)
  }

  it('ends with how many passed and failed', async () => {
    const ran = await tested(`${passes}it('also', () => {})\n`)
    expect(lastLine(ran)).to.equal('2 passed, 0 failed')
    expect(ran.status).to.equal(0)
    expect(ran.out).to.include('a sample 2 passed')
  })

  it('shows a failure in full and fails', async () => {
    const ran = await tested(`${passes}it('adds up', () => { throw new Error('one too many') })\n`)
    expect(lastLine(ran)).to.equal('1 passed, 1 failed')
    expect(ran.status).to.equal(1)
    expect(ran.out).to.match(/a sample\s+adds up:\s+Error: one too many/)
  })

  it('fails when a hook does', async () => {
    const ran = await tested(`before(() => { throw new Error('no ground') })\n${passes}`)
    expect(lastLine(ran)).to.equal('0 passed, 1 failed')
    expect(ran.status).to.equal(1)
  })

  it('fails when a promise is rejected and nobody looks', async () => {
    const ran = await tested(`it('forgets', (done) => {
      void Promise.reject(new Error('unseen'))
      setTimeout(done, 50)
    })\n`)
    expect(ran.status).not.to.equal(0)
    expect(ran.out).to.include('Uncaught Error: unseen')
  })

  it('fails when no test ran', async () => {
    const ran = await tested('')
    expect(ran.status).not.to.equal(0)
    expect(ran.out).to.include('No test ran.')
  })

  it('fails when it stops before its end', async () => {
    const ran = await tested(`it('quits', () => process.exit())\n${passes}`)
    expect(ran.status).to.equal(1)
  })

  it('fails when something stays open after the last test', async () => {
    const ran = await tested(`it('forgets', () => void setInterval(() => {}, 1000))\n`)
    expect(ran.status).to.equal(1)
    expect(ran.said).to.include('still open')
  })

  it('names each skipped test and why it was skipped', async () => {
    const ran = await tested(`${passes}it('prints', function () { skip.call(this, 'no paper') })\n`)
    expect(lastLine(ran)).to.equal('1 passed, 0 failed, 1 skipped')
    expect(ran.out).to.include('a sample prints: no paper')
    expect(ran.status).to.equal(0)
  })

  it('names every test of a suite that a hook skipped', async () => {
    const ran = await tested(`before(function () { skip.call(this, 'no ink') })\n${passes}`)
    expect(ran.out).to.include('a sample passes: no ink')
    expect(lastLine(ran)).to.equal('0 passed, 0 failed, 1 skipped')
  })

  it('says so when a test was skipped for no reason', async () => {
    const ran = await tested(`it.skip('sleeps', () => {})\n`)
    expect(ran.out).to.include('a sample sleeps: no reason given')
  })

  describe('with a list of what may be skipped', () => {
    const skipping = `${passes}it('prints', function () { skip.call(this, 'no paper') })\n`

    it('passes when the skipped test is on it', async () => {
      maySkip('# comment\n\nsample prints — no printer here\n')
      const ran = await tested(skipping)
      expect(ran.status).to.equal(0)
      expect(lastLine(ran)).to.equal('1 passed, 0 failed, 1 skipped')
    })

    it('fails when it is not', async () => {
      maySkip('sample scans — no scanner here\n')
      const ran = await tested(skipping)
      expect(ran.status).to.equal(1)
      expect(lastLine(ran)).to.equal('1 passed, 1 failed')
      expect(ran.out).to.include('no paper (may not be skipped here)')
    })

    it('fails when the list gives no reason', async () => {
      maySkip('sample prints\n')
      expect((await tested(skipping)).status).not.to.equal(0)
    })
  })
})
