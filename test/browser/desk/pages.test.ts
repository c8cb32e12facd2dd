import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../../support/browser.ts'
import { deskServed, objections, overflow, shot, signedIn } from './tour.ts'

type Visit = readonly [name: string, go: (page: Page, origin: string) => Promise<unknown>]

const unfolded = (page: Page) =>
  page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)))

const PAGES: readonly Visit[] = [
  ['sign-in', (page, origin) => page.goto(`${origin}/desk/sign-in`)],
  ['queue', (page, origin) => page.goto(`${origin}/desk`)],
  [
    'found',
    async (page, origin) => {
      await page.goto(`${origin}/desk`)
      await page.getByLabel('Find a person').fill('Priya')
      await page.getByRole('button', { name: 'Find' }).click()
    },
  ],
  ['queue-filtered', (page, origin) => page.goto(`${origin}/desk?kind=prompt&whose=me&due=soon`)],
  ['emergency', (page, origin) => page.goto(`${origin}/desk/emergency`)],
  [
    'emergency-wrong',
    async (page, origin) => {
      await page.goto(`${origin}/desk/emergency`)
      await page.getByRole('button', { name: 'Open it' }).click()
    },
  ],
  ['role', (page, origin) => page.goto(`${origin}/desk/role`)],
  ['timeline', (page, origin) => page.goto(`${origin}/desk/c/c-4/timeline`)],
  ['invite', (page, origin) => page.goto(`${origin}/desk/invite`)],
  [
    'invite-wrong',
    async (page, origin) => {
      await page.goto(`${origin}/desk/invite`)
      await page.getByRole('button', { name: 'Make the link' }).click()
    },
  ],
  ['case', (page, origin) => page.goto(`${origin}/desk/c/c-4`)],
  [
    'case-unfolded',
    async (page, origin) => {
      await page.goto(`${origin}/desk/c/c-4`)
      await unfolded(page)
    },
  ],
  [
    'sign-link',
    async (page, origin) => {
      await page.goto(`${origin}/desk/c/c-4`)
      await page.getByText('Open signing, in the room').click()
      await page.getByRole('button', { name: 'Open signing and show the code' }).click()
    },
  ],
  ['record', (page, origin) => page.goto(`${origin}/desk/c/c-4/record?all=1`)],
  ['missing', (page, origin) => page.goto(`${origin}/desk/c/nowhere`)],
]

const LOOKS = [
  ['360', { viewport: { width: 360, height: 780 }, colorScheme: 'light' }],
  ['1280', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
] as const

describe('the pages of the desk', function () {
  this.timeout(60_000)
  let browser: Browser
  let desk: Awaited<ReturnType<typeof deskServed>>

  before(async () => {
    desk = await deskServed()
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    await desk?.close()
  })

  for (const [look, options] of LOOKS) {
    it(`can be used by everybody and fit the window (${look})`, async () => {
      const { page } = await signedIn(browser, desk.origin, { ...options, bypassCSP: true })
      const found: string[] = []
      for (const [name, go] of PAGES) {
        await go(page, desk.origin)
        await shot(page, `${name}-${look}`)
        found.push(...(await objections(page)).map((line) => `${name}: ${line}`))
        const wide = await overflow(page)
        if (wide > 0) found.push(`${name}: ${wide} pixels wider than the window`)
      }
      expect(found, found.join('\n')).to.deep.equal([])
    })
  }

  it('break no rule of their own content security policy', async () => {
    const { page, complaints } = await signedIn(browser, desk.origin)
    for (const [, go] of PAGES) await go(page, desk.origin)
    const real = complaints.filter((line) => !line.includes('404'))
    expect(real, real.join('\n')).to.deep.equal([])
  })
})
