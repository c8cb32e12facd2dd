import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import { PATIENT } from '../../../adapters/programs/demo/replies.ts'
import type { AskedQuestion } from '../../../bot/views/patient.ts'
import type { Claim } from '../../../bot/ports.ts'
import type { Open } from './clinic.ts'

const run = promisify(execFile)
const VERSION = '4.18.1'
const WITHIN = 20_000
export const SUGGESTED = '.webchat__suggested-action'

/**
 * Microsoft's Web Chat as it ships, fetched into a folder that goes again: its 425 packages stay out
 * of ours. Nothing where the registry cannot be reached.
 */
export async function webChat(): Promise<Buffer | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'candour-web-chat-'))
  try {
    const pack = [
      'pack',
      `botframework-webchat@${VERSION}`,
      '--silent',
      '--pack-destination',
      folder,
    ]
    const { stdout } = await run('npm', pack, { timeout: 120_000 })
    await run('tar', ['-xzf', join(folder, stdout.trim()), '-C', folder, 'package/dist/webchat.js'])
    return await readFile(join(folder, 'package/dist/webchat.js'))
  } catch {
    return undefined
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Shows Web Chat on the other site's page, and waits until its first choice can be pressed. */
export async function showWebChat(page: Page, { domain, site }: Open, token: string) {
  await page.goto(`${site}/#${domain}|${token}`)
  await choice(page, 'Yes, go on').waitFor()
}

/** Answers as made up, by what Web Chat shows, until nothing more is asked; gives the last words. */
export async function tellsEverything(page: Page, open: Open, claim: Claim): Promise<string> {
  for (let asked: string | undefined; ;) {
    const { text, question } = await next(open, claim, asked)
    if (!question) return text
    asked = question.id
    await answer(page, question)
  }
}

async function next({ clinic }: Open, claim: Claim, before: string | undefined) {
  for (const late = Date.now() + WITHIN; Date.now() < late;) {
    const last = (await clinic.sittings.activities(claim, 0))?.at(-1)?.message
    const { question, progress } = last ?? {}
    if (last && (question ? question.id !== before : progress)) return last
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error(`nothing follows ${before ?? 'the beginning'}`)
}

async function answer(page: Page, { content, choices }: AskedQuestion): Promise<void> {
  const reply = PATIENT[content]
  if (!reply) throw new Error(`nobody made up an answer to ${content}`)
  const label = 'choice' in reply && choices.find(({ id }) => id === reply.choice)?.label
  // What was said before moves while it is pressed, so not by its place.
  if (label) return choice(page, label).dispatchEvent('click')
  const box = page.locator('[data-id="webchat-sendbox-input"]')
  await box.fill(String('answer' in reply ? reply.answer : ''))
  await box.press('Enter')
}

const choice = (page: Page, label: string) =>
  page
    .locator(SUGGESTED)
    .filter({ hasText: new RegExp(`^${label.replaceAll(/[.?*+()]/g, '\\$&')}$`) })
