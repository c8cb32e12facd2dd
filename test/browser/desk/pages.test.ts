import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { PERMISSIONS } from '../../../adapters/desk/permissions.ts'
import { CASE } from '../../adapters/desk/believable.ts'
import { auditView } from '../../adapters/desk/audit-view.ts'
import { fakeDesk } from '../../adapters/desk/fake.ts'
import { readsView } from '../../adapters/desk/reads-view.ts'
import { match } from '../../adapters/desk/serve.ts'
import { launch } from '../../support/browser.ts'
import { type As, type Screen, SCREENS } from './every-screen.ts'
import { wrongIn } from './modes.ts'
import { deskServed, signedIn } from './tour.ts'

const BUTTONS: Readonly<Record<As, RegExp>> = {
  performer: /Amira Haddad: Performer/,
  reception: /Jo Bright: Reception/,
  auditor: /Lena Marsh: Auditor/,
  safeguarding: /Lena Marsh: Safeguarding/,
}

/** What answers with no page: pieces of pages, files and forms. And pages that others look at. */
const NO_SCREENS = [
  ...['/desk/desk.css', '/desk/queue.js', '/desk/lock.js', '/desk/drawings.js'],
  ...['/desk/count', '/desk/here', '/desk/audit/:table', '/desk/access/csv'],
  '/desk/c/:id/drawing/:open/:page',
  // written.test.ts looks at it, as a patient and as whoever prints it
  '/desk/c/:id/written-information',
  // signing-in.test.ts looks at these, with a provider
  ...['/desk/sign-in/go', '/desk/signed-in', '/desk/locked', '/desk/kept'],
]

describe('the pages of the desk', function () {
  this.timeout(600_000)
  let browser: Browser
  let desk: Awaited<ReturnType<typeof deskServed>>
  let now: Screen | undefined
  const { desk: usual } = fakeDesk()

  before(async () => {
    desk = await deskServed({
      look: async (_, id) => (id === CASE.consultation ? { ...CASE, ...now?.view } : undefined),
      audit: async () => auditView(),
      reads: async () => readsView(),
      act: (...given) => (now?.desk?.act ?? usual.act)(...given),
      keeping: (...given) => (now?.desk?.keeping ?? usual.keeping)(...given),
    })
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    await desk?.close()
  })

  /** A page for each role, which goes from screen to screen. */
  async function people(bypassCSP: boolean) {
    const pages = new Map<As, Page>()
    const complaints: string[] = []
    for (const [as, button] of Object.entries(BUTTONS)) {
      const found = await signedIn(browser, desk.origin, { bypassCSP }, button)
      pages.set(as as As, found.page)
      found.page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
      found.page.on('pageerror', ({ message }) => complaints.push(message))
    }
    return {
      complaints,
      async goTo(screen: Screen): Promise<Page> {
        now = screen
        const page = pages.get(screen.as)
        if (!page) throw new Error(`nobody is here as ${screen.as}`)
        await screen.go(page, desk.origin)
        return page
      },
    }
  }

  it('can be used by everybody and fit the window, each of them, in every way to look at it', async () => {
    const { goTo } = await people(true)
    const found: string[] = []
    for (const screen of [SIGN_IN, ...SCREENS]) {
      const page = await goTo(screen)
      found.push(...(await wrongIn(page, screen.name)))
    }
    expect(found, found.join('\n')).to.deep.equal([])
  })

  it('break no rule of their own content security policy, and leave none out', async () => {
    const { goTo, complaints } = await people(false)
    const routes = Object.keys(PERMISSIONS)
      .filter((key) => key.startsWith('GET '))
      .map((key) => ({ method: 'GET' as const, path: key.slice(4), handle: NEVER }))
    const seen = new Set(NO_SCREENS)
    for (const screen of [SIGN_IN, ...SCREENS]) {
      const { pathname } = new URL((await goTo(screen)).url())
      seen.add(match(routes, 'GET', pathname)?.route.path ?? pathname)
    }
    expect(routes.map(({ path }) => path).filter((path) => !seen.has(path))).to.deep.equal([])
    const real = complaints.filter((line) => !/\b(403|404|422)\b/.test(line))
    expect(real, real.join('\n')).to.deep.equal([])
  })
})

const SIGN_IN: Screen = {
  ...{ name: 'sign-in', as: 'performer' },
  go: (page, origin) => page.goto(`${origin}/desk/sign-in`),
}

const NEVER = async () => ({ status: 500 })
