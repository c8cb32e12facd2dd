import { expect } from 'chai'
import { answer, type Replies } from '../../adapters/programs/demo/autopilot.ts'
import { PATIENT } from '../../adapters/programs/demo/replies.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { demoClinic, openClinic, type OpenClinic, shipped } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

// Somebody else may have the patient's phone in their hand, and may know the date of birth.

/** Every text that the made-up patient would write, as words that are found again. */
const CANARIES: Replies = Object.fromEntries(
  Object.entries(PATIENT).map(([content, reply]) => [
    content,
    'answer' in reply && typeof reply.answer === 'string' && /\s/.test(reply.answer)
      ? answer(`canary ${content.replace('/', ' ')}`)
      : reply,
  ]),
)

/** Answers one question in each sitting, and answers what each new sitting showed at first. */
async function oneByOne(clinic: OpenClinic, id: string) {
  const shown: { readonly asked: string; readonly text: string; readonly after: string }[] = []
  for (let times = 0; times < 80; times += 1) {
    const there = await story.comesBack(clinic, id)
    const asked = (await there.question())?.content ?? ''
    const seen = async () => JSON.stringify(await clinic.sittings.activities(there.claim, 0))
    const text = await seen()
    if (!CANARIES[asked]) return [...shown, { asked, text, after: text }]
    // Who is in the room is asked anew in each sitting: what rests on it is answered in one.
    let next = asked
    do {
      await answerIn(there, CANARIES[next])
      next = (await there.question())?.content ?? ''
    } while (next.startsWith('voluntariness/') && asked.startsWith('voluntariness/'))
    shown.push({ asked, text, after: await seen() })
  }
  throw new Error('it does not end')
}

const answerIn = (
  there: Awaited<ReturnType<typeof story.comesBack>>,
  reply: Replies[string] | undefined,
) => (reply && 'choice' in reply ? there.choose(reply.choice) : there.answer(reply?.answer))

describe('a phone in somebody else’s hand', function () {
  this.timeout(60_000)

  it('T-CO1: is shown nothing of what was answered before, whatever is asked next', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    await patient.say('canary typed question?')
    await patient.choose('pass-on')
    const shown = await oneByOne(clinic, id)
    await story.prepare(clinic, id)
    await story.assess(clinic, id)
    shown.push(...(await oneByOne(clinic, id)))
    await story.decidesAll(clinic, id)
    story.wait(clinic, 200)
    shown.push(...(await oneByOne(clinic, id)))
    const asked = new Set(shown.map((one) => one.asked))
    const written = Object.entries(CANARIES).filter(([content, reply]) => {
      return asked.has(content) && JSON.stringify(reply).includes('canary')
    })
    expect(asked.size, [...asked].join()).to.be.greaterThan(30)
    expect(written.length).to.be.greaterThan(5)
    // In the sitting in which it was said it is there to be found, or this would find nothing anywhere.
    expect(shown.filter(({ after }) => after.includes('canary')).length).to.be.greaterThan(5)
    for (const { asked: content, text } of shown) expect(text, content).to.not.include('canary')
  })

  it('T-CO3: is told nothing by a message that comes to it of what this is about', () => {
    const treatments = ['filler', 'toxin', 'botox', 'laser', 'peel', 'needling', 'lip', 'skin']
    const fields = ['aesthetic', 'cosmetic', 'clinic.s name', 'therapy', 'injection', 'procedure']
    const pathways = Object.keys(PATHWAYS).flatMap((name) => (name.split('@')[0] ?? '').split('-'))
    const telling = [...new Set(pathways)].filter((word) => word.length > 3 && !NEUTRAL.has(word))
    expect(telling).to.include.members(
      ['consent', 'treatment', 'capacity', 'signature'].slice(0, 1),
    )
    const names = demoClinic.people
      .flatMap(({ name }) => name.split(' '))
      .filter((one) => one !== 'Dr')
    for (const id of ['consultation/message-waits', 'consultation/case-waits']) {
      const { body, short = '', slots } = shipped.catalogue.get(id)
      expect(slots, id).to.deep.equal([])
      for (const word of [...telling, ...treatments, ...fields, ...names, 'Larkfield'])
        expect(`${short} ${body}`, id).to.not.match(new RegExp(`\\b${word}`, 'i'))
    }
    // What a person says on the phone, or writes, in these words: it may say who is calling.
    const { body, slots } = shipped.catalogue.get('consultation/reminder')
    expect(slots).to.have.members(['clinic-name', 'clinic-phone'])
    for (const word of [...telling, ...treatments, ...fields])
      expect(body, word).to.not.match(new RegExp(`\\b${word}`, 'i'))
  })
})

/** Parts of the names of pathways that any message may use. */
const NEUTRAL = new Set(['back', 'check', 'contact', 'information', 'post', 'media', 'social'])
