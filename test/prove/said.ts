/** What is wrong with the words of a statechart, wherever it stands and whoever meets it. */
import { reply } from '../../bot/reply.ts'
import { caseView } from '../../bot/show/case.ts'
import { patientAsked } from '../../bot/understand.ts'
import { nameOf } from '../../bot/house.ts'
import type { Words } from '../../bot/words.ts'
import { ROLES } from '../../machines/commands.ts'
import type {
  Actor,
  Asks,
  Consultation,
  FactValues,
  Open,
  Pathway,
} from '../../machines/contract.ts'
import { day, instant } from '../../machines/time.ts'
import { ENGINE_SAYS } from '../machines/follow.ts'
import { BOUNDS, PERFORMER } from './bounds.ts'
import { opened } from './engine.ts'
import { accepted } from './events.ts'
import { graphOf } from './graph.ts'
import { alone, houseOf, REAL } from './house.ts'
import { answeringRoles } from './lists.ts'

/** What is known by the time that anything of it is said. */
const KNOWN: FactValues = {
  ...{ 'called-by': 'Rosa', 'full-name': 'Rosa Finch', 'treatment-name': 'Dermal filler' },
  ...{ 'treatment-class': 'filler', 'date-of-birth': day('1990-05-05') },
  plan: {
    ...{ performer: PERFORMER.id, premises: 'larkfield-main', product: 'A filler' },
    date: day('2026-11-28'),
  },
  'pack-delivered-at': instant('2026-11-20T09:00:00.000Z'),
  'reflection-hours': 72,
  ...{
    'teach-back-treatment': 'Filler',
    'teach-back-risks': 'Lumps',
    'teach-back-choices': 'None',
  },
  ...{
    explanation: 'It can leave lumps.',
    'patient-worries': 'Lumps',
    'gp-practice': 'The Grange',
  },
}

const optionsOf = (asks: Asks | undefined): readonly string[] =>
  asks?.kind === 'many' || asks?.kind === 'private' ? asks.options : []

/** What is wrong with the words of every place that a pathway comes to, as the engine has it. */
export function faultsOf(pathway: Pathway, words: Words): readonly string[] {
  const house = houseOf({ ...REAL, journeys: { 'alone@1': alone(pathway) } })
  const faults = new Set<string>()
  const said = new Set<string>()
  const bounds = BOUNDS[pathway.id] ?? {}
  for (const given of bounds.given ?? [{}]) {
    const begun = opened(house, pathway, { ...beside(pathway), ...given })
    const open =
      begun && [...begun.open, ...begun.restricted.open].find((one) => one.pathway === pathway.id)
    if (!begun || !open) continue
    for (const { snapshot } of graphOf(pathway, open.input, bounds).values()) {
      const state = String(snapshot.value)
      const first = !said.has(state)
      said.add(state)
      const at = { ...open, snapshot: { value: state, context: snapshot.context as object } }
      const now = { ...begun, open: [at] } as Consultation
      for (const fault of saidIn(pathway, state, now, words)) faults.add(fault)
      // Who meets it hangs on the state alone.
      if (first) for (const fault of metIn(pathway, state, now, words)) faults.add(fault)
    }
  }
  if (said.size === 0) faults.add('nothing was said')
  return [...faults]
}

/** What its words name. What it reads itself is known too, unless the bounds say what it is. */
function beside({ id, reads, writes }: Pathway): FactValues {
  const told = BOUNDS[id]?.given ? reads.filter((name) => name !== 'treatment-name') : []
  const own = new Set<string>([...writes, ...told])
  return Object.fromEntries(Object.entries(KNOWN).filter(([name]) => !own.has(name)))
}

