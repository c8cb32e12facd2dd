import { createHash } from 'node:crypto'
import { time } from '../../content/helpers.ts'
import { fill } from '../../content/ui.ts'
import type { Asked, Consultation } from '../../machines/contract.ts'
import { canonical } from '../evidence/canonical.ts'
import type { Payload } from '../evidence/record.ts'
import { IN_PERSON } from '../retention/access.ts'
import { nameOfPerson } from '../show/who.ts'
import type { Block, Section } from '../views/page.ts'
import type { SummaryPage } from '../views/summary.ts'
import { spokenTo, type Words } from '../words.ts'
import { decided } from './decided.ts'
import { showed } from './showed.ts'
import { told } from './told.ts'

/** Somebody whose date of birth was never asked sees what they said in this sitting, and no more. */
export interface Reader {
  readonly onlySitting?: string
}

/**
 * What was talked about, from the open stream alone. The private part and whatever tells that
 * somebody took it are left out for everybody, so that the page is the same whatever was said there.
 */
export function summaryOf(
  usual: Words,
  now: Consultation,
  payloads: readonly Payload[],
  { onlySitting }: Reader = {},
): SummaryPage {
  const words = spokenTo(usual, now)
  const { ui, locale } = words.catalogue
  const own = payloads.filter(
    ({ command: { where } }) => onlySitting === undefined || where.sitting === onlySitting,
  )
  const { name, address, phone } = words.clinic
  const about = [fill(ui['summary-about'] ?? '', { 'clinic-phone': phone })]
  if (onlySitting !== undefined) about.push(ui['summary-own'] ?? '')
  const page = {
    title: ui['summary-title'] ?? '',
    from: [`${name}, ${address}`, ...about, IN_PERSON],
    sections: [
      stands(words, now, own, onlySitting !== undefined),
      section(words, 'told', told(words, own)),
      ...(onlySitting === undefined
        ? [section(words, 'decided', decided(words, own)), ...asked(words, now)]
        : asked(words, now, own)),
      section(words, 'showed', showed(words, own)),
    ],
  }
  const digest = createHash('sha256').update(canonical(page)).digest('hex')
  const way = now.summary?.way
  return {
    ...{ ...page, digest, locale, safetyNet: words.safetyNet, mode: now.mode },
    ...(way ? { way } : {}),
  }
}

/** Said plainly where there is nothing: an empty heading looks like something that was lost. */
function section({ catalogue: { ui } }: Words, name: string, blocks: readonly Block[]): Section {
  const none: Block = { kind: 'text', text: ui[`summary-${name}-none`] ?? '' }
  return { title: ui[`summary-${name}`] ?? '', blocks: blocks.length > 0 ? blocks : [none] }
}

function stands(
  words: Words,
  now: Consultation,
  payloads: readonly Payload[],
  isOwn: boolean,
): Section {
  const { ui } = words.catalogue
  const say = (key: string) => ui[`summary-${key}`] ?? ''
  const [first, last] = [payloads[0], payloads.at(-1)]
  const state = now.state === 'active' ? ui[`part-${now.stage}`] : ui[`state-${now.state}`]
  const pairs: [string, string][] = [
    ...(isOwn ? [] : [[say('name'), nameOfPerson(now)] satisfies [string, string]]),
    [say('began'), first ? time(first.recordedAt) : ''],
    [say('last'), last ? time(last.recordedAt) : ''],
    ...(isOwn ? [] : [[say('stage'), state ?? ''] satisfies [string, string]]),
  ]
  return { title: say('stands'), blocks: [{ kind: 'pairs', pairs }] }
}

/** The replies are staff’s to whom they took this for: a sitting’s own copy has the questions alone. */
function asked(
  words: Words,
  { questions }: Consultation,
  onlyOf?: readonly Payload[],
): readonly Section[] {
  const { ui } = words.catalogue
  const theirs = onlyOf ? questions.filter((one) => wasAskedIn(onlyOf, one)) : questions
  if (theirs.length === 0) return []
  const blocks = theirs.flatMap((one): Block[] => [
    { kind: 'words', text: one.words },
    ...(onlyOf ? [] : [replyTo(words, one)]),
  ])
  return [{ title: ui['summary-questions'] ?? '', blocks }]
}

/** A question keeps the moment of the turn that asked it. */
const wasAskedIn = (payloads: readonly Payload[], { at }: Asked): boolean =>
  payloads.some(({ command }) => command.at === at)

function replyTo({ catalogue: { ui }, clinic }: Words, { reply }: Asked): Block {
  const text = reply
    ? `${reply.by.name ?? clinic.name}: ${reply.words}`
    : (ui['summary-question-open'] ?? '')
  return { kind: 'text', text }
}
