import { expect } from 'chai'
import type { Actor } from '../../machines/commands.ts'
import { readAll } from '../../bot/reading.ts'
import { openClinic } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const AGES = [
  ['9 minutes and 59 seconds', 599_000, true],
  ['ten minutes', 600_000, false],
  ['an hour', 3_600_000, false],
] as const

/** A patient who has signed in the room, and a performer who has done all but take consent. */
async function aboutToTakeConsent() {
  const clinic = openClinic()
  const { id } = await story.readyToSign(clinic)
  await story.sign(clinic, id)
  await story.say(clinic, id, 'consent', 'yes', 'checked', 'yes')
  const asked = (await clinic.desk.look(story.performer, id))?.prompts[0]
  if (!asked) throw new Error('nothing is asked')
  const act = { type: 'answer', open: asked.open, ask: asked.ask, event: 'take-consent' }
  return { clinic, id, act }
}

/** The performer, whose last sign-in is so old. */
function signedIn(
  clinic: Awaited<ReturnType<typeof aboutToTakeConsent>>['clinic'],
  old: number,
): Actor {
  const at = new Date(Date.parse(clinic.clocks.wall()) - old).toISOString()
  return { ...story.performer, assurance: 'openid', signedIn: at as Actor['signedIn'] }
}

describe('taking consent', () => {
  for (const [age, old, taken] of AGES) {
    it(`is ${taken ? 'taken' : 'refused'} ${age} after a sign-in`, async () => {
      const { clinic, id, act } = await aboutToTakeConsent()
      const by = signedIn(clinic, old)
      const { prompts } = (await clinic.desk.look(by, id)) ?? {}
      expect(prompts?.[0]?.signInFirst).to.equal(taken ? undefined : true)
      const done = await clinic.desk.act(by, id, act)
      expect(done.ok, done.said).to.equal(taken)
      if (!taken) expect(done.said).to.include('sign in again first')
      const stage = await story.stageOf(clinic, id)
      expect(stage).to.equal(taken ? 'treatment-day' : 'consent')
    })
  }

  it('is refused to whoever gave the desk no password, unless it is a demonstration', async () => {
    const { clinic, id, act } = await aboutToTakeConsent()
    for (const assurance of ['teams', 'openid', 'none'] as const) {
      const done = await clinic.desk.act({ ...story.performer, assurance }, id, act)
      expect(done.ok, assurance).to.equal(false)
    }
    expect((await clinic.desk.act(story.performer, id, act)).ok).to.equal(true)
  })

  it('puts on record when the performer had signed in', async () => {
    const { clinic, id, act } = await aboutToTakeConsent()
    const by = signedIn(clinic, 60_000)
    await clinic.desk.act(by, id, act)
    const payloads = await readAll(clinic.parts, await clinic.parts.store.load(id))
    const taken = payloads.find(({ transitions }) =>
      transitions.some(({ event }) => event === 'take-consent'),
    )
    expect(taken?.command.by).to.deep.equal(by)
  })

  it('asks for no fresh sign-in to postpone', async () => {
    const { clinic, id } = await aboutToTakeConsent()
    const by = signedIn(clinic, 3_600_000)
    const asked = (await clinic.desk.look(by, id))?.prompts[0]
    const others = asked?.question.choices.map((one) => one.id) ?? []
    const event = others.find((one) => one !== 'take-consent') ?? ''
    const act = { type: 'answer', open: asked?.open, ask: asked?.ask, event }
    expect((await clinic.desk.act(by, id, act)).ok, event).to.equal(true)
  })
})
