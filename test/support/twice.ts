/** Tells one story to a clinic, and gathers all that anybody without the restricted stream can see. */
import { unseal } from '../../bot/evidence/seal.ts'
import type { Actor } from '../../machines/commands.ts'
import { type OpenClinic, patientAt, type PatientAt, staff } from './clinic.ts'

/** What is said in private, and in which way: by a button, in a form, or typed. */
export interface Secret {
  readonly how: 'choose' | 'answer' | 'say'
  /** Which of the options; none: the words instead. */
  readonly option?: number
  readonly words: string
}

/** One move of a story. What it does follows from what is asked then, and from nothing else. */
export type Move =
  | { readonly does: 'answer' | 'change' | 'stale'; readonly pick: number }
  | { readonly does: 'say'; readonly words: string }
  | { readonly does: 'stop' | 'decline' | 'pause' | 'resume' | 'assign' }
  | {
      readonly does: 'command'
      readonly command: 'help-now' | 'ask-for-a-person' | 'continue-later' | 'summary'
    }
  /** The safeguarding lead answers; it shows in the restricted stream alone. */
  | { readonly does: 'see-to-it' }

export interface Story {
  readonly moves: readonly Move[]
  /** Given in order to the private questions, again and again. */
  readonly secrets: readonly Secret[]
  /** How the safeguarding lead decides. */
  readonly lead: readonly number[]
}

export const PRIVATE = ['own-wish', 'pressed', 'only-the-clinic'].map(
  (state) => `voluntariness/${state}`,
)

export interface Seen {
  /** Everything outside the restricted stream, with ids and times made alike. */
  readonly outside: string
  /** How many private questions were answered. */
  readonly private: number
}

export async function tell(clinic: OpenClinic, story: Story): Promise<Seen> {
  const patient = patientAt(clinic)
  const teller = { clinic, patient, story, told: 0, led: 0, id: '', first: '' }
  const seen: unknown[] = []
  for (const move of story.moves) {
    const before = teller.told
    seen.push(await make(teller, move))
    teller.id ||= await patient.consultation()
    if (teller.told > before) seen.push(await glance(clinic, teller.id))
  }
  seen.push(await clinic.sittings.activities(patient.claim, 0))
  seen.push(await clinic.sittings.receipt(patient.claim))
  seen.push(await clinic.sittings.summary(patient.claim))
  if (teller.id !== '') {
    seen.push(await elsewhere(clinic, teller.id), await glance(clinic, teller.id))
    seen.push(await pages(clinic, teller.id), await records(clinic, teller.id))
  }
  return { outside: alike(seen), private: teller.told }
}

interface Teller {
  readonly clinic: OpenClinic
  readonly patient: PatientAt
  readonly story: Story
  told: number
  led: number
  id: string
  /** The first question that was answered: by now an old one. */
  first: string
}

const RECEPTION = staff('reception')
const PERFORMER = staff('performer')
const LEAD = staff('safeguarding')

async function make(teller: Teller, move: Move): Promise<unknown> {
  const { patient, clinic, id } = teller
  switch (move.does) {
    case 'answer':
      return answer(teller, move.pick)
    case 'say':
      return patient.say(move.words)
    case 'stop':
      return patient.say('stop')
    case 'command':
      return patient.send({ value: { command: move.command } })
    case 'stale':
      return patient.send({ value: { question: teller.first, choice: 'go-on' } })
    case 'change': {
      const answers = (await patient.last())?.answers ?? []
      const change = answers[move.pick % answers.length]?.change
      return change === undefined ? 'nothing to change' : patient.send({ value: { change } })
    }
    case 'see-to-it':
      return seeToIt(teller)
    case 'assign': {
      const to = { to: PERFORMER.id, name: PERFORMER.name }
      return clinic.desk.act(RECEPTION, id, { type: 'assign', role: 'performer', ...to })
    }
    case 'decline':
      return clinic.desk.act(PERFORMER, id, { type: 'decline', reason: 'A reason.' })
    default:
      return clinic.desk.act(RECEPTION, id, { type: move.does })
  }
}

const TEXTS = ['Sam Example', '020 7946 0999', 'I would like to talk about it.', ' ']
const DATES = ['1990-04-03', '1990-04-03', '2010-02-02', '2014-02-02', 'never']

