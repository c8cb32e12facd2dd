import { expect } from 'chai'
import { readBundle } from '../../adapters/files/content.ts'
import { catalogue } from '../../content/catalogue.ts'
import { lintLocales } from '../../content/lint-locales.ts'
import { offeredLocales, screensOf } from '../../content/signoff.ts'
import { demoClinic, openClinic, patientAt, shipped } from '../support/clinic.ts'
import * as story from '../support/stories.ts'
import { sha256 } from '../support/words.ts'

const LOCALE = 'cy-GB'
const sources = readBundle().filter(({ path }) => !path.startsWith('treatments/'))
const words = catalogue(sources, sha256)

describe('the Welsh words', function () {
  this.timeout(60_000)

  it('have nothing that they may not have', () => {
    const errors = lintLocales(words).filter(({ severity }) => severity === 'error')
    expect(errors.map(({ file, rule, text }) => `${file}: ${rule}: ${text}`)).to.deep.equal([])
  })

  it('are all a translator’s to put right, and signed by nobody', () => {
    const ids = words.ids(LOCALE)
    expect(ids.length).to.be.greaterThan(150)
    for (const id of ids) expect(words.get(id, LOCALE).status, id).to.equal('draft-for-translator')
    const production = offeredLocales('production', words, [], screensOf(sources, sha256))
    expect(production).to.deep.equal(['en-GB'])
  })

  it('are there for everything that a patient meets as far as a consent', async () => {
    const clinic = openClinic()
    const english = new Set<string>()
    const listen = { ...clinic, sittings: { ...clinic.sittings, take: heard } }
    const patient = patientAt(listen)
    await patient.send({ value: { language: LOCALE } })
    await story.answersAll(listen, patient)
    const id = await patient.consultation()
    await story.prepare(clinic, id)
    await story.assess(clinic, id)
    await story.answersAll(listen, await back(id, 'continue'))
    await story.decidesAll(clinic, id)
    story.wait(clinic, 168)
    await story.answersAll(listen, await back(id, 'continue'))
    await story.answersAll(listen, await back(id, 'sign'), {
      'consent-signature/signature': { answer: { name: 'Sam Example', agreed: true } },
    })
    await story.takeConsent(clinic, id)
    expect([...english]).to.deep.equal([])

    async function heard(...[claim, message]: Parameters<typeof clinic.sittings.take>) {
      const taken = await clinic.sittings.take(claim, message)
      for (const { message: said, from } of taken.ok ? taken.activities : []) {
        if (from === 'patient') continue
        if (said.language !== LOCALE || said.wordsIn) english.add(said.text)
      }
      return taken
    }

    async function back(consultation: string, purpose: 'continue' | 'sign') {
      const link = await clinic.desk.makeLink(story.performer, consultation, purpose)
      const there = patientAt(listen, await clinic.sittings.redeem(link.secret ?? '', 'widget'))
      await there.answer('1990-04-03')
      return there
    }
  })

  it('write days and what was answered as Welsh does', async () => {
    const clinic = openClinic()
    const patient = patientAt(clinic)
    await patient.send({ value: { language: LOCALE } })
    for (const choice of story.WELCOME) await patient.choose(choice)
    await patient.answer('1990-04-03')
    expect((await patient.last())?.text).to.equal(
      "Cawsoch eich geni ar 3 Ebrill 1990. Ydy hynny'n iawn?",
    )
    await patient.say('stopiwch')
    expect((await patient.last())?.state).to.equal('paused')
  })

  it('name the clinic’s people as the clinic does', () => {
    expect(shipped.in(LOCALE).safetyNet).to.include(`ffoniwch ${demoClinic.phone}`)
  })
})
