import { expect } from 'chai'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { answer, patientAnswers, staffAnswer } from '../../../adapters/programs/demo/autopilot.ts'
import { PATIENT, PRACTITIONER } from '../../../adapters/programs/demo/replies.ts'
import { type House, openHouse } from '../../../adapters/programs/house.ts'
import { canary, planted, PRIVATE } from '../../support/canaries.ts'
import { type OpenClinic, patientAt, staff } from '../../support/clinic.ts'
import * as story from '../../support/stories.ts'
import { newFolder } from '../folder.ts'

const secrets = PRIVATE.map((id) => canary(id))
const asked = {
  ...planted(PATIENT),
  ...Object.fromEntries(PRIVATE.map((id) => [id, answer(canary(id))])),
}
const written = Object.values(asked).flatMap((reply) =>
  'answer' in reply && String(reply.answer).startsWith('zebra') ? [String(reply.answer)] : [],
)
const REASON = canary('decline-reason')

describe('words that are found nowhere else, in every place where somebody writes', function () {
  this.timeout(120_000)
  let data: string
  let house: House
  let id: string
  let claim: ReturnType<typeof patientAt>['claim']

  before(async () => {
    data = newFolder()
    house = await openHouse({ data, mode: 'demo', kekFile: undefined, clinicDir: undefined })
    await house.candour.begin()
    const { candour, clocks, store } = house
    const clinic = { ...candour, clocks, store, parts: house } as unknown as OpenClinic
    const patient = patientAt(clinic)
    claim = patient.claim
    await patientAnswers(candour.sittings, claim, asked)
    id = await patient.consultation()
    await patient.say(canary('question'))
    await patient.choose('pass-on')
    await story.prepare(clinic, id)
    await staffAnswer(
      candour.desk,
      story.performer,
      id,
      planted(PRACTITIONER),
      'suitability/benefit',
    )
    await story.doAct(clinic, id, { type: 'decline', reason: REASON })
    await house.log.settled()
  })
  after(() => house.close())

  const inside = (text: string, all: readonly string[]) => all.filter((one) => text.includes(one))

  it('are there to be found: staff who treat read what is theirs to read', async () => {
    expect(written.length).to.be.above(8)
    const page = JSON.stringify(await house.candour.desk.records(story.performer, id))
    const own = written.filter((one) => !secrets.includes(one) && /enquiry|conditions/.test(one))
    expect(inside(page, own)).to.have.members(own)
  })

  it('are in no file of the data folder, the write-ahead log included', () => {
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    )
    expect(files.map(({ name }) => name)).to.include.members([
      'candour.sqlite',
      'candour.sqlite-wal',
    ])
    for (const { parentPath, name } of files) {
      const bytes = readFileSync(join(parentPath, name))
      expect(bytes.includes('zebra'), name).to.equal(false)
    }
  })

  it('are not on what reception sees, but for who somebody is and how to reach them', async () => {
    const { desk } = house.candour
    const reception = staff('reception')
    const seen = [await desk.queue(reception), await desk.look(reception, id)]
    const all = JSON.stringify([...seen, await desk.records(reception, id)])
    const theirs = ['enquiry-full-name', 'enquiry-safe-contact-details'].map(canary)
    expect(inside(all, [...written, REASON]).filter((one) => !theirs.includes(one))).to.deep.equal(
      [],
    )
  })

  it('when said in private, are read by the safeguarding lead and by nobody else', async () => {
    const { desk, sittings } = house.candour
    const others = ['practitioner', 'performer', 'reception', 'administrator'] as const
    for (const role of others) {
      const by = staff(role)
      const seen = [await desk.queue(by), await desk.look(by, id), await desk.records(by, id)]
      expect(inside(JSON.stringify(seen), [...secrets, REASON]), role).to.deep.equal([])
    }
    const chat = JSON.stringify(await sittings.activities(claim, 0))
    expect(inside(chat, [...secrets, REASON])).to.deep.equal([])
    const lead = staff('safeguarding')
    const read = JSON.stringify([await desk.look(lead, id), await desk.records(lead, id)])
    expect(inside(read, secrets)).to.have.members(secrets)
  })

  it('when said in private, are neither in the pack nor in the receipt', async () => {
    const made = await house.candour.desk.pack(story.performer, id)
    if (!made.file) throw new Error(made.said)
    const files = Object.values(unzipSync(made.file)).map((bytes) => Buffer.from(bytes))
    const everything = Buffer.concat(files).toString('latin1')
    expect(inside(everything, [canary('enquiry-reason')])).to.have.length(1)
    expect(inside(everything, [...secrets, REASON])).to.deep.equal([])
    const receipt = JSON.stringify(await house.candour.sittings.receipt(claim))
    expect(receipt).to.include('recordId').and.not.include('zebra')
  })
})
