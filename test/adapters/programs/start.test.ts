import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { portFault } from '../../../adapters/programs/ports.ts'
import { newFolder } from '../folder.ts'
import { freePort, Server } from '../../support/server.ts'

const ROOT = join(import.meta.dirname, '../../..')
const WATCH = pathToFileURL(join(import.meta.dirname, '../../support/loaded.mjs')).href

/** Each is large, and a clinic may do without what it is for. */
const SOMETIMES = [
  ...['botbuilder', 'botframework-connector', '@azure/identity', 'pg', 'nodemailer'],
  ...['prom-client', 'pdfkit', 'fontkit', '@expo-google-fonts/noto-sans', 'elkjs'],
]

/** Where it is expected not to start: what it says, with which code it ends, and what it has left. */
async function refused(more: Record<string, string>) {
  const data = join(newFolder(), 'data')
  const { PATH = '' } = process.env
  const child = spawn(process.execPath, ['adapters/programs/serve.ts'], {
    ...{ cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] },
    env: { PATH, CANDOUR_DATA: data, PORT: '0', LOG_LEVEL: 'silent', ...more },
  })
  const gone = once(child, 'exit')
  const said = (await text(child.stderr))
    .split('\n')
    .filter((line) => line !== '' && !/ExperimentalWarning|--trace-warnings/.test(line))
  const [code] = (await gone) as [number | null]
  return { said, code, wrote: existsSync(data) }
}

/** As somebody types it: npm, with the shell that it starts, in a group of their own. */
async function npmStart() {
  const data = newFolder()
  const port = await freePort()
  const { PATH = '', HOME = '' } = process.env
  const npm = spawn('npm', ['start'], {
    ...{ cwd: ROOT, stdio: 'ignore', detached: true },
    env: {
      ...{ PATH, HOME, CANDOUR_DATA: data, PORT: String(port), LOG_LEVEL: 'silent' },
      CANDOUR_DEMO_PEOPLE: 'none',
    },
  })
  const gone = once(npm, 'exit')
  const there = () =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      () => true,
      () => false,
    )
  while (npm.exitCode === null && !(await there())) await pause(50)
  return { data, there, gone, pid: npm.pid ?? 0 }
}

function groupIsThere(pid: number): boolean {
  try {
    return process.kill(-pid, 0)
  } catch {
    return false
  }
}

describe('npm start', function () {
  this.timeout(60_000)

  for (const [what, whom, signal] of [
    ['npm alone is told to stop, as by a service', 1, 'SIGTERM'],
    ['all of it is told at once, as by Ctrl+C', -1, 'SIGINT'],
  ] as const) {
    it(`ends whole, with its databases closed, where ${what}`, async function () {
      if (process.platform === 'win32') return this.skip()
      const { data, there, gone, pid } = await npmStart()
      try {
        process.kill(whom * pid, signal)
        expect(await gone).to.deep.equal([0, null])
        expect(groupIsThere(pid)).to.equal(false)
        expect(await there()).to.equal(false)
        // SQLite has taken in what it wrote ahead.
        expect(readdirSync(data).filter((name) => name.endsWith('-wal'))).to.deep.equal([])
      } finally {
        if (groupIsThere(pid)) process.kill(-pid, 'SIGKILL')
      }
    })
  }

  for (const name of ['PORT', 'CANDOUR_METRICS_PORT']) {
    it(`says in a line that the port of ${name} is taken, and writes nothing`, async () => {
      const other = createServer().listen(0, '127.0.0.1')
      await once(other, 'listening')
      const { port } = other.address() as AddressInfo
      const { said, code, wrote } = await refused({ [name]: String(port) })
      other.close()
      expect(said).to.have.length(1)
      expect(said[0]).to.include(`{"${name}":"${port} is taken`)
      expect(code).to.equal(1)
      expect(wrote).to.equal(false)
    })
  }

  it('says so where both settings are one port', async () => {
    const port = String(await freePort())
    const { said } = await refused({ PORT: port, CANDOUR_METRICS_PORT: port })
    expect(said).to.have.length(1)
    expect(said[0]).to.include(`{"PORT":"${port} is taken`)
  })

  it('says which port needs rights that it does not have', () => {
    const at = (code: string) => portFault(Object.assign(new Error(), { code, syscall: 'listen' }))
    expect(at('EACCES')).to.include('needs rights')
    expect(at('EADDRNOTAVAIL')).to.include('EADDRNOTAVAIL')
    expect(portFault(new Error('another'))).to.equal(undefined)
  })

  it('reads what Teams, PostgreSQL, mail, figures, printing and drawing need only where they are used', async () => {
    const list = join(newFolder(), 'loaded')
    const server = await Server.start({ NODE_OPTIONS: `--import ${WATCH}`, LOADED: list })
    await server.end()
    const loaded = readFileSync(list, 'utf8').split('\n')
    expect(loaded).to.include.members(['restify', 'zod', 'xstate'])
    expect(SOMETIMES.filter((name) => loaded.includes(name))).to.deep.equal([])
  })
})
