import { expect } from 'chai'
import { unseal } from '../../bot/evidence/seal.ts'
import { openClinic, type OpenClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const REASON = 'She looked at the door before each word.'
const supervisor = staff('supervisor', 'nadia-okafor-2')

describe('a practitioner who is about to decline', () => {
  it('leaves an open stream that does not tell which prompt it was', async () => {
    const finding = await atTheFinding()
    await story.say(finding.clinic, finding.id, 'voluntariness-finding', 'decline', [REASON])
    const desk = await atTheFinding()
    await story.doAct(desk.clinic, desk.id, { type: 'decline', reason: 'Something else.' })
    expect(await openRecords(finding)).to.deep.equal(await openRecords(desk))
  })

  it('leaves everybody else, and the open record, where they were', async () => {
    const at = await atTheFinding()
    const before = await seenByOthers(at)
    await story.say(at.clinic, at.id, 'voluntariness-finding', 'decline')
    expect(await seenByOthers(at)).to.deep.equal(before)
    const kept = JSON.stringify(await at.clinic.desk.records(staff('auditor'), at.id))
    expect(kept).to.include('said-own-wish').and.include('decline')
  })

  it('is asked for the reason, and has declined once it is given', async () => {
    const at = await atTheFinding()
    await story.say(at.clinic, at.id, 'voluntariness-finding', 'decline')
    const prompt = await promptOf(at, story.performer)
    expect(prompt?.question.kind).to.equal('text')
    const answer = { type: 'answer', open: prompt?.open, ask: prompt?.ask, event: 'answered' }
    const act = { ...answer, value: REASON }
    expect(await at.clinic.desk.act(story.performer, at.id, act)).to.include({ ok: true })
    expect((await at.clinic.desk.look(story.performer, at.id))?.state).to.equal('refused')
  })

  it('has not declined when the question is answered otherwise', async () => {
    const at = await atTheFinding()
    const asked = await promptOf(at, story.performer)
    await story.say(at.clinic, at.id, 'voluntariness-finding', 'decline')
    const leaning = await promptOf(at, story.performer)
    const otherwise = { type: 'answer', open: asked?.open, ask: asked?.ask, event: 'yes' }
    await story.doAct(at.clinic, at.id, otherwise)
    const late = { type: 'answer', open: leaning?.open, ask: leaning?.ask, event: 'answered' }
    const done = await at.clinic.desk.act(story.performer, at.id, { ...late, value: REASON })
    expect(done).to.include({ ok: false })
    expect(await story.factOf(at.clinic, at.id, 'voluntary-affirmed')).to.not.equal(undefined)
  })
})

interface At {
  readonly clinic: OpenClinic
  readonly id: string
}

/** Alone with the patient, and about to say whether the wish is their own. */
async function atTheFinding(): Promise<At> {
  const clinic = openClinic()
  const patient = await story.enquired(clinic)
  const id = await patient.consultation()
  await story.refuseGp(patient)
  await story.answersAll(clinic, patient)
  await story.prepare(clinic, id)
  await story.say(clinic, id, 'voluntariness-finding', 'yes')
  return { clinic, id }
}

async function promptOf({ clinic, id }: At, by: typeof supervisor) {
  const view = await clinic.desk.look(by, id)
  return view?.prompts.find(({ pathway }) => pathway.startsWith('voluntariness-finding@'))
}

/** All that anybody but the person who leans and the readers of the restricted stream may open. */
async function seenByOthers({ clinic, id }: At): Promise<unknown> {
  const others = [staff('reception'), staff('administrator'), supervisor]
  const seen = others.map(async (by) => [
    await clinic.desk.look(by, id),
    await clinic.desk.queue(by),
    await clinic.desk.records(by, id),
  ])
  const own = await clinic.desk.records(story.performer, id)
  return [await Promise.all(seen), own, await openRecords({ clinic, id })]
}

/** What the open records say, but for ids, moments and what follows from them. */
async function openRecords({ clinic, id }: At): Promise<unknown> {
  const { store, keys } = clinic.parts
  const records = (await store.load(id)).filter(({ stream }) => stream === 'open')
  return Promise.all(
    records.map(async (record) => {
      const key = await keys.find(record.sealed.key)
      if (!key) throw new Error('no key')
      const { command, transitions, opened, closed, facts, shown, after, gates } = unseal(
        record,
        key,
      )
      const { act, by } = command
      const said = act.type === 'start' ? 'start' : act
      const timeless = Object.keys(facts)
      return { said, by: by.role, transitions, opened, closed, timeless, shown, after, gates }
    }),
  )
}
