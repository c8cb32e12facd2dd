import type { Page } from 'playwright-core'
import type { Content } from '../../content/template.ts'
import { PATIENT, PRACTITIONER } from '../../adapters/programs/demo/replies.ts'
import type { Replies, Reply } from '../../adapters/programs/demo/autopilot.ts'
import { shippedWords } from '../support/words.ts'
import type { Chat } from './chat.ts'
import type { DeskAt } from './desk.ts'

const words = shippedWords()
/** No made-up person is asked more than this in one go. */
const MOST = 80

/** Answers what the chat asks, as made up, until those words are there. */
export async function answersAll(chat: Chat, until: RegExp, other: Replies = {}): Promise<void> {
  for (let count = 0; count < MOST * 10; count += 1) {
    await chat.card.getByText(/\S/).first().waitFor()
    const text = await chat.card.innerText()
    if (until.test(text)) return
    if (/^Sending/.test(text)) continue
    const [content, reply] = askedIn(text, { ...PATIENT, ...other })
    await give(chat, content, reply)
    await changes(chat, text)
  }
  throw new Error(`${String(until)} is never reached`)
}

async function give({ card }: Chat, content: Content, reply: Reply): Promise<void> {
  const picked = 'choice' in reply ? reply.choice : String(reply.answer)
  const label = content.choices[picked]?.label
  if (label !== undefined) {
    await card.getByRole('button', { name: label, exact: true }).click()
    return
  }
  await card.getByRole('textbox').first().fill(picked)
  await card.getByRole('button', { name: 'Send' }).first().click()
}

async function changes({ card }: Chat, before: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const now = await card.innerText()
    if (now !== before && now !== '' && !/^(Sending|One moment)/.test(now)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nothing follows: ${before}`)
}

/** Decides everything that the desk asks of whoever is signed in, as made up. */
export async function decidesAll(desk: DeskAt, other: Replies = {}): Promise<void> {
  const replies = { ...PRACTITIONER, ...other }
  for (let count = 0; count < MOST; count += 1) {
    await desk.page.reload()
    const next = await decision(desk.page, replies)
    if (!next) return
    const { prompt, reply } = next
    if ('answer' in reply) await prompt.getByRole('textbox').fill(String(reply.answer))
    const event = 'choice' in reply ? reply.choice : 'answered'
    await prompt.locator(`button[value="${event}"]`).click()
    await desk.done()
  }
  throw new Error('the desk never stops asking')
}

async function decision(page: Page, replies: Replies) {
  const prompts = await page.locator('article.prompt').all()
  for (const prompt of prompts) {
    const text = await prompt.innerText()
    const found = find(text, replies)
    if (found) return { prompt, reply: found[1] }
  }
  return undefined
}

function askedIn(text: string, replies: Replies): readonly [Content, Reply] {
  const found = find(text, replies)
  if (!found) throw new Error(`nobody made up an answer to: ${text}`)
  return found
}

/** What is asked, by the longest sentence of its content that stands there. */
function find(text: string, replies: Replies): readonly [Content, Reply] | undefined {
  const flat = plain(text)
  const matches = Object.entries(replies)
    .map(([id, reply]) => ({ content: words.get(id), reply }))
    .filter(({ content }) =>
      Object.values(content.choices).every(({ label }) => flat.includes(plain(label))),
    )
    .map((one) => ({ ...one, length: likeness(flat, one.content.body) }))
    .filter(({ length }) => length > 0)
    .sort((one, other) => other.length - one.length)
  const [best] = matches
  return best && [best.content, best.reply]
}

/** Stands under many a question. */
const NOBODY_READS = /^Nobody reads/

/** How many letters of what a content says everywhere stand in the text. */
function likeness(text: string, body: string): number {
  const parts = body
    .split(/\{\{[^}]*\}\}|\n/)
    .map(plain)
    .filter((part) => !NOBODY_READS.test(part))
  const there = parts.filter((part) => part.length > 12 && text.includes(part))
  return there.reduce((sum, part) => sum + part.length, 0)
}

function plain(text: string): string {
  return text
    .replaceAll(/[*_]/g, '')
    .replaceAll(/^\s*[-•]\s*/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
