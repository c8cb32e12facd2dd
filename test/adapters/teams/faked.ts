import type { Desk } from '../../../bot/ports.ts'
import type { CaseView } from '../../../bot/views/desk.ts'
import { fakeDesk } from '../desk/fake.ts'
import { type Chat, type OpenTeams, openTeams } from './chat.ts'

/** The first choice of the question on the first card. */
export const FIRST = 'Yes, it is needed'

/** Chats of one test, before a desk of plain data that notes what it is asked. */
export function fakedTeams() {
  const opened: { readonly teams: OpenTeams; readonly calls: Calls }[] = []
  afterEach(async () => {
    for (const { teams } of opened.splice(0)) await teams.close()
  })
  const latest = () => {
    const one = opened.at(-1)
    if (!one) throw new Error('open comes first')
    return one
  }
  return {
    async open(more: Partial<Desk> = {}, view: Partial<CaseView> = {}, given: Given = {}) {
      const { desk, calls } = fakeDesk(more, view)
      const teams = await openTeams(desk, undefined, given)
      opened.push({ teams, calls })
      return teams.chat()
    },
    teams: () => latest().teams,
    /** What was done at the desk of the chat that was opened last. */
    calls: () => latest().calls,
  }
}

type Calls = ReturnType<typeof fakeDesk>['calls']
type Given = Parameters<typeof openTeams>[2]

/** The first question of the first consultation that waits. */
export async function firstCard(chat: Chat) {
  const home = await chat.say('hello')
  const { cards } = await chat.press(home.cards[0], 'Open')
  return cards[0]
}
