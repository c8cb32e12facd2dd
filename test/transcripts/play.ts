import { expect } from 'chai'
import { parse as yaml } from 'yaml'
import type { Role } from '../../machines/commands.ts'
import { isoInLondon } from './london.ts'
import { beginnings } from './beginnings.ts'
import {
  demoClinic,
  type OpenClinic,
  openClinic,
  type PatientAt,
  staff,
} from '../support/clinic.ts'
import * as story from '../support/stories.ts'

interface Scene {
  clinic: OpenClinic
  patient: PatientAt
  /** How many activities there were before the patient's last line. */
  heard: number
  refusal: string | undefined
}

type Line = readonly [verb: string, rest: string, number: number]

/** Plays one transcript through the real engine. A failure names the line. */
export async function play(text: string): Promise<void> {
  const lines = text.split('\n').flatMap(lineOf)
  const scene = { clinic: openClinic({ at: '2026-03-02T09:00:00.000Z' }), heard: 0 } as Scene
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

function lineOf(line: string, index: number): Line[] {
  const at = index + 1
  if (/^\s*(#|$)/.test(line)) return []
  const desk = /^([A-Z][^:]*, [a-z]+): (\S+>|does \S+)\s*(.*)$/.exec(line)
  if (desk) return [[`desk ${desk[1]}`, `${desk[2]} ${desk[3]}`, at]]
  const [, verb = '', rest = ''] =
    /^(patient(?: \w+)?>|candour>|not said|[a-z]+)\s*(.*)$/.exec(line) ?? []
  if (!verb) throw new Error(`line ${at} is not understood: ${line}`)
  return [[verb, rest.trim(), at]]
}

/** Does what a line says; answers how many things it checked. */
async function act(scene: Scene, verb: string, rest: string): Promise<number> {
  if (verb.startsWith('desk ')) return desk(scene, verb.slice(5), rest)
  if (verb.startsWith('patient')) return patient(scene, verb, rest)
  const { clinic } = scene
  switch (verb) {
    case 'at':
      clinic.clocks.set(isoInLondon(rest))
      return 0
    case 'story':
      return begin(scene, rest)
    case 'round':
      await clinic.round()
      return 0
    case 'phone':
      scene.patient = await story.openRoom(clinic, await idOf(scene))
      return 0
    case 'candour>':
      return said(scene, rest)
    case 'asks':
      expect((await scene.patient.question())?.content ?? 'nothing').to.equal(rest)
      return 1
    case 'state':
      return state(scene, rest)
    case 'fact':
      return fact(scene, rest)
    case 'refused':
      expect(scene.refusal ?? 'it was not refused').to.include(rest)
      scene.refusal = undefined
      return 1
    case 'not said':
      expect(
        JSON.stringify(await clinic.sittings.activities(scene.patient.claim, 0)),
      ).not.to.include(rest)
      return 1
    default:
      throw new Error('no such line')
  }
}

async function begin(scene: Scene, name: string): Promise<number> {
  const beginning = beginnings[name]
  if (!beginning) throw new Error(`no such beginning: ${Object.keys(beginnings).join(', ')}`)
  scene.patient = await beginning(scene.clinic)
  return 0
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
    await who.answer(rest.split(', ').map((label) => idOfLabel(label) ?? label))
  else if (verb === 'patient private>') await who.answer(idOfLabel(rest) ?? rest)
  else if (verb === 'patient change>') await who.send({ value: { change: rest } })
  else if (idOfLabel(rest)) await who.choose(idOfLabel(rest) ?? '')
  else await who.say(rest)
  return 0
}

async function said({ clinic, patient: who, heard }: Scene, words: string): Promise<number> {
  const all = (await clinic.sittings.activities(who.claim, heard)) ?? []
  const told = all.filter(({ from }) => from === 'candour').map(({ message }) => message.text)
  expect(told.join('\n')).to.include(words)
  return 1
}

async function desk(scene: Scene, who: string, rest: string): Promise<number> {
  if (scene.refusal) throw new Error(`the act before was refused: ${scene.refusal}`)
  const [name = '', role = ''] = who.split(', ')
  const person = demoClinic.people.find((one) => one.name === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  const by = staff(role as Role, person.id)
  const id = await idOf(scene)
  const { desk: at } = scene.clinic
  const doing = /^does (\S+)\s*(.*)$/.exec(rest)
  if (doing) {
    const fields = (doing[2] ? yaml(doing[2]) : {}) as object
    const done = await at.act(by, id, { type: doing[1], ...fields })
    scene.refusal = done.ok ? undefined : done.said
    return 0
  }
  const [, pathway = '', answer = ''] = /^(\S+)> (.*)$/.exec(rest) ?? []
  const prompt = (await at.look(by, id))?.prompts.find((one) =>
    one.pathway.startsWith(`${pathway}@`),
  )
  if (!prompt) {
    scene.refusal = `${pathway} asks ${name} nothing`
    return 0
  }
  const choice = prompt.question.choices.find(({ label }) => label === answer)?.id
  const event = choice
    ? { event: choice }
    : { event: 'answered', value: valueOf(prompt.question, answer) }
  const done = await at.act(by, id, {
    type: 'answer',
    open: prompt.open,
    ask: prompt.ask,
    ...event,
  })
  scene.refusal = done.ok ? undefined : done.said
  return 0
}

function valueOf(
  question: { kind: string; options?: readonly { id: string; label: string }[] },
  answer: string,
) {
  if (question.kind !== 'many') return answer
  return answer
    .split(', ')
    .map((label) => question.options?.find((one) => one.label === label)?.id ?? label)
}

async function state(scene: Scene, rest: string): Promise<number> {
  const view = await look(scene)
  expect(`${view?.state}, ${view?.stage}`).to.equal(rest)
  return 1
}

async function fact(scene: Scene, rest: string): Promise<number> {
  const [, name = '', value] = /^([a-z-]+)(?:: none| = (.*))$/.exec(rest) ?? []
  const found = (await look(scene))?.facts.find((one) => one.name === name)?.value
  if (value === undefined) expect(found, name).to.equal(undefined)
  else expect(found, name).to.equal(value)
  return 1
}

const look = async (scene: Scene) => scene.clinic.desk.look(staff('auditor'), await idOf(scene))

async function idOf({ patient: who, clinic }: Scene): Promise<string> {
  const id = await who.consultation()
  if (id) return id
  const all = await clinic.store.consultations('demo')
  return all[0]?.id ?? ''
}
