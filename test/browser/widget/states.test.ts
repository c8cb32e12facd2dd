import { expect } from 'chai'
import type { Page } from 'playwright-core'
import type { PatientMessage } from '../../../bot/views/patient.ts'
import { look } from '../look.ts'
import { clinic, ui } from './words.ts'
import { answer, asked, until, visits } from './visit.ts'

const DOOR: PatientMessage = {
  text: 'To go on, I need to know that it is you.\n\nWhat is your date of birth?',
  state: 'door',
  question: { id: 'door', content: 'consultation/door-birth-date', kind: 'date', choices: [] },
}
const NAME = { id: 'a', content: 'enquiry/full-name', kind: 'text' as const, choices: [] }
const ANSWERS = [{ change: 'a', label: 'Your name', answer: 'Sam' }]
const PROGRESS = { part: 'Before you meet', done: 3, of: 9 }
const TOOLS = ['see-answers', 'ask-for-a-person', 'stop', 'continue-later', 'summary']

describe('widget: where the patient stands', () => {
  const visit = visits()

  const said = async (...messages: readonly PatientMessage[]) => {
    const visited = await visit('/blank')
    for (const message of messages) visited.mock.say(message)
    await visited.page.goto(`${visited.origin}/chat`)
    await asked(visited.page, messages.at(-1)?.text.split('\n')[0] ?? '')
    return visited
  }

  it('offers nothing at the door but the date', async () => {
    const { page } = await said(DOOR)
    expect(await heading(page)).to.equal('Before we go on')
    expect(await tools(page)).to.deep.equal([])
    expect(await page.locator('#card textarea').count()).to.equal(0)
  })

  for (const state of ['paused', 'refused', 'withdrawn'] as const) {
    it(`takes the question away when somebody else has it ${state}`, async () => {
      const { page, mock } = await said({
        text: 'What is your full name?',
        question: NAME,
        state: 'active',
        progress: PROGRESS,
      })
      mock.say({ text: 'The clinic will not go ahead with this.', state })
      await asked(page, 'The clinic will not go ahead with this.')
      const card = await page.locator('#card').innerText()
      expect(card).to.not.contain('full name')
      await page.reload()
      await asked(page, 'The clinic will not go ahead with this.')
      expect(await page.locator('#card').innerText()).to.not.contain('full name')
    })
  }

  it('leaves why a door closed in view, and no way on', async () => {
    const { page, mock } = await said(DOOR)
    mock.say({ text: 'This link is closed now. Please ring 020 7946 0101.', ended: true })
    await asked(page, 'This link is closed now.')
    expect(await page.locator('#card a').getAttribute('href')).to.equal('tel:02079460101')
    expect(await tools(page)).to.deep.equal([])
  })

  for (const [state, title, offered] of [
    ['paused', 'Paused', ['ask-for-a-person', 'stop', 'continue-later', 'summary']],
    ['withdrawn', 'You have stopped', ['ask-for-a-person', 'summary']],
    ['refused', 'Where to go from here', ['ask-for-a-person', 'summary']],
    ['ended', 'The end', ['summary']],
  ] as const) {
    it(`is called “${title}” when ${state}, and offers no change`, async () => {
      const { page } = await said(
        { text: 'Before.', answers: ANSWERS, progress: PROGRESS },
        { text: 'Now.', state },
      )
      expect(await heading(page)).to.equal(title)
      expect(await tools(page)).to.deep.equal(offered)
      expect(await page.locator('#progress').isHidden()).to.equal(true)
      expect(await page.locator('#typed').count()).to.equal(state === 'ended' ? 0 : 1)
    })
  }

  it('opens the written information in a page of its own, with the token in no address', async () => {
    const { page, context } = await said({
      ...{ text: 'Your written information is ready.', state: 'active', written: true },
      question: { id: 'w', content: 'information/pack', kind: 'choice', choices: [] },
    })
    const sent = context.waitForEvent('request', (one) => one.url().includes('/written-'))
    await page.getByRole('button', { name: 'Open your written information' }).click()
    const request = await sent
    expect(request.method()).to.equal('POST')
    expect(new URL(request.url()).search).to.equal('')
    expect(request.postData()).to.match(/^token=.+/)
    expect(request.headers()).not.to.have.property('referer')
    await asked(page, 'Your written information is ready.')
  })

  const KEPT = { text: 'Before.', answers: ANSWERS, progress: PROGRESS }
  for (const [when, messages, offered] of [
    ['while nothing is kept', [{ text: 'Hello.', state: 'active' }], false],
    ['at the door', [DOOR], false],
    ['once something is kept', [KEPT, { text: 'Now.', state: 'withdrawn' }], true],
  ] as const) {
    it(`${offered ? 'offers the receipt' : 'offers no receipt'} ${when}`, async () => {
      const { page } = await said(...messages)
      expect(await page.getByRole('button', { name: 'Your receipt' }).isVisible()).to.equal(offered)
    })
  }

  it('opens the receipt in a page of its own, and keeps the token in no address and no page', async () => {
    const { page, context } = await said(KEPT)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await look(page, 'chat-with-receipt')
    }
    const sent = context.waitForEvent('request', (one) => one.url().includes('/receipt'))
    await page.getByRole('button', { name: 'Your receipt' }).click()
    const request = await sent
    expect(request.method()).to.equal('POST')
    expect(new URL(request.url()).search).to.equal('')
    expect(request.postData()).to.match(/^token=.+/)
    expect(request.headers()).not.to.have.property('referer')
    while ((await page.locator('#receipt input').inputValue()) !== '') await page.waitForTimeout(20)
  })

  it('asks nothing else while it asks whether to stop', async () => {
    const { page } = await said({
      ...{ text: 'I have stopped.\n\nFor now?', state: 'paused' },
      question: { id: 's', content: 'consultation/stopping', kind: 'choice', choices: [] },
    })
    expect(await tools(page)).to.deep.equal(['ask-for-a-person'])
  })

  it('counts the parts while something is asked, and names the part when nothing is', async () => {
    const { page, mock } = await said({ text: 'Nothing to do.', progress: PROGRESS })
    expect(await heading(page)).to.equal('Before you meet')
    mock.say({ ...DOOR, text: 'When?', state: 'active', progress: PROGRESS, answers: ANSWERS })
    await asked(page, 'When?')
    expect(await heading(page)).to.equal('Part 3 of 9: Before you meet')
    expect(await tools(page)).to.deep.equal(TOOLS)
  })

  it('shows no progress once it is over', async () => {
    const { page, mock } = await visit()
    await until(page, 'call you')
    mock.ended = true
    for (const socket of mock.sockets.keys()) socket.terminate()
    await asked(page, 'It was opened somewhere else with a link, or left for a while.')
    expect(await page.locator('#progress').isHidden()).to.equal(true)
  })

  it('does not say the net again where the message has it', async () => {
    const net = netOf()
    const { page } = await said({ text: `I can’t pass that on.\n\n${net}` })
    expect((await page.locator('#card').innerText()).split('Samaritans')).to.have.length(2)
    // What is spoken comes and goes: what stands on the page is what counts.
    const seen = page.locator('main:visible, aside:visible')
    expect((await seen.allInnerTexts()).join().split('Samaritans')).to.have.length(3)
  })

  it('makes every telephone number a link, and no other number', async () => {
    const { page } = await said({ text: 'Born 27 3 1998, £999, 111111: ring 0800 1111 or 999.' })
    expect(await hrefs(page, '#card .words')).to.deep.equal(['tel:08001111', 'tel:999'])
    expect(await hrefs(page, '.net')).to.deep.equal([
      ...['tel:02079460101', 'tel:02079460102', 'tel:999', 'tel:116123'],
    ])
  })

  it('fits a date into one row on a phone', async () => {
    const { page } = await visit('/chat', { viewport: { width: 360, height: 740 } })
    await answer(page, 'Shall we go on?')
    const fields = page.locator('.date .field')
    await fields.nth(2).waitFor()
    const tops = await fields.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().top),
    )
    expect(tops).to.deep.equal(Array(3).fill(tops[0]))
  })

  it('tells of the keys only where there may be some', async () => {
    const { page } = await visit('/chat', { hasTouch: true, isMobile: true })
    await page.getByText('It does not clear your browser history').waitFor()
    expect(await page.locator('.keys').isVisible()).to.equal(false)
  })
})

