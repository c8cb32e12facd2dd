import { time } from '../../../content/helpers.ts'
import type { Block } from '../../views/page.ts'
import type { RecordLine } from '../../views/desk.ts'
import type { Payload } from '../record.ts'
import { ASSURANCE, CHANNEL } from './said.ts'

/** Each record in words, in their order. */
export function entries(
  lines: readonly RecordLine[],
  payloads: readonly Payload[],
): readonly Block[] {
  return lines.flatMap((line, n) => entry(line, payloads[n]?.shown ?? []))
}

function entry(line: RecordLine, shown: Payload['shown']): readonly Block[] {
  const { at, recordedAt, seq } = line
  const late = time(at) === time(recordedAt) ? '' : `, recorded ${time(recordedAt)}`
  return [
    { kind: 'heading', text: `${seq}. ${line.event}` },
    { kind: 'text', text: `${time(at)}${late}. ${whoDid(line)}.` },
    ...(line.answer === undefined ? [] : [answered(line.answer)]),
    ...decided(line),
    ...writtenDown(line),
    ...closedGates(line),
    ...(shown.length > 0 ? [small('On the screen then:')] : []),
    ...shown.flatMap(asShown),
    { kind: 'small', text: `Record ${line.recordId}. Afterwards: ${line.after}.` },
  ]
}

function whoDid({ who, role, assurance, channel }: RecordLine): string {
  const own = role === 'patient' || role === 'system' ? who : `${who}, ${role}`
  const where = CHANNEL[channel] ?? channel
  return role === 'system' ? own : `${own}, ${where}; ${ASSURANCE[assurance] ?? assurance}`
}

const answered = (text: string): Block => ({ kind: 'words', text: `Answer: ${text}` })

function decided({ transitions }: RecordLine): readonly Block[] {
  const items = transitions.flatMap(({ guards }) =>
    guards.map(({ guard, held, authority, clauses }) => {
      const cited = clauses.map(({ id, source }) => `${id} (${source})`).join(', ')
      return `Asked ${guard}: ${held ? 'yes' : 'no'}. ${authority}: ${cited}`
    }),
  )
  return items.length > 0 ? [{ kind: 'list', items }] : []
}

function writtenDown({ facts }: RecordLine): readonly Block[] {
  if (facts.length === 0) return []
  return [{ kind: 'pairs', pairs: facts.map(({ label, value }) => [label, value] as const) }]
}

/** Gates that a demonstration stood in for are said aloud. */
function closedGates({ gates }: RecordLine): readonly Block[] {
  const open = gates.filter(({ met }) => !met).map(({ label }) => label)
  const stoodIn = gates.filter(({ stoodIn }) => stoodIn).map(({ label }) => label)
  return [
    ...(open.length > 0 ? [small(`Still closed afterwards: ${open.join('; ')}`)] : []),
    ...(stoodIn.length > 0 ? [small(`Demo stand-in for: ${stoodIn.join('; ')}`)] : []),
  ]
}

const small = (text: string): Block => ({ kind: 'small', text })

function asShown({ id, text, choices, digest }: Payload['shown'][number]): readonly Block[] {
  const offered = choices.map(({ label }) => label)
  return [
    { kind: 'words', text },
    ...(offered.length > 0 ? [small(`To choose from: ${offered.join(' / ')}`)] : []),
    small(`Shown as ${id}, from words with the digest ${digest}`),
  ]
}
