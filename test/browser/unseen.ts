import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { PATIENT } from '../../adapters/programs/demo/replies.ts'
import type { Replies } from '../../adapters/programs/demo/autopilot.ts'

const AT_THE_DOOR = 'consultation/door-birth-date'

interface Said {
  readonly channelData?: {
    readonly candour?: { readonly question?: { readonly id: string; readonly content: string } }
  }
}

/**
 * Answers in the tab's own sitting what nobody looks at, until that content or nothing more is
 * asked. The tab hears of it as of anything that comes by itself.
 */
export async function answersUnseen(
  page: Page,
  url: string,
  until?: string,
  other: Replies = {},
): Promise<void> {
  const { token, conversation } = await sittingOf(page)
  const at = `${url}/v3/directline/conversations/${conversation}/activities`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const replies = { ...PATIENT, ...other }
  for (;;) {
    const heard = (await (await fetch(at, { headers })).json()) as { activities: Said[] }
    const question = heard.activities.at(-1)?.channelData?.candour?.question
    if (!question || question.content === until) return
    // Whoever came by a link has just sent this one.
    if (question.content === AT_THE_DOOR && !(AT_THE_DOOR in replies)) {
      await setTimeout(50)
      continue
    }
    const reply = replies[question.content]
    if (!reply) throw new Error(`nobody made up an answer to ${question.content}`)
    const body = JSON.stringify({ type: 'message', value: { question: question.id, ...reply } })
    const taken = await fetch(at, { method: 'POST', headers, body })
    if (!taken.ok) throw new Error(`${question.content} was not taken: ${taken.status}`)
  }
}

/** The chat is in the page itself, or in the widget's frame. */
async function sittingOf(page: Page): Promise<{ token: string; conversation: string }> {
  const frame = page.frames().at(-1) ?? page.mainFrame()
  const kept = await frame.waitForFunction(() => sessionStorage.getItem('candour'))
  return JSON.parse((await kept.jsonValue()) ?? '') as { token: string; conversation: string }
}
