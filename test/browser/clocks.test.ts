import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { Server } from '../support/server.ts'
import { type Chat, openWidget } from './chat.ts'
import { demoClock, HOUR, inLondon, nextChange } from './clock.ts'
import { type DeskAt, deskAt } from './desk.ts'
import { decidesAll } from './made-up.ts'
import { backAt, proposes, sign, SIZES, takeConsent } from './steps.ts'
import { duplicate, reopens, type Tab } from './tabs.ts'
import { answersUnseen } from './unseen.ts'

const NAME = 'Sam Example'
/** What the filler's own data asks for. */
const WEEK = 168 * HOUR
const MINUTE = 60_000
const MOVED_ON = 'That question was answered before'

const HISTORY = 'Hay fever in the summer.'
const MEDICINE = 'An antihistamine from the chemist.'
const TOO_LATE = 'A tablet to sleep.'
const IN_PRIVATE = [
  ...[/Is it your own wish/, /^Yes, it is my own wish$/m, /Does anybody press/, /^No, nobody$/m],
  ...[/only the clinic to know/, /^No, nothing$/m, /please contact me/, /ring-me-safely/],
]

describe('the whole way in a browser, over a change of the clocks', function () {
  this.timeout(180_000)
  let browser: Browser

  before(async () => {
    browser = await launch()
  })
  after(() => browser.close())

  for (const [at, goes] of (['forward', 'back'] as const).entries()) {
    const viewport = SIZES[at]
    it(`counts a week to think in hours when the clocks go ${goes}, at ${viewport?.width} px`, async () => {
      const server = await Server.start()
      const device = async () => {
        const context = await browser.newContext({ ...(viewport && { viewport }), bypassCSP: true })
        context.setDefaultTimeout(15_000)
        return context.newPage()
      }
      try {
        await wholeWay(device, server, nextChange(goes))
      } finally {
        await server.stop()
      }
    })
  }
})

async function wholeWay(device: () => Promise<Page>, server: Server, change: number) {
  const { url } = server
  await tells(await device(), url)

  const desk = deskAt(await device(), url)
  await desk.signIn('Nadia Okafor', 'Performer')
  await proposes(desk, NAME)
  await oneAnswerOnly(desk)
  await decidesAll(desk)

  const consultation = desk.page.url()
  const clock = demoClock(desk.page, url)
  await clock.moveTo(change - 5 * HOUR)
  await desk.page.goto(consultation)
  const page = await device()
  const home = await backAt(desk, page)
  await isTold(home, page, url)
  await desk.page.goto(consultation)
  await decidesAll(desk)

  const { given, ends } = await timeToThink(desk)
  expect(given).to.be.within(change - 5 * HOUR, change - HOUR)
  expect(ends).to.equal(given + WEEK)
  await thinks(home, page, ends)

  await clock.moveTo(ends - MINUTE)
  await home.picks('You can come back after', 'I am ready to say')
  await home.sees(`gives everybody until ${inLondon(ends)} to think`)
  await desk.page.goto(consultation)
  await isClosed(desk)

  await clock.moveTo(ends)
  await home.picks('gives everybody until', 'I am ready to say')
  await home.sees('Have you had enough time to think?')
  await answersUnseen(page, url)
  await desk.page.goto(consultation)
  await consents(desk, await device())
  const verified = await server.verify()
  expect(verified, verified.said).to.include({ code: 0 })
}

/** A health history and what is said in private, with the browser's own buttons and a second tab. */
async function tells(page: Page, url: string) {
  await page.goto('data:text/html,<title>Before</title>Something else')
  const first = { ...(await openWidget(page, url)), page }
  await first.sees('Shall we go on?')
  await answersUnseen(page, url, 'pre-consultation/conditions')
  await first.writes('anything about your health', HISTORY)
  await first.sees('What do you take or use')
  await backAndForward(first, [/Hay fever/])
  await stillAsks(first, 'What do you take or use', HISTORY)
  await reload(first)
  await stillAsks(first, 'What do you take or use', HISTORY)

  const second = await duplicate(first)
  await stillAsks(second, 'What do you take or use', HISTORY)
  second.sleep()
  await first.writes('What do you take or use', MEDICINE)
  await first.sees('Does anything give you a reaction')
  await second.writes('What do you take or use', TOO_LATE)
  second.wake()
  await second.sees('Does anything give you a reaction')
  await isToldThatItMovedOn(second, 1)
  await reload(second)
  for (const tab of [first, second]) {
    await stillAsks(tab, 'Does anything give you a reaction', MEDICINE)
    expect(await historyOf(tab)).not.to.include(TOO_LATE)
  }
  await second.picks('Does anything give you a reaction', 'None that I know of')
  await first.sees('Are you pregnant')
  await saysInPrivate(first, second, url)
}

