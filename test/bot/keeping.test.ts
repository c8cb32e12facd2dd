import { expect } from 'chai'
import { openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'
import { ASK, enquiry, ERASE, lead, manager, reason, told } from './keeping.ts'

describe('while records are kept', () => {
  it('a request to erase records of care restricts them instead, and says why', async () => {
    const { clinic, id } = await told(story.consented)
    const keep = (act: unknown, by = manager) => clinic.desk.keep(by, id, act)
    const { said } = await keep(ASK)
    expect(said).to.match(/^Not erased yet: records of care are kept until 2034-/)
    expect(said).to.contain('Restrict them instead')
    expect(await keep({ type: 'restrict', reason: 'They asked us to erase it.' })).to.include({
      ok: true,
    })
    const act = await clinic.desk.act(story.performer, id, { type: 'pause' })
    expect(act).to.deep.equal({
      ok: false,
      said: 'That is not allowed: these records are restricted.',
    })
    expect(await clinic.desk.makeLink(story.performer, id, 'continue')).to.include({ ok: false })
    const queue = await clinic.desk.queue(story.performer)
    expect(queue.some(({ consultation }) => consultation === id)).to.equal(false)
    await keep({ type: 'unrestrict', reason: 'They want the treatment.' })
    expect(await clinic.desk.act(story.performer, id, { type: 'pause' })).to.include({ ok: true })
  })

  it('records kept in error, or that a court orders erased, are erased all the same', async () => {
    for (const basis of ['kept-in-error', 'ordered']) {
      const { clinic, id } = await told(story.consented)
      expect(await clinic.desk.keep(manager, id, { type: 'ask-erasure', basis })).to.include({
        ok: true,
      })
      expect(await clinic.desk.keep(lead, id, ERASE)).to.include({ ok: true })
    }
  })

  it('nothing is erased by itself: what is past its time waits for a person', async () => {
    const { clinic, id, keep, look } = await enquiry({ at: '2026-11-23T10:00:00.000Z' })
    expect(await look()).to.include({ as: 'enquiry-only', until: '2028-11-23', over: false })
    const early = await keep({ type: 'ask-erasure', basis: 'past-its-time' })
    expect(early.said).to.equal('Its time is not over: it is kept until 2028-11-23.')
    const task = async (by = manager) =>
      (await clinic.desk.queue(by)).filter(({ kind }) => kind === 'keeping').map(({ what }) => what)
    clinic.clocks.set('2028-11-22T23:00:00.000Z')
    expect(await task()).to.deep.equal([])
    clinic.clocks.set('2028-11-23T00:00:00.000Z')
    await clinic.round()
    expect(await task()).to.deep.equal(['Past its time: erase it, or hold it and say why'])
    expect(await task(staff('reception'))).to.deep.equal([])
    expect(await clinic.desk.look(manager, id), 'still there').to.not.equal(undefined)
    await keep({ type: 'ask-erasure', basis: 'past-its-time' })
    expect(await task(lead)).to.deep.equal([
      'An erasure was asked for: somebody else agrees, or drops it',
    ])
    await keep({ type: 'hold', reason })
    expect(await task()).to.deep.equal([])
  })

  it('a child’s refused enquiry is past its time after thirty days', async () => {
    const clinic = openClinic({ at: '2026-11-23T10:00:00.000Z' })
    const child = await story.untilAge(clinic, '2014-01-01')
    const view = await clinic.desk.keeping(manager, await child.consultation())
    expect(view).to.include({ as: 'refused-under-age', until: '2026-12-23' })
    expect(view).to.include({ authority: 'clinic-policy', onRequest: 'erase' })
  })

  for (const [as, upTo] of [
    ['consented', story.consented],
    ['not-gone-ahead', story.readyToSign],
  ] as const) {
    it(`a consultation that was ${as} says so to staff`, async () => {
      const { clinic, id } = await told(upTo)
      expect(await clinic.desk.keeping(story.performer, id)).to.include({ as })
    })
  }

  it('a declined one is kept as declined, a withdrawn one as withdrawn', async () => {
    const declined = await told(story.readyToSign)
    await story.doAct(declined.clinic, declined.id, { type: 'decline', reason: 'Not now.' })
    expect(await declined.clinic.desk.keeping(manager, declined.id)).to.include({ as: 'declined' })
    const other = await told(story.readyToSign)
    await story.doAct(other.clinic, other.id, { type: 'withdraw', 'on-word-of-patient': true })
    expect(await other.clinic.desk.keeping(manager, other.id)).to.include({ as: 'withdrawn' })
  })
})
