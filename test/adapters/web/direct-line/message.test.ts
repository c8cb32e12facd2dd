import { expect } from 'chai'
import fc from 'fast-check'
import { QUESTION } from './fake-sittings.ts'
import { codeOf, type House, openHouse } from './house.ts'

describe('Direct Line: messages', () => {
  let house: House
  beforeEach(async () => {
    house = await openHouse()
  })
  afterEach(() => house.close())

  describe('a message', () => {
    it('is answered with the id under which it comes back', async () => {
      const { id, post, get } = await house.begin()
      const { status, body } = await post('/activities', { type: 'message', text: 'hello' })
      expect([status, body]).to.deep.equal([200, { id: `${id}|0000001` }])
      const [, echo] = (await get('/activities')).body.activities as Record<string, unknown>[]
      expect(echo).to.deep.include({ id: `${id}|0000001`, text: 'hello', type: 'message' })
    })

    it('is from whom the token says, whatever it says itself', async () => {
      const { id, post, get } = await house.begin()
      await post('/activities', {
        ...{ type: 'message', text: 'hello', id: 'mine', timestamp: '1999', channelId: 'msteams' },
        from: { id: 'somebody-else', name: 'The clinic', role: 'bot' },
        conversation: { id: 'another' },
        recipient: { id: 'me' },
      })
      const [, echo] = (await get('/activities')).body.activities as Record<string, unknown>[]
      expect(echo?.from).to.deep.equal({ id: `dl_${id}`, role: 'user' })
      expect(echo?.conversation).to.deep.equal({ id })
      expect(echo).to.deep.include({ channelId: 'webchat', timestamp: '2026-03-01T09:30:00.000Z' })
    })

    it('has the key that its client gave it, or a fresh one', async () => {
      const { post } = await house.begin()
      const all = {
        id: 'by-id',
        channelData: { clientActivityID: 'by-client', candour: { key: 'by-us' } },
      }
      await post('/activities', { type: 'message', text: 'a', ...all })
      await post('/activities', {
        ...{ type: 'message', text: 'b', id: 'by-id' },
        channelData: { clientActivityID: 'by-client' },
      })
      await post('/activities', { type: 'message', text: 'c', id: 'by-id' })
      await post('/activities', { type: 'message', text: 'd' })
      await post('/activities', { type: 'message', text: 'd' })
      const keys = house.sittings.taken.map(({ key }) => key)
      expect(keys.slice(0, 3)).to.deep.equal(['by-us', 'by-client', 'by-id'])
      expect(new Set(keys).size).to.equal(5)
    })

    it('that is repeated gets the same id', async () => {
      const { post } = await house.begin()
      const message = { type: 'message', text: 'a', id: 'once' }
      const [first, second] = [
        await post('/activities', message),
        await post('/activities', message),
      ]
      expect(second.body).to.deep.equal(first.body)
    })

    it('may answer with a value, which reaches Candour as it is', async () => {
      const { post } = await house.begin()
      const value = { question: 'age#1/1', answer: { day: 1, month: null } }
      await post('/activities', { type: 'message', id: 'k', value, text: null, channelData: null })
      expect(house.sittings.taken).to.deep.equal([{ key: 'k', value }])
    })

    it('that Candour refuses says why', async () => {
      const { post } = await house.begin()
      for (const [why, status] of [
        ['gone', 404],
        ['other-body', 409],
        ['bad-message', 400],
      ] as const) {
        house.sittings.refuse(why)
        expect((await post('/activities', { type: 'message', text: 'a' })).status).to.equal(status)
      }
    })

    it('of another kind is passed over, and of no kind refused', async () => {
      const { post } = await house.begin()
      for (const type of ['typing', 'event', 'conversationUpdate']) {
        const { status, body } = await post('/activities', { type, name: 'x', value: 'y' })
        expect(status).to.equal(200)
        expect(body.id).to.be.a('string')
      }
      for (const type of ['invoke', 'endOfConversation', '', 7, null, ['message'], undefined]) {
        expect((await post('/activities', { type, text: 'a' })).status).to.equal(400)
      }
      expect(house.sittings.taken).to.deep.equal([])
    })

    for (const [what, fields] of [
      ['without words or value', {}],
      ['with empty words', { text: '' }],
      ['with words that are no text', { text: 7 }],
      ['with a value that is a text', { value: 'yes' }],
      ['with a value of another make', { value: { choice: 'yes', admin: true } }],
      ['with a choice that is no text', { value: { choice: ['yes'] } }],
      ['with an unknown command', { value: { command: 'delete-everything' } }],
      ['with an endless key', { text: 'a', id: 'x'.repeat(201) }],
      ['with a key that is no text', { text: 'a', channelData: { candour: { key: 1 } } }],
      ['with a file', { text: 'a', attachments: [{ contentUrl: 'https://evil.example' }] }],
    ] as const) {
      it(`${what} is refused`, async () => {
        const { post } = await house.begin()
        const { status, body } = await post('/activities', { type: 'message', ...fields })
        expect([status, codeOf(body)]).to.deep.equal([400, 'BadArgument'])
        expect(house.sittings.taken).to.deep.equal([])
      })
    }

    it('is taken or refused and never breaks anything, whatever it is', async () => {
      const { id, token } = await house.begin()
      const odd = fc.oneof(
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.jsonValue({ maxDepth: 2 }),
      )
      const value = fc.record(
        { question: odd, choice: odd, answer: odd, change: odd, command: odd },
        { requiredKeys: [] },
      )
      const message = fc.record(
        {
          type: fc.oneof(fc.constant('message'), odd),
          ...{ text: odd, id: odd, from: odd, attachments: odd },
          value: fc.oneof(value, odd),
          channelData: fc.oneof(fc.record({ candour: odd, clientActivityID: odd }), odd),
        },
        { requiredKeys: [] },
      )
      const path = `/conversations/${id}/activities`
      const sent = fc.asyncProperty(fc.oneof(message, odd), async (body) => {
        const { status } = await house.call('POST', path, token, body)
        expect(status).to.be.oneOf([200, 400])
      })
      await fc.assert(sent, { numRuns: 400 })
    })
  })

  describe('what Candour says', () => {
    const said = async (channel: 'widget' | 'direct-line') => {
      const { id, get } = await house.begin(channel)
      const [activity] = (await get('/activities')).body.activities as Record<string, never>[]
      return { id, activity }
    }

    it('is an activity that any client can show and answer', async () => {
      const { id, activity } = await said('direct-line')
      const { question, progress, state } = QUESTION
      expect(activity).to.deep.equal({
        ...{ type: 'message', id: `${id}|0000000`, timestamp: '2026-03-01T09:30:00.000Z' },
        ...{ channelId: 'directline', conversation: { id }, textFormat: 'plain' },
        from: { id: 'candour', name: 'Candour', role: 'bot' },
        text: 'Shall we begin?\n\n- Yes, begin\n- Not now',
        inputHint: 'expectingInput',
        suggestedActions: {
          to: [],
          actions: ['ready', 'not-now'].map((choice, at) => {
            const label = ['Yes, begin', 'Not now'][at]
            const labels = { title: label, text: label, displayText: label }
            return { type: 'messageBack', ...labels, value: { question: 'welcome#1/1', choice } }
          }),
        },
        channelData: { candour: { consultation: id, version: 0, question, progress, state } },
      })
    })

    it('has no list of choices in its words for our own widget, which draws them', async () => {
      const { activity } = await said('widget')
      expect(activity).to.deep.include({ text: 'Shall we begin?', channelId: 'webchat' })
    })

    it('awaits nothing once the sitting has ended', async () => {
      const { id, get } = await house.begin()
      house.sittings.say(id, { text: 'Goodbye.', ended: true })
      house.sittings.say(id, { text: 'No question.' })
      const { activities } = (await get('/activities?watermark=1')).body
      expect(
        (activities as { inputHint: string }[]).map(({ inputHint }) => inputHint),
      ).to.deep.equal(['ignoringInput', 'acceptingInput'])
    })
  })
})
