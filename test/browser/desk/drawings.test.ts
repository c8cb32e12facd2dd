import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../../support/browser.ts'
import { DRAWING } from '../../adapters/desk/believable.ts'
import { deskServed, overflow, shot, signedIn } from './tour.ts'

/** Where the first box of the drawing begins, and where it ends. */
function firstBox(): readonly [number, number] {
  const [, left] = /<g transform="translate\((\d+)/.exec(DRAWING) ?? []
  const [, at] = /data-state="[^"]*" transform="translate\((\d+)/.exec(DRAWING) ?? []
  return [Number(left) + Number(at), Number(left) + Number(at) + 180]
}

describe('a drawing at the desk, on the screen', function () {
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

  async function unfolded(width: number): Promise<Page> {
    const viewport = { width, height: 800 }
    const { page, complaints } = await signedIn(browser, desk.origin, { viewport })
    await page.goto(`${desk.origin}/desk/c/c-4`)
    const folded = page.locator('details.drawn').first()
    await folded.locator('summary').click()
    await folded.locator('img').evaluate((image: HTMLImageElement) => image.decode())
    expect(complaints).to.deep.equal([])
    return page
  }

  it('begins at its first box on a telephone, and says that it can be moved', async () => {
    const page = await unfolded(360)
    // A text would be evaluated again at each look, which the page's own policy forbids.
    await page.waitForFunction(() => document.querySelector('.drawing')!.scrollLeft > 0)
    const box = page.locator('.drawing').first()
    const [from, to] = await box.evaluate((one) => [
      one.scrollLeft,
      one.scrollLeft + one.clientWidth,
    ])
    const [left, right] = firstBox()
    expect(left).to.be.within(from ?? 0, to ?? 0)
    expect(right).to.be.within(from ?? 0, to ?? 0)
    expect(await page.locator('.sideways').first().isVisible()).to.equal(true)
    expect(await overflow(page)).to.equal(0)
    await box.scrollIntoViewIfNeeded()
    await shot(page, 'drawing-360')
  })

  it('is all there on a large screen, where nothing need be moved', async () => {
    const page = await unfolded(1280)
    expect(await page.locator('.sideways').first().isVisible()).to.equal(false)
    await shot(page, 'drawing-1280')
  })
})
