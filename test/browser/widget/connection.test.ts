import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { answer, asked, focused, until, visits } from './visit.ts'

describe('widget: connection', () => {
  const visit = visits()

  it('keeps the place when the page is loaded again, and doubles nothing', async () => {
    const { page } = await visit()
    await until(page, 'call you')
    const before = await page.locator('#history').innerText()
    await page.reload()
    await asked(page, 'call you')
    const after = await page.locator('#history').innerText()
    expect(after.split('date of birth')).to.have.length(2)
    expect(after.split('Shall we go on?')).to.have.length(2)
    expect(before.split('\n')[0]).to.equal(after.split('\n')[0])
  })

  it('keeps the token in the tab’s own storage and nowhere else', async () => {
    const { page, context } = await visit()
    await asked(page, 'Shall we go on?')
    expect(await page.evaluate(() => ({ ...localStorage }))).to.deep.equal({})
    expect(await context.cookies()).to.deep.equal([])
    expect(page.url()).to.match(/\/chat$/)
    expect(await page.evaluate(() => Object.keys(sessionStorage))).to.deep.equal(['candour'])
  })

  it('puts the token into no address, whatever it asks for from first to last', async () => {
    const { page, origin } = await visit('/blank')
    const addresses: string[] = []
    page.on('request', (request) => addresses.push(request.url()))
    page.on('websocket', (socket) => addresses.push(socket.url()))
    await page.goto(`${origin}/chat`)
    await until(page, 'my own decision')
    await page.reload()
    await asked(page, 'my own decision')
    expect(addresses.some((one) => one.startsWith('ws'))).to.equal(true)
    expect(addresses.filter((one) => one.includes('made-up-token'))).to.deep.equal([])
  })

  it('leaves the choices where they are when something comes that is no message', async () => {
    const { page, mock } = await visit()
    await asked(page, 'Shall we go on?')
    mock.stir('typing')
    mock.stir('event')
    mock.say({ text: 'Heard after those.' })
    await page.locator('#history', { hasText: 'Heard after those.' }).waitFor()
    await page.getByRole('button', { name: 'Yes, go on' }).waitFor()
    expect(await page.locator('#history li').count()).to.equal(1)
  })

  it('begins with nothing of before when somebody starts again', async () => {
    const { page, mock } = await visit()
    await until(page, 'my own decision')
    await answer(page, 'my own decision')
    await asked(page, 'closed')
    mock.forget()
    await page.getByRole('button', { name: 'Start again' }).click()
    await asked(page, 'Shall we go on?')
    expect(await page.locator('#history').innerText()).to.equal('')
    expect(await page.locator('#see-answers').isVisible()).to.equal(false)
  })

  it('takes the token out of the page’s address when somebody came by a link', async () => {
    const { page } = await visit('/linked')
    await asked(page, 'Shall we go on?')
    expect(page.url()).to.match(/\/chat$/)
    await page.reload()
    await asked(page, 'Shall we go on?')
  })

  it('goes on after the stream broke, and hears what was said meanwhile', async () => {
    const { page, mock } = await visit()
    await asked(page, 'Shall we go on?')
    for (const socket of mock.sockets.keys()) socket.terminate()
    mock.say({ text: 'Said while the line was down.' })
    await page.locator('#history', { hasText: 'while the line was down' }).waitFor()
    await until(page, 'call you')
    expect((await page.locator('#history').innerText()).split('line was down')).to.have.length(2)
  })

  it('gets by without sockets', async () => {
    const { page, mock } = await visit('/blank')
    mock.refusesSockets = true
    await page.goto(page.url().replace('/blank', '/chat'))
    await until(page, 'cigarettes')
    expect(mock.sockets.size).to.equal(0)
  }).timeout(40_000)

  it('says when the connection is lost, and when it is back', async () => {
    const { page, context } = await visit()
    await asked(page, 'Shall we go on?')
    await context.setOffline(true)
    await page.getByRole('status').filter({ hasText: 'connection is lost' }).waitFor()
    await context.setOffline(false)
    await page.locator('#lost:empty').waitFor({ state: 'attached' })
    await until(page, 'call you')
  })

  for (const [width, height] of [
    [360, 740],
    [360, 360],
    [1280, 860],
  ] as const) {
    it(`says so in sight wherever somebody is, and lies on nothing for good, at ${width} by ${height} px`, async () => {
      const options = { viewport: { width, height }, reducedMotion: 'reduce' } as const
      const { page, context } = await visit('/chat', options)
      await until(page, 'make things easier')
      await context.setOffline(true)
      await page.locator('#lost:not(:empty)').waitFor()
      for (const place of ['#history', '#card .tick', '#stop']) {
        await page.locator(place).first().scrollIntoViewIfNeeded()
        expect(await inSight(page, '#lost'), place).to.equal(true)
      }
      for (let tabs = 0; tabs < 12; tabs += 1) {
        await page.keyboard.press('Tab')
        if ((await page.locator('.page :focus').count()) > 0)
          expect(await inSight(page, ':focus'), await focused(page)).to.equal(true)
      }
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
      expect(await foot(page, '.page')).to.be.at.most(await head(page, '#lost'))
    })
  }

  it('says so though the socket does not say that it has closed', async () => {
    const { page, context, mock } = await visit('/blank')
    await page.addInitScript(() => (WebSocket.prototype.close = () => undefined))
    await page.goto(page.url().replace('/blank', '/chat'))
    await asked(page, 'Shall we go on?')
    await until(page, 'cigarettes')
    while (mock.sockets.size === 0) await page.waitForTimeout(20)
    await context.setOffline(true)
    await page.getByRole('status').filter({ hasText: 'connection is lost' }).waitFor()
  })

  it('says so while it waits for an answer that does not come', async () => {
    const { page, context, mock } = await visit('/blank')
    let answer = () => {}
    mock.slow = new Promise((resolve) => (answer = resolve))
    const waits = page.waitForRequest(/made-up\?watermark/)
    await page.goto(page.url().replace('/blank', '/chat'))
    await waits
    await context.setOffline(true)
    const lost = page.getByRole('status').filter({ hasText: 'connection is lost' })
    await lost.waitFor({ timeout: 10_000 })
    await context.setOffline(false)
    answer()
    await page.locator('#lost:empty').waitFor({ state: 'attached' })
  })

  it('sends again with the same key, and is heard once though the first try was kept', async () => {
    const { page, mock } = await visit()
    await asked(page, 'Shall we go on?')
    mock.fail = { times: 1, status: 503, kept: true }
    await page.getByRole('button', { name: 'Yes, go on' }).click()
    await asked(page, 'date of birth')
    expect(mock.sent).to.have.length(1)
    expect(await page.locator('#history .answered').count()).to.equal(1)
  })

  it('announces a message that cannot be sent, and tries again when asked to', async () => {
    const { page, mock } = await visit()
    await asked(page, 'Shall we go on?')
    mock.fail = { times: 3, status: 500, kept: false }
    await page.getByRole('button', { name: 'Yes, go on' }).click()
    await page.getByRole('alert').filter({ hasText: 'not sent' }).waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await asked(page, 'date of birth')
    expect(mock.keys.size).to.equal(1)
  })

  it('finds back when the server has forgotten a visitor and counts from nought again', async () => {
    const { page, mock } = await visit()
    await until(page, 'date of birth')
    mock.said.length = 0
    mock.begin()
    await answer(page, 'date of birth')
    await asked(page, 'call you')
  })

  it('clears the screen when the sitting is over', async () => {
    const { page, mock } = await visit()
    await until(page, 'call you')
    mock.ended = true
    for (const socket of mock.sockets.keys()) socket.terminate()
    await asked(page, 'This chat has closed.')
    expect(await page.locator('#history').innerText()).to.equal('')
    expect(await page.evaluate(() => sessionStorage.getItem('candour'))).to.equal(null)
  })
})

/** Whole in the window, with nothing over its middle. */
function inSight(page: Page, selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    const { left, top, bottom, width, height } = element.getBoundingClientRect()
    const there = document.elementFromPoint(left + width / 2, top + height / 2)
    return top >= 0 && bottom <= innerHeight + 1 && there !== null && element.contains(there)
  })
}

function foot(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((one) => one.getBoundingClientRect().bottom)
}

function head(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((one) => one.getBoundingClientRect().top)
}
