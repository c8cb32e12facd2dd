import { expect } from 'chai'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { look, pictureAt } from '../look.ts'
import { answer, asked, until, visits } from './visit.ts'

type Step = (page: Page) => Promise<void>

/** Every screen of the chat, in the order in which one visit comes to it. */
const screens: readonly (readonly [string, Step])[] = [
  ['a choice', (page) => asked(page, 'Shall we go on?')],
  ['help', (page) => page.locator('#need-help').click()],
  ['a date', (page) => go(page, 'Shall we go on?')],
  [
    'what is missing',
    (page) => page.getByRole('button', { name: 'Continue', exact: true }).click(),
  ],
  ['open disclosures', openAll],
  ['words', (page) => go(page, 'date of birth')],
  ['answers', (page) => page.locator('#see-answers').click()],
  ['a link', link],
  ['a number', (page) => go(page, 'call you')],
  ['many', (page) => go(page, 'cigarettes')],
  ['a private question', (page) => go(page, 'make things easier')],
  ['a signature', (page) => go(page, 'pressure')],
  ['the end', (page) => go(page, 'my own decision')],
]

async function go(page: Page, words: string): Promise<void> {
  if (await page.locator('#chat').isHidden()) await page.keyboard.press('Escape')
  await answer(page, words)
  await page.locator('#chat-title').waitFor()
}

async function openAll(page: Page): Promise<void> {
  for (const one of await page.locator('summary').all()) await one.click()
}

async function link(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator('#continue-later').click()
  await page.locator('.link').waitFor()
}

const chosen = (label: string) => async (page: Page) => {
  await page.getByText('Make this easier').click()
  await page.getByLabel(label).check()
}

/** What a device may ask for, and what somebody may choose against it. */
const modes: readonly (readonly [string, BrowserContextOptions, Step?])[] = [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['where more contrast is asked for', { contrast: 'more' }],
  ['in forced colours', { forcedColors: 'active' }],
  ['dark by choice', { colorScheme: 'light' }, chosen('Dark')],
  ['in strong contrast by choice', { colorScheme: 'light' }, chosen('Strong contrast')],
  ['from right to left, in large text', { viewport: { width: 360, height: 740 } }, rightToLeft],
]

async function rightToLeft(page: Page): Promise<void> {
  await page.getByText('Make this easier').click()
  await page.locator('#large').click()
  await page.evaluate(() => (document.documentElement.dir = 'rtl'))
}

describe('widget: screens', () => {
  const visit = visits()

  for (const [mode, options, set] of modes) {
    it(`gives axe nothing to find on any screen, ${mode}`, async () => {
      const { page } = await visit('/chat', {
        ...options,
        bypassCSP: true,
        reducedMotion: 'reduce',
      })
      await set?.(page)
      for (const [name, come] of screens) {
        await come(page)
        const screen = `widget ${mode} ${name}`.replaceAll(/\W+/g, '-')
        await look(page, screen)
        await pictureAt(page, screen, [360, 1280])
      }
    }).timeout(60_000)
  }

  for (const [path, name] of [
    ['/', 'demo-page'],
    ['/embed', 'embedding'],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`gives axe nothing to find on ${name}, ${colorScheme}`, async () => {
        const { page } = await visit(path, { colorScheme, bypassCSP: true })
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 800 })
          await look(page, `${name}-${colorScheme}`)
        }
      })
    }
  }

  it('needs no sideways scrolling at 320 px, as at 400 % of 1280, with large text', async () => {
    const { page } = await visit('/chat', { viewport: { width: 320, height: 256 } })
    await page.getByText('Make this easier').click()
    await page.locator('#large').click()
    for (const [name, come] of screens) {
      await come(page)
      expect(await overflow(page), name).to.equal(0)
    }
  }).timeout(60_000)

  it('shows the demo page without sideways scrolling at 320 px', async () => {
    const { page } = await visit('/', { viewport: { width: 320, height: 740 } })
    expect(await overflow(page)).to.equal(0)
  })

  it('has targets that a finger can hit', async () => {
    const { page } = await visit('/chat', { viewport: { width: 360, height: 740 } })
    await until(page, 'make things easier')
    const boxes = await page
      .locator('button:visible, .button:visible')
      .evaluateAll((all) =>
        all.map((one) => ({ name: one.textContent, height: one.getBoundingClientRect().height })),
      )
    expect(boxes.filter(({ height }) => height < 44)).to.deep.equal([])
  })

  it('reads from right to left without breaking', async () => {
    const { page } = await visit('/chat', { viewport: { width: 360, height: 740 } })
    await until(page, 'cigarettes')
    await page.evaluate(() => (document.documentElement.dir = 'rtl'))
    expect(await overflow(page)).to.equal(0)
  })

  it('shows markup in a message as text', async () => {
    const { page, mock } = await visit()
    await asked(page, 'Shall we go on?')
    mock.say({ text: '<img src=x onerror=alert(1)> & **more**' })
    await page.locator('#history', { hasText: '<img src=x onerror=alert(1)> & **more**' }).waitFor()
    expect(await page.locator('img').count()).to.equal(0)
  })
})

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}
