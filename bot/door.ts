import { advance } from './advance.ts'
import type { Parts } from './case.ts'
import type { Cases } from './cases.ts'
import type { Consultation, Day } from '../machines/contract.ts'
import { day } from '../machines/facts.ts'
import { CandourError } from './errors.ts'
import { DOOR } from './echo.ts'
import type { Lanes } from './lanes.ts'
import { hashOf } from './links.ts'
import type { Claim, Incoming, LinkRow, SittingRow } from './ports.ts'
import { languageOf, reply } from './reply.ts'
import type { Talk } from './talk.ts'
import { type Decided, patientCommand } from './turn.ts'
import { speaking, understoodDate } from './understand.ts'
import type { PatientMessage } from './views/patient.ts'
import { spokenTo, type Words } from './words.ts'

const TRIES = 5

/** Uses a link up and begins a sitting behind a door that a date of birth opens. */
export async function opening(
  parts: Parts,
  cases: Cases,
  talk: Talk,
  inLane: Lanes,
  secret: string,
  channel: Claim['channel'],
): Promise<Claim | undefined> {
  const { store, clocks } = parts
  const link = await store.redeem(hashOf(secret), clocks.clock())
  if (!link) return undefined
  return inLane(link.consultation, () => arrive(parts, cases, talk, link, channel))
}

async function arrive(
  parts: Parts,
  cases: Cases,
  talk: Talk,
  { consultation, purpose }: LinkRow,
  channel: Claim['channel'],
): Promise<Claim | undefined> {
  const { store, clocks, chance, keys } = parts
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await cases.recall(consultation)
    if (!found) return undefined
    const { now, words } = found
    const wall = clocks.wall()
    const door = now.facts['date-of-birth'] ? 'birth-date' : 'open'
    const row: SittingRow = {
      ...{ id: chance.id(), consultation: now.id, person: now.person, channel },
      ...{ private: channel === 'widget', began: wall, last: wall, activities: 0 },
      ...{ door, tries: 0, assurance: purpose === 'sign' ? 'room-link' : 'link' },
    }
    const messages =
      door === 'open' ? reply(words, now, [], row.id).messages : [doorMessage(words, now)]
    const first = talk.next(
      0,
      messages.map((message) => ({ from: 'candour' as const, message })),
    )
    const earlier = door === 'open' ? await store.sittingsOf(now.person) : []
    const key = await keys.stream(now.person, now.id, 'open')
    const { result } = await cases.commit(found, [], async () => ({
      sittings: [{ ...row, activities: first.length }],
      ended: earlier.map(({ id }) => id),
      activities: talk.pieces(row.id, first, key),
      links: [],
    }))
    if (result !== 'committed') continue
    for (const { id } of earlier) talk.tell(id, 'ended')
    return { sitting: row.id, began: row.began, channel, visitor: false }
  }
  throw new CandourError('store/conflict', { tries: TRIES })
}

/** One try at the door. Whoever found a link ends nobody's sitting: that takes the date of birth. */
export async function knockAt(
  parts: Parts,
  now: Consultation,
  row: SittingRow,
  message: Incoming,
): Promise<Decided> {
  const decided = knock(parts, now, row, message)
  if (decided.row?.door !== 'open') return decided
  const others = (await parts.store.sittingsOf(row.person)).filter(({ id }) => id !== row.id)
  return { ...decided, ended: others.map(({ id }) => id) }
}

/** It tells nothing of what lies behind it. */
function knock(parts: Parts, now: Consultation, row: SittingRow, message: Incoming): Decided {
  const { words } = parts
  if (message.value?.language !== undefined) {
    return readOn(parts, now, row, message.value.language)
  }
  const given = dateIn(message)
  if (given === undefined) return noTry(words, now, message)
  if (given !== now.facts['date-of-birth']?.value) return wrong(words, now, row)
  const act = { type: 'identify', 'birth-date': given } as const
  const assurance =
    row.assurance === 'room-link' ? 'room-link-and-birth-date' : 'link-and-birth-date'
  const known = { ...row, assurance } as const
  const result = advance(words.house, now, patientCommand(parts, now, known, act))
  if ('refused' in result) return wrong(words, now, row)
  const { messages, shown } = reply(words, result.next, [], row.id)
  return {
    steps: [{ advanced: result, shown }],
    ...{ messages, links: [], row: { door: 'open', assurance } },
  }
}

/** Which language somebody reads says nothing of them that the link did not. */
function readOn(parts: Parts, now: Consultation, row: SittingRow, locale: string): Decided {
  const { words } = parts
  const spoken = speaking(words, locale)
  const act = 'act' in spoken && spoken.act
  const result = act && advance(words.house, now, patientCommand(parts, now, row, act))
  if (!result || 'refused' in result) return noTry(words, now, { key: '' })
  const messages = [doorMessage(words, result.next)]
  return { steps: [{ advanced: result, shown: [] }], messages, links: [] }
}

/** A day that exists, wherever it was written. A command or a choice is none. */
function dateIn({ value, text = '' }: Incoming): Day | undefined {
  const said = value ? value.answer : text
  return day.safeParse(typeof said === 'string' ? understoodDate(said) : said).data
}

/** Nothing that could be a date was said, so nothing is counted. */
function noTry(words: Words, now: Consultation, { value, text = '' }: Incoming): Decided {
  const meant = value ? value.answer !== undefined : DATE_LIKE.test(text.trim())
  const say = meant ? 'consultation/not-an-answer-date' : 'consultation/door-person'
  return { steps: [], messages: atTheDoor(words, now, say), links: [] }
}

const DATE_LIKE = /^\d[\w\s/.,-]{0,19}$/

function wrong(words: Words, now: Consultation, row: SittingRow): Decided {
  const tries = row.tries + 1
  if (tries >= TRIES) {
    const { text } = spokenTo(words, now).show('consultation/door-closed', now)
    return { steps: [], messages: [{ text, state: 'door', ended: true }], links: [], ends: true }
  }
  const messages = atTheDoor(words, now, 'consultation/door-wrong')
  return { steps: [], messages, ...{ links: [], row: { tries } } }
}

function atTheDoor(words: Words, now: Consultation, say: string): PatientMessage[] {
  const { text } = spokenTo(words, now).show(say, now)
  const again = doorMessage(words, now)
  return [{ ...again, text: `${text}\n\n${again.text}` }]
}

function doorMessage(usual: Words, now: Consultation): PatientMessage {
  const words = spokenTo(usual, now)
  const shown = words.show('consultation/door-birth-date', now)
  const { text, id } = shown
  const { hint } = words.catalogue.get(id)
  return {
    ...{ text, state: 'door', ...languageOf(words, shown) },
    question: { id: DOOR, content: id, kind: 'date', choices: [], ...(hint ? { hint } : {}) },
  }
}