describe('widget: help', () => {
  const visit = visits()

  it('gives 999 first, then other lines, the clinic, and whoever answers when it is closed', async () => {
    const { page } = await visit()
    await page.locator('#need-help').click()
    const lines = await page.locator('.lines strong').allTextContents()
    expect(lines).to.deep.equal([
      ...['Emergency services', 'Samaritans', clinic.name, clinic.outOfHours.name],
    ])
    await page.getByRole('link', { name: 'Back to the chat' }).first().click()
    await asked(page, 'Shall we go on?')
  })

  it('opens without JavaScript, where no tool is shown that could not work', async () => {
    const { page } = await visit('/chat', { javaScriptEnabled: false })
    expect(await page.locator('.tools').isHidden()).to.equal(true)
    expect(await page.locator('#help').isHidden()).to.equal(true)
    await page.locator('#need-help').click()
    await page.locator('#help').getByRole('link', { name: '116 123' }).waitFor()
    await page.getByRole('link', { name: 'Back to the chat' }).first().click()
    await page.locator('#help').waitFor({ state: 'hidden' })
    expect(await page.locator('noscript a[href="tel:02079460101"]').count()).to.equal(1)
  })
})

async function heading(page: Page): Promise<string> {
  return page.locator('#chat-title').innerText()
}

async function tools(page: Page): Promise<string[]> {
  const shown = await page.locator('.tools button:visible').all()
  const ids = await Promise.all(shown.map((one) => one.getAttribute('id')))
  return ids.filter((id) => id !== null && id !== 'large').map(String)
}

async function hrefs(page: Page, place: string): Promise<(string | null)[]> {
  const links = await page.locator(`${place} a`).all()
  return Promise.all(links.map((one) => one.getAttribute('href')))
}

function netOf(): string {
  const { phone, outOfHours } = clinic
  return (ui['safety-net'] ?? '')
    .replace('{clinic-phone}', phone)
    .replace('{out-of-hours-name}', outOfHours.name)
    .replace('{out-of-hours-phone}', outOfHours.phone)
}
