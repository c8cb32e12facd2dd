import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { asked, until, visits } from './visit.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const questions = [
  'Shall we go on?',
  'date of birth',
  'call you',
  'cigarettes',
  'make things easier',
  'pressure',
  'my own decision',
]

/** Every screen of the chat, and how to come to it. */
const screens: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  ...Object.fromEntries(questions.map((words) => [words, (page: Page) => until(page, words)])),
  'what is missing': async (page) => {
    await until(page, 'date of birth')
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
  },
  'open disclosures': async (page) => {
    await until(page, 'date of birth')
    for (const one of await page.locator('summary').all()) await one.click()
  },
  help: async (page) => {
    await asked(page, 'Shall we go on?')
    await page.locator('#need-help').click()
  },
  answers: async (page) => {
    await until(page, 'call you')
    await page.locator('#see-answers').click()
  },
  link: async (page) => {
    await until(page, 'call you')
    await page.locator('#continue-later').click()
    await page.locator('.link').waitFor()
  },
  end: async (page) => {
    await until(page, '')
    await asked(page, 'closed')
  },
}

describe('widget: screens', () => {
  const visit = visits()

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [name, come] of Object.entries(screens)) {
      it(`axe finds nothing wrong with “${name}”, ${colorScheme}`, async () => {
        const { page } = await visit('/chat', {
          colorScheme,
          bypassCSP: true,
          reducedMotion: 'reduce',
        })
        await come(page)
        expect(await faults(page)).to.deep.equal([])
      })
    }

    it(`axe finds nothing wrong with the demo page, ${colorScheme}`, async () => {
      const { page } = await visit('/', { colorScheme, bypassCSP: true })
      await page.getByRole('button', { name: 'Talk to us' }).waitFor()
      expect(await faults(page)).to.deep.equal([])
    })
  }

  for (const [name, come] of Object.entries(screens)) {
    it(`needs no sideways scrolling at 320 px and with large text: “${name}”`, async () => {
      const { page } = await visit('/chat', { viewport: { width: 320, height: 256 } })
      await come(page)
      await page.locator('#large').click()
      expect(await overflow(page)).to.equal(0)
    })
  }

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
      .locator('button:visible, #exit')
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
  await page.evaluate(axe)
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
