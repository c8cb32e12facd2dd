import type { Page, WebSocketRoute } from 'playwright-core'
import { type Chat, chatAt } from './chat.ts'

export interface Tab extends Chat {
  readonly page: Page
}

export async function reopens({ page }: Tab): Promise<void> {
  await page.getByRole('button', { name: 'Talk to us' }).click()
}

/** A tab that the browser copied, as *Duplicate* does: it sits in the same sitting. */
export async function duplicate({ page }: Tab): Promise<Tab & Sleeper> {
  const opened = page.waitForEvent('popup')
  await page.evaluate('void open(location.href)')
  const second = await opened
  const sleeper = await canSleep(second)
  const tab = { ...chatAt(second.frameLocator('iframe')), page: second, ...sleeper }
  await reopens(tab)
  return tab
}

interface Sleeper {
  /** From now on nothing is heard, as on a phone in a pocket. */
  sleep(): void
  /** Hears all of it, late. */
  wake(): void
}

async function canSleep(page: Page): Promise<Sleeper> {
  let asleep = false
  let late: (() => void)[] = []
  await page.routeWebSocket(/\/stream\?/, (socket: WebSocketRoute) => {
    const server = socket.connectToServer()
    server.onMessage((frame) => {
      if (asleep) late.push(() => socket.send(frame))
      else socket.send(frame)
    })
  })
  return {
    sleep: () => void (asleep = true),
    wake: () => {
      asleep = false
      for (const hear of late) hear()
      late = []
    },
  }
}
