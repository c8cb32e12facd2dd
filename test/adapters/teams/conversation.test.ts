import { expect } from 'chai'
import type { Instant } from '../../../machines/contract.ts'
import { CASE, QUEUE } from '../desk/believable.ts'
import { actionsIn, everythingIn, STRANGER, TENANT, titlesIn, TOMASZ, wordsIn } from './chat.ts'
import { FIRST, fakedTeams, firstCard } from './faked.ts'

describe('a chat with Candour in Teams', () => {
  const { open, teams, calls } = fakedTeams()

  it('begins with what waits for me, in neutral words', async () => {
    const chat = await open()
    const { cards, texts } = await chat.say('hello')
    const said = wordsIn(cards[0])
    expect(said).to.include('Priya Nair').and.include('Waits for your decision.')
    expect(said).to.include('Asked for help now. Open this at the desk.')
    for (const { what } of QUEUE) expect(said).to.not.include(what)
    expect([cards.length, texts]).to.deep.equal([1, []])
    expect(titlesIn(cards[0])).to.deep.equal(['Open', 'Check a post before it goes out'])
  })

  it('says that an interpreter was asked for, and neither which nor why', async () => {
    const [one, other] = QUEUE
    const queue = [
      { ...one!, interpreter: true as const },
      { ...other!, consultation: 'c-9' },
    ]
    const chat = await open({ queue: async () => queue })
    const said = wordsIn((await chat.say('hello')).cards[0])
    expect(said.split('Asked for an interpreter.')).to.have.length(2)
  })

  it('says so when nothing waits', async () => {
    const chat = await open({ queue: async () => [] })
    expect(wordsIn((await chat.say('hello')).cards[0])).to.include('Nothing waits for you')
  })

  it('shows no more than fits, and that there is more', async () => {
    const [one] = QUEUE
    const queue = Array.from({ length: 12 }, (_, at) => ({ ...one!, consultation: `c-${at}` }))
    const chat = await open({ queue: async () => queue })
    const [home] = (await chat.say('hello')).cards
    expect(titlesIn(home).filter((title) => title === 'Open')).to.have.length(10)
    expect(wordsIn(home)).to.include('And 2 more at the desk.')
  })

  it('shows fewer when their names are so long that Teams would refuse the card', async () => {
    const who = '_'.repeat(2000)
    const queue = Array.from({ length: 9 }, (_, at) => ({
      ...{ ...QUEUE[0]!, who, consultation: `c-${at}` },
    }))
    const chat = await open({ queue: async () => queue })
    const [home] = (await chat.say('hello')).cards
    expect(titlesIn(home).filter((title) => title === 'Open')).to.have.length(3)
    expect(wordsIn(home)).to.include('And 6 more at the desk.')
  })

  it('leaves to the desk a question with more words than Teams takes', async () => {
    for (const [length, cards] of [
      [20_000, 1],
      [30_000, 0],
    ] as const) {
      const text = 'w'.repeat(length)
      const chat = await open({}, { prompts: [{ ...CASE.prompts[0]!, text }] })
      const home = await chat.say('hello')
      const got = await chat.press(home.cards[0], 'Open')
      expect(got.cards, `${length}`).to.have.length(cards)
      expect(got.texts).to.have.length(1 - cards)
    }
  })

  it('tells of a withdrawal for a week, and not a millisecond longer', async () => {
    const since = '2026-11-16T10:00:00.000Z'
    const queue = [{ ...QUEUE[0]!, kind: 'withdrawn' as const, since, urgent: false }]
    for (const [now, said] of [
      ['2026-11-23T09:59:59.999Z', 'Nothing more is done.'],
      ['2026-11-23T10:00:00.000Z', 'Nothing waits for you'],
    ] as const) {
      const given = { now: () => now as Instant }
      const chat = await open({ queue: async () => queue }, {}, given)
      expect(wordsIn((await chat.say('hello')).cards[0]), now).to.include(said)
    }
  })

  it('tells a locked screen nothing of anybody', async () => {
    const chat = await open()
    await firstCard(chat)
    const sent = teams().loopback.calls.map(({ body }) => body)
    expect(sent.map(({ summary }) => summary)).to.deep.equal(['Candour', 'Candour', 'Candour'])
    expect(sent.map(({ text }) => text ?? '')).to.deep.equal(['', '', ''])
  })

  it('sends Adaptive Cards 1.5', async () => {
    const chat = await open()
    expect(await firstCard(chat)).to.include({ type: 'AdaptiveCard', version: '1.5' })
    const [sent] = teams().loopback.calls
    expect(sent?.body['attachments']).to.have.nested.property(
      ...(['[0].contentType', 'application/vnd.microsoft.card.adaptive'] as const),
    )
  })

  it('asks with the fields that the answer wants, and lets other answers go without', async () => {
    const chat = await open()
    const home = await chat.say('hello')
    const { cards } = await chat.press(home.cards[0], 'Open')
    const actions = actionsIn(cards[1]).map(({ title, associatedInputs }) => [
      ...[title, associatedInputs],
    ])
    expect(actions).to.deep.equal([
      ['Save this answer', 'auto'],
      ['I have seen none', 'none'],
    ])
    expect(everythingIn(cards[1]).find(({ id }) => id === 'value')).to.deep.include({
      ...{
        type: 'Input.Text',
        isRequired: true,
        placeholder: 'Kind of document and what it showed',
      },
    })
  })

  it('takes each kind of answer as the engine reads it', async () => {
    const options = [
      { id: 'a', label: 'The first' },
      { id: 'b', label: 'The second' },
    ]
    const question = { id: 'q', content: 'x/y', choices: [], options }
    const answers = [
      ['number', 7, 7],
      ['number', '-12', -12],
      ['date', '1990-04-03', '1990-04-03'],
      ['text', ' two\r\nlines ', 'two\nlines'],
      ['many', 'a,b', ['a', 'b']],
    ] as const
    for (const [kind, value, read] of answers) {
      const prompt = { ...CASE.prompts[0]!, question: { ...question, kind } }
      const chat = await open({}, { prompts: [prompt] })
      const { status } = await chat.press(await firstCard(chat), 'Save this answer', { value })
      expect([status, calls()[0]?.[3]], kind).to.deep.equal([
        200,
        { type: 'answer', open: 'gp-weighing#1', ask: 2, event: 'answered', value: read },
      ])
    }
  })

  it('does not pass on what is no number', async () => {
    const question = { id: 'q', content: 'x/y', kind: 'number', choices: [] } as const
    const chat = await open({}, { prompts: [{ ...CASE.prompts[0]!, question }] })
    const card = await firstCard(chat)
    for (const value of ['seven', '1.5', '1e3', 'NaN']) {
      const { instead } = await chat.press(card, 'Save this answer', { value })
      expect(wordsIn(instead)).to.include('Give a whole number.')
    }
    expect(calls()).to.deep.equal([])
  })

  it('acts as the person the clinic knows, in their first clinical role', async () => {
    const chat = await open()
    await chat.press(await firstCard(chat), FIRST)
    expect(calls()[0]?.slice(0, 3)).to.deep.equal([
      'act',
      {
        ...{ id: 'nadia-okafor', role: 'practitioner', name: 'Nadia Okafor' },
        assurance: 'teams',
      },
      'c-4',
    ])
    expect(calls()[0]?.[4]).to.deep.equal({ channel: 'teams', private: false })
  })

  for (const [who, account, words] of [
    [
      'somebody of the tenant whom the clinic does not know',
      STRANGER,
      'does not know this account',
    ],
    ['somebody who treats nobody', TOMASZ, 'is for practitioners'],
  ] as const) {
    it(`refuses ${who}, in plain words`, async () => {
      await open({ queue: async () => expect.fail(), look: async () => expect.fail() })
      const { texts, cards, status } = await teams().chat(account).say('hello')
      expect(texts.join()).to.include(words)
      expect([texts.length, cards, status]).to.deep.equal([1, [], 200])
    })
  }

  for (const conversationType of ['groupChat', 'channel'] as const) {
    it(`refuses a ${conversationType}, and keeps nothing of it`, async () => {
      const chat = await open({ queue: async () => expect.fail(), look: async () => expect.fail() })
      const conversation = { id: '19:many', tenantId: TENANT, conversationType }
      for (const said of [{ text: 'hello' }, { text: 'resume' }, { type: 'conversationUpdate' }]) {
        const { texts, cards } = await chat.send({ ...said, conversation })
        expect(texts.join()).to.include('only in a chat of your own')
        expect([texts.length, cards]).to.deep.equal([1, []])
      }
      const added = await chat.send({ type: 'installationUpdate', conversation })
      expect([added.texts, added.cards]).to.deep.equal([[], []])
      expect(calls()).to.deep.equal([])
    })
  }

  it('helps, stops and resumes', async () => {
    const chat = await open()
    const [help] = (await chat.say(' Help ')).cards
    const lines = everythingIn(help).map(({ text }) => String(text).split(':')[0])
    expect(lines).to.include.members(['stop', 'resume', 'Check a post before it goes out'])
    expect((await chat.say('resume')).cards.map(wordsIn).join()).to.include('What waits for you')
    await firstCard(chat)
    const { texts, cards } = await chat.say('stop')
    expect([texts.length, cards]).to.deep.equal([1, []])
    expect(texts[0]).to.include('stay open')
    const resumed = await chat.say('Resume')
    expect(resumed.cards.map(wordsIn).join()).to.include('Is contact with the GP needed')
    expect(calls()).to.deep.equal([])
  })

  it('leaves to the desk what a passer-by should not see, without naming it', async () => {
    const asks = (pathway: string) => ({ ...CASE.prompts[0]!, pathway, open: `${pathway}#1` })
    for (const pathway of ['voluntariness-finding@1', 'concern-response@1', 'consent@1']) {
      const chat = await open({}, { prompts: [asks(pathway)] })
      const home = await chat.say('hello')
      const { cards, texts } = await chat.press(home.cards[0], 'Open')
      expect([cards, texts]).to.deep.equal([
        [],
        ['Something here is for the desk. Open this at the desk.'],
      ])
      const data = { consultation: 'c-4', open: `${pathway}#1`, ask: 2, event: 'needed' }
      const value = { action: { type: 'Action.Execute', verb: 'answer', data } }
      const forged = await chat.send({ type: 'invoke', name: 'adaptiveCard/action', value })
      expect(wordsIn(forged.instead)).to.include('for the desk')
      expect(calls()).to.deep.equal([])
    }
  })

  it('says first that somebody is young', async () => {
    const chat = await open({}, { interruptions: ['age'] })
    expect(wordsIn(await firstCard(chat))).to.include('says that they are under 18')
  })
})
