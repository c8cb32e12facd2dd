import { expect } from 'chai'
import { globSync, readFileSync } from 'node:fs'
import type { BrowserContextOptions, Page, Request } from 'playwright-core'
import { answer, asked, focused, until, visits } from './visit.ts'

/** Where nothing glides, what is seen can be asked at once. */
const STILL = { reducedMotion: 'reduce' } as const
const PHONE = { ...STILL, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
/** What a keyboard leaves of a phone's screen. */
const ABOVE_KEYBOARD = { width: 360, height: 360 }
/** 3G on a bad day. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 25_000 }

describe('widget: with the keyboard of a phone open', () => {
  const visit = visits()

  for (const [question, field] of [
    ['date of birth', 'Year'],
    ['call you', 'Your answer'],
    ['cigarettes', 'Number'],
    ['my own decision', 'Type your full name'],
  ] as const) {
    it(`keeps the field of “${question}” and what sends it in view`, async () => {
      const { page } = await visit('/chat', PHONE)
      await until(page, question)
      await page.setViewportSize(ABOVE_KEYBOARD)
      await page.getByLabel(field).focus()
      expect(await covered(page, 'input:focus, textarea:focus')).to.equal(undefined)
      const send = page.locator('#card form').first().locator('button.main')
      await send.scrollIntoViewIfNeeded()
      await send.tap()
      await page.locator('#card [role=alert]:not(:empty)').waitFor()
    })
  }

  it('ends the panel where the keyboard begins, and leaves it alone when the page is enlarged', async () => {
    const { page } = await visit('/host', PHONE)
    await page.getByRole('button', { name: 'Talk to us' }).tap()
    await page.frameLocator('iframe').locator('#card', { hasText: 'Shall we go on?' }).waitFor()
    const height = async (seen: { height: number; scale: number }) => {
      await page.evaluate(({ height, scale }) => {
        const viewport = visualViewport as VisualViewport
        Object.defineProperty(viewport, 'height', { value: height, configurable: true })
        Object.defineProperty(viewport, 'scale', { value: scale, configurable: true })
        viewport.dispatchEvent(new Event('resize'))
      }, seen)
      return (await page.locator('dialog').boundingBox())?.height
    }
    expect(await height({ height: 360, scale: 1 })).to.equal(360)
    expect(await height({ height: 740, scale: 1 })).to.equal(740)
    expect(await height({ height: 370, scale: 2 })).to.equal(740)
  })
})

describe('widget: on a slow line', () => {
  const visit = visits()

  const slowly = async () => {
    const visited = await visit('/blank')
    const session = await visited.context.newCDPSession(visited.page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', SLOW)
    return visited
  }

  it('asks its first question within six seconds of a bad line, and the last without a doubled answer', async () => {
    const { page, mock, origin } = await slowly()
    const asksFor: Request[] = []
    page.on('request', (request) => void asksFor.push(request))
    await page.goto(`${origin}/chat`, { waitUntil: 'commit' })
    await asked(page, 'Shall we go on?')
    const first = asksFor.filter((request) => request.url().startsWith(origin))
    const bytes = (await Promise.all(first.map(weightOf))).reduce((sum, one) => sum + one)
    // What the line takes, however busy this machine is: one after the other, and a turn to meet for each connection.
    const turns = first.length + ['to meet', 'the stream', 'to meet'].length
    const takes = turns * SLOW.latency + (bytes / SLOW.downloadThroughput) * 1_000
    expect(bytes).to.be.above(10_000)
    expect(takes, first.map((one) => one.url()).join()).to.be.below(6_000)
    await until(page, 'my own decision')
    expect(mock.sent).to.have.length(6)
    expect(mock.keys.size).to.equal(6)
  }).timeout(60_000)

  it('says that it is sending, keeps the focus on that, and takes no second press', async () => {
    const { page, context, mock, origin } = await slowly()
    await page.goto(`${origin}/chat`)
    await asked(page, 'Shall we go on?')
    const held: (() => Promise<void>)[] = []
    await context.route('**/activities', (route) => void held.push(() => route.continue()))
    await page.getByRole('button', { name: 'Yes, go on' }).focus()
    for (let times = 0; times < 6; times += 1) await page.keyboard.press('Enter')
    expect(await focused(page)).to.equal('Sending')
    await context.unroute('**/activities')
    for (const go of held) await go()
    await asked(page, 'date of birth')
    expect(mock.sent).to.have.length(1)
    expect(await page.locator('#history .answered').count()).to.equal(1)
  })
})

describe('widget: enlarged to four times its size', () => {
  const visit = visits()

  it('hides nothing that has the focus behind what stays in view', async () => {
    const { page } = await visit('/chat', { ...STILL, viewport: { width: 320, height: 256 } })
    await answer(page, 'Shall we go on?')
    await asked(page, 'date of birth')
    const hidden: string[] = []
    // Forwards and back again: what stays at the top hides what is come to from below.
    const way = [...Array<string>(20).fill('Tab'), ...Array<string>(20).fill('Shift+Tab')]
    for (const key of way) {
      await page.keyboard.press(key)
      const by = await covered(page, ':focus')
      // The window itself has its turn between the last and the first.
      if (by && (await page.locator(':focus').count()) > 0)
        hidden.push(`${await focused(page)}, behind ${by}`)
    }
    expect(hidden).to.deep.equal([])
  })
})

