import { expect } from 'chai'
import { unseal } from '../../bot/evidence/seal.ts'
import type { Incoming } from '../../bot/ports.ts'
import { openClinic, staff } from '../support/clinic.ts'
import { PRIVATE } from '../support/twice.ts'
import * as story from '../support/stories.ts'

const BUTTON = { value: { command: 'help-now' } } as const
const reception = staff('reception')

describe('help, asked for at a private question', () => {
  for (const words of ['help', 'Help!', 'HELP ME', 'i need help now.']) {
    it(`in so many words is what the button is, to the last byte that stays: ${words}`, async () => {
      const pressed = await after(() => BUTTON)
      const typed = await after(() => ({ text: words }))
      const written = await after((question) => ({ value: { question, answer: words } }))
      expect(typed.left).to.equal(pressed.left)
      expect(written.left).to.equal(pressed.left)
    })
  }

  it('shows at once whom to ring, asks the same private question again, and waits at the desk', async () => {
    const { clinic, patient } = await after(() => ({ text: 'help' }))
    const all = (await clinic.sittings.activities(patient.claim, 0)) ?? []
    expect(all.findLast(({ from }) => from === 'patient')?.message.text).to.equal('I need help now')
    const said = (await clinic.sittings.activities(patient.claim, 0))?.slice(-4)
    expect(said?.map(({ message }) => message.text).join('\n')).to.include('please ring 999')
    expect((await patient.question())?.content).to.equal(PRIVATE[0])
    expect((await clinic.desk.queue(reception))[0]).to.include({ kind: 'help-now', urgent: true })
  })

  it('leaves the private question open: nothing was answered in its place', async () => {
    const { clinic, patient, id } = await after(() => ({ text: 'help' }))
    const restricted = async () =>
      (await clinic.store.load(id)).filter(({ stream }) => stream === 'restricted')
    expect(await restricted()).to.have.length(0)
    await patient.choose((await patient.question())?.options?.[0]?.id ?? '')
    expect(await restricted()).to.have.length(1)
    expect((await patient.question())?.content).to.equal(PRIVATE[1])
  })

  for (const text of ['he says it will help me', 'I am not safe', "I'm in danger."]) {
    it(`is not what somebody tells in answer to it: ${text}`, async () => {
      for (const written of [true, false]) await isTheAnswer(text, written)
    })
  }

  async function isTheAnswer(text: string, written: boolean): Promise<void> {
    const { clinic, patient, id } = await after((question) =>
      written ? { value: { question, answer: text } } : { text },
    )
    expect((await patient.question())?.content).to.equal(PRIVATE[1])
    const kinds = (await clinic.desk.queue(reception)).map(({ kind }) => kind)
    expect(kinds).not.to.include('help-now')
    const records = await clinic.store.load(id)
    expect(records.filter(({ stream }) => stream === 'restricted')).to.have.length(1)
  }

  it('is heard in a danger that is told anywhere else', async () => {
    const clinic = openClinic()
    const patient = await story.untilAge(clinic, '1990-04-03')
    await patient.answer('I am not safe')
    expect((await clinic.desk.queue(reception))[0]).to.include({ kind: 'help-now' })
  })

  it('in a field of another question is heard too', async () => {
    const clinic = openClinic()
    const patient = await story.untilAge(clinic, '1990-04-03')
    await patient.answer('Help me')
    expect((await patient.question())?.content).to.equal('enquiry/full-name')
    expect((await clinic.desk.queue(reception))[0]).to.include({ kind: 'help-now' })
  })
})

/** One message at the first private question, and everything that stays of it afterwards. */
async function after(message: (question: string | undefined) => Omit<Incoming, 'key'>) {
  const clinic = openClinic()
  const patient = await story.enquired(clinic)
  await story.refuseGp(patient)
  await story.answersAll(clinic, patient, {}, PRIVATE[0])
  const id = await patient.consultation()
  await patient.send(message((await patient.question())?.id), 'the-one')
  const records = await clinic.store.load(id)
  const key = await clinic.parts.keys.stream('', id, 'open')
  const last = records.filter(({ stream }) => stream === 'open').at(-1)
  if (!last) throw new Error('nothing is on record')
  const seen = [
    await clinic.sittings.activities(patient.claim, 0),
    [last.sealed.body.length, unseal(last, key)],
    [await clinic.desk.look(reception, id), await clinic.desk.queue(reception)],
  ]
  return { clinic, patient, id, left: withoutIds(seen) }
}

/** The same story told twice differs in ids, times and keys alone. */
const withoutIds = (seen: unknown): string =>
  JSON.stringify(seen)
    .replace(/(?<![\w-])(?:[0-9a-f]{64}|[\w-]{22})(?![\w-])/g, 'id')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
