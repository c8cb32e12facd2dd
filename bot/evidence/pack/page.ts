import { time } from '../../../content/helpers.ts'
import type { Consultation } from '../../../machines/contract.ts'
import { nameOf } from '../../house.ts'
import type { Stream } from '../../ports.ts'
import { recordPage } from '../../show/record.ts'
import { nameOfPerson } from '../../show/who.ts'
import { factInWords, factLabel, humanise, inSentence } from '../../show/words.ts'
import type { Block, Page, Section } from '../../views/page.ts'
import type { Words } from '../../words.ts'
import type { Payload } from '../record.ts'
import type { Gone } from './charts.ts'
import { entries } from './entries.ts'
import * as said from './said.ts'

/** What the page for people is made from: the records of one stream, and what they lead to. */
export interface Told {
  readonly words: Words
  readonly now: Consultation
  readonly stream: Stream
  readonly payloads: readonly Payload[]
  readonly leaves: readonly string[]
  readonly standing: said.Witnessing
  readonly gone: readonly Gone[]
}

/** Reads everything, and is shown nothing that is not in the records given. */
const READER = { id: 'reader', role: 'auditor', assurance: 'system' } as const

/** The record in words: who, what was shown, asked and answered, by which way, and where it led. */
export function pageOf(told: Told): Page {
  const { words, now, stream, payloads, leaves } = told
  const records = leaves.map((leaf) => ({ leaf }))
  const lines = recordPage(words, now, { payloads, records } as never, READER)?.records ?? []
  const mode = now.mode === 'demo' ? [said.DEMO] : []
  return {
    language: words.catalogue.locale,
    title: stream === 'open' ? 'Record of a consultation' : 'Restricted record of a consultation',
    from: [words.clinic.name, words.clinic.address, said.ABOUT[stream]],
    notices: [
      ...mode,
      stream === 'open' ? said.NOT_IN_IT : said.RESTRICTED,
      said.STANDING[told.standing],
    ],
    sections: [
      { title: 'Who', blocks: who(told) },
      ...(stream === 'open' ? [known(told), signatures(told)] : []),
      { title: 'What happened', blocks: entries(lines, payloads) },
      { title: 'The path taken', blocks: paths(told) },
      { title: 'How to check this', blocks: [{ kind: 'list', items: said.HOW_TO_CHECK }] },
    ],
  }
}

function who({ words, now, payloads }: Told): readonly Block[] {
  const { name: clinic } = words.clinic
  const people = new Map(payloads.map(({ command: { by } }) => [`${by.id} ${by.role}`, by]))
  const registered = (id: string) => {
    const member = words.clinic.people.find((one) => one.id === id)
    const { register } = member ?? {}
    return register ? `, ${register.body} ${register.number}` : ''
  }
  const staff = [...people.values()]
    .filter(({ role }) => role !== 'patient' && role !== 'system')
    .map((by) => `${by.name ?? by.id}, ${by.role}${registered(by.id)}`)
  return [
    {
      kind: 'pairs',
      pairs: [
        ['Patient', nameOfPerson(now)],
        ['Consultation', now.id],
        ['Clinic', clinic],
        ['Where it stands', `${humanise(now.state)}, ${inSentence(now.stage)}`],
      ],
    },
    { kind: 'heading', text: 'Staff who took part' },
    { kind: 'list', items: staff.length > 0 ? staff : ['Nobody yet'] },
  ]
}

function known({ words, now }: Told): Section {
  const facts = Object.entries(now.facts)
  const pairs = facts.map(([name, { value, by, at }]): [string, string] => {
    const whose = by.role === 'patient' ? 'the patient' : (by.name ?? 'Candour')
    const said = `${factInWords(words, name, value)} (from ${whose}, ${time(at)})`
    return [factLabel(words, name), said]
  })
  return { title: 'What is known', blocks: [{ kind: 'pairs', pairs }] }
}

/** Whose name stands under what, and what the signature was said to mean. */
function signatures({ payloads }: Told): Section {
  const meaning = new Map<string, string>()
  const blocks: Block[] = []
  for (const payload of payloads) {
    blocks.push(...signed(payload, meaning))
    // Only what was on the screen before the name was put there.
    for (const { id, text } of payload.shown) {
      if (id.startsWith('consent-signature/')) meaning.set(id, text)
    }
  }
  const none: Block = { kind: 'text', text: 'Nobody has signed anything in these records.' }
  return { title: 'Signatures, and what they mean', blocks: blocks.length > 0 ? blocks : [none] }
}

function signed(
  { facts, command: { by, at }, seq }: Payload,
  meaning: Map<string, string>,
): Block[] {
  const signature = facts['signature'] as { readonly name: string } | undefined
  if (!signature && facts['consent-taken-at'] === undefined) return []
  const name = signature?.name ?? by.name ?? by.id
  const as = signature ? 'the patient, for consent' : `${by.role}, who took consent`
  const known = said.ASSURANCE[by.assurance] ?? by.assurance
  return [
    { kind: 'heading', text: `${name}: ${as}` },
    { kind: 'text', text: `${time(at)}. How we know who: ${known}. Record ${seq}.` },
    ...(signature ? [...meaning.values()].map((text) => ({ kind: 'words', text }) as const) : []),
  ]
}

/** Which way was taken through each statechart. */
function paths({ gone }: Told): readonly Block[] {
  return gone.flatMap(({ open, pathway, steps, drawings }): Block[] => {
    const title = `${humanise(nameOf(pathway))} (${open})`
    return [
      { kind: 'heading', text: title },
      ...drawings.map(({ svg, title: shows }) => ({ kind: 'drawing', svg, shows }) as const),
      { kind: 'list', items: steps.map(stepOf) },
    ]
  })
}

function stepOf({ from, event, to, guards }: Payload['transitions'][number]): string {
  const asked = guards.map(
    ({ guard, held, clauses }) =>
      `${inSentence(guard)}: ${held ? 'yes' : 'no'}, ${clauses.join(', ')}`,
  )
  const why = asked.length > 0 ? ` (${asked.join('; ')})` : ''
  return `${humanise(from)}, “${inSentence(event)}”, then ${inSentence(to)}${why}`
}
