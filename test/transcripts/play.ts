import { expect } from 'chai'
import { openClinic, patientAt } from '../support/clinic.ts'
import * as story from '../support/stories.ts'
import { beginnings } from './beginnings.ts'
import { desk } from './desk.ts'
import { isoInLondon } from './london.ts'
import { idOf, look, type Scene } from './scene.ts'

type Line = readonly [verb: string, rest: string, number: number]

/** When every story begins, unless it says otherwise. */
export const BEGIN = '2026-03-02T09:00:00.000Z'

/** Plays one transcript through the real engine. A failure names the line. */
export async function play(text: string, clinic = openClinic({ at: BEGIN })): Promise<void> {
  const lines = text.split('\n').flatMap(lineOf)
  const scene = { clinic, heard: 0 } as Scene
  let checked = 0
  for (const [verb, rest, number] of lines) {
    try {
      checked += await act(scene, verb, rest)
    } catch (error) {
      throw new Error(`line ${number}, ${verb} ${rest}: ${(error as Error).message}`, {
        cause: error,
      })
    }
  }
  expect(scene.refusal, 'an act was refused and the transcript does not say so').to.equal(undefined)
  expect(checked, 'a transcript that checks nothing').to.be.greaterThan(0)
}

export function titleOf(text: string): string {
  return /^# (.+)$/m.exec(text)?.[1] ?? ''
}

const DESK =
  /^([A-Z][^:]*, [a-z]+): (does not see|does \S+|sees|is asked|is not asked|replies|attends|asks again|begins|\S+>)\s*(.*)$/

