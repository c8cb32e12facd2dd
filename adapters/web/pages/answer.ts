import type { Activity, Chance, Claim, Incoming, Sittings } from '../../../bot/ports.ts'
import type { AskedQuestion } from '../../../bot/views/patient.ts'
import { type Fault, type Fields, readAnswer, typedIn } from './read.ts'
import { nowOf } from './now.ts'

interface House {
  readonly sittings: Pick<Sittings, 'take' | 'activities'>
  readonly chance: Chance
}

/** `ended`: the last words of a sitting that is over now, in their language. */
export type Answered = { readonly ended?: Ended } | { readonly faults: readonly Fault[] } | 'gone'

export interface Ended {
  readonly text: string
  readonly language?: string | undefined
}

/** Takes what a form brings. A form that was sent before changes nothing, however old its page. */
export async function answer(house: House, claim: Claim, fields: Fields): Promise<Answered> {
  const activities = await house.sittings.activities(claim, 0)
  const now = activities && nowOf(activities, claim.visitor)
  if (!now) return 'gone'
  const asked = typedIn(fields, 'question')
  const isOld = asked !== (now.message.question?.id ?? '')
  const read = readForm(fields, asked)
  if ('faults' in read && !isOld) return read
  return take(house, claim, typedIn(fields, 'key') || house.chance.id(), bodyOf(read))

  /** Words that were written under another question are none of this one's answers. */
  function bodyOf(given: typeof read): Body {
    const unheard = 'text' in given && isOld && !wasSent(activities ?? [], fields)
    return 'faults' in given || unheard ? staleOf(asked) : given
  }
}

const NAMES = ['text', 'command', 'change', 'language'] as const

type Body = Omit<Incoming, 'key'>

/** The same form always makes the same message: that is how a repeat is known. */
function readForm(fields: Fields, asked: string): Body | { readonly faults: readonly Fault[] } {
  const [text, command, change, language] = NAMES.map((name) => typedIn(fields, name))
  if (language) return { value: { language } }
  if (command) return isCommand(command) ? { value: { command } } : staleOf(asked)
  if (change) return { value: { change } }
  const kind = typedIn(fields, 'kind')
  // Said in private it counts for this question alone; to any other it would be repeated aloud.
  if (text) return kind === 'private' ? { value: { question: asked, answer: text } } : { text }
  if (!isKind(kind)) return { faults: [{ words: 'error-empty', field: 'text' }] }
  return readAnswer({ id: asked, content: '', kind, choices: [] }, fields)
}

const staleOf = (asked: string): Body => ({ value: { question: asked || 'none', choice: 'none' } })

const wasSent = (activities: readonly Activity[], fields: Fields) =>
  activities.some(({ key }) => key === typedIn(fields, 'key'))

async function take(
  { sittings, chance }: House,
  claim: Claim,
  key: string,
  body: Body,
): Promise<Answered> {
  const taken = await sittings.take(claim, { key, ...body })
  if (taken.ok) {
    const last = taken.activities.at(-1)?.message
    return last?.ended ? { ended: { text: last.text, language: last.language } } : {}
  }
  // An answer that was given from this page stands; another from the same page comes too late.
  if (taken.why === 'other-body') return take({ sittings, chance }, claim, chance.id(), body)
  if (taken.why === 'full') return { faults: [{ words: 'error-no-room', field: '' }] }
  return 'gone'
}

const KINDS = ['choice', 'date', 'text', 'number', 'many', 'signature', 'private'] as const

function isKind(text: string): text is AskedQuestion['kind'] {
  return KINDS.some((kind) => kind === text)
}

const COMMANDS = ['stop', 'ask-for-a-person', 'help-now', 'continue-later', 'summary'] as const

function isCommand(text: string): text is (typeof COMMANDS)[number] {
  return COMMANDS.some((command) => command === text)
}
