/** A path as a conversation, in the form of test/transcripts, for a clinician to read. */
import { advance } from '../../bot/advance.ts'
import type { House } from '../../bot/house.ts'
import { nameOf } from '../../bot/house.ts'
import type { Command, Consultation, Open } from '../../machines/contract.ts'
import { demoClinic, shipped } from '../support/clinic.ts'
import { isRefused } from './engine.ts'

/** Plays the commands, and tells what was asked, said and done; `why` closes it. */
export function conversation(
  house: House,
  begun: Consultation,
  commands: readonly Command[],
  why: string,
  take: typeof advance = advance,
): string {
  const lines: string[] = []
  let now = begun
  let clock = ''
  for (const command of commands) {
    const time = london(command.at)
    if (time !== clock) lines.push('', `at        ${time}`, '')
    clock = time
    lines.push(...said(now, command))
    const result = take(house, now, command)
    if (isRefused(result)) lines.push(`refused   ${result.detail}`)
    else if (result.next.stage !== now.stage || result.next.state !== now.state)
      lines.push(`state     ${result.next.state}, ${result.next.stage}`)
    if (!isRefused(result)) now = result.next
  }
  return [`# ${why}`, ...lines].join('\n')
}

function said(now: Consultation, { act, by }: Command): readonly string[] {
  const who = by.role === 'patient' ? 'patient>' : `${nameFor(by.id)}, ${by.role}:`
  const patient = by.role === 'patient'
  if (act.type === 'tick') return ['round']
  if (act.type === 'answer') {
    const open = [...now.open, ...now.restricted.open].find(({ key }) => key === act.open)
    const answer = labelled(open, act.event, act.value)
    if (!patient) return [`${who} ${nameOf(open?.pathway ?? '@')}> ${answer}`]
    return [`asks      ${open?.question?.id ?? 'nothing'}`, `patient>  ${answer}`]
  }
  if (act.type === 'choose') return [`patient>  ${act.choice}`]
  const { type, ...rest } = act
  const what = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : ''
  return [patient ? `patient>  ${type}${what}` : `${who} does ${type}${what}`]
}

/** What stands on the button, or what was typed. */
function labelled(open: Open | undefined, event: string, value: unknown): string {
  const id = open?.question?.id
  const choices =
    id && shipped.catalogue.ids().includes(id) ? shipped.catalogue.get(id).choices : {}
  if (event !== 'answered') return choices[event]?.label ?? event
  if (typeof value === 'string') return choices[value]?.label ?? value
  if (Array.isArray(value))
    return value.map((one) => choices[String(one)]?.label ?? String(one)).join('; ')
  return JSON.stringify(value)
}

function nameFor(id: string): string {
  return demoClinic.people.find((one) => one.id === id)?.name ?? id
}

/** `2026-03-29 00:30`; with seconds and what is less where they matter. */
function london(at: string): string {
  const clock = new Date(at).toLocaleString('sv-SE', { timeZone: 'Europe/London' })
  const exact = at.slice(20, 23) === '000' ? clock : `${clock}.${at.slice(20, 23)}`
  return exact.endsWith(':00') ? exact.slice(0, -3) : exact
}
