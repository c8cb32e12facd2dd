import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { pino } from 'pino'
import { openMetering } from '../../../adapters/programs/metering.ts'
import { openOne } from '../../faults/open-houses.ts'
import { Cutter } from '../../faults/postgres/cutter.ts'
import { sharedSettings } from '../../support/instances.ts'
import { cluster, ROLE } from '../../support/postgres.ts'
import { freePort } from '../../support/server.ts'

describe('whether an instance takes answers', function () {
  this.timeout(60_000)

  it('is asked of the database, within a time that has an end', async () => {
    const of = await cluster()
    const cutter = new Cutter(Number(new URL(of.url(ROLE, '')).port), Math.random)
    await cutter.listen()
    const direct = await sharedSettings(of)
    const instance = await openOne({
      ...direct,
      CANDOUR_POSTGRES: cutter.through(direct['CANDOUR_POSTGRES'] ?? ''),
      CANDOUR_POSTGRES_KEYS: cutter.through(direct['CANDOUR_POSTGRES_KEYS'] ?? ''),
    })
    const told = async () => {
      const answer = await fetch(`${instance.url}/readyz`)
      return `${answer.status} ${await answer.text()}`
    }
    expect(await told()).to.equal('200 ok')
    const metricsPort = await freePort()
    const about = { metricsPort, mode: 'demo', host: '127.0.0.1', data: '' } as const
    const metering = await openMetering(about, pino({ level: 'silent' }))
    metering.watch(instance.house)
    const figures = async () => {
      // No longer than Prometheus waits.
      const signal = AbortSignal.timeout(10_000)
      return (await fetch(`http://127.0.0.1:${metricsPort}/metrics`, { signal })).text()
    }
    expect(await figures()).to.match(/^candour_ready 1$/m)
    cutter.silent = true
    // More of them than there are connections: those that hang must not use all of them up.
    const asked = await Promise.all(Array.from({ length: 20 }, told))
    expect([...new Set(asked)]).to.deep.equal(['503 not ready: the records cannot be reached'])
    expect((await fetch(`${instance.url}/healthz`)).status, 'it runs').to.equal(200)
    const away = await figures()
    expect(away)
      .to.match(/^candour_ready 0$/m)
      .and.to.match(/^candour_log_sealed_records Nan$/m)
    await metering.close()
    cutter.silent = false
    cutter.cutAll()
    while ((await told()) !== '200 ok') await pause(100)
    await instance.close()
    await cutter.close()
  })
})