describe('widget: with text at twice its size', () => {
  const visit = visits()

  const twice = async (options: BrowserContextOptions) => {
    const visited = await visit('/chat', { ...STILL, ...options })
    await visited.page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
    return visited
  }

  for (const locale of ['en', 'cy'] as const) {
    it(`shows all of a date that is typed, with labels in ${locale}`, async () => {
      const { page } = await twice({ viewport: { width: 360, height: 740 } })
      await until(page, 'date of birth')
      if (locale === 'cy') await relabel(page, ['Diwrnod', 'Mis', 'Blwyddyn'])
      const fields = page.locator('.date input')
      for (const [at, part] of ['30', '12', '1990'].entries()) await fields.nth(at).fill(part)
      const cut = await fields.evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth).map(({ id }) => id),
      )
      expect(cut).to.deep.equal([])
      expect(await broken(page)).to.deep.equal([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(360)
    })
  }

  it('breaks no word of a button or a label, nor scrolls sideways, whatever is asked', async () => {
    const { page } = await twice({ viewport: { width: 360, height: 740 } })
    for (const question of [
      'Shall we go on?',
      'date of birth',
      'call you',
      'cigarettes',
      'make things easier',
      'pressure',
      'my own decision',
    ]) {
      await asked(page, question)
      expect(await broken(page), question).to.deep.equal([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(360)
      await answer(page, question)
    }
  }).timeout(60_000)

  for (const height of [640, 740, 860]) {
    it(`leaves three quarters of ${height} px to what is read, and the way out in view`, async () => {
      const { page } = await twice({ viewport: { width: 360, height } })
      await until(page, 'call you')
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
      expect(await stuck(page)).to.be.at.most(height / 4)
      expect(await covered(page, '#exit')).to.equal(undefined)
    })
  }

  it('leaves the ways out together where there is room for both', async () => {
    const { page } = await visit('/chat', { ...STILL, viewport: { width: 360, height: 740 } })
    await until(page, 'call you')
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    for (const way of ['#need-help', '#exit']) expect(await covered(page, way)).to.equal(undefined)
    await page.setViewportSize({ width: 360, height: 370 })
    await page.locator('.tall').waitFor()
    await page.setViewportSize({ width: 360, height: 740 })
    await page.locator('html:not(.tall)').waitFor()
  })
})

describe('the styles of what patients see', () => {
  it('say start and end, never left and right, so that they serve every script', () => {
    const folder = new URL('../../../adapters/web/', import.meta.url)
    const files = globSync(['**/*.css', 'widget/browser/loader.ts'], { cwd: folder })
    const physical =
      /(?:margin|padding|border|inset)-(?:left|right)\b|(?:^|[\s;{])(?:left|right)\s*:|(?:text-align|float)\s*:\s*(?:left|right)/g
    const found = files.flatMap((file) =>
      [...readFileSync(new URL(file, folder), 'utf8').matchAll(physical)].map(
        ([one]) => `${file}: ${one}`,
      ),
    )
    expect(files).to.have.length.above(8)
    expect(found).to.deep.equal([])
  })
})

async function weightOf(request: Request): Promise<number> {
  await request.response()
  const { responseHeadersSize, responseBodySize } = await request.sizes()
  return responseHeadersSize + responseBodySize
}

/** What lies over the middle of an element, if anything does, or that it is out of sight. */
function covered(page: Page, selector: string): Promise<string | undefined> {
  return page.evaluate((one) => {
    const element = document.querySelector(one)
    if (!element) return 'nothing: it is not there'
    const { left, top, width, height } = element.getBoundingClientRect()
    const there = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20))
    return there && (element.contains(there) || there.contains(element))
      ? undefined
      : (there?.outerHTML.slice(0, 80) ?? 'the edge of the window')
  }, selector)
}

/** How far down what sticks to the top of the window reaches. */
function stuck(page: Page): Promise<number> {
  return page.evaluate(() => {
    const stays = [...document.querySelectorAll('.bar, .ways-out, #exit, #need-help, h1')].filter(
      (one) => getComputedStyle(one).position === 'sticky' && one.getClientRects().length > 0,
    )
    return Math.max(0, ...stays.map((one) => one.getBoundingClientRect().bottom))
  })
}

/** Words of buttons and labels that stand in two lines. */
function broken(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('button, .button, label, summary')]
    const texts = shown.flatMap((one) => [...one.childNodes].filter((node) => node instanceof Text))
    return texts.flatMap((text) =>
      [...text.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange()
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        return new Set([...range.getClientRects()].map(({ top }) => top)).size > 1 ? [word] : []
      }),
    )
  })
}

/** Another language takes more room. */
function relabel(page: Page, words: readonly string[]): Promise<void> {
  return page.locator('.date label').evaluateAll((all, given) => {
    for (const [at, label] of all.entries()) label.textContent = given[at] ?? ''
  }, words)
}
