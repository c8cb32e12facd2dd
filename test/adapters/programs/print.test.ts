import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { newFolder } from '../folder.ts'

const ROOT = join(import.meta.dirname, '../../..')
const NODE = ['--disable-warning=ExperimentalWarning', '--import', './adapters/config/node.mjs']

/** With nobody who reads what it prints, as after `head`. */
async function unread(program: string, env: Record<string, string>) {
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, [...NODE, `adapters/programs/${program}.ts`], {
    ...{ cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH, ...env } },
  })
  child.stdout.destroy()
  const gone = once(child, 'exit') as Promise<[number]>
  return { said: await text(child.stderr), code: (await gone)[0] }
}

describe('a program that prints', function () {
  this.timeout(30_000)

  it('goes on where nobody reads any further, and ends with its own code', async () => {
    const data = newFolder()
    expect(await unread('verify', { CANDOUR_DATA: data })).to.deep.equal({ said: '', code: 2 })
    expect(await unread('content', {})).to.deep.equal({ said: '', code: 0 })
  })

  for (const program of ['content', 'preview', 'serve', 'talk']) {
    it(`says in a line that there is no folder of the clinic: ${program}`, async () => {
      const nowhere = join(newFolder(), 'nope')
      const env = { CANDOUR_CLINIC_DIR: nowhere, CANDOUR_DATA: newFolder() }
      const { said, code } = await unread(program, env)
      const [line, ...more] = said.trimEnd().split('\n')
      expect(more).to.deep.equal([])
      expect(line).to.include(`{"CANDOUR_CLINIC_DIR":"there is no ${nowhere}"}`)
      expect(code).to.equal(1)
    })
  }
})
