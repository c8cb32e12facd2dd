import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { openBytes } from '../../bot/evidence/seal.ts'
import { messageDigest } from '../../bot/message-digest.ts'
import { openClinic, type OpenClinic, type PatientAt } from '../support/clinic.ts'
import { PRIVATE } from '../support/twice.ts'
import * as story from '../support/stories.ts'

/** How each of the private questions is answered: by the option of that place, or in own words. */
const WAYS: Readonly<Record<string, number | string>> = {
  ...{ first: 0, second: 1, third: 2, fourth: 3 },
  ...{ typed: 'no', long: 'He reads this. '.repeat(266), elsewhere: '他在这里。'.repeat(800) },
}

describe('what the store holds of a private answer', () => {
  it('has one length, whatever was said', async () => {
    const lengths = new Set<string>()
    for (const way of Object.values(WAYS)) {
      const { clinic, id } = await answered(way)
      const restricted = (await clinic.store.load(id)).filter(
        ({ stream }) => stream === 'restricted',
      )
      expect(restricted).to.have.length(PRIVATE.length)
      lengths.add(restricted.map(({ sealed }) => sealed.body.length).join(' '))
    }
    expect([...lengths]).to.have.length(1)
  })
})

describe('the digest that is kept of a message', () => {
  const message = { key: 'once', text: 'yes' }

  it('is another in each consultation, and none that can be made from the message alone', async () => {
    const [one, other] = [await kept(message), await kept(message)]
    expect(one.digest).to.match(/^[0-9a-f]{64}$/)
    expect(one.digest).not.to.equal(other.digest)
    const alone = createHash('sha256')
      .update(JSON.stringify({ text: 'yes' }))
      .digest('hex')
    expect([one.digest, other.digest]).not.to.include(alone)
  })

  it('takes the key of the restricted stream, which readers of the open one do not have', async () => {
    const { clinic, row, digest } = await kept(message)
    const { keys } = clinic.parts
    expect(await messageDigest(keys, row, message)).to.equal(digest)
    const open = { stream: () => keys.stream(row.person, row.consultation, 'open') }
    expect(await messageDigest(open, row, message)).not.to.equal(digest)
  })

  it('still knows a repeat, and another message under its key', async () => {
    const { patient } = await kept(message)
    expect(await patient.send({ text: 'yes' }, 'once')).to.include({ ok: true })
    expect(await patient.send({ text: 'no' }, 'once')).to.deep.equal({
      ok: false,
      why: 'other-body',
    })
  })
})

async function answered(way: number | string) {
  const { clinic, patient, id } = await untilPrivate()
  for (const asked of PRIVATE) {
    const question = await patient.question()
    expect(question?.content).to.equal(asked)
    const options = question?.options ?? []
    await patient.answer(typeof way === 'string' ? way : options[way % options.length]?.id)
  }
  return { clinic, id }
}

async function untilPrivate(): Promise<{ clinic: OpenClinic; patient: PatientAt; id: string }> {
  const clinic = openClinic()
  const patient = await story.enquired(clinic)
  await story.refuseGp(patient)
  await story.answersAll(clinic, patient, {}, PRIVATE[0])
  return { clinic, patient, id: await patient.consultation() }
}

/** What a private message left behind, as whoever holds the open key can read it. */
async function kept(message: { key: string; text: string }) {
  const { clinic, patient } = await untilPrivate()
  await patient.send({ text: message.text }, message.key)
  const row = await clinic.store.sitting(patient.claim.sitting)
  const piece = (await clinic.store.activities(patient.claim.sitting, 0)).at(-1)
  const key = row && (await clinic.parts.keys.stream(row.person, row.consultation, 'open'))
  if (!row || !piece || !key) throw new Error('nothing was kept')
  const read = openBytes(piece.sealed, key, `candour/activity/v1\0${row.id}`)
  const { message: digest } = JSON.parse(new TextDecoder().decode(read)) as { message: string }
  return { clinic, patient, row, digest }
}
