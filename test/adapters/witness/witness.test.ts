import { expect } from 'chai'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { wantedBy, witness, type Witnessing } from '../../../adapters/programs/witness.ts'
import { createFolderWitness } from '../../../adapters/witness/folder.ts'
import { createHttpWitness } from '../../../adapters/witness/http.ts'
import { openLog } from '../../../bot/evidence/log/log.ts'
import type { Witness } from '../../../bot/ports.ts'
import { begun, commit, type Kept } from '../../bot/evidence/log/parts.ts'
import { newFolder } from '../folder.ts'

const running: Witnessing[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()))
})

async function start(...args: string[]): Promise<Witnessing> {
  const started = await witness(wantedBy(['--name', 'witness.example/one', ...args]))
  running.push(started)
  return started
}

async function vkeyOf(parts: Kept): Promise<string> {
  return /^log (\S+)/.exec(await (await openLog(parts)).policy())![1]!
}

/** Seals and has witnessed so many more; answers how the last one stands, and what was complained of. */
async function standing(parts: Kept, one: Witness, count: number): Promise<string> {
  let complaint: string | undefined
  const log = await openLog({
    ...{ ...parts, witnesses: [one] },
    trouble: ({ details }) => (complaint = String(details['why'])),
  })
  const ids = await commit(parts.all, count)
  await log.settled()
  return complaint ?? log.standing(ids.at(-1)!)
}

describe('the witness program', function () {
  this.timeout(30_000)

  it('says its verifier key before it knows a log, and the same one ever after', async () => {
    const state = join(newFolder(), 'state')
    const { vkey } = await start('--state', state)
    expect(vkey).to.match(/^witness\.example\/one\+[0-9a-f]{8}\+B/)
    expect((await start('--state', state)).vkey).to.equal(vkey)
  })

  it('makes no other key for a folder that has lost its own', async () => {
    const state = newFolder()
    const parts = await begun()
    const args = ['--state', state, '--log', await vkeyOf(parts), '--listen', '127.0.0.1:0']
    const { vkey, url } = await start(...args)
    await standing(parts, createHttpWitness({ vkey, url: url! }), 1)
    rmSync(join(state, 'key'))
    const error: unknown = await start(...args).catch((reason: unknown) => reason)
    expect(error).to.be.an('error').with.property('message').that.includes('has no key')
  })

  it('witnesses over HTTP, and knows what it saw after a restart', async () => {
    const state = newFolder()
    const parts = await begun()
    const args = ['--state', state, '--log', await vkeyOf(parts), '--listen', '127.0.0.1:0']
    const { vkey, url, close } = await start(...args)
    expect(await standing(parts, createHttpWitness({ vkey, url: url! }), 3)).to.equal('witnessed')
    await close()
    const again = await start(...args)
    const http = createHttpWitness({ vkey, url: `${again.url}/` })
    expect(await standing(parts, http, 2)).to.equal('witnessed')
    const other = await begun()
    expect(await standing(other, http, 1)).to.equal('it answers 404')
  })

  it('answers over HTTP as C2SP asks: its size as text/x.tlog.size, and no other address', async () => {
    const parts = await begun()
    const log = ['--log', await vkeyOf(parts), '--listen', '127.0.0.1:0']
    const { vkey, url } = await start('--state', newFolder(), ...log)
    await standing(parts, createHttpWitness({ vkey, url: url! }), 3)
    const note = (await parts.store.head())!.signed
    const post = (body: string) => fetch(`${url}/add-checkpoint`, { method: 'POST', body })
    const conflict = await post(`old 2\n\n${note}`)
    expect(conflict.status).to.equal(409)
    expect(conflict.headers.get('content-type')).to.equal('text/x.tlog.size')
    expect(await conflict.text()).to.equal('3\n')
    expect((await post('x'.repeat(70_000))).status).to.equal(413)
    expect((await post('nonsense')).status).to.equal(400)
    expect((await fetch(`${url}/add-checkpoint`)).status).to.equal(405)
    expect((await fetch(`${url}/`)).status).to.equal(404)
  })

  it('witnesses through a folder', async () => {
    const folder = newFolder()
    const parts = await begun()
    const log = ['--log', await vkeyOf(parts), '--folder', folder]
    const { vkey } = await start('--state', newFolder(), ...log)
    const one = createFolderWitness({ folder, vkey })
    expect(await standing(parts, one, 3)).to.equal('witnessed')
    expect(await standing(parts, one, 1)).to.equal('witnessed')
  })

  it('says in words that somebody else listens where it was to listen', async () => {
    const parts = await begun()
    const log = ['--log', await vkeyOf(parts)]
    const { url = '' } = await start(...['--state', newFolder(), ...log, '--listen', '127.0.0.1:0'])
    const taken = new URL(url).host
    const error: unknown = await start('--state', newFolder(), ...log, '--listen', taken).catch(
      (reason: unknown) => reason,
    )
    expect(error)
      .to.be.an('error')
      .with.property('message')
      .that.includes(`--listen ${taken} is taken`)
  })

  it('wants to know where its state is, and one way to be reached', () => {
    expect(() => wantedBy([])).to.throw('--state')
    const both = ['--state', 's', '--name', 'n', '--folder', 'f', '--listen', 'h:1']
    expect(() => wantedBy(both)).to.throw('Either')
  })
})

describe('a witness that is not there', () => {
  it('leaves records sealed: nobody answers, over HTTP or in the folder', async () => {
    const { vkey } = await start('--state', newFolder())
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const parts = await begun()
    // It takes the connection and says nothing.
    const silent = createHttpWitness({ url, vkey, patience: 200 })
    expect(await standing(parts, silent, 1)).to.match(/timeout|abort/i)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    expect(await standing(parts, silent, 1)).to.equal('fetch failed')
    const empty = createFolderWitness({ folder: newFolder(), vkey, patience: 200 })
    expect(await standing(parts, empty, 1)).to.equal('nobody answers in the folder')
    expect((await parts.store.head())?.witnessed).to.equal(undefined)
  })

  it('cannot fill our memory, nor send us elsewhere', async () => {
    const { vkey } = await start('--state', newFolder())
    let endless = true
    const server = createServer((_, to) => {
      if (endless) return to.end('x'.repeat(100_000))
      to.writeHead(307, { location: 'http://127.0.0.1:1/' })
      return to.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const parts = await begun()
    const one = createHttpWitness({ url, vkey })
    expect(await standing(parts, one, 1)).to.equal('its answer has no end')
    endless = false
    expect(await standing(parts, one, 1)).to.equal('fetch failed')
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
})
