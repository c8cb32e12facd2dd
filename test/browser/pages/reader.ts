import { expect } from 'chai'
import type { Page } from 'playwright-core'
import type { Replies, Reply } from '../../../adapters/programs/demo/autopilot.ts'
import { PATIENT } from '../../../adapters/programs/demo/replies.ts'
import type { AskedQuestion } from '../../../bot/views/patient.ts'
import type { PagesHouse } from './house.ts'

const MOST = 120

/** Whoever reads the pages and answers them, as made up. */
export function readerAt(page: Page, house: PagesHouse) {
  const asked = async (): Promise<AskedQuestion | undefined> => {
    const claim = house.claim()
    const all = claim && (await house.clinic.sittings.activities(claim, 0))
    return all?.at(-1)?.message.question
  }
  const go = () => page.locator('main form button.go').first().click()
  return {
    page,
    asked,
    heading: () => page.locator('h1').innerText(),
    /** Opens a link and presses *Continue*, then gives the date of birth where one is asked for. */
    async comesBy(secret: string, birth = ['3', '4', '1990']) {
      await page.goto(`${house.url}/c/${secret}`)
      await page.getByRole('button', { name: 'Continue' }).click()
      if ((await asked())?.kind === 'date') await dates(page, birth)
    },
    /** Answers what is asked until nothing more is, or until that content. */
    async answersAll(other: Replies = {}, until?: string, each?: (id: string) => Promise<void>) {
      const replies = { ...PATIENT, ...other }
      for (let count = 0; count < MOST; count += 1) {
        const question = await asked()
        if (!question || question.content === until) return
        await each?.(question.content)
        const reply = replies[question.content]
        if (!reply) throw new Error(`nobody made up an answer to ${question.content}`)
        await give(page, question, reply)
        const next = await asked()
        expect(next?.id, await page.locator('main').innerText()).not.to.equal(question.id)
      }
      throw new Error(`${until ?? 'the end'} is never reached`)
    },
    go,
  }
}
export type Reader = ReturnType<typeof readerAt>

export async function dates(page: Page, [day = '', month = '', year = '']: readonly string[]) {
  await page.locator('#day').fill(day)
  await page.locator('#month').fill(month)
  await page.locator('#year').fill(year)
  await page.locator('main form button.go').first().click()
}

export async function give(page: Page, question: AskedQuestion, reply: Reply): Promise<void> {
  const go = page.locator('main form button.go').first()
  if ('choice' in reply) {
    const radio = page.locator(`input[value="choice/${reply.choice}"]`)
    if ((await radio.count()) === 0) {
      return page.locator(`button[value="choice/${reply.choice}"]`).click()
    }
    await radio.check()
    return go.click()
  }
  const { answer } = reply
  if (question.kind === 'date') return dates(page, String(answer).split('-').reverse())
  if (question.kind === 'private')
    await page.locator(`input[value="option/${String(answer)}"]`).check()
  else if (question.kind === 'many') {
    for (const one of answer as string[]) await page.locator(`input[value="${one}"]`).check()
  } else if (question.kind === 'signature') {
    await page.locator('#name').fill((answer as { name: string }).name)
    await page.locator('#agreed').check()
  } else await page.locator('#answer').fill(String(answer))
  return go.click()
}
