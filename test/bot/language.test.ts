import { expect } from 'chai'
import { unseal } from '../../bot/evidence/seal.ts'
import { treatmentSlots } from '../../content/treatment-slots.ts'
import { PATIENT } from '../../adapters/programs/demo/replies.ts'
import { demoClinic, type OpenClinic, openClinic, patientAt } from '../support/clinic.ts'
import { data, MONTHS, plainWords, pseudoWords } from '../support/pseudo.ts'
import * as story from '../support/stories.ts'

const words = pseudoWords()
const open = () => openClinic({ words })

describe('the language of a consultation', function () {
  this.timeout(60_000)

  it('is chosen by the patient, and what was shown in it is on record', async () => {
    const clinic = open()
    const patient = patientAt(clinic)
    await patient.send({ value: { language: 'en-XA' } })
    expect(await patient.last()).to.include({ language: 'en-XA' })
    for (const choice of story.WELCOME) await patient.choose(choice)
    const shown = (await records(clinic, await patient.consultation())).flatMap(
      (record) => record.shown,
    )
    const own = words.catalogue.get('welcome/privacy', 'en-XA')
    expect(shown.find(({ id }) => id === 'welcome/privacy')).to.deep.include({
      ...{ locale: 'en-XA', digest: own.digest },
    })
  })

  it('can be changed in the middle, and the same question is asked again in it, on record', async () => {
    const clinic = open()
    const patient = await story.untilAge(clinic, '1990-04-03')
    const before = await patient.question()
    await patient.send({ value: { language: 'ar-XB' } })
    const after = await patient.question()
    expect(after?.id).to.equal(before?.id)
    const id = await patient.consultation()
    const last = (await records(clinic, id)).at(-1)
    expect(last?.command.act).to.deep.equal({ type: 'language', locale: 'ar-XB' })
    expect(last?.shown.map(({ locale }) => locale)).to.deep.equal(['ar-XB'])
    await patient.send({ value: { language: 'en-GB' } })
    expect((await patient.last())?.text).to.include('What is your full name?')
  })

  it('is one that is offered, or stays as it was', async () => {
    const clinic = open()
    const patient = await story.untilAge(clinic, '1990-04-03')
    await patient.send({ value: { language: 'fr-FR' } })
    expect(await patient.last()).not.to.have.property('language')
    expect((await patient.last())?.text).to.include('What is your full name?')
  })

  it('does not change what is asked, decided or answered', async () => {
    const [usual, other] = [open(), open()]
    const one = patientAt(usual)
    await story.answersAll(usual, one, {}, 'gp-contact/permission')
    const two = patientAt(other)
    await two.send({ value: { language: 'en-XA' } })
    await story.answersAll(other, two, {}, 'gp-contact/permission')
    const facts = async (clinic: OpenClinic, id: string) =>
      Object.keys(
        (await records(clinic, id)).reduce((all, { facts }) => ({ ...all, ...facts }), {}),
      )
    expect(await facts(other, await two.consultation())).to.deep.equal(
      await facts(usual, await one.consultation()),
    )
  })

  it('hears stop in the usual language too', async () => {
    const clinic = open()
    const patient = await story.untilAge(clinic, '1990-04-03')
    await patient.send({ value: { language: 'en-XA' } })
    await patient.say('stop')
    expect((await patient.last())?.state).to.equal('paused')
  })

  it('is asked again at the next door, where no name is given yet', async () => {
    const clinic = open()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    const link = await clinic.desk.makeLink(story.performer, id, 'continue')
    const claim = await clinic.sittings.redeem(link.secret ?? '', 'widget')
    const there = patientAt(clinic, claim)
    await there.send({ value: { language: 'ar-XB' } })
    expect(await there.last()).to.include({ language: 'ar-XB', state: 'door' })
    await there.answer('1990-04-03')
    expect(await there.last()).to.include({ language: 'ar-XB', state: 'active' })
  })
})

describe('what a patient is told in another language', function () {
  this.timeout(120_000)

  it('comes from content, every word of it, as far as a signature', async () => {
    const clinic = open()
    const found = new Map<string, string[]>()
    const listen = { ...clinic, sittings: { ...clinic.sittings, take: heard } }
    const patient = patientAt(listen)
    await patient.send({ value: { language: 'en-XA' } })
    await story.answersAll(listen, patient)
    const id = await patient.consultation()
    await story.prepare(clinic, id)
    await story.assess(clinic, id)
    const told = await back(listen, id, 'continue')
    await story.answersAll(listen, told)
    await story.decidesAll(clinic, id)
    story.wait(clinic, 168)
    await story.answersAll(listen, await back(listen, id, 'continue'))
    await story.answersAll(listen, await back(listen, id, 'sign'), {
      'consent-signature/signature': { answer: { name: 'Sam Example', agreed: true } },
    })
    expect([...found]).to.deep.equal([])

    async function heard(...[claim, message]: Parameters<typeof clinic.sittings.take>) {
      const taken = await clinic.sittings.take(claim, message)
      for (const { from, message: said } of taken.ok ? taken.activities : []) {
        if (from === 'patient') continue
        const { text, question, progress, answers = [] } = said
        const labels = [...(question?.choices ?? []), ...(question?.options ?? [])]
        const all = [text, question?.hint, question?.why, question?.title, progress?.part]
        const seen = [
          ...all,
          ...labels.map(({ label }) => label),
          ...answers.map(({ label }) => label),
        ]
        const plain = plainWords(seen.join('\n'), KNOWN)
        if (plain.length > 0) found.set(question?.content ?? text, plain)
      }
      return taken
    }
  })
})

/** The clinic's own data, the treatments, what was answered, and the months. */
const KNOWN = [
  ...data(demoClinic),
  ...['Dermal filler', 'Filler'].flatMap((name) => [name, name.toLowerCase()]),
  ...data(treatmentSlots(words.treatment('filler', 'Dermal filler') ?? fail(), demoClinic)),
  ...data(PATIENT),
  ...MONTHS,
]

function fail(): never {
  throw new Error('no such treatment')
}

async function back(clinic: OpenClinic, id: string, purpose: 'continue' | 'sign') {
  const link = await clinic.desk.makeLink(story.performer, id, purpose)
  const claim = await clinic.sittings.redeem(link.secret ?? '', 'widget')
  const patient = patientAt(clinic, claim)
  await patient.answer('1990-04-03')
  return patient
}

async function records({ store, parts }: OpenClinic, id: string) {
  const open = (await store.load(id)).filter(({ stream }) => stream === 'open')
  return Promise.all(
    open.map(async (record) => {
      const key = await parts.keys.find(record.sealed.key)
      if (!key) throw new Error('no key')
      return unseal(record, key)
    }),
  )
}
