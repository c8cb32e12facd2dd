import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import type { Outbound } from '../../../adapters/web/direct-line/activity.ts'
import type { Replies } from '../../../adapters/programs/demo/autopilot.ts'
import { PATIENT } from '../../../adapters/programs/demo/replies.ts'
import { launch } from '../../support/browser.ts'
import { keptPrivate, type Open, openToOthers } from './clinic.ts'

const script = readFileSync(
  createRequire(import.meta.url).resolve('botframework-directlinejs/dist/directline.js'),
)

describe('Microsoft’s Direct Line client, on another site', function () {
  this.timeout(60_000)
  let browser: Browser
  let open: Open

  before(async () => {
    browser = await launch()
    open = await openToOthers(script)
  })
  after(async () => {
    await browser.close()
    await open.close()
  })

  for (const webSocket of [true, false]) {
    it(`tells a clinic everything, ${webSocket ? 'by socket' : 'by asking again and again'}`, async () => {
      const { token, claim } = await open.token()
      const page = await browser.newPage()
      await page.goto(open.site)
      const said = await page.evaluate<Outbound[], Setting>(consult, {
        ...{ domain: open.domain, token, webSocket, replies: PATIENT },
      })
      expect(said.at(-1)?.text).to.match(/nothing for you to do|don.t have to do anything/)
      expect(texts(said, 'user')).to.include.members(['Sam Example', 'I am on my own'])
      expect(JSON.stringify(said)).not.to.match(/"private"|own-wish|Is it your own wish/)
      expect(await keptPrivate(open, claim)).to.deep.equal({ restricted: 0, notAskedHere: true })
      await page.close()
    })
  }

  it('is stopped by the browser on a site that is not on the list', async () => {
    const { token } = await open.token()
    const page = await browser.newPage()
    await page.goto(open.site.replace('localhost', '127.0.0.1'))
    expect(await mayCall(page, open.domain, token)).to.equal(false)
    await page.goto(open.site)
    expect(await mayCall(page, open.domain, token)).to.equal(true)
  })
})

interface Setting {
  readonly domain: string
  readonly token: string
  readonly webSocket: boolean
  readonly replies: Replies
}

/** In the browser: answers as made up until nothing more is asked, and tells all that was said. */
async function consult({ replies, ...options }: Setting): Promise<Outbound[]> {
  const { DirectLine } = (window as unknown as { DirectLine: { DirectLine: Client } }).DirectLine
  const line = new DirectLine({ ...options, pollingInterval: 200 })
  const heard: Outbound[] = []
  await new Promise<void>((resolve, reject) => {
    const hear = (activity: Outbound) => {
      heard.push(activity)
      if (activity.from.role === 'user') return
      const { question, progress } = (activity.channelData as { candour: Said }).candour
      if (!question) return progress ? resolve() : undefined
      const value = { question: question.id, ...replies[question.content] }
      const answer = { type: 'message', from: { id: 'me' }, value }
      line.postActivity(answer).subscribe(() => undefined, reject)
    }
    line.activity$.subscribe(hear, reject)
  })
  line.end()
  return heard
}

interface Said {
  readonly question?: { readonly id: string; readonly content: string }
  readonly progress?: object
}
interface Observable<T> {
  subscribe(next: (value: T) => void, fail: (error: Error) => void): void
}
type Client = new (options: object) => {
  readonly activity$: Observable<Outbound>
  postActivity(activity: object): Observable<string>
  end(): void
}

function texts(said: readonly Outbound[], role: 'bot' | 'user'): string[] {
  return said.filter(({ from }) => from.role === role).map(({ text }) => text)
}

function mayCall(page: Page, domain: string, token: string): Promise<boolean> {
  const call = async ([to, bearer]: readonly [string, string]) => {
    const request = { method: 'POST', headers: { authorization: `Bearer ${bearer}` } }
    const answer = await fetch(`${to}/tokens/refresh`, request).catch(() => undefined)
    return answer?.ok ?? false
  }
  return page.evaluate(call, [domain, token] as const)
}
