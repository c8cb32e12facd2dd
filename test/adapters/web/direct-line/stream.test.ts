import { expect } from 'chai'
import type { Activity } from '../../../../bot/ports.ts'
import { type House, listenTo, openHouse, textsOf } from './house.ts'

describe('Direct Line: streams', () => {
  let house: House
  beforeEach(async () => {
    house = await openHouse()
  })
  afterEach(() => house.close())

  describe('a stream', () => {
    it('begins with what there is and goes on with what comes, the patient’s own words too', async () => {
      const { id, post, stream } = await house.begin()
      const heard = listenTo(await stream())
      await heard.until(() => heard.texts().length === 1)
      await post('/activities', {
        type: 'message',
        text: 'hello',
        channelData: { clientActivityID: 'c' },
      })
      house.sittings.say(id, { text: 'One more thing.' })
      await heard.until(() => heard.texts().length === 4)
      expect(heard.texts()).to.deep.equal([
        ...['Shall we begin?', 'hello', 'You said hello.', 'One more thing.'],
      ])
      expect(heard.frames.at(-1)?.watermark).to.equal('4')
      const echo = heard.frames.flatMap(({ activities }) => activities)[1]
      expect(echo?.channelData).to.deep.equal({
        ...{ clientActivityID: 'c', candour: { consultation: id, version: 1, key: 'c' } },
      })
      heard.close()
    })

    it('goes on from a watermark after it was cut, with nothing lost and nothing twice', async () => {
      const { id, get, post, stream } = await house.begin()
      const before = listenTo(await stream())
      await before.until(() => before.texts().length === 1)
      before.close()
      await post('/activities', { type: 'message', text: 'hello' })
      house.sittings.say(id, { text: 'While you were away.' })
      const { status, body } = await get('?watermark=2')
      expect(status).to.equal(200)
      const after = listenTo(String(body.streamUrl))
      await after.until(() => after.texts().length === 2)
      expect(after.texts()).to.deep.equal(['You said hello.', 'While you were away.'])
      after.close()
    })

    it('begins again with what there is, when more was counted by an instance with another clock', async () => {
      const { post, get } = await house.begin()
      await post('/activities', { type: 'message', text: 'hello' })
      const all = ['Shall we begin?', 'hello', 'You said hello.']
      const { body } = await get('/activities?watermark=60101')
      expect(textsOf(body)).to.deep.equal(all)
      expect(body.watermark).to.equal('3')
      const heard = listenTo(String((await get('?watermark=60101')).body.streamUrl))
      await heard.until(() => heard.texts().length === 3)
      await post('/activities', { type: 'message', text: 'and' })
      await heard.until(() => heard.texts().length === 5)
      expect(heard.texts()).to.deep.equal([...all, 'and', 'You said and.'])
      heard.close()
    })

    it('hears each activity once, though it may be told of it early, late or twice', async () => {
      const { id, stream } = await house.begin()
      const activities = house.sittings.activities.bind(house.sittings)
      // The first look at what there is takes a while, and meanwhile more is said.
      house.sittings.activities = async (claim, from) => {
        await new Promise((resolve) => setTimeout(resolve, 20))
        return activities(claim, from)
      }
      const heard = listenTo(await stream())
      for (let n = 1; n <= 20; n++) {
        house.sittings.say(id, { text: String(n) })
        await new Promise((resolve) => setTimeout(resolve, n % 4))
      }
      await heard.until(() => heard.texts().length >= 21)
      const wanted = Array.from({ length: 20 }, (_, n) => String(n + 1))
      expect(heard.texts()).to.deep.equal(['Shall we begin?', ...wanted])
      heard.close()
    })

    it('fetches what nobody told it of', async () => {
      const { id, stream } = await house.begin()
      const listen = house.sittings.listen.bind(house.sittings)
      let told = 0
      house.sittings.listen = (sitting, hear) =>
        listen(sitting, (heard) => {
          if (heard === 'ended' || ++told % 3 === 0) hear(heard)
        })
      const heard = listenTo(await stream())
      await heard.until(() => heard.frames.length === 1)
      for (const text of ['1', '2', '3', '4', '5', '6']) house.sittings.say(id, { text })
      await heard.until(() => heard.texts().length >= 7)
      expect(heard.texts().slice(1)).to.deep.equal(['1', '2', '3', '4', '5', '6'])
      heard.close()
    })

    it('shows no private answer again, and counts it', async () => {
      const { post, get, stream } = await house.begin()
      const heard = listenTo(await stream())
      const { status } = await post('/activities', { type: 'message', text: 'private' })
      expect(status).to.equal(200)
      await heard.until(() => heard.texts().length === 2)
      expect(heard.texts()).to.deep.equal(['Shall we begin?', 'You said private.'])
      expect(heard.frames.at(-1)?.watermark).to.equal('3')
      expect(textsOf((await get('/activities')).body)).to.deep.equal(heard.texts())
      expect((await get('/activities?watermark=1')).body.watermark).to.equal('3')
      heard.close()
    })

    it('is opened with a ticket that is good once and for half a minute', async () => {
      const { token, stream } = await house.begin()
      const address = await stream()
      expect(address)
        .to.match(/^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\//)
        .and.not.contain(token)
      const first = listenTo(address)
      await first.until(() => first.frames.length === 1)
      const again = listenTo(address)
      await again.until(() => again.state.status === 403)
      const late = await stream()
      house.pass(31_000)
      const refused = listenTo(late)
      await refused.until(() => refused.state.status === 403)
      first.close()
    })

    it('is not opened with a token, another’s ticket, or none', async () => {
      const { id, token, stream } = await house.begin()
      const other = await house.begin()
      const otherTicket = new URL(await other.stream()).searchParams.get('t') ?? ''
      for (const t of [token, otherTicket, '', 'garbage', 'x'.repeat(5000)]) {
        const address = new URL(await stream())
        address.searchParams.set('t', t)
        const refused = listenTo(address.href)
        await refused.until(() => refused.state.status === 403)
        expect(address.pathname).to.contain(id)
      }
    })

    it('is closed when the sitting ends, and not opened after that', async () => {
      const { post, stream } = await house.begin()
      const open = listenTo(await stream())
      await open.until(() => open.frames.length === 1)
      const unopened = await stream()
      await post('/end')
      await open.until(() => open.state.closed === 1000)
      const late = listenTo(unopened)
      await late.until(() => late.state.closed !== undefined)
      expect(late.frames).to.deep.equal([])
    })

    it('tells also what is kept nowhere, as a visitor’s first words are not', async () => {
      const { post, stream } = await house.begin()
      const heard = listenTo(await stream())
      await heard.until(() => heard.frames.length === 1)
      house.sittings.take = async () => ({ ok: true, activities: [unkept(1)] })
      await post('/activities', { type: 'message', text: 'what?' })
      await heard.until(() => heard.texts().length === 2)
      expect(heard.texts()[1]).to.equal('Shall we begin, then?')
      heard.close()
    })
  })
})

function unkept(n: number): Activity {
  const at = '2026-03-01T09:30:00.000Z' as Activity['at']
  return { n, at, from: 'candour', message: { text: 'Shall we begin, then?' } }
}
