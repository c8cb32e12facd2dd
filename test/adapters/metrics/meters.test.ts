import { expect } from 'chai'
import {
  createMeters,
  type LogNow,
  type Meters,
  type Now,
} from '../../../adapters/metrics/meters.ts'
import type { HttpRequest } from '../../../adapters/http/route.ts'

const LOG: LogNow = { indexed: 9, sealed: 8, witnessed: 7, waiting: 1, signed: 1_772_000_000 }

describe('the figures of a running Candour', () => {
  let now: Now
  let meters: Meters
  beforeEach(async () => {
    now = { ready: true, stopOnly: false, log: LOG }
    meters = await createMeters({ mode: 'demo', witnesses: 1, now: async () => now })
  })

  const lines = async () => {
    const reply = await meters.routes[0]?.handle({} as HttpRequest)
    return String(reply?.body).split('\n')
  }
  const valueOf = async (start: string) =>
    (await lines()).find((line) => line.startsWith(start))?.slice(start.length + 1)

  it('count a request by who is served and how it ended, never by its route', async () => {
    meters.answered({ route: '/desk/consultations/:id/decline', status: 303, ms: 30 })
    meters.answered({ route: '/c/:secret', status: 404, ms: 1 })
    meters.answered({ route: '/v3/directline/conversations', status: 201, ms: 2 })
    const ours = (await lines()).filter((line) => line.startsWith('candour_request_seconds_count'))
    expect(ours).to.have.members([
      'candour_request_seconds_count{channel="desk",status="3xx"} 1',
      'candour_request_seconds_count{channel="other",status="4xx"} 1',
      'candour_request_seconds_count{channel="chat",status="2xx"} 1',
    ])
    expect((await lines()).join()).not.to.match(/decline|secret|conversations/)
    const within = 'candour_request_seconds_bucket{le="0.025",channel="desk",status="3xx"}'
    expect(await valueOf(within)).to.equal('0')
  })

  it('have no label but those that say nothing of anybody', async () => {
    meters.answered({ route: '/desk', status: 200, ms: 1 })
    meters.failed('consultation')
    const ours = (await lines()).filter((line) => line.startsWith('candour_'))
    const labels = ours.flatMap((line) => [...line.matchAll(/(\w+)="/g)].map(([, label]) => label))
    expect(new Set(labels)).to.deep.equal(new Set(['mode', 'le', 'channel', 'status', 'what']))
  })

  it('tell where the log stands at each reading, and nothing before it has begun', async () => {
    expect(await valueOf('candour_log_witnessed_records')).to.equal('7')
    now = { ...now, log: { ...LOG, witnessed: 8 } }
    expect(await valueOf('candour_log_witnessed_records')).to.equal('8')
    now = { ...now, log: undefined }
    expect(await valueOf('candour_log_indexed_records')).to.equal('0')
  })

  it('say of a log that is out of reach that nothing is known, which no alert compares', async () => {
    now = { ready: false, stopOnly: false, log: 'unknown' }
    expect(await valueOf('candour_log_sealed_records')).to.equal('Nan')
    expect(await valueOf('candour_ready')).to.equal('0')
  })

  it('tell at each reading whether it takes answers, and whether all of them', async () => {
    expect([await valueOf('candour_ready'), await valueOf('candour_stop_only')]).to.deep.equal([
      ...['1', '0'],
    ])
    now = { ...now, stopOnly: true }
    expect([await valueOf('candour_ready'), await valueOf('candour_stop_only')]).to.deep.equal([
      ...['1', '1'],
    ])
    expect(await valueOf('candour_witnesses')).to.equal('1')
  })

  it('count from nought what fails unseen, so that the first failure is an increase', async () => {
    expect(await valueOf('candour_failures_total{what="witness"}')).to.equal('0')
    meters.failed('witness')
    expect(await valueOf('candour_failures_total{what="witness"}')).to.equal('1')
  })
})
