import { expect } from 'chai'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Outbound } from '../../../adapters/web/direct-line/activity.ts'
import { CONTENT } from '../../../adapters/files/content.ts'
import { newFolder } from '../../adapters/folder.ts'
import { launch } from '../../support/browser.ts'
import { Server } from '../../support/server.ts'

const client = readFileSync(
  createRequire(import.meta.url).resolve('botframework-directlinejs/dist/directline.js'),
)
const [OLD, NEW] = ['hTq2vXo9S1m-Zr8KfLw0bYc7NdPjE4uG', 'k3VbR6yA0tWz_5QnUeHs8JxMpD1gCi7F']

/** Another site, with Microsoft's client on its page. */
async function otherSite() {
  const server = createServer(({ url }, response) => {
    if (url === '/client.js') return response.end(client)
    response.setHeader('content-type', 'text/html')
    return response.end('<!doctype html><title>Another</title><script src="/client.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return { origin, close: () => (server.closeAllConnections(), server.close()) }
}

/** The made-up clinic, whose pages are at that address. */
function clinicAt(origin: string): string {
  const folder = newFolder()
  const demo = readFileSync(join(CONTENT, 'clinics/demo.yaml'), 'utf8')
  writeFileSync(
    join(folder, 'clinic.yaml'),
    `${demo}\nsites: [{ id: own, origins: ['${origin}'] }]\n`,
  )
  copyFileSync(join(CONTENT, 'clinics/signoff.yaml'), join(folder, 'signoff.yaml'))
  return folder
}

describe('the running program, and a chat client of somebody else’s', function () {
  this.timeout(120_000)

  it('gives their server a token for each secret of its file, and talks with Microsoft’s client', async () => {
    const site = await otherSite()
    const file = join(newFolder(), 'secrets')
    writeFileSync(file, `web-2026 ${OLD}\nweb-2027 ${NEW}\n`, { mode: 0o400 })
    const server = await Server.start({
      ...{ CANDOUR_SITE_SECRETS_FILE: file, CANDOUR_CLINIC_DIR: clinicAt(site.origin) },
    })
    const browser = await launch()
    try {
      const domain = `${server.url}/v3/directline`
      const asks = (secret: string) => {
        const headers = { authorization: `Bearer ${secret}` }
        return fetch(`${domain}/tokens/generate`, { method: 'POST', headers })
      }
      expect((await asks('A'.repeat(32))).status).to.equal(403)
      expect((await asks(OLD)).status).to.equal(200)
      const { token } = (await (await asks(NEW)).json()) as { token: string }
      const page = await browser.newPage()
      await page.goto(site.origin)
      const said = await page.evaluate<string, readonly [string, string]>(greets, [domain, token])
      expect(said).to.include('what happens to what you tell us')
    } finally {
      await browser.close()
      await server.stop()
      site.close()
    }
  })
})

/** In the browser: says yes to the first question, and tells what the second is. */
async function greets([domain, token]: readonly [string, string]): Promise<string> {
  const { DirectLine } = (window as unknown as { DirectLine: { DirectLine: Client } }).DirectLine
  const line = new DirectLine({ domain, token })
  const second = await new Promise<string>((resolve, reject) => {
    let questions = 0
    line.activity$.subscribe(({ from, text, suggestedActions }) => {
      if (from.role !== 'bot' || !suggestedActions) return
      questions += 1
      if (questions === 2) return resolve(text)
      const [yes] = suggestedActions.actions as readonly { readonly value: object }[]
      line
        .postActivity({ type: 'message', from: { id: 'me' }, value: yes?.value })
        .subscribe(() => undefined, reject)
    }, reject)
  })
  line.end()
  return second
}

interface Observable<T> {
  subscribe(next: (value: T) => void, fail: (error: Error) => void): void
}
type Client = new (options: object) => {
  readonly activity$: Observable<Outbound>
  postActivity(activity: object): Observable<string>
  end(): void
}
