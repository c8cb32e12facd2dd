import { expect } from 'chai'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createSqliteStore as openReal } from '../../adapters/sqlite/store.ts'
import { newFolder } from '../adapters/folder.ts'
import { freePort } from '../support/server.ts'
import * as made from '../adapters/turns.ts'
import { hold, verdictOn } from './requirement.ts'
import { memoryOf, running } from './speed/processes.ts'
import { meetEcho } from './speed/talker.ts'
import { createSqliteStore as openForgetful } from './speed/variants/forgetful.ts'
import { createSqliteStore as openOneByOne } from './speed/variants/one-by-one.ts'

/** Answers, and holds its event loop up again and again. */
const BUSY = `require('node:http').createServer((_, reply) => reply.end('{}')).listen(process.env.PORT)
setInterval(() => { for (const began = Date.now(); Date.now() - began < 60;); }, 70)`

describe('what the bench measures with', function () {
  this.timeout(30_000)

  describe('a requirement', () => {
    const limit = { what: 'idle memory', aim: 150, is: 'at most' } as const

    it('is met at its limit, and not beyond it', () => {
      expect(verdictOn({ ...limit, figure: 150 })).to.equal('met')
      expect(verdictOn({ ...limit, figure: 151 })).to.equal('NOT MET')
      expect(verdictOn({ ...limit, is: 'at least', figure: 149 })).to.equal('NOT MET')
    })

    it('is inconclusive when others kept the machine busy, whatever the figure', () => {
      expect(verdictOn({ ...limit, figure: 151, others: 0.4 })).to.equal('INCONCLUSIVE')
      expect(verdictOn({ ...limit, figure: 149, others: 0.4 })).to.equal('INCONCLUSIVE')
      expect(verdictOn({ ...limit, figure: 149, others: 0.3 })).to.equal('met')
    })

    it('is one line with figure, aim and verdict', () => {
      const lines: string[] = []
      hold((line) => lines.push(line), { ...limit, figure: 160, unit: ' MB' })
      expect(lines).to.deep.equal(['= idle memory: 160 MB (at most 150 MB): NOT MET'])
    })
  })

  it('tells how long an event loop was held up, how much processor went, and how much memory', async () => {
    const port = await freePort()
    const env = { PORT: `${port}` }
    const peer = await running({ name: 'busy', port, args: ['-e', BUSY], env })
    peer.watchLoop()
    const before = peer.cpu()
    await new Promise((resolve) => setTimeout(resolve, 1000))
    const [loop, cpu, memory] = [await peer.loop(), peer.cpu() - before, memoryOf(peer.pid)]
    await peer.stop()
    expect(loop).to.be.greaterThan(40)
    expect(cpu).to.be.greaterThan(0)
    expect(memory).to.be.within(20, 500)
  })

  it('takes nothing for an echo that is none', async () => {
    const server = createServer((_, reply) => {
      reply.end(JSON.stringify({ activities: [{ text: 'something else' }] }))
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const said = await meetEcho((server.address() as AddressInfo).port, 0).catch(String)
    server.closeAllConnections()
    server.close()
    expect(said).to.include('not an echo')
  })

  it('knows a store that keeps turns only until it ends, and one that writes each by itself', async () => {
    for (const open of [openForgetful, openOneByOne]) {
      const path = join(newFolder(), 'bench.sqlite')
      const store = open({ path })
      expect(await store.commit(made.turn('consultation'))).to.equal('committed')
      expect(await store.load('consultation')).to.have.length(1)
      await store.close()
      const real = openReal({ path })
      expect(await real.load('consultation')).to.deep.equal([])
      await real.close()
    }
  })
})
