import { expect } from 'chai'
import { codeOf, type House, listenTo, openHouse, textsOf } from './house.ts'

type Stream = ReturnType<typeof listenTo>
type Begun = Awaited<ReturnType<House['begin']>>

const OWN = 'of-this-page'

describe('Direct Line: the reply in the answer', () => {
  let house: House
  let begun: Begun
  const open: Stream[] = []
  beforeEach(async () => {
    house = await openHouse()
    begun = await house.begin()
  })
  afterEach(async () => {
    for (const stream of open.splice(0)) stream.close()
    await house.close()
  })

  const say = (text: string, more: object = {}, stream = OWN) =>
    begun.post('/activities', {
      ...{ type: 'message', text, deliveryMode: 'expectReplies' },
      channelData: { candour: { key: `key of ${text}`, stream } },
      ...more,
    })

  /** A stream that has heard the first question. */
  const hear = async (name?: string) => {
    const stream = listenTo((await begun.stream()) + (name === undefined ? '' : `&name=${name}`))
    open.push(stream)
    await stream.until(() => stream.texts().length === 1)
    return stream
  }

  /** Streams hear in order: what was not heard before this will not be heard. */
  const farewell = async (...streams: readonly Stream[]) => {
    house.sittings.say(begun.id, { text: 'The last.' })
    for (const stream of streams) await stream.until(() => stream.texts().includes('The last.'))
  }

  /** The next message waits where it is taken, before or after that is done. */
  const gate = (when: 'before' | 'after') => {
    const take = house.sittings.take.bind(house.sittings)
    let open = () => {}
    const opened = new Promise<void>((resolve) => (open = resolve))
    const reached = new Promise<void>((resolve) => {
      house.sittings.take = async (...given) => {
        house.sittings.take = take
        if (when === 'after') {
          const taken = await take(...given)
          resolve()
          await opened
          return taken
        }
        resolve()
        await opened
        return take(...given)
      }
    })
    return { reached, open }
  }

  it('is what another stream hears, and the stream that was named hears nothing of it', async () => {
    const [own, other] = [await hear(OWN), await hear()]
    const { status, body } = await say('hello')
    await other.until(() => other.texts().length === 3)
    const frames = other.frames.slice(1)
    expect(status).to.equal(200)
    expect(body).to.deep.equal({
      id: `${begun.id}|0000001`,
      activities: frames.flatMap(({ activities }) => activities),
      watermark: frames.at(-1)?.watermark,
    })
    await farewell(own, other)
    expect(own.texts()).to.deep.equal(['Shall we begin?', 'The last.'])
    expect(other.texts()).to.deep.equal([
      ...['Shall we begin?', 'hello', 'You said hello.', 'The last.'],
    ])
  })

  it('needs no look at what there is', async () => {
    const own = await hear(OWN)
    const activities = house.sittings.activities.bind(house.sittings)
    let looks = 0
    house.sittings.activities = (...given) => ((looks += 1), activities(...given))
    for (const text of ['one', 'private', 'two']) await say(text)
    await farewell(own)
    expect(looks).to.equal(0)
  })

  it('is the whole reply where no stream is open or named', async () => {
    const { body } = await say('hello', { channelData: null, id: 'k' })
    expect(textsOf(body)).to.deep.equal(['hello', 'You said hello.'])
    expect(body.watermark).to.equal('3')
  })

  it('is given again to a repeat, and stays off the stream', async () => {
    const own = await hear(OWN)
    const { body } = await say('hello')
    await say('and')
    const repeated = await say('hello')
    expect(repeated).to.deep.include({ status: 200, body })
    await farewell(own)
    expect(own.texts()).to.deep.equal(['Shall we begin?', 'The last.'])
  })

  it('counts what was answered in private, and does not have it', async () => {
    const { body } = await say('private')
    expect(body.id).to.equal(`${begun.id}|0000001`)
    expect(textsOf(body)).to.deep.equal(['You said private.'])
    expect(body.watermark).to.equal('3')
  })

  it('leaves every other stream as it is, of another name or of none', async () => {
    const others = [await hear('of-another-page'), await hear()]
    await say('hello')
    for (const other of others) {
      await other.until(() => other.texts().length === 3)
      expect(other.texts().slice(1)).to.deep.equal(['hello', 'You said hello.'])
    }
    await say('and', { channelData: { candour: { key: 'of no stream' } } })
    for (const other of others) await other.until(() => other.texts().includes('You said and.'))
  })

  for (const [deliveryMode, what] of [
    [undefined, 'no delivery mode'],
    [null, 'none'],
    ['normal', 'the usual one'],
    ['notification', 'another one'],
    ['', 'an empty one'],
  ] as const) {
    it(`comes by the stream where ${what} is asked for`, async () => {
      const own = await hear(OWN)
      const { body } = await say('hello', { deliveryMode })
      expect(body).to.deep.equal({ id: `${begun.id}|0000001` })
      await own.until(() => own.texts().length === 3)
    })
  }

  it('is none where nothing was said: to what is ignored, and to who leaves', async () => {
    for (const type of ['typing', 'event']) {
      expect((await say('hello', { type })).body).to.have.all.keys('id')
    }
    house.sittings.take = async () => ({ ok: true, activities: [] })
    expect((await say('hello')).body).to.have.all.keys('id')
  })

  for (const [what, fields] of [
    ['mode that is no text', { deliveryMode: 7 }],
    ['mode without an end', { deliveryMode: 'x'.repeat(201) }],
    ['name with odd letters', { channelData: { candour: { stream: 'a b' } } }],
    ['name that is empty', { channelData: { candour: { stream: '' } } }],
    ['name without an end', { channelData: { candour: { stream: 'x'.repeat(101) } } }],
    ['name that is no text', { channelData: { candour: { stream: 7 } } }],
  ] as const) {
    it(`is refused with a ${what}`, async () => {
      const { status, body } = await say('hello', fields)
      expect([status, codeOf(body)]).to.deep.equal([400, 'BadArgument'])
    })
  }

  it('needs a stream whose name is one', async () => {
    for (const name of ['', 'a%20b', 'x'.repeat(101)]) {
      const refused = listenTo(`${await begun.stream()}&name=${name}`)
      await refused.until(() => refused.state.status === 403)
    }
  })

  for (const when of ['before', 'after'] as const) {
    it(`keeps back what is said by itself just ${when} it, and then has it come once`, async () => {
      const own = await hear(OWN)
      const { reached, open } = gate(when)
      const answered = say('hello')
      await reached
      house.sittings.say(begun.id, { text: 'From the clinic.' })
      await own.quiet()
      expect(own.texts()).to.deep.equal(['Shall we begin?'])
      open()
      const { body } = await answered
      expect(textsOf(body)).to.deep.equal(['hello', 'You said hello.'])
      await farewell(own)
      const reply = when === 'before' ? ['hello', 'You said hello.'] : []
      expect(own.texts()).to.deep.equal([
        ...['Shall we begin?', 'From the clinic.', ...reply, 'The last.'],
      ])
    })
  }

  it('keeps the stream back until the last of several messages is answered', async () => {
    const own = await hear(OWN)
    const { reached, open } = gate('before')
    const first = say('one')
    await reached
    await say('two')
    house.sittings.say(begun.id, { text: 'From the clinic.' })
    await own.quiet()
    expect(own.texts()).to.deep.equal(['Shall we begin?'])
    open()
    await first
    await farewell(own)
    const [heard, all] = [own.texts(), textsOf((await begun.get('/activities')).body)]
    expect(heard.filter((text) => text === 'From the clinic.')).to.have.length(1)
    expect(heard.filter((text) => !['one', 'You said one.'].includes(text))).to.deep.equal(
      all.filter((text) => !/one|two/.test(text)),
    )
  })

  for (const [what, fail, status] of [
    ['is refused', async () => ({ ok: false, why: 'other-body' }) as const, 409],
    ['fails', async () => Promise.reject(new Error('The disk is gone')), 500],
  ] as const) {
    it(`that ${what} leaves the stream to say all that it heard`, async () => {
      const own = await hear(OWN)
      const { take } = house.sittings
      house.sittings.take = async () => {
        house.sittings.say(begun.id, { text: 'From the clinic.' })
        return fail()
      }
      expect((await say('hello')).status).to.equal(status)
      await own.until(() => own.texts().length === 2)
      house.sittings.take = take
      expect((await say('hello')).status).to.equal(200)
      await farewell(own)
      expect(own.texts()).to.deep.equal(['Shall we begin?', 'From the clinic.', 'The last.'])
    })
  }

  it('does not keep a stream open whose sitting has ended', async () => {
    const own = await hear(OWN)
    const { reached, open } = gate('before')
    const answered = say('hello')
    await reached
    await begun.post('/end')
    await own.until(() => own.state.closed === 1000)
    open()
    expect((await answered).status).to.equal(404)
  })

  it('is not on a stream that is still looking for what there is', async () => {
    const activities = house.sittings.activities.bind(house.sittings)
    let look = () => {}
    const looking = new Promise<void>((resolve) => {
      house.sittings.activities = async (...given) => {
        if (given[1] !== 1) return activities(...given)
        house.sittings.activities = activities
        resolve()
        await new Promise<void>((go) => (look = go))
        return activities(...given)
      }
    })
    const address = String((await begun.get('?watermark=1')).body.streamUrl)
    const own = listenTo(`${address}&name=${OWN}`)
    open.push(own)
    await looking
    const { reached, open: go } = gate('after')
    const answered = say('hello')
    await reached
    look()
    await own.quiet()
    go()
    await answered
    await farewell(own)
    expect(own.texts()).to.deep.equal(['The last.'])
  })
})
