import { expect } from 'chai'
import { WebSocket } from 'ws'
import { Patient } from '../faults/patient.ts'
import { Practitioner } from '../faults/practitioner.ts'
import { sharedSettings } from '../support/instances.ts'
import { type Cluster, cluster } from '../support/postgres.ts'
import { Server } from '../support/server.ts'

describe('a patient on one instance, a practitioner on another', function () {
  this.timeout(120_000)
  let of: Cluster
  let settings: Record<string, string>
  let one: Server
  let two: Server
  before(async () => {
    of = await cluster()
    settings = await sharedSettings(of)
    ;[one, two] = await Promise.all([Server.start(settings), Server.start(settings)])
  })
  after(() => Promise.all([one.stop(), two.stop()]))

  const through = (server: Server, name: string) => new Patient(() => server.url, name)

  it('hears in an open page at one what was answered at the other', async () => {
    let at = one
    const patient = new Patient(() => at.url, 'moves')
    await patient.begin()
    await patient.answer(2)
    const { streamUrl } = await patient.call('GET', `/conversations/${patient.conversation}`)
    const socket = new WebSocket(String(streamUrl))
    const heard: string[] = []
    socket.on('message', (frame: Buffer) => heard.push(frame.toString()))
    await new Promise((open) => socket.once('open', open))
    at = two
    const { content } = await patient.asked()
    await patient.answer(1)
    const next = (await patient.asked()).content
    expect(next).to.not.equal(content)
    for (let tries = 0; tries < 100 && !heard.join().includes(next); tries += 1)
      await new Promise((later) => setTimeout(later, 50))
    expect(heard.join()).to.contain(next)
    socket.close()
  })

  it('uses a ticket once, at whichever it is shown first', async () => {
    const patient = through(one, 'ticket')
    await patient.begin()
    const { streamUrl } = await patient.call('GET', `/conversations/${patient.conversation}`)
    const connects = (url: string) =>
      new Promise<boolean>((done) => {
        const socket = new WebSocket(url)
        socket.once('open', () => (socket.close(), done(true)))
        socket.once('error', () => done(false))
      })
    const elsewhere = String(streamUrl).replace(`:${one.port}/`, `:${two.port}/`)
    expect(await connects(elsewhere)).to.equal(true)
    expect(await connects(String(streamUrl))).to.equal(false)
  })

  it('is seen by staff at the other as soon as it is answered, and a sign-out is one for both', async () => {
    const patient = through(one, 'seen')
    await patient.begin()
    await patient.answer(12)
    const staff = new Practitioner()
    await staff.signIn(one.url, 'nadia-okafor', 'practitioner')
    const queue = await staff.get(two.url, '/desk')
    expect(queue.status).to.equal(200)
    const search = staff.form(queue.text, '/desk/persons')
    const found = await staff.post(two.url, search.path, { ...search.fields, query: 'Sam Example' })
    expect(found.text).to.contain('Sam Example').and.contain('/desk/c/')
    const out = staff.form(queue.text, '/desk/sign-out')
    const copy = staff.copy()
    expect((await staff.post(one.url, out.path, out.fields)).status).to.equal(303)
    expect((await copy.get(two.url, '/desk')).status, 'with a copy of the cookie').to.equal(303)
  })

  it('goes on at the other when one is killed', async () => {
    let at = one
    const patient = new Patient(() => at.url, 'killed')
    await patient.begin()
    await patient.answer(4)
    await one.kill()
    at = two
    await patient.answer(4)
    await one.start()
    at = one
    await patient.answer(4)
    expect(patient.taken).to.equal(12)
    const { code, said } = await two.verify()
    expect(code, said).to.equal(0)
  })

  it('leaves nothing that anybody said in clear, in either database', async () => {
    for (const name of ['CANDOUR_POSTGRES', 'CANDOUR_POSTGRES_KEYS'] as const) {
      const database = new URL(settings[name] ?? '').pathname.slice(1)
      const rows = await of.dump(database)
      expect(rows.length).to.be.greaterThan(10)
      for (const word of [
        'Sam Example',
        '1990-04-03',
        '020 7946',
        'my mouth',
        'enquiry/',
        'age/',
      ]) {
        const hex = Buffer.from(word).toString('hex')
        const found = rows.filter((row) => row.includes(word) || row.includes(hex))
        expect(found, `${word} in ${database}`).to.deep.equal([])
      }
    }
  })
})
