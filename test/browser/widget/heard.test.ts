import { expect } from 'chai'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { asked, focused, tabTo, visits } from './visit.ts'

/** `WRITE_TRANSCRIPT=1 npx mocha test/browser/widget/heard.test.ts` tells it again, to be read before it is kept. */
const FILE = new URL('./as-heard.txt', import.meta.url)

interface Step {
  readonly asked: string
  /** What is pressed and typed, by names of what has the focus. */
  answer(page: Page): Promise<void>
}

const pressed = (name: string | RegExp) => async (page: Page) => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
const typed = (fields: Readonly<Record<string, string>>) => async (page: Page) => {
  for (const [name, value] of Object.entries(fields)) {
    await tabTo(page, name)
    await page.keyboard.type(value)
  }
  await page.keyboard.press('Enter')
}
const ticked = (name: string, send: string) => async (page: Page) => {
  await tabTo(page, name)
  await page.keyboard.press('Space')
  await pressed(send)(page)
}

const JOB: readonly Step[] = [
  { asked: 'Shall we go on?', answer: pressed('Yes, go on') },
  { asked: 'date of birth', answer: typed({ Day: '27', Month: '3', Year: '1998' }) },
  {
    asked: 'call you',
    answer: async (page) => {
      await tabTo(page, 'Your answer')
      await page.keyboard.type('Sam')
      await pressed('Send')(page)
    },
  },
  { asked: 'cigarettes', answer: typed({ Number: '10' }) },
  { asked: 'make things easier', answer: ticked('More time', 'Continue') },
  { asked: 'pressure', answer: pressed('I would rather not say') },
  {
    asked: 'my own decision',
    answer: async (page) => {
      await tabTo(page, 'Type your full name')
      await page.keyboard.type('Sam Example')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
    },
  },
  { asked: 'closed', answer: async () => {} },
]

describe('widget: as somebody hears it who uses the keyboard and a screen reader', () => {
  const visit = visits()

  it('says each question once, names every control, and puts the focus where the answer is', async () => {
    const { page, context, origin } = await visit('/blank')
    await context.addInitScript(listen)
    await page.goto(`${origin}/chat`)
    const lines: string[] = []
    for (const step of JOB) {
      await asked(page, step.asked)
      lines.push(...(await heard(page)))
      await step.answer(page)
    }
    const told = `${lines.join('\n')}\n`
    if (process.env['WRITE_TRANSCRIPT']) writeFileSync(FILE, told)
    expect(told).to.equal(readFileSync(FILE, 'utf8'))
  })
})

/** Keeps what a screen reader is given to say by itself. */
function listen(): void {
  const said: string[] = []
  const add = ({ textContent }: Node) => textContent && said.push(textContent)
  const watch = new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes)
      if ((target as Element).id === 'spoken') addedNodes.forEach(add)
  })
  addEventListener('DOMContentLoaded', () =>
    watch.observe(document.body, { childList: true, subtree: true }),
  )
  Object.defineProperty(window, 'said', { value: said })
}

async function heard(page: Page): Promise<string[]> {
  await page.waitForFunction(() => (window as unknown as Hearing).said.length > 0)
  const said = await page.evaluate(() => (window as unknown as Hearing).said.splice(0))
  const tree = await page.locator('#card').ariaSnapshot()
  return [
    ...said.map((text) => `said   ${text.replaceAll('\n', '\n       ')}`),
    `focus  ${(await page.locator(':focus').count()) > 0 ? await focused(page) : 'the page'}`,
    tree.replaceAll(/^/gm, '       '),
    '',
  ]
}

interface Hearing {
  readonly said: string[]
}
