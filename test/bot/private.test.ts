import { expect } from 'chai'
import { unseal } from '../../bot/evidence/seal.ts'
import { openClinic, type OpenClinic, staff } from '../support/clinic.ts'
import { openPrivately } from '../support/private.ts'
import * as story from '../support/stories.ts'

describe('a private answer', () => {
  it('is one record of the open stream without its value, and one of the restricted stream with it', async () => {
    const { clinic, id } = await answered('not-safe')
    const payloads = await opened(clinic, id)
    const restricted = payloads.filter(({ stream }) => stream === 'restricted')
    expect(restricted).to.have.length(1)
    expect(restricted[0]?.command.act).to.include({ value: 'not-safe' })
    const open = payloads.filter(({ stream }) => stream === 'open')
    // What could have been said was shown; what was said is not there.
    const said = open.map(({ shown: _, ...record }) => record)
    expect(JSON.stringify(said)).not.to.match(/not-safe|I am not/)
  })

  it('leaves open records of the same size, whatever it was', async () => {
    const sizes = new Set<string>()
    for (const said of ['safe', 'not-safe']) {
      const { clinic, id } = await answered(said)
      const records = await clinic.store.load(id)
      const open = records.filter(({ stream }) => stream === 'open')
      sizes.add(open.map(({ sealed, leaf }) => `${sealed.body.length}/${leaf.length}`).join(' '))
      expect(records.filter(({ stream }) => stream === 'restricted')).to.have.length(1)
    }
    expect(sizes.size).to.equal(1)
  })

  it('changes nothing that the patient, reception or the practitioner sees', async () => {
    const seen = new Set<string>()
    for (const said of ['safe', 'not-safe']) {
      const { clinic, id, patient } = await answered(said)
      seen.add(
        withoutIds(
          await clinic.sittings.activities(patient.claim, 0),
          await clinic.desk.look(staff('reception'), id),
          await clinic.desk.queue(staff('reception')),
          await clinic.desk.look(story.performer, id),
        ),
      )
    }
    expect(seen.size).to.equal(1)
  })

  it('leaves no words in the transcript', async () => {
    const { clinic, patient } = await answered('not-safe')
    const said = JSON.stringify(await clinic.sittings.activities(patient.claim, 0))
    expect(said).not.to.include('"text":"I am not"')
  })

  it('leaves no words either when it comes late, from a second tab', async () => {
    const { clinic, patient } = await answered('safe')
    const seen = async () => JSON.stringify(await clinic.sittings.activities(patient.claim, 0))
    await patient.send({ value: { question: 'aside#1/1', answer: 'not-safe' } })
    expect((await patient.last())?.question?.id).not.to.equal('aside#1/1')
    expect(await seen()).to.include('That question was answered before')
    expect(await seen()).not.to.match(/"text":"(I am not|not-safe)"/)
  })

  it('typed in own words counts, and the same screen follows', async () => {
    const { patient } = await answered('safe')
    const typed = await answered('somebody is here with me', 'say')
    expect((await typed.patient.question())?.content).to.equal((await patient.question())?.content)
    const payloads = await opened(typed.clinic, typed.id)
    expect(payloads.some(({ stream }) => stream === 'restricted')).to.equal(true)
  })
})

describe('the open stream', () => {
  it('replays alone, to all but what folds from the restricted one', async () => {
    const { clinic, id } = await answered('not-safe')
    const { replay } = await import('../../bot/replay.ts')
    const payloads = await opened(clinic, id)
    const { house } = clinic.parts.words
    const alone = replay(
      house,
      payloads.filter(({ stream }) => stream === 'open'),
    )
    const whole = replay(house, payloads)
    if (!alone.ok || !whole.ok) throw new Error('does not replay')
    const { restricted, ...open } = whole.consultation ?? {}
    expect(alone.consultation).to.deep.include(open)
    expect(restricted?.facts['help-details']?.value).to.equal('not-safe')
    expect(alone.consultation?.restricted.facts).to.deep.equal({})
  })

  it('replays alone also when a practitioner declined', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    await story.refuseGp(patient)
    await story.answersAll(clinic, patient)
    await story.prepare(clinic, id)
    await story.checkAge(clinic, id)
    await story.say(clinic, id, 'gp-weighing', 'needed', ['Blood thinners.'], 'possible', 'decline')
    await story.say(clinic, id, 'gp-weighing', ['An interaction, and no reply.'])
    const { replay } = await import('../../bot/replay.ts')
    const payloads = await opened(clinic, id)
    const open = payloads.filter(({ stream }) => stream === 'open')
    const alone = replay(clinic.parts.words.house, open)
    expect(alone, JSON.stringify(alone)).to.include({ ok: true })
    expect(JSON.stringify(open)).not.to.include('An interaction, and no reply.')
    expect(JSON.stringify(open.at(-1))).not.to.include('gp-weighing/decline-reason')
  })
})

async function answered(said: string, how: 'answer' | 'say' = 'answer') {
  const clinic = openPrivately()
  const patient = await story.enquire(clinic, story.WELCOME)
  await patient[how](said)
  const id = await patient.consultation()
  return { clinic, patient, id }
}

async function opened({ store, parts }: OpenClinic, id: string) {
  const records = await store.load(id)
  return Promise.all(
    records.map(async (record) => {
      const key = await parts.keys.find(record.sealed.key)
      if (!key) throw new Error('no key')
      return unseal(record, key)
    }),
  )
}

/** The same story told twice differs in ids, times and keys alone. */
function withoutIds(...views: unknown[]): string {
  return JSON.stringify(views)
    .replace(/[A-Za-z0-9_-]{22}/g, 'id')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
}
