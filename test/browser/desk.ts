import type { Page } from 'playwright-core'

/** Somebody at the desk, with the words that the desk's pages use. */
export function deskAt(page: Page, url: string) {
  const act = (title: string) =>
    page.locator('details', { has: page.locator('summary', { hasText: title }) })
  const done = () => page.getByText('Done, and on record.').first().waitFor()
  return {
    page,
    async signIn(who: string, role: string) {
      await page.goto(`${url}/desk/sign-in`)
      const card = page.locator('li.card', { hasText: who })
      await card.locator('button', { hasText: role }).first().click()
      await page.waitForURL('**/desk')
    },
    async open(name: string) {
      await page.goto(`${url}/desk`)
      await page.getByRole('link', { name }).first().click()
      await page.waitForURL('**/desk/c/*')
    },
    /** Opens the form with that title, fills it, and sends it. */
    async takes(
      title: string,
      button: string,
      fill: (form: ReturnType<typeof act>) => Promise<void>,
    ) {
      const form = act(title).last()
      // On a phone a whole part of the page is folded as well.
      const around = form.locator('xpath=ancestor::details[not(@open)]/summary')
      for (const summary of await around.all()) if (await summary.isVisible()) await summary.click()
      if ((await form.getAttribute('open')) === null) await form.locator('summary').click()
      await fill(form)
      await form.getByRole('button', { name: button }).click()
    },
    /** Answers a prompted decision. */
    async decides(pathway: string, answer: string, words?: string) {
      const prompt = page.getByRole('article', { name: pathway })
      if (words !== undefined) await prompt.getByRole('textbox').fill(words)
      await prompt.getByRole('button', { name: answer, exact: true }).click()
      await done()
    },
    done,
  }
}
export type DeskAt = ReturnType<typeof deskAt>