async function saysInPrivate(
  first: Tab,
  second: Awaited<ReturnType<typeof duplicate>>,
  url: string,
) {
  await answersUnseen(first.page, url, 'voluntariness/company')
  await first.picks('Is anybody with you', 'I am on my own')
  await second.picks('Is it your own wish', 'Yes, it is my own wish')
  await first.sees('Does anybody press you')
  await backAndForward(first, IN_PRIVATE)
  await first.picks('Does anybody press you', 'No, nobody')
  await first.sees('only the clinic to know')
  await reload(first)
  await second.sees('only the clinic to know')
  for (const tab of [first, second]) {
    await tab.sees('only the clinic to know')
    await showsNothingOf(tab, IN_PRIVATE.slice(0, 4))
  }
  second.sleep()
  await first.picks('only the clinic to know', 'No, nothing')
  await first.sees('nothing for you to do')
  await second.picks('only the clinic to know', 'Yes, please contact me in the safe way I chose')
  second.wake()
  await second.sees('nothing for you to do')
  await isToldThatItMovedOn(second, 2)
  for (const tab of [first, second]) {
    await showsNothingOf(tab, IN_PRIVATE)
    await reload(tab)
    await tab.sees('nothing for you to do')
    await showsNothingOf(tab, IN_PRIVATE)
  }
}

async function reload(tab: Tab) {
  await tab.page.reload()
  await reopens(tab)
}

/** Back to what was there before the clinic, where nothing of it is seen, and forward again. */
async function backAndForward(tab: Tab, unseen: readonly RegExp[]) {
  await tab.page.goBack()
  await tab.page.getByText('Something else').waitFor()
  const there = await tab.page.locator('body').innerText()
  for (const words of unseen) expect(there).not.to.match(words)
  await tab.page.goForward()
  await reopens(tab)
}

const historyOf = ({ place }: Chat) => place.locator('#history').innerText()

/** The question waits, and what was answered before it stands there once. */
async function stillAsks(tab: Tab, asked: string, answered: string) {
  await tab.sees(asked)
  const history = await historyOf(tab)
  expect(history.split(answered), history).to.have.length(2)
  expect(history, 'asked twice').not.to.include(asked)
}

/** Told so as often as that by now. */
async function isToldThatItMovedOn(tab: Tab, times: number) {
  await tab.place
    .locator('#history')
    .getByText(MOVED_ON)
    .nth(times - 1)
    .waitFor()
  expect((await historyOf(tab)).split(MOVED_ON)).to.have.length(times + 1)
}

async function showsNothingOf({ place }: Tab, words: readonly RegExp[]) {
  const all = await place.locator('body').innerText()
  for (const one of words) expect(all).not.to.match(one)
}

async function oneAnswerOnly({ page }: DeskAt) {
  const known = (await page.locator('dl.facts').allTextContents()).join('\n')
  for (const words of [HISTORY, MEDICINE]) {
    expect(known.split(words), words).to.have.length(2)
  }
  expect(await page.content()).not.to.include(TOO_LATE)
}

async function isTold(home: Chat, page: Page, url: string) {
  await home.sees(/\S/)
  await answersUnseen(page, url, 'information/pack')
  await home.picks('Your written information about', 'I have it')
  await answersUnseen(page, url)
}

/** The moments that the desk shows, and that its page holds to the millisecond. */
async function timeToThink({ page }: DeskAt) {
  const fact = (label: string) =>
    page.locator('dl.facts > div', { has: page.getByText(label, { exact: true }) })
  const words = (label: string) => fact(label).locator('dd.words').textContent()
  const delivered = fact('Written information given at')
  const given = Date.parse((await delivered.locator('time').getAttribute('datetime')) ?? '')
  expect(await words('Written information given at')).to.equal(inLondon(given))
  expect(await words('Time to think ends')).to.equal(inLondon(given + WEEK))
  return { given, ends: given + WEEK }
}

async function thinks(home: Chat, page: Page, ends: number) {
  await home.sees(`You can come back after ${inLondon(ends)}.`)
  await page.goBack()
  await page.getByRole('button', { name: 'Continue' }).waitFor()
  await page.goForward()
  await home.sees(`You can come back after ${inLondon(ends)}.`)
  await page.reload()
  await home.sees(`You can come back after ${inLondon(ends)}.`)
}

const signing = 'Open signing, in the room'

async function isClosed({ page }: DeskAt) {
  const gate = page.locator('.gates li', { hasText: 'Time to think has passed' })
  expect(await gate.first().textContent()).to.include('Not yet')
  expect(await page.getByText(signing).count()).to.equal(0)
}

async function consents(desk: DeskAt, phone: Page) {
  const gate = desk.page.locator('.gates li', { hasText: 'Time to think has passed' })
  expect(await gate.first().textContent()).to.include('Met')
  await sign(desk, phone, NAME)
  await takeConsent(desk, NAME)
}
