import { expect } from 'chai'
import { load } from 'js-yaml'
import type { StaffPrompt } from '../../bot/views/desk.ts'
import type { Actor, Role } from '../../machines/commands.ts'
import { demoClinic, staff } from '../support/clinic.ts'
import { idOf, look, type Scene } from './scene.ts'

/** One line of somebody who works there: `Name, role` and what they do. Answers how much it checked. */
export async function desk(scene: Scene, who: string, verb: string, rest: string): Promise<number> {
  const by = personCalled(who)
  if (verb === 'sees') return checked(await shownTo(scene, by), rest, true)
  if (verb === 'does not see') return checked(await shownTo(scene, by), rest, false)
  if (verb === 'is asked') return checked(await askedOf(scene, by), rest, true)
  if (verb === 'is not asked') return checked(await askedOf(scene, by), rest, false)
  if (scene.refusal) throw new Error(`the act before was refused: ${scene.refusal}`)
  if (verb === 'begins') {
    const begun = await scene.clinic.desk.start(by, rest)
    scene.refusal = begun.ok ? undefined : begun.said
    return 0
  }
  const act = await actOf(scene, by, verb, rest)
  if (!act) {
    scene.refusal = `${verb.slice(0, -1)} asks ${by.name ?? by.id} nothing`
    return 0
  }
  const done = await scene.clinic.desk.act(by, await idOf(scene), act)
  scene.refusal = done.ok ? undefined : done.said
  return 0
}

function personCalled(who: string): Actor {
  const [name = '', role = ''] = who.split(', ')
  const person = demoClinic.people.find((one) => one.name === name)
  if (!person) throw new Error(`nobody is called ${name}`)
  return staff(role as Role, person.id)
}

function checked(shown: string, words: string, there: boolean): number {
  if (there) expect(shown).to.include(words)
  else expect(shown).not.to.include(words)
  return 1
}

/** The page, the list of what waits, and the records: everything that one person may open. */
async function shownTo(scene: Scene, by: Actor): Promise<string> {
  const { desk: at } = scene.clinic
  const id = await idOf(scene)
  const queue = (await at.queue(by)).filter(({ consultation }) => consultation === id)
  return JSON.stringify([await at.look(by, id), queue, await at.records(by, id)])
}

async function askedOf(scene: Scene, by: Actor): Promise<string> {
  return ((await look(scene, by))?.prompts ?? []).map(({ text }) => text).join('\n')
}

async function actOf(scene: Scene, by: Actor, verb: string, rest: string) {
  const [, done] = /^does (\S+)$/.exec(verb) ?? []
  if (done) return { type: done, ...((rest ? load(rest) : {}) as object) }
  if (verb === 'replies') return { type: 'reply', question: await questionOf(scene), words: rest }
  if (verb === 'attends') return { type: 'attend', request: await wantedOf(scene) }
  if (verb === 'asks again') return { type: 'again', open: await waitingOf(scene, rest) }
  const view = await look(scene, by)
  const prompt = view?.prompts.find(({ pathway }) => pathway.startsWith(`${verb.slice(0, -1)}@`))
  return prompt && answered(prompt, rest)
}

function answered({ open, ask, question }: StaffPrompt, said: string) {
  const choice = question.choices.find(({ label }) => label === said)?.id
  const event = choice
    ? { event: choice }
    : { event: 'answered', value: question.kind === 'many' ? listed(question, said) : said }
  return { type: 'answer', open, ask, ...event }
}

function listed({ options }: StaffPrompt['question'], said: string): string[] {
  return said
    .split('; ')
    .map((label) => options?.find((one) => one.label === label)?.id ?? `nothing called ${label}`)
}

/** Asked for by whoever may see that there is something to answer. */
async function questionOf(scene: Scene): Promise<string> {
  return (await look(scene))?.questions.find(({ settled }) => !settled)?.id ?? 'no question'
}

async function wantedOf(scene: Scene): Promise<string> {
  return (await look(scene))?.wanted.find(({ attended }) => !attended)?.id ?? 'nobody wanted'
}

async function waitingOf(scene: Scene, pathway: string): Promise<string> {
  const waiting = (await look(scene))?.again ?? []
  return waiting.find(({ open }) => open.startsWith(`${pathway}#`))?.open ?? 'nothing waits'
}
