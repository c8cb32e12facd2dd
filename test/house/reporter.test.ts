import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { mocha, type Ran, run, top } from './tools.ts'

const usingSkip = `import { skip } from '${top}test/support/skip.ts'\n`
const passes = `it('passes', () => {})\n`
const again = ['--retries', '1']
const falters = (n: number) => `let tried${n} = 0
  it('falters ${n}', () => { if ((tried${n} += 1) === 1) throw new Error('too slow') })\n`
const support = (name: string) => join(top, 'test/support', name)

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

  const tested = (body: string, how: readonly string[] = []): Promise<Ran> =>
    ran([sample('a sample', body)], how)

  function sample(title: string, body: string): string {
    const file = join(folder, `${title.replaceAll(' ', '-')}.mjs`)
    writeFileSync(file, `${usingSkip}describe('${title}', () => {\n${body}})\n`)
    return file
  }

  function ran(files: readonly string[], how: readonly string[] = []): Promise<Ran> {
    const required = ['unhandled.ts', 'closed.ts'].flatMap((name) => ['--require', support(name)])
    const ours = [...required, '--reporter', support('reporter.ts'), ...how]
    return run(mocha, ['--no-config', '--fail-zero', '--no-color', ...ours, ...files])
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

  it('fails for what fails at its second try as well', async () => {
    const ran = await tested(`it('adds up', () => { throw new Error('one too many') })\n`, again)
    expect(lastLine(ran)).to.equal('0 passed, 1 failed')
    expect(ran.out).to.include('Tried a second time:\n  - a sample adds up: one too many')
  })

  it('fails when more than three needed a second try', async () => {
    const four = await tested([1, 2, 3, 4].map(falters).join(''), again)
    expect(lastLine(four)).to.equal('4 passed, 1 failed')
    expect(four.status).to.equal(1)
  })

  describe('in two processes', () => {
    const both = (...bodies: readonly string[]): Promise<Ran> =>
      ran(
        bodies.map((body, n) => sample(`sample ${n}`, body)),
        ['--parallel', '--jobs', '2'],
      )

    it('adds up what passed, failed and was skipped, with the reasons', async () => {
      const skips = `it('prints', function () { skip.call(this, 'no paper') })\n`
      const fails = `it('adds up', () => { throw new Error('one too many') })\n`
      const told = await both(passes + skips, passes + fails)
      expect(lastLine(told)).to.equal('2 passed, 1 failed, 1 skipped')
      expect(told.status).to.equal(1)
      expect(told.out).to.include('sample 0 prints: no paper')
      expect(told.out).to.match(/sample 1\s+adds up:\s+Error: one too many/)
    })

    it('names what needed a second try, and what failed at the first', async () => {
      const files = [sample('sample 0', falters(1)), sample('sample 1', passes)]
      const told = await ran(files, ['--parallel', '--jobs', '2', ...again])
      expect(lastLine(told)).to.equal('2 passed, 0 failed')
      expect(told.out).to.include('Tried a second time:\n  - sample 0 falters 1: too slow')
    })

    it('fails when a file leaves something open, and names the kind', async () => {
      const server = `it('serves', async () => {
        const { createServer } = await import('node:net')
        await new Promise((listening) => createServer().listen(0, '127.0.0.1', listening))
      })\n`
      const told = await both(passes, server)
      expect(told.status).not.to.equal(0)
      expect(told.said).to.include('Something is still open: TCPServerWrap.')
    }).timeout(40_000)

    it('fails when a file ends its process', async () => {
      const told = await both(passes, `it('quits', () => process.exit())\n`)
      expect(told.status).not.to.equal(0)
    })
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
