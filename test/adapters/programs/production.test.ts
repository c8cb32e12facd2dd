import { expect } from 'chai'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { log } from '../../../adapters/programs/log.ts'
import { ORIGIN, productionAt, throughProxy } from '../../support/production.ts'
import { startProvider, type TestProvider } from '../../support/provider.ts'
import { Server } from '../../support/server.ts'
import { traveller } from '../../support/traveller.ts'

const BACK = `${ORIGIN}/desk/signed-in`

/** Starts it where it is expected not to: what it says, and with which code it ends. */
async function refused(env: Record<string, string>) {
  const { PATH = '' } = process.env
  const program = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    './adapters/config/node.mjs',
  ]
  const child = spawn(process.execPath, [...program, 'adapters/programs/serve.ts'], {
    cwd: join(import.meta.dirname, '../../..'),
    env: { PATH, PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const code = new Promise((resolve) => child.once('exit', resolve))
  return { said: await text(child.stderr), code: await code }
}

describe('a production', function () {
  this.timeout(120_000)
  let provider: TestProvider
  before(async () => (provider = await startProvider([BACK])))
  after(() => provider.close())

  it('starts when all is there, and lets in who the clinic knows, over TLS alone', async () => {
    const env = productionAt(provider.issuer)
    await log(env, ['begin'], () => undefined)
    const server = await Server.start(env)
    try {
      const who = traveller(throughProxy(server.port))
      const asked = await who.go(`${ORIGIN}/desk/sign-in/go`)
      await who.go(asked.url, { account: 'tomasz-brightwell' })
      const cookie = [...(who.jars.get(ORIGIN)?.keys() ?? [])]
      expect(cookie).to.deep.equal(['__Host-candour-desk'])
      const { body } = await who.go(`${ORIGIN}/desk`)
      expect(body).to.include('What waits').and.to.include('Tomasz Brightwell')
      expect(body).to.not.match(/demo clock|Made-up people/i)
    } finally {
      await server.stop()
    }
  })

  it('has nothing of a demo: no page, no clock to move, nobody to choose', async () => {
    const env = { ...productionAt(provider.issuer, []), CANDOUR_MODE: 'pilot' }
    await log(env, ['begin'], () => undefined)
    const server = await Server.start(env)
    try {
      const who = traveller(throughProxy(server.port))
      const status = async (path: string, sent?: Record<string, string>) =>
        (await who.once(ORIGIN + path, sent)).status
      expect(await status('/')).to.equal(404)
      expect(await status('/demo/clock', { by: 'month' })).to.equal(404)
      expect(await status('/desk/clock', { by: '3600000' })).to.equal(405)
      expect(
        await status('/desk/sign-in', { person: 'gwen-tarrant', role: 'administrator' }),
      ).to.equal(405)
      const { body } = await who.go(`${ORIGIN}/desk/sign-in`)
      expect(body).to.include('Pilot.').and.to.not.include('Gwen')
      const { headers } = await who.once(`${ORIGIN}/desk/sign-in/go`)
      expect(headers.getSetCookie().join()).to.match(
        /^__Host-candour-desk-begun=[^;]+; Path=\/; Secure; HttpOnly; SameSite=Lax;/,
      )
    } finally {
      await server.stop()
    }
  })

  it('does not begin a log by itself', async () => {
    const { said, code } = await refused(productionAt(provider.issuer))
    expect([code, said.split(':')[0]]).to.deep.equal([1, 'log/not-begun'])
  })

  it('does not start without staff sign-in, and says what is missing', async () => {
    const { CANDOUR_SIGN_IN_ISSUER: _, ...env } = productionAt(provider.issuer)
    const { said, code } = await refused(env)
    expect(code).to.equal(1)
    expect(said).to.include('config/refused').and.to.include('CANDOUR_SIGN_IN_ISSUER')
  })
})
