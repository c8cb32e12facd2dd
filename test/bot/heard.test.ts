import { expect } from 'chai'
import { heard, isHeardIn } from '../../bot/heard.ts'
import { openClinic, type OpenClinic, patientAt, shipped, staff } from '../support/clinic.ts'
import { PRIVATE } from '../support/twice.ts'
import * as story from '../support/stories.ts'

const reception = staff('reception')
const LISTS = ['stop', 'person', 'help-now', 'in-danger', 'summary'] as const
type List = (typeof LISTS)[number]

/** The lists that hear it, in a language with all of the usual one's. */
const listsOf = (said: string, locale = 'en-GB'): List[] => {
  const { lexicon } = shipped.in(locale).catalogue
  return LISTS.filter((list) => isHeardIn(lexicon[list], heard(said)))
}

const MEANT: Readonly<Record<List, readonly string[]>> = {
  stop: [
    'pls stop',
    'ok stop',
    'OK, stop please!',
    'stop 😭😭',
    'Stop?!',
    'stop plz',
    'please stop?',
  ].concat('i dont wanna do this', 'i changed my mind sorry', 'I’ve changed my mind', 'stop...'),
  person: [
    'can i talk to someone?',
    'speak to a real person',
    'can someone call me',
    'a person??',
  ].concat('Can I speak to someone please?', 'can i speak to a nurse', 'can i talk to a nurse?'),
  'help-now': [
    'help?',
    'help me please',
    'i need help please',
    'Help 🙏',
    'pls help',
    'pls help me',
  ].concat('call the police', 'call 999!!', 'please call an ambulance', '🆘', 'ok help'),
  'in-danger': ['not safe', 'i dont feel safe', 'I don’t feel safe.', 'he is hitting me']
    .concat('hes hitting me', 'she is hitting me', 'they are hitting me', 'i want to die')
    .concat(
      'i want to kill myself',
      'im suicidal',
      'i am suicidal',
      'I don’t want to be here any more',
    ),
  summary: ['can i have a summary?', 'a summary please', 'ok, my summary'],
}

const ANSWERS = [
  'ok',
  'please',
  'yes please',
  '?',
  '👍',
  '',
  'no',
  'safe',
  'police',
  'police officer',
]
  .concat('I work for the ambulance service', 'he says it will help me', 'i stopped smoking')
  .concat('my nurse', 'not safe in the sun', 'I want to look less tired', 'my partner hit me once')
  .concat('please don’t stop', 'ok go on', 'I don’t want to die of it', 'I am not sure')

describe('an utterance', () => {
  for (const list of LISTS) {
    for (const said of MEANT[list]) {
      it(`means ${list}, whatever stands around it: ${said}`, () => {
        expect(listsOf(said)).to.deep.equal([list])
      })
    }
  }

  for (const said of ANSWERS) {
    it(`is left to what was asked: ${said}`, () => expect(listsOf(said)).to.deep.equal([]))
  }

  for (const [said, list] of [
    ['Stopiwch, os gwelwch yn dda', 'stop'],
    ['helpwch fi plîs', 'help-now'],
    ['ffoniwch yr heddlu!', 'help-now'],
    ['dwi ddim yn teimlo’n ddiogel', 'in-danger'],
    ['dwi eisiau marw', 'in-danger'],
    ['ga i siarad â nyrs?', 'person'],
    ['im suicidal', 'in-danger'],
  ] as const) {
    it(`means ${list} to somebody who reads Welsh: ${said}`, () => {
      expect(listsOf(said, 'cy-GB')).to.deep.equal([list])
    })
  }

  it('is in one list only, however it is written', () => {
    for (const locale of shipped.locales) {
      const { lexicon } = shipped.in(locale).catalogue
      const all = LISTS.flatMap((list) => lexicon[list])
      for (const said of all) expect(listsOf(said, locale), said).to.have.lengthOf(1)
    }
  })

  it('of a choice is never taken for one that is heard everywhere', () => {
    for (const locale of shipped.locales) {
      const { catalogue } = shipped.in(locale)
      for (const id of catalogue.ids().filter((one) => !one.startsWith('consultation/'))) {
        for (const { label, also = [] } of Object.values(catalogue.get(id).choices)) {
          for (const said of [label, ...also]) expect(listsOf(said, locale), id).to.deep.equal([])
        }
      }
    }
  })

  it('of any length is read in no time', () => {
    const began = performance.now()
    for (const one of ['ok ', 'please ', '?', '. ', '😭', ' ,']) heard(`a${one.repeat(50_000)}a`)
    expect(performance.now() - began).to.be.below(2000)
  })
})

describe('somebody who is asked something', () => {
  const kinds = async (clinic: OpenClinic) =>
    (await clinic.desk.queue(reception)).map(({ kind }) => kind)

  for (const [said, kind] of [
    ['help?', 'help-now'],
    ['im suicidal', 'help-now'],
    ['can i talk to someone?', 'person-wanted'],
  ] as const) {
    it(`is heard in the field and beside it, and gives no answer: ${said}`, async () => {
      for (const way of ['answer', 'say'] as const) {
        const clinic = openClinic()
        const patient = await story.untilAge(clinic, '1990-04-03')
        await patient[way](said)
        expect((await patient.question())?.content).to.equal('enquiry/full-name')
        expect(await kinds(clinic)).to.include(kind)
      }
    })
  }

  it('is heard at a private question who writes help with a question mark, or please', async () => {
    for (const said of ['help?', 'help me please 🙏']) {
      const clinic = openClinic()
      const patient = await story.enquired(clinic)
      await story.refuseGp(patient)
      await story.answersAll(clinic, patient, {}, PRIVATE[0])
      await patient.answer(said)
      expect((await patient.question())?.content).to.equal(PRIVATE[0])
      expect(await kinds(clinic)).to.include('help-now')
    }
  })

  it('is not taken to have said yes by a yes with a question mark', async () => {
    const patient = patientAt(openClinic())
    await patient.say('yes?')
    expect((await patient.question())?.content).not.to.equal('welcome/privacy')
  })

  it('is shown whom to ring, Samaritans among them, when they want to die', async () => {
    const clinic = openClinic()
    const patient = await story.untilAge(clinic, '1990-04-03')
    await patient.say('i want to die')
    const said = (await clinic.sittings.activities(patient.claim, 0))?.slice(-4)
    const text = said?.map(({ message }) => message.text).join('\n')
    expect(text).to.include('ring 999').and.include('Samaritans').and.include('116 123')
  })
})
