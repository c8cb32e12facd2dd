import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { unseal } from '../../../bot/evidence/seal.ts'
import { PATIENT } from '../../../adapters/programs/demo/replies.ts'
import { choose } from '../../../adapters/programs/demo/autopilot.ts'
import { launch } from '../../support/browser.ts'
import { type OpenClinic, openClinic, patientAt, staff } from '../../support/clinic.ts'
import * as story from '../../support/stories.ts'
import { alike } from '../../support/twice.ts'
import { openPages, type PagesHouse, withoutScripts } from './house.ts'
import { readerAt } from './reader.ts'

const SAM = {
  'consent-signature/signature': { answer: { name: 'Sam Example', agreed: true } },
  'information/pack-way': choose('read-here-only'),
}

/** How somebody answers all that is asked of them, by one channel or another. */
interface Way {
  comesBy(secret: string): Promise<void>
  answersAll(): Promise<void>
}

describe('the whole consultation as pages, in a browser that runs no script', function () {
  this.timeout(180_000)
  let browser: Browser
  let house: PagesHouse

  before(async () => {
    browser = await launch()
    house = await openPages()
  })
  after(async () => {
    await browser.close()
    await house.close()
  })

  it('goes from the link’s Continue to a recorded consent, and leaves the same open stream as the chat', async () => {
    const page = await withoutScripts(browser)
    const reader = readerAt(page, house)
    const seen = new Set<string>()
    const byPages = await whole(house.clinic, {
      comesBy: (secret) => reader.comesBy(secret),
      answersAll: () => reader.answersAll(SAM, undefined, async () => void seen.add(page.url())),
    })
    const other = openClinic()
    const byChat = await whole(other, chat(other))
    expect(await openRecords(house.clinic, byPages)).to.equal(await openRecords(other, byChat))
    expect([...seen], 'no address says anything').to.deep.equal([`${house.url}/pages`])
  })
})

/** The main job of a patient: asked, told, given time, signed. What staff do is the same for everybody. */
async function whole(clinic: OpenClinic, way: Way): Promise<string> {
  const invited = await clinic.desk.invite(staff('reception'), {
    ...{ name: 'Sam Example', birthDate: '1990-04-03' },
    ...{ treatmentClass: 'filler', treatmentName: 'Dermal filler' },
  })
  const id = invited.consultation ?? ''
  await way.comesBy(invited.secret ?? '')
  await way.answersAll()
  await story.prepare(clinic, id)
  await story.assess(clinic, id)
  await back(clinic, id, way)
  await story.decidesAll(clinic, id)
  story.wait(clinic, 168)
  await back(clinic, id, way)
  const room = await clinic.desk.makeLink(story.performer, id, 'sign')
  await way.comesBy(room.secret ?? '')
  await way.answersAll()
  await story.takeConsent(clinic, id)
  expect(await story.factOf(clinic, id, 'consent-taken-by')).not.to.equal(undefined)
  return id
}

async function back(clinic: OpenClinic, id: string, way: Way) {
  const link = await clinic.desk.makeLink(story.performer, id, 'continue')
  await way.comesBy(link.secret ?? '')
  await way.answersAll()
}

/** The very messages that the widget sends. */
function chat(clinic: OpenClinic): Way {
  let patient = patientAt(clinic)
  return {
    async comesBy(secret) {
      const claim = await clinic.sittings.redeem(secret, 'widget')
      patient = patientAt(clinic, claim)
      if ((await patient.question())?.kind === 'date') await patient.answer('1990-04-03')
    },
    answersAll: () => story.answersAll(clinic, patient, { ...PATIENT, ...SAM }),
  }
}

async function openRecords({ store, parts }: OpenClinic, id: string): Promise<string> {
  const open = (await store.load(id)).filter(({ stream }) => stream === 'open')
  const said = open.map(async (record) => {
    const key = await parts.keys.find(record.sealed.key)
    if (!key) throw new Error('no key')
    return unseal(record, key)
  })
  return alike(await Promise.all(said))
}
