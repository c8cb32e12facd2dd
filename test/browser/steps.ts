import type { Page } from 'playwright-core'
import { type Chat, chatAt } from './chat.ts'
import type { DeskAt } from './desk.ts'

/** What is done with a screen that a walk comes by. */
export type Look = (page: Page, name: string) => Promise<void>

export const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
]

/** Everything that a performer plans before the consultation in person. */
export async function proposes(desk: DeskAt, name: string) {
  await desk.open(name)
  await desk.takes('Propose a treatment', 'Propose it', async (form) => {
    await form.getByLabel('Treatment', { exact: true }).selectOption('Dermal filler')
  })
  await desk.done()
  await desk.takes('Name somebody of the team', 'Name them', async (form) => {
    await form.getByRole('combobox').selectOption('performer/nadia-okafor')
  })
  await desk.done()
  await desk.takes('Make a plan', 'Save the plan', async (form) => {
    await form.getByLabel('Who will do the treatment').selectOption('nadia-okafor')
    await form.getByLabel('Premises').selectOption('larkfield-main')
    await form.getByLabel('Product').fill('A filler')
    await form.getByLabel('Day').fill('1')
    await form.getByLabel('Month').fill('3')
    await form.getByLabel('Year').fill('2030')
  })
  await desk.done()
  await desk.takes('Demo stand-in', 'Stand in for what is ticked', async (form) => {
    for (const box of await form.getByRole('checkbox').all()) {
      const value = await box.getAttribute('value')
      if (!['reconfirmed-on-day', 'self-care-told'].includes(value ?? '')) await box.check()
    }
  })
  await desk.done()
}

export async function backAt(desk: DeskAt, page: Page): Promise<Chat> {
  await desk.takes('Make a link to go on', 'Make the link', async () => {})
  await page.goto(await desk.page.locator('#once').inputValue())
  await page.getByRole('button', { name: 'Continue' }).click()
  const chat = chatAt(page)
  await chat.dates('date of birth', '3', '4', '1990')
  return chat
}

export async function sign(desk: DeskAt, page: Page, name: string, look?: Look): Promise<Chat> {
  await desk.takes('Open signing, in the room', 'Open signing and show the code', async () => {})
  await desk.page.getByAltText('QR code').waitFor()
  await look?.(desk.page, '11-signing-code')
  await page.goto(await desk.page.locator('#once').inputValue())
  await page.getByRole('button', { name: 'Continue' }).click()
  const room = chatAt(page)
  await room.dates('date of birth', '3', '4', '1990')
  await room.picks('is it what you want?', 'I agree with this')
  await room.picks('signing on paper', 'Go on')
  await look?.(page, '12-signature')
  await room.card.getByLabel('Type your full name').fill(name)
  await room.card.getByRole('checkbox').check()
  await room.card.getByRole('button', { name: 'Sign', exact: true }).click()
  await room.told('You have signed')
  return room
}

export async function takeConsent(desk: DeskAt, name: string, look?: Look) {
  await desk.open(name)
  await desk.decides('Consent', 'Yes, with me now')
  await desk.decides('Consent', 'Yes, I have made sure')
  await desk.decides('Consent', 'Yes, alone')
  await look?.(desk.page, '13-take-consent')
  await desk.decides('Consent', 'Take consent')
}
