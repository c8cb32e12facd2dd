import type { Desk } from '../../bot/ports.ts'
import type { Asking, StaffPrompt } from '../../bot/views/desk.ts'
import type { Actor, Where } from '../../machines/commands.ts'
import type { Instant } from '../../machines/contract.ts'
import type { Heard } from './activity.ts'
import { type Answer, actOf, readPressed, typedIn } from './answer.ts'
import { card, heading, type Piece, type Spoken, words } from './cards.ts'
import { homeCard } from './home.ts'
import { answeredCard, cardAgain, cardHere, closedCard } from './prompt.ts'

const HERE: Where = { channel: 'teams', private: false }

const HELP = `Type anything to see what waits for you, and press Open to see its questions. An answer goes on record as soon as you press its button.

stop: leave a question as it is. Nothing is recorded until you answer it.

resume: come back to the consultation that you opened last.

Check a post before it goes out: a few questions about a post on social media, by the rules of your register.

Consent, and everything else, is at the desk.`

/** A card, since clients run the lines of a message together. */
const HELP_CARD = card(heading('What you can do here'), words(HELP))

const STOPPED =
  'Left as it is. Questions that you have not answered stay open. Type resume to come back to them.'
const STALE = 'This was answered already, or has changed. Nothing was recorded now.'
const UNKNOWN = 'There is no such consultation, or it is not yours to see.'
const DESK = 'Something here is for the desk. Open this at the desk.'
const NOTHING = 'Nothing here waits for an answer of yours.'

export interface Conversation {
  respond(by: Actor, heard: Heard): Promise<Spoken>
}

interface House {
  readonly desk: Desk
  readonly now: () => Instant
  /** Which consultation each person opened last: all that is kept between two turns. */
  readonly last: Map<string, string>
}

/** Turns of the clinic's people. Who is at the other end was found out before. */
export function createConversation(desk: Desk, now: () => Instant): Conversation {
  const house: House = { desk, now, last: new Map() }
  return {
    async respond(by, heard) {
      if (heard.kind === 'nothing') return { send: [] }
      if (heard.kind === 'text') return typed(house, by, heard.text)
      const pressed = readPressed(heard.values)
      if (!pressed) return { send: [{ card: await home(house, by) }] }
      if ('open' in pressed) return answered(house, by, pressed)
      if ('home' in pressed) return { instead: await home(house, by), send: [] }
      const send =
        'start' in pressed
          ? await started(house, by, pressed.start)
          : await opened(house, by, pressed.consultation)
      return { instead: await home(house, by), send }
    },
  }
}

const home = async ({ desk, now }: House, by: Actor) => homeCard(await desk.queue(by), now())

async function opened(
  { desk, last }: House,
  by: Actor,
  consultation: string,
): Promise<readonly Piece[]> {
  const view = await desk.answering(by, consultation, async (asking) => asking)
  if (!view) return [{ text: UNKNOWN }]
  last.set(by.id, consultation)
  return piecesOf(view, view.prompts)
}

/** A check that somebody starts at will, and goes through alone. */
async function started(house: House, by: Actor, tree: string): Promise<readonly Piece[]> {
  const { said, consultation } = await house.desk.start(by, tree, HERE)
  return consultation ? opened(house, by, consultation) : [{ text: said }]
}

async function typed(house: House, by: Actor, text: string): Promise<Spoken> {
  const word = text.trim().toLowerCase()
  if (word === 'help') return { send: [{ card: HELP_CARD }] }
  if (word === 'stop') return { send: [{ text: STOPPED }] }
  const consultation = house.last.get(by.id)
  if (word === 'resume' && consultation) return { send: await opened(house, by, consultation) }
  return { send: [{ card: await home(house, by) }] }
}

async function answered(house: House, by: Actor, answer: Answer): Promise<Spoken> {
  const { consultation } = answer
  const spoken = await house.desk.answering(by, consultation, async (view, again) => {
    house.last.set(by.id, consultation)
    return taken(house, by, answer, view, again)
  })
  return spoken ?? { instead: closedCard(UNKNOWN), send: [] }
}

type Again = () => Promise<Asking | undefined>

async function taken(
  { desk }: House,
  by: Actor,
  answer: Answer,
  view: Asking,
  again: Again,
): Promise<Spoken> {
  const { consultation, open, ask, event } = answer
  const prompt = view.prompts.find((one) => one.open === open && one.ask === ask)
  if (!prompt) return stale(view, answer, STALE)
  if (!cardHere(view, prompt)) return { instead: closedCard(DESK), send: [] }
  const asked = actOf(answer, prompt)
  if ('fault' in asked) return askedAgain(view, prompt, asked.fault, answer)
  const done = await desk.act(by, consultation, asked.act, HERE)
  const after = await again()
  if (!done.ok) return refused(after, answer, done.said)
  const instead = answeredCard(view, prompt, event, by.name ?? by.id)
  return { instead, send: after ? newIn(view, after) : [] }
}

/** The questions that can be answered here, and a hint that there is more at the desk. */
function piecesOf(view: Asking, prompts: readonly StaffPrompt[]): readonly Piece[] {
  if (prompts.length === 0) return [{ text: view.alone?.result ?? NOTHING }]
  const here = prompts.flatMap((prompt) => {
    const card = cardHere(view, prompt)
    return card ? [{ card }] : []
  })
  return here.length < prompts.length ? [...here, { text: DESK }] : here
}

/** What an answer brought that was not asked before; the rest still stands further up. */
function newIn(before: Asking, after: Asking): readonly Piece[] {
  const known = new Set(before.prompts.map(({ open, ask }) => `${open} ${ask}`))
  const fresh = after.prompts.filter(({ open, ask }) => !known.has(`${open} ${ask}`))
  return fresh.length > 0 || after.prompts.length === 0 ? piecesOf(after, fresh) : []
}

function askedAgain(view: Asking, prompt: StaffPrompt, said: string, answer: Answer): Spoken {
  return { instead: cardAgain(view, prompt, { said, typed: typedIn(answer) }), send: [] }
}

/** Another was faster, or the answer is none: the question comes back if it still stands. */
function refused(view: Asking | undefined, answer: Answer, said: string): Spoken {
  const { open, ask } = answer
  const prompt = view?.prompts.find((one) => one.open === open && one.ask === ask)
  if (view && prompt) return askedAgain(view, prompt, said, answer)
  return view ? stale(view, answer, said) : { instead: closedCard(said), send: [] }
}

function stale(view: Asking, { open }: Answer, said: string): Spoken {
  const current = view.prompts.filter((prompt) => prompt.open === open)
  return { instead: closedCard(said), send: piecesOf(view, current) }
}
