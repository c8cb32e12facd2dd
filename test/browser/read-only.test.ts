import { expect } from 'chai'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { backup } from '../../adapters/programs/backup.ts'
import { openHouse } from '../../adapters/programs/house.ts'
import { restore } from '../../adapters/programs/restore.ts'
import { newFolder } from '../adapters/folder.ts'
import { launch } from '../support/browser.ts'
import { type OpenClinic, patientAt } from '../support/clinic.ts'
import { Server } from '../support/server.ts'
import { look } from './look.ts'
import { SIZES } from './steps.ts'

/** Somebody answers, and the log takes it in. */
async function answered(data: string): Promise<void> {
  const house = await openHouse({ data, mode: 'demo', kekFile: undefined, clinicDir: undefined })
  await house.candour.begin()
  const patient = patientAt({ ...house.candour, ...house, parts: house } as unknown as OpenClinic)
  for (const choice of ['go-on', 'understood', 'no-help-needed']) await patient.choose(choice)
  await house.log.settled()
  await house.close()
}

describe('a clinic whose records have to be put right first', function () {
  this.timeout(180_000)
  let browser: Browser
  let server: Server

  before(async () => {
    browser = await launch()
    server = await Server.start()
    await server.kill()
    const { data } = server
    const copies = newFolder()
    await answered(data)
    expect(backup({ CANDOUR_DATA: data }, [copies], () => {})).to.equal(0)
    await answered(data)
    const file = join(copies, readdirSync(copies)[0] ?? '')
    expect(await restore({ CANDOUR_DATA: data }, [file], () => {})).to.equal(0)
    await server.start()
  })
  after(async () => {
    await browser.close()
    await server.stop()
  })

  it('runs, is not ready, and says why', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).to.equal(200)
    const ready = await fetch(`${server.url}/readyz`)
    expect(ready.status).to.equal(503)
    expect(await ready.text()).to.match(/^not ready: Records? \d+.*missing/)
  })

  for (const [method, path] of [
    ['GET', '/chat'],
    ['GET', '/widget/frame?site=demo'],
    ['GET', '/c/somebodys-link'],
    ['POST', '/c/somebodys-link'],
    ['GET', '/pages'],
    ['POST', '/pages/start'],
    ['POST', '/summary'],
  ] as const) {
    it(`answers ${method} ${path} kindly, with whom to ring, and takes nothing`, async () => {
      const form = { method, body: method === 'POST' ? new URLSearchParams({}) : null }
      const answer = await fetch(`${server.url}${path}`, form)
      expect(answer.status).to.equal(503)
      const html = await answer.text()
      expect(html).to.include('We can’t take answers right now')
      expect(html).to.include('href="tel:02079460101"').and.include('href="tel:999"')
      const own = path.startsWith('/widget/frame') ? '<script src="/widget/here.js">' : undefined
      expect(html.match(/<script[^>]*>/g)?.join()).to.equal(own)
    })
  }

  it('tells another chat program so, and leaves the desk to read', async () => {
    const opened = await fetch(`${server.url}/v3/directline/tokens/generate`, { method: 'POST' })
    expect(opened.status).to.equal(503)
    expect(await opened.json()).to.have.nested.property('error.code', 'ReadOnly')
    expect((await fetch(`${server.url}/desk`)).status).to.equal(200)
  })

  for (const viewport of SIZES) {
    it(`reads well at ${viewport.width} px, by itself and in the clinic’s own page`, async () => {
      const context = await browser.newContext({ viewport, bypassCSP: true })
      context.setDefaultTimeout(10_000)
      const page = await context.newPage()
      await page.goto(`${server.url}/chat`)
      await look(page, 'read-only')
      await page.goto(server.url)
      await page.getByRole('button', { name: 'Talk to us' }).click()
      await page
        .frameLocator('iframe')
        .getByText('We can’t take answers right now')
        .first()
        .waitFor()
      await look(page, 'read-only-framed')
      expect(await page.getByText('The chat does not open').isVisible()).to.equal(false)
      await context.close()
    })
  }
})
