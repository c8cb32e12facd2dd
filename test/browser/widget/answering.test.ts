import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { asked, focused, tabTo, until, visits } from './visit.ts'

const CHOICE = {
  content: 'x/y',
  kind: 'choice',
  choices: [{ id: 'yes', label: 'Yes' }],
} as const

describe('widget: answering', () => {
  const visit = visits()

  it('takes every kind of answer by keyboard alone', async () => {
    const { page, mock, errors, elsewhere } = await visit()
    const type = (words: string) => page.keyboard.type(words)
    const press = (key: string) => page.keyboard.press(key)

    await asked(page, 'Shall we go on?')
    await tabTo(page, 'Yes, go on')
    await press('Enter')
    await asked(page, 'date of birth')
    await fillDate(page)
    await asked(page, 'call you')
    await tabTo(page, 'Your answer')
    await type('Sam')
    await tabTo(page, 'Send')
    await press('Enter')
    await asked(page, 'cigarettes')
    await tabTo(page, 'Number')
    await type('10')
    await press('Enter')
    await asked(page, 'make things easier')
    await tabTo(page, 'More time')
    await press('Space')
    await tabTo(page, 'Continue')
    await press('Enter')
    await asked(page, 'pressure')
    await tabTo(page, 'I would rather not say')
    await press('Enter')
    await asked(page, 'my own decision')
    await tabTo(page, /full name/)
    await type('Sam Example')
    await press('Tab')
    await press('Space')
    await press('Enter')
    await asked(page, 'closed')

    expect(mock.sent.map(({ value }) => value?.choice ?? value?.answer)).to.deep.equal([
      'go-on',
      '1998-03-27',
      'Sam',
      10,
      ['more-time'],
      'rather-not',
      { name: 'Sam Example', agreed: true },
    ])
    expect(errors).to.deep.equal([])
    expect(elsewhere).to.deep.equal([])
  })

  it('says which question an answer is for, and gives each message a key of its own', async () => {
    const { page, mock } = await visit()
    await until(page, 'call you')
    expect(mock.sent.map(({ value }) => value?.question)).to.deep.equal(['open#1/0', 'open#1/2'])
    expect(mock.keys.size).to.equal(2)
  })

  it('shows the choices beside every other kind of answer', async () => {
    const { page, mock } = await visit()
    await until(page, 'cigarettes')
    await page.getByRole('button', { name: 'I don’t smoke' }).click()
    await asked(page, 'make things easier')
    expect(mock.sent.at(-1)?.value?.choice).to.equal('none')
  })

  it('takes a sentence of one’s own whatever is asked', async () => {
    const { page, mock } = await visit()
    await until(page, 'date of birth')
    await page.getByText('Write something else').click()
    await page.locator('#card textarea').fill('Why do you need it?')
    await page.getByRole('button', { name: 'Send' }).click()
    await asked(page, 'Shall I pass this on?')
    expect(mock.sent.at(-1)?.text).to.equal('Why do you need it?')
  })

  it('says what is missing, and sends nothing', async () => {
    const { page, mock } = await visit()
    await until(page, 'date of birth')
    await page.getByLabel('Day').fill('27')
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.getByRole('alert').filter({ hasText: 'a day, a month and a year' }).waitFor()
    expect(await focused(page)).to.equal('Month')
    expect(mock.sent).to.have.length(1)
  })

  it('tells at the field that a date does not exist, and sends nothing', async () => {
    const { page, mock } = await visit()
    await until(page, 'date of birth')
    for (const [label, value] of [
      ['Day', '31'],
      ['Month', '2'],
      ['Year', '1998'],
    ] as const) {
      await page.getByLabel(label).fill(value)
    }
    await page.keyboard.press('Enter')
    await page.getByRole('alert').filter({ hasText: 'There is no such date' }).waitFor()
    const told = await page.evaluate(() => {
      const id = document.activeElement?.getAttribute('aria-describedby')
      return id && document.getElementById(id)?.textContent
    })
    expect(told).to.contain('There is no such date')
    await page.getByLabel('Day').fill('27')
    await page.getByLabel('Year').fill('98')
    await page.keyboard.press('Enter')
    expect(await focused(page)).to.equal('Day')
    expect(mock.sent).to.have.length(1)
  })

  it('names a group of answers by its question, not by what follows it', async () => {
    const { page, mock } = await visit('/blank')
    const question = { ...CHOICE, id: 'open#1/1' }
    const text =
      'We ask everybody.\n\nDoes it hurt?\n\nYou wrote: “Will it hurt?”\n\nRing 020 7946 0101.'
    mock.say({ text, question })
    await page.goto(page.url().replace('/blank', '/chat'))
    await page.getByRole('group', { name: 'Does it hurt?', exact: true }).waitFor()
    expect(await page.locator('.ask').innerText()).to.equal('Does it hurt?')
  })

  for (const [content, auto] of [
    ['enquiry/full-name', 'name'],
    ['enquiry/safe-contact-details', 'tel'],
  ] as const) {
    it(`takes one line for ${content}, which a browser may fill in`, async () => {
      const { page, mock } = await visit('/blank')
      mock.say({ text: 'Yes?', question: { id: 'a', content, kind: 'text', choices: [] } })
      await page.goto(page.url().replace('/blank', '/chat'))
      const field = page.locator('#card input[type=text]')
      expect(await field.getAttribute('autocomplete')).to.equal(auto)
      await field.fill('Sam')
      await page.keyboard.press('Enter')
      await page.locator('#history', { hasText: 'Sam' }).waitFor()
      expect(mock.sent.at(-1)?.value).to.deep.equal({ question: 'a', answer: 'Sam' })
    })
  }

  it('keeps questions and answers readable above the question', async () => {
    const { page } = await visit()
    await until(page, 'cigarettes')
    const history = await page.locator('#history').innerText()
    expect(history).to.match(/Shall we go on\?[^]*Yes, go on[^]*date of birth[^]*27 March 1998/)
  })

  it('shows a private question and its answer nowhere once it is answered', async () => {
    const { page } = await visit()
    await until(page, 'my own decision')
    const shown = await page.locator('body').innerHTML()
    expect(shown).not.to.match(/pressure|>No</)
    await page.reload()
    await asked(page, 'my own decision')
    await page.waitForTimeout(1_300)
    expect(await page.locator('body').innerHTML()).not.to.match(/pressure|>No</)
  })

  it('moves the focus to the question after one’s own answer, and speaks it once', async () => {
    const { page, context, origin } = await visit('/blank')
    await context.addInitScript(keepsSpoken)
    await page.goto(`${origin}/chat`)
    await until(page, 'date of birth')
    expect(await focused(page)).to.contain('About you')
    const said = 'What is your date of birth?'
    await page.waitForFunction((one) => (window as unknown as Spoken).spoken.includes(one), said)
    await page.locator('#spoken:empty').waitFor({ state: 'attached' })
    const spoken = await page.evaluate(() => (window as unknown as Spoken).spoken)
    expect(spoken.filter((one) => one.includes(said))).to.deep.equal([said])
  })

  it('leaves the focus and a half-written answer alone when a message comes by itself', async () => {
    const { page, mock } = await visit()
    await until(page, 'call you')
    await page.locator('#card textarea').fill('Sa')
    mock.say({ text: 'Somebody from the clinic has read your question.' })
    await page.locator('#history', { hasText: 'has read your question' }).waitFor()
    expect(await focused(page)).to.equal('Your answer')
    expect(await page.locator('#card textarea').inputValue()).to.equal('Sa')
  })

  it('keeps a sentence in the making when another question comes', async () => {
    const { page, mock } = await visit()
    await until(page, 'date of birth')
    await page.getByText('Write something else').click()
    await page.getByLabel(/own words/).pressSequentially('Why do')
    mock.say({ text: 'There is a new question.', question: { ...CHOICE, id: 'open#1/99' } })
    await asked(page, 'a new question')
    expect(await page.getByLabel(/own words/).inputValue()).to.equal('Why do')
    await page.keyboard.type(' you ask?')
    expect(await page.getByLabel(/own words/).inputValue()).to.equal('Why do you ask?')
  })

  it('shows what waits when nothing is asked', async () => {
    const { page, mock } = await visit('/blank')
    mock.say({ text: 'There is nothing for you to do now.' })
    await page.goto(page.url().replace('/blank', '/chat'))
    await asked(page, 'nothing for you to do now')
    mock.say({ text: 'Now there is.' })
    await asked(page, 'Now there is.')
    expect(await page.locator('#history').innerText()).to.contain('nothing for you to do now')
  })

  it('lists the answers, and asks to change one', async () => {
    const { page, mock } = await visit()
    await until(page, 'call you')
    await page.getByRole('button', { name: 'Your answers' }).click()
    await page.getByRole('button', { name: 'Change What is your date of birth?' }).click()
    await asked(page, 'You can change that.')
    expect(mock.sent.at(-1)?.value).to.deep.equal({ change: 'c1' })
  })

  it('shows a link once, to be copied, and still asks what it asked', async () => {
    const { page, mock } = await visit()
    await until(page, 'call you')
    await page.getByRole('button', { name: 'Continue later' }).click()
    const field = page.locator('.link input')
    await field.waitFor()
    expect(await field.inputValue()).to.match(/^http.*\/l\/made-up$/)
    await asked(page, 'call you')
    expect(mock.sent.at(-1)?.value).to.deep.equal({ command: 'continue-later' })
  })
})

interface Spoken {
  readonly spoken: readonly string[]
}

/** What is spoken stands in the page for a second: whoever looks too late must know of it too. */
function keepsSpoken(): void {
  const spoken: string[] = []
  Object.defineProperty(window, 'spoken', { value: spoken })
  addEventListener('DOMContentLoaded', () => {
    const place = document.getElementById('spoken')
    const keep = (changes: readonly MutationRecord[]) => {
      for (const { addedNodes } of changes)
        for (const { textContent } of addedNodes) spoken.push(textContent ?? '')
    }
    if (place) new MutationObserver(keep).observe(place, { childList: true })
  })
}

async function fillDate(page: Page): Promise<void> {
  for (const [label, value] of [
    ['Day', '27'],
    ['Month', '3'],
    ['Year', '1998'],
  ] as const) {
    await tabTo(page, label)
    await page.keyboard.type(value)
  }
  await page.keyboard.press('Enter')
}
