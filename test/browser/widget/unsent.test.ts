import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { asked, until, visits } from './visit.ts'

const FAILS = { times: 3, status: 500, kept: false }
const WORDS = 'He waits outside.'
const PROMPT = {
  id: 'settle-1',
  content: 'consultation/settle',
  kind: 'choice',
  choices: [{ id: 'settled', label: 'Yes' }],
} as const

describe('widget: what was not sent', () => {
  const visit = visits()

  for (const [question, written, send] of [
    ['date of birth', ['27', '3', '1998', ''], 'Continue'],
    ['call you', ['Sam'], 'Send'],
    ['cigarettes', ['10', ''], 'Continue'],
    ['make things easier', ['no', 'yes', 'yes', ''], 'Continue'],
    ['my own decision', ['Sam Example', 'yes', ''], 'Sign'],
  ] as const) {
    it(`gives back what was written to “${question}” when it was not sent`, async () => {
      const { page, mock } = await visit()
      await until(page, question)
      await write(page, written)
      mock.fail = { ...FAILS }
      await press(page, send)
      await press(page, 'Back to the question')
      expect(await boxes(page)).to.deep.equal(written)
      await press(page, send)
      await page.locator('#card', { hasText: question }).waitFor({ state: 'detached' })
    })
  }

  it('gives back a sentence of one’s own that was not sent, where it stood', async () => {
    const { page, mock } = await visit()
    await until(page, 'cigarettes')
    await own(page, 'Why do you ask?')
    mock.fail = { ...FAILS }
    await press(page, 'Send')
    await press(page, 'Back to the question')
    expect(await page.getByLabel(/own words/).inputValue()).to.equal('Why do you ask?')
    expect(await page.getByLabel(/own words/).isVisible()).to.equal(true)
  })

  it('leaves nothing on the screen of what was written in private, sent or not', async () => {
    const { page, mock } = await visit()
    await until(page, 'pressure')
    await own(page, WORDS)
    mock.fail = { ...FAILS }
    await press(page, 'Send')
    await page.getByRole('alert').filter({ hasText: 'not sent' }).waitFor()
    expect(await everything(page)).not.to.include(WORDS)
    await press(page, 'Back to the question')
    await asked(page, 'pressure')
    expect(await everything(page)).not.to.include(WORDS)
    await own(page, WORDS)
    await page.getByRole('button', { name: 'Ask for a person' }).click()
    await asked(page, 'All right.')
    expect(await everything(page)).not.to.include(WORDS)
  })

  it('still sends a private answer when it is tried again', async () => {
    const { page, mock } = await visit()
    await until(page, 'pressure')
    await own(page, WORDS)
    mock.fail = { ...FAILS }
    await press(page, 'Send')
    await press(page, 'Try again')
    await asked(page, 'my own decision')
    expect(mock.sent.at(-1)?.value?.answer).to.equal(WORDS)
  })

  it('carries nothing that was written in private to a question that comes by itself', async () => {
    const { page, mock } = await visit()
    await until(page, 'pressure')
    await own(page, WORDS)
    mock.say({ text: 'Somebody has answered you.', question: PROMPT })
    await asked(page, 'Somebody has answered you.')
    expect(await everything(page)).not.to.include(WORDS)
  })

  it('keeps an answer in the making when something else is asked for', async () => {
    const { page } = await visit()
    await until(page, 'call you')
    await write(page, ['Sa'])
    await page.getByRole('button', { name: 'Continue later' }).click()
    await page.locator('.link').waitFor()
    await asked(page, 'call you')
    expect(await boxes(page)).to.deep.equal(['Sa'])
  })

  it('does not give back what was sent', async () => {
    const { page } = await visit()
    await until(page, 'cigarettes')
    await own(page, 'help')
    await press(page, 'Send')
    await asked(page, 'Here is help.')
    expect(await boxes(page)).to.deep.equal(['', ''])
  })

  for (const [question, letters, told] of [
    ['call you', 4_001, 'too long'],
    ['call you', 4_000, undefined],
    ['pressure', 4_001, 'too long'],
  ] as const) {
    it(`${told ? 'leaves in its box' : 'sends'} what has ${letters} letters, at “${question}”`, async () => {
      const { page, mock } = await visit()
      await until(page, question)
      const before = mock.sent.length
      const words = 'x'.repeat(letters)
      if (question === 'pressure') await own(page, words)
      else await write(page, [words])
      await press(page, 'Send')
      if (!told) return asked(page, 'cigarettes')
      await page.getByRole('alert').filter({ hasText: told }).waitFor()
      expect((await boxes(page)).at(-1)).to.equal(words)
      expect(await page.locator('#card [aria-invalid]:focus').count()).to.equal(1)
      expect(mock.sent).to.have.length(before)
    })
  }
})

async function press(page: Page, name: string): Promise<void> {
  await page.locator('#card').getByRole('button', { name, exact: true }).click()
}

async function own(page: Page, words: string): Promise<void> {
  await page.getByText('Write something else').click()
  await page.getByLabel(/own words/).fill(words)
}

function fields(page: Page) {
  return page.locator('#card :is(input, textarea)')
}

async function write(page: Page, values: readonly string[]): Promise<void> {
  for (const [at, value] of values.entries()) {
    const field = fields(page).nth(at)
    if ((await field.getAttribute('type')) === 'checkbox') await field.setChecked(value === 'yes')
    else if (value) await field.fill(value)
  }
}

function boxes(page: Page): Promise<string[]> {
  return fields(page).evaluateAll((all) =>
    all.map((one) => {
      const { type, checked, value } = one as HTMLInputElement
      return type === 'checkbox' ? (checked ? 'yes' : 'no') : value
    }),
  )
}

/** What is in boxes too, which the page’s own text leaves out. */
async function everything(page: Page): Promise<string> {
  return (await page.locator('body').innerHTML()) + (await boxes(page)).join()
}