function saidIn(pathway: Pathway, state: string, now: Consultation, words: Words): string[] {
  const id = `${nameOf(pathway.id)}/${state}`
  const shown = tried(() => words.show(id, now, KNOWN))
  if (shown instanceof Error) return [`${id}: ${shown.message}`]
  const meta = pathway.machine.states[state]?.config.meta as { asks?: Asks } | undefined
  const takes = choicesIn(pathway, state)
  const wanted = [...takes, ...optionsOf(meta?.asks)].sort()
  const offered = shown.choices.map((choice) => choice.id).sort()
  return [
    ...(shown.text.trim() === '' ? [`${id}: says nothing`] : []),
    ...(isPublic(words, id) && shown.text.includes(KNOWN['treatment-name'] ?? '')
      ? [`${id}: names the treatment in public`]
      : []),
    ...(/\{\{|undefined|\[object/.test(shown.text) ? [`${id}: is not filled in`] : []),
    ...(JSON.stringify(wanted) === JSON.stringify(offered)
      ? []
      : [`${id}: offers ${offered.join(', ')}, and takes ${wanted.join(', ')}`]),
  ]
}

function tried<result>(act: () => result): result | Error {
  try {
    return act()
  } catch (error) {
    return error as Error
  }
}

const isPublic = ({ catalogue }: Words, id: string): boolean =>
  catalogue.get(id).audience === 'public'

/** The words with something else about them, in whatever language they are asked for. */
export function saying(words: Words, other: Partial<Words>): Words {
  const made: Words = { ...words, ...other, in: () => made }
  return made
}

const choicesIn = (pathway: Pathway, state: string): readonly string[] =>
  accepted(pathway, state).filter((event) => event !== 'answered' && !ENGINE_SAYS.includes(event))

/** Each role that answers it is asked it, with its choices; nobody else is. */
function metIn(pathway: Pathway, state: string, now: Consultation, words: Words): string[] {
  const id = `${nameOf(pathway.id)}/${state}`
  const asks = (pathway.machine.states[state]?.config.meta as { asks?: Asks } | undefined)?.asks
  if (!asks) return []
  const journeys = { 'alone@1': alone(pathway) }
  const there = saying(words, { house: { ...words.house, journeys } })
  const choices = choicesIn(pathway, state)
  const question = { id, state, asks, ask: 1, choices, words: '' }
  const open = now.open.map((one): Open => ({ ...one, stage: now.stage, question }))
  const at: Consultation = pathway.restricted
    ? { ...now, open: [], restricted: { ...now.restricted, open } }
    : { ...now, open }
  return ROLES.filter((role) => role !== 'system').flatMap((role) => {
    const shown = tried(() => askedOf(there, at, role, id))
    if (shown instanceof Error) return [`${id}: ${shown.message}`]
    if (!answeringRoles(pathway).includes(role)) {
      return shown ? [`${id}: is put to the ${role}`] : []
    }
    const same = shown && JSON.stringify([...shown].sort()) === JSON.stringify([...choices].sort())
    return same ? [] : [`${id}: the ${role} is not asked it with its choices`]
  })
}

/** The choices that a role is given of that question; nothing when it is not asked. */
function askedOf(
  words: Words,
  now: Consultation,
  role: Actor['role'],
  id: string,
): readonly string[] | undefined {
  const named = { ...now, facts: { ...heldOf(KNOWN), ...now.facts } }
  if (role === 'patient') {
    if (!patientAsked(named)) return undefined
    const { question } = reply(words, named, [], 'a sitting').messages.at(-1) ?? {}
    return question?.content === id ? question.choices.map((one) => one.id) : undefined
  }
  const viewer = { id: 'somebody', name: 'Somebody', role, assurance: 'demo-sign-in' } as const
  const { prompts } = caseView(words, named, [], viewer, now.last)
  const mine = prompts.find(({ question }) => question.content === id)
  return mine?.question.choices.map((one) => one.id)
}

/** As the engine keeps what is known. */
function heldOf(facts: FactValues): Consultation['facts'] {
  const by = { id: 'candour', role: 'system', assurance: 'system' } as const
  const held = Object.entries(facts).map(([name, value]) => {
    return [name, { value, by, at: '2026-11-20T09:00:00.000Z', record: 0 }]
  })
  return Object.fromEntries(held) as Consultation['facts']
}
