import { expect } from 'chai'
import type { Page, Route } from 'playwright-core'
import { answer, asked, focused, until, visits } from './visit.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

type Open = (page: Page) => Promise<void>

const panels: Readonly<Record<string, Open>> = {
  'the page for help': (page) => page.locator('#need-help').click(),
  'the answers': (page) => page.locator('#see-answers').click(),
}

/** What each is answered with, and where that stands. */
const tools = [
  ['Stop', '#card', 'I have stopped.'],
  ['Ask for a person', '#card', 'All right.'],
  ['Continue later', '#history .link', 'only'],
  ['Your summary', '#card', 'All right.'],
] as const

describe('widget: tools', () => {
  const visit = visits()

  for (const [panel, open] of Object.entries(panels)) {
    for (const [tool, place, words] of tools) {
      it(`answers “${tool}” in sight and with the focus on it, though ${panel} stood open`, async () => {
        const { page } = await visit()
        await until(page, 'call you')
        await open(page)
        await page.getByRole('button', { name: tool, exact: true }).click()
        await page.locator(place, { hasText: words }).waitFor()
        expect(await page.locator('#chat-title').evaluate(isFocused)).to.equal(true)
        await page.locator('#spoken', { hasText: /\S/ }).waitFor()
      })
    }
  }

  it('goes back to the chat from answers that can be looked at no longer', async () => {
    const { page, mock } = await visit()
    await until(page, 'call you')
    await page.locator('#see-answers').click()
    mock.say({ text: 'Somebody has answered you.', question: PROMPT })
    await asked(page, 'Somebody has answered you.')
    expect(await page.locator('#answers').isHidden()).to.equal(true)
    expect(await page.locator('#chat-title').evaluate(isFocused)).to.equal(true)
  })

  it('takes the answers off the screen when the sitting is over', async () => {
    const { page, mock } = await visit()
    await until(page, 'call you')
    await page.locator('#see-answers').click()
    mock.ended = true
    for (const socket of mock.sockets.keys()) socket.terminate()
    await asked(page, 'This chat has closed.')
    expect(await page.locator('#given').innerHTML()).to.equal('')
    expect(await focused(page)).to.equal('This chat has closed.')
  })

  it('leaves the page for help open when a message comes by itself', async () => {
    const { page, mock } = await visit()
    await until(page, 'call you')
    await page.locator('#need-help').click()
    mock.say({ text: 'Somebody has answered you.', question: PROMPT })
    await page.locator('#card', { hasText: 'Somebody' }).waitFor({ state: 'attached' })
    expect(await page.locator('#help').isVisible()).to.equal(true)
  })

  for (const [when, wait] of [
    ['at once', 0],
    ['late', 700],
  ] as const) {
    it(`takes a second tap for none where the answer comes ${when} and puts something under the finger`, async () => {
      const { page, context, mock } = await visit('/chat', PHONE)
      await answer(page, 'Shall we go on?')
      await asked(page, 'date of birth')
      await page.locator('#ask-for-a-person').scrollIntoViewIfNeeded()
      await settled(page)
      const place = await middle(page, '#stop')
      const late = async (route: Route) => {
        await new Promise((resolve) => setTimeout(resolve, wait))
        await route.continue()
      }
      await context.route('**/activities', late, { times: 1 })
      await page.touchscreen.tap(...place)
      await asked(page, 'I have stopped.')
      await putUnder(page, place, 'Carry on')
      await page.touchscreen.tap(...place)
      await page.waitForTimeout(700)
      expect(context.pages()).to.have.length(1)
      expect(mock.sent.map(({ value }) => value?.command)).to.deep.equal([undefined, 'stop'])
      await page.touchscreen.tap(...place)
      await page.locator('#history', { hasText: 'Carry on' }).waitFor()
    })
  }

  it('takes what comes after a word that was written for a tap of its own', async () => {
    const { page } = await visit('/chat', PHONE)
    await until(page, 'call you')
    await page.locator('#ask-for-a-person').scrollIntoViewIfNeeded()
    await settled(page)
    const place = await middle(page, '#ask-for-a-person')
    await page.touchscreen.tap(...place)
    await asked(page, 'All right.')
    await page.getByLabel('Your answer').fill('Sam')
    await putUnder(page, place, 'Send')
    await page.touchscreen.tap(...place)
    await asked(page, 'cigarettes')
  })

  it('holds no tap back from the ways out', async () => {
    const { page } = await visit('/chat', PHONE)
    await answer(page, 'Shall we go on?')
    await page.locator('#stop').scrollIntoViewIfNeeded()
    await settled(page)
    const place = await middle(page, '#stop')
    await page.touchscreen.tap(...place)
    await page.locator('#exit').evaluate((way, [x, y]) => {
      way.style.cssText = `position: fixed; inset: ${y - 20}px auto auto ${x - 30}px`
    }, place)
    await page.touchscreen.tap(...place)
    await page.waitForURL(/weather/)
  })
})

const PROMPT = {
  id: 'settle-1',
  content: 'consultation/settle',
  kind: 'choice',
  choices: [{ id: 'settled', label: 'Yes' }],
} as const

function isFocused(element: Element): boolean {
  return element === document.activeElement
}

async function middle(page: Page, selector: string): Promise<[number, number]> {
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`${selector} is not there`)
  return [box.x + box.width / 2, box.y + box.height / 2]
}

/** Where the page ends up is by chance: the answer that does most is put where the finger is. */
async function putUnder(
  page: Page,
  [x, y]: readonly [number, number],
  name: string,
): Promise<void> {
  await page.getByRole('button', { name }).evaluate(
    (button, at) => {
      button.style.cssText = `position: fixed; inset: ${at.y - 24}px auto auto ${at.x - 60}px`
    },
    { x, y },
  )
}

/** Gliding has an end. */
async function settled(page: Page): Promise<void> {
  for (let before = -1; ;) {
    const now = await page.evaluate(() => scrollY)
    if (now === before) return
    before = now
    await page.waitForTimeout(100)
  }
}
