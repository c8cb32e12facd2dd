import type { Act } from '../../machines/commands.ts'
import type { Open } from '../../machines/contract.ts'
import { journeyOf, pathwayOf } from '../house.ts'
import { answerOpen, openPathway, reopenReaders } from '../opening.ts'
import { eventOf, knownOf, patch, refuse, type Work } from '../work.ts'

type Answer = Extract<Act, { type: 'answer' }>

/** Where a restricted pathway stands: in no stage of the journey. */
export const APART = 'apart'

/**
 * Work on the restricted stream's own pathways. They see every fact and change only the
 * restricted ones; nothing of it reaches the open part of the consultation.
 */
export function apart(work: Work, act: (aside: Work) => void): Work {
  const { restricted } = work.now
  const { open, closed, opened, seq } = restricted
  const facts = { ...work.now.facts, ...restricted.facts }
  const aside: Work = {
    ...work,
    now: { ...work.now, facts, open, closed, opened, seq },
    ...{ transitions: [], opened: [], closed: [], changed: new Map(), say: [] },
  }
  act(aside)
  const names = new Set<string>([...Object.keys(restricted.facts), ...aside.changed.keys()])
  const own = Object.entries(aside.now.facts).filter(([name]) => names.has(name))
  const { open: nowOpen, closed: nowClosed, opened: nowOpened } = aside.now
  patch(work, {
    restricted: {
      ...{ ...restricted, open: nowOpen, closed: nowClosed, opened: nowOpened },
      facts: Object.fromEntries(own),
    },
  })
  return aside
}

/** Opens what the journey opens apart, now that something restricted is known. */
export function openApart(aside: Work): void {
  const journey = journeyOf(aside.house, aside.now.journey)
  const known = knownOf(aside.now, aside.at)
  reopenReaders(aside, [...aside.changed.keys()])
  for (const { pathway, when } of journey.apart ?? []) {
    const there = [...aside.now.open, ...aside.now.closed].some((one) => one.pathway === pathway)
    if (!there && when(known)) openPathway(aside, pathway, APART)
  }
}

export function openedApart(work: Work, act: Act): Open | undefined {
  if (act.type !== 'answer') return undefined
  return work.now.restricted.open.find(({ key }) => key === act.open)
}

/** An answer to a restricted pathway, in whatever state the consultation is. */
export function answerApart(work: Work, open: Open, act: Answer): void {
  const { question } = open
  if (question?.ask !== act.ask) return refuse('not-asked', `${act.open}/${act.ask}`)
  if (work.command.by.role !== open.role) refuse('not-you', `${open.key} is for ${open.role}`)
  const answered = act.event === 'answered'
  if (!answered && !question.choices.includes(act.event)) {
    refuse('not-an-answer', `${question.id} does not take ${act.event}`)
  }
  const said = eventOf(work)(act.event)
  const event = answered ? { ...said, value: valueOf(work, open, act.value) } : said
  const aside = apart(work, (one) => answerOpen(one, open, event))
  work.alone = aside
}

function valueOf(work: Work, open: Open, given: unknown): unknown {
  const schema = pathwayOf(work.house, open.pathway).answers[open.question?.state ?? '']
  const result = schema?.safeParse(given)
  if (!result?.success) return refuse('not-an-answer', `${open.key} takes no such value`)
  return result.data
}