function lineOf(line: string, index: number): Line[] {
  const at = index + 1
  if (/^\s*(#|$)/.test(line)) return []
  const [, who, does, what = ''] = DESK.exec(line) ?? []
  if (who) return [[`desk ${who}/${does ?? ''}`, what, at]]
  const [, verb = '', rest = ''] =
    /^(patient(?: \w+)?>|candour>|not said|[a-z]+)\s*(.*)$/.exec(line) ?? []
  if (!verb) throw new Error(`line ${at} is not understood: ${line}`)
  return [[verb, rest.trim(), at]]
}

/** Does what a line says; answers how many things it checked. */
async function act(scene: Scene, verb: string, rest: string): Promise<number> {
  if (verb.startsWith('desk ')) {
    const [who = '', does = ''] = verb.slice(5).split('/')
    return desk(scene, who, does, rest)
  }
  if (verb.startsWith('patient')) return patient(scene, verb, rest)
  return (await happens(scene, verb, rest)) ? 0 : check(scene, verb, rest)
}

/** What happens around the conversation. False when the line is not of these. */
async function happens(scene: Scene, verb: string, rest: string): Promise<boolean> {
  const { clinic } = scene
  if (verb === 'at') clinic.clocks.set(isoInLondon(rest))
  else if (verb === 'story') await begin(scene, rest)
  else if (verb === 'round') await clinic.round()
  else if (verb === 'back') await back(scene, rest)
  else if (verb === 'phone') scene.patient = await story.openRoom(clinic, await idOf(scene))
  else if (verb === 'remember') scene.remembered = await screen(scene)
  else return false
  return true
}

async function begin(scene: Scene, name: string): Promise<void> {
  const beginning = beginnings[name]
  if (!beginning) throw new Error(`no such beginning: ${Object.keys(beginnings).join(', ')}`)
  scene.patient = await beginning(scene.clinic)
}

/** On a device of their own, by a link from the clinic and their date of birth. */
async function back(scene: Scene, rest: string): Promise<void> {
  const [, birth, channel] = /^(\S+)?(?: ?on (\S+))?$/.exec(rest) ?? []
  const { clinic } = scene
  const id = await idOf(scene)
  const link = await clinic.desk.makeLink(story.performer, id, 'continue')
  const on = channel === 'terminal' || channel === 'direct-line' ? channel : 'widget'
  const claim = await clinic.sittings.redeem(link.secret ?? '', on)
  if (!claim) throw new Error(link.said)
  scene.patient = patientAt(clinic, claim)
  await scene.patient.answer(birth ?? '1990-04-03')
  scene.heard = 0
}

async function patient(scene: Scene, verb: string, rest: string): Promise<number> {
  const { clinic, patient: who } = scene
  scene.heard = (await clinic.sittings.activities(who.claim, 0))?.length ?? 0
  const question = await who.question()
  const listed = [...(question?.choices ?? []), ...(question?.options ?? [])]
  const idOfLabel = (label: string) => listed.find((one) => one.label === label)?.id
  if (verb === 'patient date>') await who.answer(rest)
  else if (verb === 'patient name>') await who.answer({ name: rest, agreed: true })
  else if (verb === 'patient many>')
    await who.answer(rest.split('; ').map((label) => idOfLabel(label) ?? label))
  else if (verb === 'patient private>') await who.answer(idOfLabel(rest) ?? rest)
  else if (verb === 'patient change>') await who.send({ value: { change: rest } })
  else if (verb === 'patient types>') await who.say(rest)
  else if (idOfLabel(rest)) await who.choose(idOfLabel(rest) ?? '')
  else await who.say(rest)
  return 0
}

async function check(scene: Scene, verb: string, rest: string): Promise<number> {
  switch (verb) {
    case 'candour>':
      return said(scene, rest)
    case 'asks':
      expect((await scene.patient.question())?.content ?? 'nothing').to.equal(rest)
      return 1
    case 'state':
      return state(scene, rest)
    case 'fact':
      return fact(scene, rest)
    case 'gate':
      return gate(scene, rest)
    case 'refused':
      expect(scene.refusal ?? 'it was not refused').to.include(rest)
      scene.refusal = undefined
      return 1
    case 'alike':
      expect(await screen(scene)).to.equal(scene.remembered)
      return 1
    case 'not said':
      expect(await screen(scene)).not.to.include(rest)
      return 1
    default:
      throw new Error('no such line')
  }
}

async function said({ clinic, patient: who, heard }: Scene, words: string): Promise<number> {
  const all = (await clinic.sittings.activities(who.claim, heard)) ?? []
  const told = all.filter(({ from }) => from === 'candour').map(({ message }) => message.text)
  expect(told.join('\n')).to.include(words)
  return 1
}

/** All that stands on the patient's screen, but for ids and times. */
async function screen({ clinic, patient: who }: Scene): Promise<string> {
  const all = (await clinic.sittings.activities(who.claim, 0)) ?? []
  const shown = all.map(({ from, message: { text, question } }) => {
    const { content, choices, options } = question ?? {}
    return { from, text, content, choices, options }
  })
  return JSON.stringify(shown, null, 1)
}

async function state(scene: Scene, rest: string): Promise<number> {
  const view = await look(scene)
  expect(`${view?.state}, ${view?.stage}`).to.equal(rest)
  return 1
}

async function fact(scene: Scene, rest: string): Promise<number> {
  const [, name = '', value] = /^([a-z0-9-]+)(?:: none| = (.*))$/.exec(rest) ?? []
  if (!name) throw new Error('a fact reads `name = value` or `name: none`')
  const found = (await look(scene))?.facts.find((one) => one.name === name)?.value
  if (value === undefined) expect(found, name).to.equal(undefined)
  else expect(found, name).to.equal(value)
  return 1
}

async function gate(scene: Scene, rest: string): Promise<number> {
  const [, name = '', wanted = ''] = /^([a-z0-9-]+): (open|closed)$/.exec(rest) ?? []
  const found = (await look(scene))?.gates.find((one) => one.gate === name)
  if (!found || !wanted) throw new Error('a gate reads `name: open` or `name: closed`')
  expect(found.met ? 'open' : 'closed', name).to.equal(wanted)
  return 1
}
