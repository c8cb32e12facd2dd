import { expect } from 'chai'
import { decide, type OpenClinic, openClinic, type PatientAt, staff } from '../../support/clinic.ts'
import { allowGp, enquired, factOf, performer, refuseGp } from '../../support/stories.ts'
import type { Card } from '../../../adapters/teams/cards.ts'
import {
  actionsIn,
  type Chat,
  type Got,
  type OpenTeams,
  openTeams,
  titlesIn,
  wordsIn,
} from './chat.ts'
import { watchConnections } from './connections.ts'
import { words } from './journey.ts'

const DOUBT = 'any reason to doubt'
const NEED = 'Does the GP, or another professional'

describe('a practitioner at Teams, in front of the real engine', () => {
  let clinic: OpenClinic
  let teams: OpenTeams
  let chat: Chat
  let patient: PatientAt
  let id: string
  const watched = watchConnections()

  async function open(gp: (patient: PatientAt) => Promise<void> = refuseGp) {
    clinic = openClinic({ words })
    teams = await openTeams(clinic.desk)
    chat = teams.chat()
    patient = await enquired(clinic)
    id = await patient.consultation()
    await gp(patient)
  }
  afterEach(() => teams.close())
  after(() => {
    watched.stop()
    expect([...watched.seen]).to.deep.equal(['127.0.0.1'])
  })

  /** Opens the only consultation that waits and gives the card that asks this. */
  async function opened(what: string): Promise<Card> {
    const home = await chat.say('hello')
    const { cards } = await chat.press(home.cards[0], 'Open')
    return asking(cards, what)
  }

  /** Answers one card after another: a button, or words under the button that saves them. */
  async function through(first: Card, ...steps: readonly (string | { typed: string })[]) {
    let card: Card | undefined = first
    let got: Got | undefined
    for (const step of steps) {
      got =
        typeof step === 'string'
          ? await chat.press(card, step)
          : await chat.press(card, 'Save this answer', { value: step.typed })
      expect(titlesIn(got.instead), wordsIn(got.instead)).to.deep.equal([])
      card = got.cards[0]
    }
    return got
  }

  it('weighs the GP to its end', async () => {
    await open()
    const end = await through(
      ...[await opened(NEED), 'No, not needed', { typed: 'Nothing calls for it.' }],
      ...['I checked and found none', 'Yes, I know enough', { typed: 'Repeat slip seen.' }],
    )
    expect(end?.cards).to.deep.equal([])
    expect(await factOf(clinic, id, 'history-sources')).to.equal('Repeat slip seen.')
  })

  it('finds capacity where nothing raises a doubt', async () => {
    await open()
    const end = await through(await opened(DOUBT), 'No reason to doubt it')
    expect(end?.cards).to.deep.equal([])
    expect(await factOf(clinic, id, 'capacity')).to.equal('Presumed')
  })

  it('finds capacity ability by ability once there is a doubt and help was given', async () => {
    await open()
    const support = await through(await opened(DOUBT), 'Yes, I have a doubt', {
      typed: 'Lost the thread twice.',
    })
    const { instead, cards } = await chat.press(support?.cards[0], 'Save this answer', {
      value: 'plain-words,more-time',
    })
    expect(titlesIn(instead)).to.deep.equal([])
    const abilities = Array.from({ length: 4 }, () => [
      'Yes, they can',
      { typed: 'Said it back in their own words.' },
    ]).flat()
    const end = await through(asking(cards, 'understand'), ...abilities)
    expect(end?.cards).to.deep.equal([])
    expect(await factOf(clinic, id, 'capacity')).to.equal('Found')
  })

  it('puts the answer on record with its channel, which is not private', async () => {
    await open()
    await through(await opened(NEED), 'No, not needed')
    const page = await clinic.desk.records(staff('auditor'), id)
    const [line, ...more] = page?.records.filter(({ channel }) => channel === 'teams') ?? []
    expect(more).to.deep.equal([])
    expect([line?.who, line?.role, line?.channel]).to.deep.equal([
      ...['Nadia Okafor', 'practitioner', 'teams'],
    ])
    expect(line?.shown.map(({ text }) => text).join()).to.include(NEED)
    expect(page?.verified).to.equal(true)
  })

  it('waits for the GP as long as it takes, and declines in the end', async () => {
    await open(allowGp)
    const waiting = await through(
      ...[await opened(NEED), 'Yes, needed', { typed: 'Blood thinners.' }],
      ...['Yes, it is possible', 'No reply yet', 'No reply yet', 'I have decided not to treat'],
    )
    const end = await through(asking(waiting?.cards, 'Why are you declining?'), {
      typed: 'It would not be safe.',
    })
    expect(end?.texts).to.deep.equal(['Nothing here waits for an answer of yours.'])
    const view = await clinic.desk.look(performer, id)
    expect([view?.state, view?.refusedFor]).to.deep.equal(['refused', 'practitioner'])
    expect(wordsIn(end?.instead)).to.not.include('It would not be safe.')
  })

  it('carries the names of things on a card, and none of their content', async () => {
    await open()
    const card = await opened(NEED)
    for (const action of actionsIn(card)) {
      const { data, fallback, verb } = action as Record<string, Record<string, unknown>>
      expect(verb).to.equal('answer')
      expect(Object.keys(data ?? {})).to.deep.equal(['consultation', 'open', 'ask', 'event'])
      expect(fallback).to.deep.include({ type: 'Action.Submit', data })
    }
  })

  it('is answered as well from a client that knows only Action.Submit', async () => {
    await open()
    const { instead, cards } = await chat.submit(await opened(NEED), 'No, not needed')
    expect(wordsIn(instead)).to.include('Answered by Nadia Okafor. On record.')
    expect(teams.loopback.calls.at(-1)?.path).to.match(/activities\/the-card$/)
    const next = await chat.submit(cards[0], 'Save this answer', { value: 'Nothing calls for it.' })
    expect(titlesIn(next.cards[0])).to.include('I checked and found none')
  })

  it('is refused an old card, with the reason and the question as it stands', async () => {
    await open()
    const old = await opened(NEED)
    await decide(clinic, id, performer, 'gp-weighing', 'not-needed')
    const { instead, cards } = await chat.press(old, 'Yes, needed')
    expect(wordsIn(instead)).to.include('was answered already, or has changed')
    expect(titlesIn(instead)).to.deep.equal([])
    expect(titlesIn(cards[0])).to.deep.equal(['Save this answer'])
    expect(await factOf(clinic, id, 'gp-need')).to.not.equal('Needed')
    const twice = await chat.press(old, 'Yes, needed')
    expect(wordsIn(twice.instead)).to.include('was answered already')
  })

  it('gives the card back with the words when they are no answer', async () => {
    await open()
    const [reason] = (await chat.press(await opened(NEED), 'No, not needed')).cards
    for (const value of ['', '  ', undefined]) {
      const { instead, cards } = await chat.press(reason, 'Save this answer', { value })
      expect(wordsIn(instead)).to.include('Give an answer first.')
      expect(titlesIn(instead)).to.deep.equal(['Save this answer'])
      expect(cards).to.deep.equal([])
    }
    const { instead } = await chat.press(reason, 'Save this answer', { value: 'x'.repeat(4001) })
    expect(wordsIn(instead)).to.include('not an answer')
    expect(instead?.body.find(({ type }) => type === 'Input.Text')?.['value']).to.have.length(4001)
  })

  it('checks a person’s age, which reads their own words as they are', async () => {
    await open()
    const card = await opened('document')
    expect(titlesIn(card)).to.include('Passport')
    const { cards } = await chat.press(card, 'Passport')
    expect(cards).to.have.length(1)
  })

  it('leaves what is not theirs', async () => {
    await open()
    const card = await opened(NEED)
    const rhys = { role: 'practitioner', to: 'rhys-penhallow', name: 'Rhys Penhallow' }
    await clinic.desk.act(performer, id, { type: 'assign', ...rhys })
    expect(wordsIn((await chat.say('hello')).cards[0])).to.include('Nothing waits for you')
    const { instead } = await chat.press(card, 'No, not needed')
    expect(wordsIn(instead)).to.include('not yours to see')
    const data = { consultation: id }
    const value = { action: { type: 'Action.Execute', verb: 'open', data } }
    const { texts } = await chat.send({ type: 'invoke', name: 'adaptiveCard/action', value })
    expect(texts).to.deep.equal(['There is no such consultation, or it is not yours to see.'])
  })
})

function asking(cards: readonly Card[] | undefined, what: string): Card {
  const card = cards?.find((each) => wordsIn(each).includes(what))
  if (!card) throw new Error(`nothing asks ${what}: ${cards?.map(wordsIn).join(' | ')}`)
  return card
}