async function answer(teller: Teller, pick: number): Promise<unknown> {
  const { patient } = teller
  const question = await patient.question()
  if (!question) return patient.say('hello')
  teller.first ||= question.id
  if (PRIVATE.includes(question.content)) {
    // The choices too: a statechart that is built to leak has choices here.
    const options = [...(question.options ?? []), ...question.choices]
    return keepSecret(
      teller,
      options.map(({ id }) => id),
    )
  }
  const choice = question.choices[pick % question.choices.length]?.id
  const open = question.kind === 'text' || question.kind === 'date'
  if (choice !== undefined && (!open || pick % 2 === 1)) return patient.choose(choice)
  if (question.kind === 'date') return patient.answer(DATES[pick % DATES.length])
  return patient.answer(TEXTS[pick % TEXTS.length])
}

async function keepSecret(teller: Teller, options: readonly string[]): Promise<unknown> {
  const { secrets } = teller.story
  const secret = secrets[teller.told % secrets.length]
  if (!secret) throw new Error('there is nothing to say in private')
  teller.told += 1
  const { how, option, words } = secret
  return teller.patient[how](
    option === undefined ? words : (options[option % options.length] ?? ''),
  )
}

/** Which way the lead goes is not among what is seen, and neither is that there was one. */
async function seeToIt(teller: Teller): Promise<undefined> {
  const { clinic, id, story } = teller
  const prompt = (await clinic.desk.look(LEAD, id))?.prompts.find(({ pathway }) =>
    pathway.startsWith('concern-response@'),
  )
  if (!prompt) return
  const { choices, options } = prompt.question
  const way = story.lead[teller.led % story.lead.length] ?? 0
  teller.led += 1
  const event = choices[way % choices.length]?.id
  const asked = { type: 'answer', open: prompt.open, ask: prompt.ask }
  const value = options ? [options[way % options.length]?.id] : 'Some words.'
  const given = event === undefined ? { ...asked, event: 'answered', value } : { ...asked, event }
  const done = await clinic.desk.act(LEAD, id, given)
  if (!done.ok) throw new Error(`${prompt.question.content}: ${done.said}`)
}

/** Somebody picks up another device, with a link and the date of birth. */
async function elsewhere(clinic: OpenClinic, id: string): Promise<unknown> {
  const link = await clinic.desk.makeLink(RECEPTION, id, 'continue')
  const claim = link.secret && (await clinic.sittings.redeem(link.secret, 'widget'))
  if (!claim) return link.said
  const there = patientAt(clinic, claim)
  await there.answer('1990-04-03')
  await there.send({ value: { command: 'summary' } })
  await there.choose('show-it-here')
  return [await clinic.sittings.activities(claim, 0), await clinic.sittings.summary(claim)]
}

/** What lies open on a desk while the patient answers. */
async function glance({ desk }: OpenClinic, id: string): Promise<unknown> {
  const of = async (viewer: Actor) => [await desk.look(viewer, id), await desk.queue(viewer)]
  return Promise.all([RECEPTION, PERFORMER].map(of))
}

/** What can be looked up afterwards; the record page checks and replays everything. */
async function pages({ desk }: OpenClinic, id: string): Promise<unknown> {
  const administrator = staff('administrator')
  return [
    await desk.records(PERFORMER, id),
    await desk.records(RECEPTION, id),
    await desk.look(administrator, id),
    await desk.queue(administrator),
    await desk.persons(RECEPTION, ''),
  ]
}

/** The open records: what they say, and how many bytes it takes. */
async function records({ store, parts }: OpenClinic, id: string): Promise<unknown> {
  const open = (await store.load(id)).filter(({ stream }) => stream === 'open')
  return Promise.all(
    open.map(async (record) => {
      const key = await parts.keys.find(record.sealed.key)
      if (!key) throw new Error('no key')
      return [record.sealed.body.length, record.leaf.length, unseal(record, key)]
    }),
  )
}

const IDS =
  /(?<![\w-])(?:[0-9a-f]{64}|[\w-]{22})(?![\w-])|\d{4}-\d\d-\d\dT[\d:.]+Z|"leaf":"(?:[^"\\]|\\.)*"/g

/** Two tellings differ in ids, hashes and times, but one telling's are the other's in order. */
export function alike(seen: unknown): string {
  const known = new Map<string, string>()
  return JSON.stringify(seen).replace(IDS, (one) => {
    if (/^\d{4}-\d\d-\d\dT/.test(one) || one.startsWith('"leaf"')) return '·'
    const id = known.get(one) ?? `#${known.size}`
    known.set(one, id)
    return id
  })
}
