import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { answer, asked, until, visits } from './visit.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

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

describe('widget: screens', () => {
  const visit = visits()

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`gives axe nothing to find on any screen, ${colorScheme}`, async () => {
      const options = { colorScheme, bypassCSP: true, reducedMotion: 'reduce' } as const
      const { page } = await visit('/chat', options)
      await page.evaluate(axe)
      for (const [name, come] of screens) {
        await come(page)
        expect(await faults(page), name).to.deep.equal([])
      }
    }).timeout(60_000)

    it(`gives axe nothing to find on the demo page, ${colorScheme}`, async () => {
      const { page } = await visit('/', { colorScheme, bypassCSP: true })
      await page.getByRole('button', { name: 'Talk to us' }).waitFor()
      await page.evaluate(axe)
      expect(await faults(page)).to.deep.equal([])
    })
  }

  it('needs no sideways scrolling at 320 px, as at 400 % of 1280, with large text', async () => {
    const { page } = await visit('/chat', { viewport: { width: 320, height: 256 } })
    await page.locator('#large').click()
    for (const [name, come] of screens) {
      await come(page)
      expect(await overflow(page), name).to.equal(0)
    }
  }).timeout(60_000)

  for (const width of [320, 360, 1280]) {
    it(`shows the demo page without sideways scrolling at ${width} px`, async () => {
      const { page } = await visit('/', { viewport: { width, height: 740 } })
      expect(await overflow(page)).to.equal(0)
    })
  }

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

async function faults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}
