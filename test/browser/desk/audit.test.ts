import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import type { CaseView } from '../../../bot/views/desk.ts'
import { auditView } from '../../adapters/desk/audit-view.ts'
import { launch } from '../../support/browser.ts'
import { deskServed, objections, overflow, shot, signedIn } from './tour.ts'

const LOOKS = [
  ['360', { viewport: { width: 360, height: 780 }, colorScheme: 'light' }],
  ['1280', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
] as const

/** A check that ended, of somebody who works there. */
const ended: Partial<CaseView> = {
  ...{ alone: { tree: 'Social media post', result: 'It is not to be posted.' }, prompts: [] },
  ...{ state: 'ended', who: 'Amira Haddad', offers: [], gates: [] },
  facts: [
    {
      ...{ name: 'post-draft', label: 'Words of the post', value: 'Ring me for a price.' },
      ...{ by: 'Amira Haddad', at: '2026-11-21T10:00:00.000Z', clinical: false },
    },
  ],
  ...{ path: [], drawings: [] },
}

describe('the audit page, and a check of a post', function () {
  this.timeout(60_000)
  let browser: Browser
  let desk: Awaited<ReturnType<typeof deskServed>>

  before(async () => {
    desk = await deskServed({ audit: async () => auditView() }, ended)
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    await desk?.close()
  })

  for (const [look, options] of LOOKS) {
    it(`can be read by everybody and fit the window (${look})`, async () => {
      const how = { ...options, bypassCSP: true }
      const { page } = await signedIn(browser, desk.origin, how, /: Auditor/)
      for (const [name, path] of [
        ['audit', '/desk/audit'],
        ['post', '/desk/c/c-4'],
      ] as const) {
        await page.goto(desk.origin + path)
        await shot(page, `${name}-${look}`)
        expect(await objections(page), name).to.deep.equal([])
        expect(await overflow(page), name).to.be.at.most(0)
      }
      await page.context().close()
    })
  }
})
