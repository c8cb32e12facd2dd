import { expect } from 'chai'
import type { Actor } from '../../machines/commands.ts'
import { openClinic, type OpenClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

describe('an answer at the desk to what a colleague has answered meanwhile', () => {
  for (const [pathway, by, event] of [
    ['voluntariness-finding', story.performer, 'yes'],
    ['concern-response', staff('safeguarding'), 'act'],
  ] as const) {
    it(`is no answer to the question that came after it, and they are told: ${pathway}`, async () => {
      const { clinic, id } = await met()
      const first = await asked(clinic, id, by, pathway)
      const answering = { type: 'answer', open: first.open, ask: first.ask }
      expect(await clinic.desk.act(by, id, { ...answering, event })).to.include({ ok: true })
      const next = await asked(clinic, id, by, pathway)
      expect(next).to.include({ open: first.open, ask: first.ask + 1 })
      const late = { ...answering, event: next.choice }
      expect(await clinic.desk.act(by, id, late)).to.deep.equal({
        ok: false,
        said: 'That was answered already, or has changed. This is how it stands now.',
      })
      expect(await asked(clinic, id, by, pathway)).to.deep.equal(next)
      expect(await clinic.desk.act(by, id, { ...late, ask: next.ask })).to.include({ ok: true })
    })
  }
})

/** Everything is there for the first questions in person, and something private was answered. */
async function met() {
  const clinic = openClinic()
  const patient = await story.enquired(clinic)
  await story.refuseGp(patient)
  await story.answersAll(clinic, patient)
  const id = await patient.consultation()
  await story.prepare(clinic, id)
  return { clinic, id }
}

async function asked({ desk }: OpenClinic, id: string, by: Actor, pathway: string) {
  const prompts = (await desk.look(by, id))?.prompts ?? []
  const prompt = prompts.find((one) => one.pathway === `${pathway}@1`)
  if (!prompt) throw new Error(`${pathway} asks ${by.role} nothing`)
  const { open, ask, question } = prompt
  return { open, ask, content: question.content, choice: question.choices[0]?.id }
}
