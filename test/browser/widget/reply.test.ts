import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { asked, until, visits } from './visit.ts'

const FROM_CLINIC = 'From the clinic.'

describe('widget: the reply in the answer', () => {
  const visit = visits()

  it('is shown though nothing else can be asked for', async () => {
    const { page, mock } = await visit('/blank')
    mock.refusesSockets = true
    await page.goto(page.url().replace('/blank', '/chat'))
    await asked(page, 'Shall we go on?')
    await page.route('**/activities?*', (route) => route.abort())
    await until(page, 'call you')
    expect(mock.sockets.size).to.equal(0)
  })

  it('is all that comes of a message: the stream is silent, and nothing is read', async () => {
    const { page, mock } = await visit()
    await heard(page, mock.sockets)
    const frames: string[] = []
    const reads: string[] = []
    page.on('request', (request) => reads.push(request.method()))
    for (const socket of mock.sockets.keys()) {
      const send = socket.send.bind(socket)
      socket.send = (text: string) => (frames.push(text), send(text))
    }
    await until(page, 'my own decision')
    expect(frames).to.deep.equal([])
    expect(new Set(reads)).to.deep.equal(new Set(['POST']))
    expect(reads).to.have.length(mock.sent.length)
    mock.say({ text: FROM_CLINIC })
    await once(page, FROM_CLINIC)
    expect(await twice(page)).to.deep.equal([])
  })

  it('names a stream by nothing of the patient, and another one after a reload', async () => {
    const { page, mock } = await visit()
    await heard(page, mock.sockets)
    await until(page, 'date of birth')
    const [before] = mock.sockets.values()
    expect(mock.sent[0]?.channelData.candour.stream).to.equal(before)
    await page.reload()
    await asked(page, 'date of birth')
    await heard(page, mock.sockets, before)
    expect([...mock.sockets.values()]).to.not.include(before)
  })

  for (const [what, sockets] of [
    ['with a stream', true],
    ['without one', false],
  ] as const) {
    it(`is shown once when the answer was lost on its way, ${what}`, async () => {
      const { page, mock } = await visit('/blank')
      mock.refusesSockets = !sockets
      await page.goto(page.url().replace('/blank', '/chat'))
      await asked(page, 'Shall we go on?')
      if (sockets) await heard(page, mock.sockets)
      const lost = await lose(page, 1)
      await page.getByRole('button', { name: 'Yes, go on' }).click()
      await asked(page, 'date of birth')
      mock.say({ text: FROM_CLINIC })
      await once(page, FROM_CLINIC)
      await page.waitForTimeout(1_000)
      expect([lost.count, mock.sent.length]).to.deep.equal([1, 1])
      expect(await page.locator('#history .answered').count()).to.equal(1)
      expect(await twice(page)).to.deep.equal([])
    })
  }

  it('is shown by the retry where nothing could be read either', async () => {
    const { page, mock } = await visit()
    await heard(page, mock.sockets)
    let reads = 0
    await page.route('**/activities?*', (route) => {
      reads += 1
      return route.abort()
    })
    const lost = await lose(page, 2)
    await page.getByRole('button', { name: 'Yes, go on' }).click()
    await asked(page, 'date of birth')
    expect([lost.count, mock.sent.length, reads > 0]).to.deep.equal([2, 1, true])
    // What the stream says meanwhile is out of turn, until a read has closed the gap.
    mock.say({ text: FROM_CLINIC })
    await page.unroute('**/activities?*')
    await once(page, FROM_CLINIC)
    expect(await twice(page)).to.deep.equal([])
  })

  for (const [what, says] of [
    ['before it', 'before'],
    ['after it', 'after'],
  ] as const) {
    it(`loses nothing that the stream says while it is under way, ${what}`, async () => {
      const { page, mock } = await visit()
      await heard(page, mock.sockets)
      const { open } = held(mock)
      const sent = page.waitForRequest((request) => request.method() === 'POST')
      if (says === 'before') {
        await page.route('**/activities', async (route) => {
          mock.say({ text: FROM_CLINIC })
          await page.waitForTimeout(200)
          await route.continue()
        })
      }
      await page.getByRole('button', { name: 'Yes, go on' }).click()
      await sent
      while (mock.sent.length === 0) await page.waitForTimeout(20)
      if (says === 'after') mock.say({ text: FROM_CLINIC })
      await page.waitForTimeout(200)
      expect(await page.locator('#history').innerText()).not.to.include(FROM_CLINIC)
      open()
      await asked(page, 'date of birth')
      await once(page, FROM_CLINIC)
      expect(await twice(page)).to.deep.equal([])
    })
  }

  it('is not read once more where the stream said the same, as at another instance', async () => {
    const { page, mock } = await visit()
    await heard(page, mock.sockets)
    for (const socket of mock.sockets.keys()) mock.sockets.set(socket, 'not-held')
    let reads = 0
    page.on('request', (request) => (reads += request.method() === 'GET' ? 1 : 0))
    const { open } = held(mock)
    await page.getByRole('button', { name: 'Yes, go on' }).click()
    while (mock.sent.length === 0) await page.waitForTimeout(20)
    await page.waitForTimeout(200)
    open()
    await asked(page, 'date of birth')
    await page.waitForTimeout(200)
    expect(reads).to.equal(0)
    expect(await twice(page)).to.deep.equal([])
  })

  it('leaves out nothing that came before it and was not heard yet', async () => {
    const { page, mock } = await visit()
    await heard(page, mock.sockets)
    mock.deaf = true
    mock.say({ text: FROM_CLINIC })
    mock.deaf = false
    await page.getByRole('button', { name: 'Yes, go on' }).click()
    await asked(page, 'date of birth')
    await once(page, FROM_CLINIC)
    expect(await twice(page)).to.deep.equal([])
  })

  it('does not carry the watermark past what the stream said and this page did not take', async () => {
    const { page, mock } = await visit()
    await heard(page, mock.sockets)
    // The answer is lost, and no read gets through; then the stream goes on behind the reply.
    await page.route('**/activities?*', (route) => route.abort())
    const lost = await lose(page, 3)
    await page.getByRole('button', { name: 'Yes, go on' }).click()
    while (lost.count === 0) await page.waitForTimeout(20)
    mock.say({ text: FROM_CLINIC })
    await page.getByRole('alert').filter({ hasText: 'not sent' }).waitFor()
    await page.unroute('**/activities?*')
    await asked(page, 'date of birth')
    await once(page, FROM_CLINIC)
    expect(await twice(page)).to.deep.equal([])
  })

  it('is not overtaken by the stream while it is read for, after the answer was lost', async () => {
    const { page, mock } = await visit()
    await heard(page, mock.sockets)
    await lose(page, 1)
    // The first read fails as well, but not before the stream has said more.
    let reads = 0
    await page.route('**/activities?*', async (route) => {
      reads += 1
      if (reads > 1) return route.continue()
      mock.say({ text: FROM_CLINIC })
      await page.waitForTimeout(200)
      await route.abort()
    })
    await page.getByRole('button', { name: 'Yes, go on' }).click()
    await once(page, FROM_CLINIC)
    await asked(page, 'date of birth')
    expect(await twice(page)).to.deep.equal([])
  })

  it('comes after a private answer too, which the watermark counts', async () => {
    const { page, mock } = await visit()
    await until(page, 'pressure')
    await page.route('**/activities?*', (route) => route.abort())
    await page.locator('#card').getByRole('button', { name: 'No', exact: true }).click()
    await asked(page, 'my own decision')
    expect(mock.sent.at(-1)?.deliveryMode).to.equal('expectReplies')
  })

  it('is read where an older server leaves it to the stream', async () => {
    const { page, mock } = await visit('/blank')
    mock.old = true
    mock.refusesSockets = true
    await page.goto(page.url().replace('/blank', '/chat'))
    await until(page, 'my own decision')
    expect(await twice(page)).to.deep.equal([])
  })

  it('has the last words where the sitting ends with it', async () => {
    const { page, mock } = await visit()
    await until(page, 'my own decision')
    await heard(page, mock.sockets)
    const { open } = held(mock)
    const before = mock.sent.length
    await signs(page)
    while (mock.sent.length === before) await page.waitForTimeout(20)
    mock.ended = true
    for (const socket of mock.sockets.keys()) socket.close()
    await page.waitForTimeout(1_000)
    expect(await page.locator('#card').innerText()).not.to.include('closed')
    open()
    await asked(page, 'The clinic will be in touch.')
  })
})

