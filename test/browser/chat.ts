import type { FrameLocator, Page } from 'playwright-core'

type Place = Page | FrameLocator

/** A patient at the chat, in the widget's frame or on a page of its own. */
export function chatAt(place: Place) {
  const card = place.locator('#card')
  /** Waits for the words; a failure tells what stood there instead. */
  const sees = async (words: string | RegExp) => {
    try {
      await card.getByText(words).first().waitFor()
    } catch {
      throw new Error(`not asked: ${String(words)}; asked: ${await card.innerText()}`)
    }
  }
  return {
    place,
    card,
    sees,
    /** Waits for words that ask nothing. */
    told: (words: string | RegExp) => place.getByText(words).last().waitFor(),
    /** Waits for the words, then picks a choice. */
    async picks(words: string | RegExp, label: string) {
      await sees(words)
      await card.getByRole('button', { name: label, exact: true }).click()
    },
    async writes(words: string | RegExp, answer: string) {
      await sees(words)
      await card.getByRole('textbox').first().fill(answer)
      await card.getByRole('button', { name: 'Send' }).first().click()
    },
    async dates(words: string | RegExp, day: string, month: string, year: string) {
      await sees(words)
      await card.getByLabel('Day').fill(day)
      await card.getByLabel('Month').fill(month)
      await card.getByLabel('Year').fill(year)
      await card.getByRole('button', { name: 'Continue' }).click()
    },
  }
}
export type Chat = ReturnType<typeof chatAt>

/** Opens the clinic's page and the widget on it. */
export async function openWidget(page: Page, url: string): Promise<Chat> {
  await page.goto(url)
  await page.getByRole('button', { name: 'Talk to us' }).click()
  return chatAt(page.frameLocator('iframe'))
}

export async function untilName(chat: Chat): Promise<void> {
  await chat.picks('Shall we go on?', 'Yes, go on')
  await chat.picks('what happens to what you tell us', 'I have read this')
  await chat.picks('make things easier', 'None of these, thank you')
  await chat.dates('What is your date of birth?', '3', '4', '1990')
  await chat.picks('Is that right?', 'Yes, that is right')
}

export async function untilGp(chat: Chat): Promise<void> {
  await chat.writes('What is your full name?', 'Sam Example')
  await chat.picks('like us to call you', 'Use my full name')
  await chat.picks('is safe?', 'A phone call')
  await chat.card.getByRole('textbox').first().waitFor()
  await chat.writes(/number/i, '020 7946 0999')
  await chat.writes('What brings you to us?', 'Lines around my mouth.')
}
