import { expect } from 'chai'
import { CASE } from '../desk/believable.ts'
import { everythingIn, wordsIn } from './chat.ts'
import { FIRST, fakedTeams, firstCard } from './faked.ts'

describe('a chat in Teams when something is amiss', () => {
  const { open, teams, calls } = fakedTeams()

  it('does nothing twice that Teams sends twice', async () => {
    const chat = await open()
    const data = { consultation: 'c-4', open: 'gp-weighing#1', ask: 2, event: 'needed' }
    const value = { action: { type: 'Action.Execute', verb: 'answer', data } }
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', id: 'same', value }
    const first = await chat.send(invoke)
    const again = await chat.send(invoke)
    expect(calls()).to.have.length(1)
    expect(again.instead).to.deep.equal(first.instead)
    const other = { action: { ...value.action, data: { ...data, event: 'not-needed' } } }
    expect((await chat.send({ ...invoke, value: other })).texts.join()).to.include('sent before')
    expect(calls()).to.have.length(1)
  })

  it('takes nothing from a card that is none of ours', async () => {
    const chat = await open()
    for (const data of [
      { consultation: 'c-4', open: 'gp-weighing#1', ask: 2, event: 'needed', by: 'somebody' },
      { consultation: 'c-4', open: 'gp-weighing#1', ask: '2', event: 'needed' },
      { consultation: ['c-4'] },
      {},
    ]) {
      const { status, instead } = await chat.send({ value: data })
      expect([status, instead]).to.deep.equal([200, undefined])
    }
    expect(calls()).to.deep.equal([])
  })

  it('says when it could not answer, and logs a name and nothing that was said', async () => {
    const failing = Object.assign(new Error('Priya takes blood thinners'), { code: 'store/failed' })
    const chat = await open({ act: async () => Promise.reject(failing) })
    const { texts, status } = await chat.press(await firstCard(chat), FIRST)
    expect([status, texts.join()]).to.deep.equal([
      200,
      'Something went wrong. Type anything to see what is on record, before you answer again.',
    ])
    expect(teams().logged).to.deep.equal([{ code: 'teams/answer-failed', cause: 'store/failed' }])
  })

  it('keeps the answer when Teams takes no reply, and logs nothing of it', async () => {
    const { error } = console
    const heard: unknown[] = []
    console.error = (...said: unknown[]) => void heard.push(...said)
    try {
      await open()
      teams().loopback.state.down = true
      const { status } = await teams().chat().say('hello')
      expect(status).to.equal(500)
    } finally {
      console.error = error
    }
    expect(JSON.stringify(teams().logged)).to.include('teams/turn-failed').and.not.include('Priya')
    expect(heard).to.deep.equal([])
  })

  it('gives back a card that Teams takes, however much was typed into it', async () => {
    const question = { id: 'q', content: 'x/y', kind: 'number', choices: [] } as const
    const chat = await open({}, { prompts: [{ ...CASE.prompts[0]!, question }] })
    const value = '€'.repeat(9900)
    const { instead } = await chat.press(await firstCard(chat), 'Save this answer', { value })
    expect(wordsIn(instead)).to.include('Give a whole number.')
    expect(everythingIn(instead).find(({ id }) => id === 'value')).to.not.have.property('value')
  })

  it('shows a patient’s words as they are, and never as Markdown', async () => {
    const evil =
      '**now** [bank](https://evil.example) ![x](https://evil.example/x.png) <at>all</at>\n# big\n- a\n1. b\n`c` {{DATE(2026)}}'
    const chat = await open(
      {},
      { prompts: [{ ...CASE.prompts[0]!, text: evil }], who: '_S_ [x](y)' },
    )
    const card = await firstCard(chat)
    const shown = everythingIn(card).flatMap(({ text }) => (typeof text === 'string' ? text : []))
    for (const raw of ['**', '[bank](', '![', '<at>', '{{', 'https://', '_S_', '`c`']) {
      expect(shown.join('\n')).to.not.include(raw)
    }
    expect(shown.join('\n')).to.not.match(/^\s*([#-]|\d+\.) /m)
    expect(wordsIn(card).replaceAll('\n\n', '\n')).to.include(evil)
  })
})
