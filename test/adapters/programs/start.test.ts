import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { newFolder } from '../folder.ts'
import { freePort, Server } from '../../support/server.ts'

const ROOT = join(import.meta.dirname, '../../..')
const WATCH = pathToFileURL(join(import.meta.dirname, '../../support/loaded.mjs')).href

/** Each is large, and a clinic may do without what it is for. */
const SOMETIMES = [
  ...['botbuilder', 'botframework-connector', '@azure/identity', 'pg', 'nodemailer'],
  ...['prom-client', 'pdfkit', 'fontkit', '@expo-google-fonts/noto-sans', 'elkjs'],
]

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

  it('reads what Teams, PostgreSQL, mail, figures, printing and drawing need only where they are used', async () => {
    const list = join(newFolder(), 'loaded')
    const server = await Server.start({ NODE_OPTIONS: `--import ${WATCH}`, LOADED: list })
    await server.end()
    const loaded = readFileSync(list, 'utf8').split('\n')
    expect(loaded).to.include.members(['restify', 'zod', 'xstate'])
    expect(SOMETIMES.filter((name) => loaded.includes(name))).to.deep.equal([])
  })
})
