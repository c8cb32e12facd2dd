import { expect } from 'chai'
import { look } from '../look.ts'
import { focused, visits } from './visit.ts'

describe('widget: on a clinic’s site', () => {
  const visit = visits()
  const host = (width: number) => visit('/host', { viewport: { width, height: 740 } })

  for (const width of [1280, 360]) {
    it(`opens, takes the focus, closes with Escape and gives it back, at ${width} px`, async () => {
      const { page, errors, elsewhere } = await host(width)
      const launcher = page.getByRole('button', { name: 'Talk to us' })
      await launcher.focus()
      await page.keyboard.press('Enter')
      const frame = page.frameLocator('iframe')
      await frame.locator('#card', { hasText: 'Shall we go on?' }).waitFor()
      await frame.locator('#chat-title:focus, #card:focus').waitFor()
      await page.keyboard.press('Escape')
      await launcher.waitFor()
      expect(await page.evaluate(() => document.activeElement?.shadowRoot !== null)).to.equal(true)
      expect(errors).to.deep.equal([])
      expect(elsewhere).to.deep.equal([])
    })
  }

  it('fills a phone’s screen, and nothing behind it can be reached', async () => {
    const { page } = await host(360)
    await page.getByRole('button', { name: 'Talk to us' }).click()
    const box = await page.locator('dialog').boundingBox()
    expect(box).to.deep.include({ x: 0, y: 0, width: 360, height: 740 })
    await page.locator('#own').focus()
    expect(await focused(page)).not.to.equal('Its own button')
  })

  it('asks for nothing before somebody opens it', async () => {
    const { mock, page } = await host(1280)
    await page.getByRole('button', { name: 'Talk to us' }).waitFor()
    expect(mock.said).to.deep.equal([])
    expect(await page.locator('iframe').getAttribute('src')).to.equal(null)
  })

  it('adds nothing to the site’s own window, and takes nothing of it', async () => {
    const { page } = await host(1280)
    await page.getByRole('button', { name: 'Talk to us' }).waitFor()
    const named = await page.evaluate(() => {
      const bare = document.createElement('iframe')
      document.body.append(bare)
      const natives = Object.getOwnPropertyNames(bare.contentWindow)
      bare.remove()
      return Object.getOwnPropertyNames(window).filter((name) => !natives.includes(name))
    })
    expect(named.filter((name) => !/^\d+$/.test(name))).to.deep.equal([])
    const own = await page.evaluate(() => [open, close].map((one) => String(one)))
    for (const one of own) expect(one).to.include('[native code]')
  })

  it('goes on where it was when it is opened again', async () => {
    const { page } = await host(1280)
    await page.getByRole('button', { name: 'Talk to us' }).click()
    const frame = page.frameLocator('iframe')
    await frame.getByRole('button', { name: 'Yes, go on' }).click()
    await frame.getByText('date of birth').first().waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Talk to us' }).click()
    await frame.getByLabel('Month').waitFor()
  })

  it('stays as it is whatever the site’s own styles say, and covers nothing of the site', async () => {
    const { page } = await host(1280)
    const launcher = page.getByRole('button', { name: 'Talk to us' })
    const before = await launcher.boundingBox()
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(
        '* { display: block !important; font-size: 3rem; color: red; margin: 20px }',
      )
      document.adoptedStyleSheets = [sheet]
    })
    expect(await launcher.boundingBox()).to.deep.equal(before)
    const covered = await page.evaluate(() =>
      [10, 400, 700].filter((x) =>
        [10, 300, 500].some((y) => document.elementFromPoint(x, y)?.shadowRoot),
      ),
    )
    expect(covered).to.deep.equal([])
  })

  it('is not shown on a site that is not on the list', async () => {
    const { page, host } = await visit('/blank')
    await page.goto(host.replace('localhost', 'elsewhere.localhost'))
    const refused = page.waitForEvent('console', (line) => /frame-ancestors/.test(line.text()))
    await page.getByRole('button', { name: 'Talk to us' }).click()
    await refused
    expect(await page.frameLocator('iframe').locator('#card').count()).to.equal(0)
    await page.getByText('The chat does not open at the moment').waitFor()
  })

  for (const width of [1280, 360]) {
    it(`says plainly whom to ring where Candour cannot be reached, and opens once it can, at ${width} px`, async () => {
      const visited = await visit('/blank', { bypassCSP: true, viewport: { width, height: 740 } })
      const { page, context } = visited
      const frames = '**/widget/frame**'
      await context.route(frames, (route) => route.abort('connectionrefused'))
      await page.goto(visited.host)
      await page.getByRole('button', { name: 'Talk to us' }).click()
      await page.getByText('The chat does not open at the moment').waitFor()
      const numbers = await page
        .locator('dialog a')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')))
      expect(numbers).to.include.members(['tel:02079460101', 'tel:999', 'tel:116123'])
      expect(await page.locator('iframe').isVisible()).to.equal(false)
      await look(page, 'widget-not-reached')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Talk to us' }).click()
      await context.unroute(frames)
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.frameLocator('iframe').locator('#card', { hasText: 'Shall we go on?' }).waitFor()
      expect(await page.getByText('The chat does not open at the moment').isVisible()).to.equal(
        false,
      )
    }).timeout(40_000)
  }

  it('takes back that nothing opens when the chat comes late', async () => {
    const { page, context, host } = await visit('/blank')
    await page.clock.install()
    const held: (() => Promise<void>)[] = []
    await context.route('**/widget/frame**', (route) => void held.push(() => route.continue()))
    await page.goto(host)
    const asks = page.waitForRequest('**/widget/frame**')
    await page.getByRole('button', { name: 'Talk to us' }).click()
    await asks
    await page.clock.runFor(16_000)
    await page.getByText('The chat does not open at the moment').waitFor()
    for (const go of held) await go()
    await page.frameLocator('iframe').locator('#card', { hasText: 'Shall we go on?' }).waitFor()
    expect(await page.getByText('The chat does not open at the moment').isVisible()).to.equal(false)
  })

  it('works where the browser allows a frame no storage, and begins anew when it is loaded again', async () => {
    const visited = await visit('/blank')
    await visited.context.addInitScript(() => {
      if (window === top) return
      const refuse = () => {
        throw new DOMException('not here', 'SecurityError')
      }
      for (const name of ['sessionStorage', 'localStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get: refuse })
    })
    const { page, errors } = visited
    await page.goto(visited.host)
    await page.getByRole('button', { name: 'Talk to us' }).click()
    const frame = page.frameLocator('iframe')
    await frame.getByRole('button', { name: 'Yes, go on' }).click()
    await frame.getByLabel('Month').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Talk to us' }).click()
    await frame.locator('#card').getByText(/\S/).first().waitFor()
    expect(errors).to.deep.equal([])
  })

  it('refuses a site that it does not know', async () => {
    const { page, origin } = await visit('/blank')
    const answer = await page.goto(`${origin}/widget/frame?site=other`)
    expect(answer?.status()).to.equal(404)
  })
})