async function signs(page: Page): Promise<void> {
  await page.locator('.signed').fill('Sam Example')
  await page.locator('[type=checkbox]').check()
  await page.locator('#card').getByRole('button', { name: 'Sign', exact: true }).click()
}

type Sockets = ReadonlyMap<object, string>

/** Until the stream of this page is open, one that is another than it was. */
async function heard(page: Page, sockets: Sockets, not?: string): Promise<void> {
  await asked(page, '')
  while (![...sockets.values()].some((name) => name !== '' && name !== not)) {
    await page.waitForTimeout(20)
  }
  // What it says first is what there is.
  await page.waitForTimeout(100)
}

/** The answers to the next messages get lost, once the server has taken them. */
async function lose(page: Page, times: number) {
  const lost = { count: 0 }
  await page.route('**/activities', async (route) => {
    if (lost.count === times) return route.continue()
    await route.fetch()
    lost.count += 1
    await route.abort()
  })
  return lost
}

function held(mock: { late: Promise<void> | undefined }): { open: () => void } {
  let open = () => {}
  mock.late = new Promise((resolve) => (open = resolve))
  return { open: () => open() }
}

async function once(page: Page, words: string): Promise<void> {
  await page.locator('#history', { hasText: words }).waitFor()
  const shown = await page.locator('#history, #card').allInnerTexts()
  expect(shown.join('\n').split(words)).to.have.length(2)
}

/** What stands there more than once. */
async function twice(page: Page): Promise<string[]> {
  const said = await page.locator('#history > li').allInnerTexts()
  return said.filter((text, at) => text !== '' && said.indexOf(text) !== at)
}
