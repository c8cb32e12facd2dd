import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect } from 'chai'

const program = new URL('../../../adapters/programs/teams-demo.ts', import.meta.url).pathname

describe('npm run teams:demo', () => {
  it('says what it is, prints one conversation as text and leaves nothing running', async function () {
    this.timeout(60_000)
    const quiet = '--disable-warning=ExperimentalWarning'
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [quiet, program])
    expect(stdout).to.include('without Microsoft').and.include('made up')
    expect(stdout).to.include('What waits for you').and.include('Answered by Nadia Okafor.')
    expect(stdout).to.match(/On record from Teams: [1-9]\d*\. Checked and whole: yes\.$/m)
    expect(stdout).to.match(/Sealed in the log: ([1-9]\d*) of \1\./)
    expect(stderr).to.equal('')
  })
})
