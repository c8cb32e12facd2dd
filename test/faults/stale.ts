import { setTimeout as pause } from 'node:timers/promises'
import type { Message } from './patient.ts'
import type { Asked, Pages } from './pages.ts'

/** What befalls the pages of somebody who has begun. `n` is another number for each. */
export interface Scene {
  readonly pages: Pages
  readonly n: number
  readonly random: () => number
  /** Which is theirs: nobody can tell any more once the sitting has gone. */
  consultation(): Promise<string>
  /** A practitioner records, at the desk, that this person withdraws. */
  withdraw(): Promise<void>
}

/** Answers what was not as promised, beside what the record shows. */
export type Happening = (scene: Scene) => Promise<readonly string[] | void>

/** A page that was left open, while another one of the same person goes on. */
export const STALE: readonly Happening[] = [
  /** It answers what it shows, and the other has gone on from there. */
  async ({ pages, random, n }) => {
    await pages.goOn(1 + (n % 7))
    const shown = await pages.asked()
    await pages.goOn(1 + Math.floor(random() * 3))
    await pages.send(pages.answerTo(shown))
    await pages.goOn(1)
  },
  /** Both answer it at once, and the other goes on. */
  async ({ pages, random, n }) => {
    await pages.goOn(1 + (n % 7))
    const shown = await pages.asked()
    const late = pages.patient.next(pages.answerTo(shown))
    const goesOn = async () => (await pause(random() * 10), pages.goOn(1))
    await Promise.all([pages.deliver(await late), goesOn()])
    await pages.goOn(1)
  },
  /** A message is held up on its way; sent again it is taken, and then the first one arrives. */
  async ({ pages, random, n }) => {
    await pages.goOn(n % 6)
    const message = await pages.patient.next(pages.answerTo(await pages.asked()))
    await pages.deliver(message)
    await pages.goOn(1 + Math.floor(random() * 3))
    await pages.deliver(message)
    await pages.goOn(1)
  },
  /** It answers the very question that is asked now, as it was asked before an answer was changed. */
  async ({ pages }) => {
    await pages.goOn(5)
    const shown = await pages.asked()
    await pages.goOn(3)
    await pages.send({ change: 'enquiry#1/full-name' })
    await pages.send(pages.answerTo(shown))
    await pages.send({ change: 'enquiry#1/safe-contact' })
    await pages.goOn(2)
  },
  /** It changes what has been asked anew since. */
  async ({ pages }) => {
    await pages.goOn(9)
    await pages.send({ change: 'enquiry#1/called-by' })
    await pages.send({ change: 'enquiry#1/full-name' })
    await pages.send({ change: 'enquiry#1/reason' })
    await pages.goOn(1)
  },
  /** The other has stopped, and then goes on; the question of the stop is answered twice as well. */
  async ({ pages, n }) => {
    await pages.goOn(1 + (n % 7))
    const shown = await pages.asked()
    await pages.send({ command: 'stop' })
    const stopping = await pages.asked()
    await pages.send(pages.answerTo(shown))
    await pages.send({ question: stopping.id, choice: 'carry-on' })
    await pages.send({ question: stopping.id, choice: 'i-do-not-want-this' })
    await pages.goOn(1)
  },
  /** The other has said that they do not want this. */
  async ({ pages, n }) => {
    await pages.goOn(2 + (n % 7))
    const shown = await pages.asked()
    await pages.send({ command: 'stop' })
    await pages.send({ question: (await pages.asked()).id, choice: 'i-do-not-want-this' })
    await afterwards(pages, shown)
  },
  /** The clinic has recorded that they do not want this. */
  async ({ pages, withdraw, n }) => {
    await pages.goOn(2 + (n % 7))
    const shown = await pages.asked()
    await withdraw()
    await afterwards(pages, shown)
  },
  /** The other gave the birthday of a child, and it is over. */
  async ({ pages }) => {
    await pages.goOn(3)
    const shown = await pages.asked()
    await pages.send({ question: shown.id, answer: '2018-03-02' })
    await pages.goOn(1)
    await afterwards(pages, shown)
  },
  /** The other has left, and taken the sitting with it. */
  async ({ pages, n, consultation }) => {
    await pages.goOn(1 + (n % 7))
    const shown = await pages.asked()
    await consultation()
    await pages.send({ command: 'exit' })
    const late = await pages.send(pages.answerTo(shown))
    return late?.status === 404 ? [] : [`after they left, an answer was told ${late?.status}`]
  },
]

async function afterwards(pages: Pages, shown: Asked): Promise<void> {
  await pages.send(pages.answerTo(shown))
  await pages.send({ change: 'welcome#1/help-needed' })
}

/** The first questions, whose names nobody needs to be told: they are the same for everybody. */
const FIRST: readonly Asked[] = [
  { id: 'welcome#1/hello/1', content: 'welcome/hello' },
  { id: 'welcome#1/privacy/2', content: 'welcome/privacy' },
  { id: 'welcome#1/help-needed/3', content: 'welcome/help-needed' },
  { id: 'age#1/date-of-birth/1', content: 'age/date-of-birth' },
  { id: 'age#1/right-date/2', content: 'age/right-date' },
  { id: 'enquiry#1/full-name/1', content: 'enquiry/full-name' },
]

/** How many orders six messages can come in. */
export const ORDERS = 720

/** The answers to the first questions come in another order, one after another or all on their way at once. */
export const outOfOrder: Happening = async (scene) => {
  const { pages, n } = scene
  const order = orderOf(n % ORDERS, FIRST)
  const messages: Message[] = []
  for (const asked of order) messages.push(await pages.patient.next(pages.answerTo(asked)))
  if (n % 2 === 1) return allAtOnce(scene, messages)
  let next = 0
  for (const [at, message] of messages.entries()) {
    await pages.deliver(message)
    next += order[at] === FIRST[next] ? 1 : 0
  }
  const asked = (await pages.asked()).content
  const due = FIRST[next]?.content ?? 'enquiry/called-by'
  return asked === due ? [] : [`order ${n}: ${asked} is asked, and it should be ${due}`]
}

/** Of somebody whom nobody has heard yet, each instance tells by itself what it refused: one is heard first. */
async function allAtOnce({ pages, random }: Scene, messages: readonly Message[]): Promise<void> {
  await pages.goOn(1)
  await Promise.all(messages.map(async (one) => (await pause(random() * 30), pages.deliver(one))))
}

function orderOf<what>(n: number, all: readonly what[]): what[] {
  if (all.length <= 1) return [...all]
  const at = n % all.length
  const first = all[at] as what
  return [first, ...orderOf(Math.floor(n / all.length), all.toSpliced(at, 1))]
}
