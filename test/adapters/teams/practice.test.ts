import { expect } from 'chai'
import { type OpenClinic, openClinic, staff } from '../../support/clinic.ts'
import { type Chat, type Got, type OpenTeams, openTeams, titlesIn, wordsIn } from './chat.ts'

const CHECK = 'Check a post before it goes out'
const PASSES = [
  ...['Nothing of a patient', 'Nothing of that kind', 'No such medicine', 'None of these'],
  ...['Yes, polite and fit for my work', 'Nobody that I can think of'],
  ...['True, and I know where it comes from', 'No', 'It is words alone, and my own'],
  ...['Yes, my name is on it', 'No, it is new and belongs there', 'No', 'No, it would not'],
  ...['I understand, and still wish to post it', 'I answer for it, and it may go out'],
]

describe('a post that is checked in Teams', () => {
  let clinic: OpenClinic
  let teams: OpenTeams
  let chat: Chat

  beforeEach(async () => {
    clinic = openClinic()
    teams = await openTeams(clinic.desk)
    chat = teams.chat()
  })
  afterEach(() => teams.close())

  /** Answers one card after another, with words where there is no such button. */
  async function through(first: Got, steps: readonly string[]): Promise<Got> {
    let got = first
    for (const step of steps) {
      const [card] = got.cards
      got = titlesIn(card).includes(step)
        ? await chat.press(card, step)
        : await chat.press(card, 'Save this answer', { value: step })
    }
    return got
  }

  async function drafted(words = 'We are open on Sunday.') {
    const home = await chat.say('hello')
    const begun = await chat.press(home.cards[0], CHECK)
    expect(wordsIn(begun.cards[0])).to.include('Posting can do good')
    return through(begun, ['I understand', 'Our page', 'The clinic’s', 'Anybody', words])
  }

  const viewed = async () => {
    const [row] = await clinic.store.consultations('demo')
    return clinic.desk.look(staff('auditor'), row?.id ?? '')
  }

  it('is begun from the home card, and ends with what it came to', async () => {
    const end = await through(await drafted(), PASSES)
    expect(end.texts).to.deep.equal([
      'It may go out, as it was checked. Its author answers for it.',
    ])
    expect((await viewed())?.facts.map(({ name }) => name)).to.include('post-checked')
  })

  it('waits on the home card until it is done, and is told to nobody by a notice', async () => {
    await drafted()
    const { cards } = await chat.say('hello')
    expect(wordsIn(cards[0])).to.include('Nadia Okafor')
    const before = teams.loopback.calls.length
    await teams.notify()
    expect(teams.loopback.calls.length).to.equal(before)
  })

  it('is held back by a doubt', async () => {
    const held = await through(await drafted(), [...PASSES.slice(0, 6), 'I am not sure'])
    expect(wordsIn(held.cards[0])).to.include('Please do not post this as it is')
    expect(titlesIn(held.cards[0])).not.to.include('I answer for it, and it may go out')
  })
})
