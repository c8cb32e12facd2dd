import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { answer, choose } from '../../adapters/programs/demo/autopilot.ts'
import { look } from './look.ts'
import { launch } from '../support/browser.ts'
import { Server } from '../support/server.ts'
import { type Chat, chatAt, openWidget, untilGp, untilName } from './chat.ts'
import { type DeskAt, deskAt } from './desk.ts'
import { answersAll, decidesAll } from './made-up.ts'
import { backAt, proposes, sign, SIZES, takeConsent } from './steps.ts'

/** What every page says that has no question. */
const WAITING = /nothing for you to do|don.t have to do anything/
const NAME = 'Samantha Example'
/** Somebody made up who changed her name on the way. */
const SAMANTHA = { 'consent-signature/signature': answer(NAME) }
/** Her performer weighs a GP's words that she will not have. */
const WEIGHED = {
  'gp-weighing/need': choose('needed'),
  'gp-weighing/need-reason': answer('Takes medicines that thin the blood.'),
  'gp-weighing/weigh-refusal': answer('A small risk. I told her so.'),
  'gp-weighing/decide': choose('go-on'),
}

describe('the whole thread in a browser', function () {
  this.timeout(180_000)
  let browser: Browser

  before(async () => {
    browser = await launch()
  })
  after(() => browser.close())

  for (const viewport of SIZES) {
    it(`goes from the widget to a recorded consent and a withdrawal at ${viewport.width} px`, async () => {
      const server = await Server.start()
      try {
        await thread(browser, server, viewport)
      } finally {
        await server.stop()
      }
    })
  }
})

async function thread(
  browser: Browser,
  server: Server,
  viewport: { width: number; height: number },
) {
  const elsewhere = new Set<string>()
  const device = async (): Promise<Page> => {
    const context = await browser.newContext({ viewport, bypassCSP: true })
    context.on('request', (request) => {
      if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(server.url)) {
        elsewhere.add(request.url())
      }
    })
    context.setDefaultTimeout(10_000)
    return context.newPage()
  }
  const page = await device()
  const first = await openWidget(page, server.url)
  await first.sees('Shall we go on?')
  await look(page, '01-widget')
  await untilName(first)
  await first.sees('What is your full name?')
  await look(page, '02-name')
  await killAndStart(server)
  await untilGp(first)
  await first.picks('What do you hope would be different', 'I am not sure yet')
  await first.sees('your GP')

  const elsewherePage = await device()
  const second = await goOnElsewhere({ ...first, page }, elsewherePage)
  await changeName(second, elsewherePage)
  await refuseGp(second)
  await answersAll(second, WAITING, SAMANTHA)

  await look(elsewherePage, '07-waiting')
  const desk = deskAt(await device(), server.url)
  await prepare(desk, server.url)
  await killAndStart(server)
  await weigh(desk)
  await learn(desk, await device(), server)
  const phone = await device()
  const room = await sign(desk, phone, NAME, look)
  await takeConsent(desk, NAME, look)
  await readRecord(desk)
  const verified = await server.verify()
  expect(verified, verified.said).to.include({ code: 0 })

  await withdraw(room, phone)
  await desk.page.reload()
  await desk.page
    .getByText(/withdr/i)
    .first()
    .waitFor()
  expect([...elsewhere]).to.deep.equal([])
}

async function killAndStart(server: Server) {
  await server.kill()
  await server.start()
}

async function goOnElsewhere(chat: Chat & { page: Page }, page: Page): Promise<Chat> {
  await chat.place.getByRole('button', { name: 'Continue later' }).click()
  const link = await chat.place.locator('input[readonly]').first().inputValue()
  await look(chat.page, '03-continue-later')
  await page.goto(link)
  await look(page, '04-link')
  await page.getByRole('button', { name: 'Continue' }).click()
  const second = chatAt(page)
  await second.dates('date of birth', '3', '4', '1990')
  await second.sees('your GP')
  await look(page, '05-second-device')
  expect(await page.locator('body').innerText()).not.to.include('Lines around my mouth')
  return second
}

async function changeName({ place, ...chat }: Chat, page: Page) {
  await place.getByRole('button', { name: 'Your answers' }).click()
  await look(page, '06-your-answers')
  await place.getByRole('button', { name: 'Change Your full name' }).click()
  await chat.writes('What is your full name?', 'Samantha Example')
  await chat.sees('your GP')
}

async function refuseGp(chat: Chat) {
  await chat.picks('May we contact your GP', 'No, please do not')
  await chat.picks('Would you tell us why', 'I would rather not say')
  await chat.picks('We would like to say one thing', 'No, my answer is still no')
}

async function prepare(desk: DeskAt, url: string) {
  await desk.page.goto(`${url}/desk`)
  await look(desk.page, '08-sign-in')
  await desk.signIn('Nadia Okafor', 'Performer')
  await look(desk.page, '09-queue')
  await proposes(desk, NAME)
}

async function weigh(desk: DeskAt) {
  await desk.page.reload()
  await look(desk.page, '10-consultation')
  await decidesAll(desk, WEIGHED)
}

/** Information, questions back, and a week to think, at home. */
async function learn(desk: DeskAt, page: Page, server: Server) {
  const home = await backAt(desk, page)
  await answersAll(home, WAITING, SAMANTHA)
  await desk.open('Samantha Example')
  await decidesAll(desk, WEIGHED)
  const consultation = desk.page.url()
  await desk.page.goto(server.url)
  await desk.page.getByRole('button', { name: /week/i }).click()
  await desk.page.waitForURL(/moved/)
  await look(desk.page, '10b-demo-clock')
  await desk.signIn('Nadia Okafor', 'Performer')
  await desk.page.goto(consultation)
  const later = await backAt(desk, page)
  await answersAll(later, WAITING, SAMANTHA)
  await desk.page.goto(consultation)
}

async function readRecord({ page }: DeskAt) {
  await page
    .getByRole('link', { name: /record/i })
    .first()
    .click()
  await page.waitForURL('**/record')
  await look(page, '14-record')
  const text = await page.locator('main').innerText()
  expect(text).to.include('JCCP-KR-2')
  expect(text).to.match(/verified|hold/i)
  await page.goBack()
}

async function withdraw({ place, ...chat }: Chat, page: Page) {
  await place.getByRole('button', { name: 'Stop', exact: true }).click()
  await chat.picks('I have stopped', 'I do not want this')
  await chat.told('Nothing further happens')
  await look(page, '15-withdrawn')
}
