import { expect } from 'chai'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMemoryPlace } from '../../../adapters/memory/place.ts'
import { createContacts } from '../../../adapters/teams/contacts.ts'
import { createSharedContacts } from '../../../adapters/teams/shared-contacts.ts'
import type { Card } from '../../../adapters/teams/cards.ts'
import { openClinic, type OpenClinic, staff } from '../../support/clinic.ts'
import { doAct, enquired, performer, refuseGp } from '../../support/stories.ts'
import { newFolder } from '../folder.ts'
import {
  actionsIn,
  NADIA,
  openTeams,
  type OpenTeams,
  PEOPLE,
  STRANGER,
  titlesIn,
  TOMASZ,
  wordsIn,
} from './chat.ts'
import { watchConnections } from './connections.ts'
import { words } from './journey.ts'
import { faultsIn } from './valid.ts'

describe('a notice in Teams', () => {
  let clinic: OpenClinic
  let teams: OpenTeams
  let file: string
  const later: OpenTeams[] = []
  const watched = watchConnections()

  beforeEach(async () => {
    clinic = openClinic({ words })
    file = join(newFolder(), 'teams.json')
    teams = await openTeams(clinic.desk, PEOPLE, { file })
  })
  afterEach(async () => {
    for (const one of later.splice(0)) await one.close()
    await teams.close()
  })
  after(() => {
    watched.stop()
    expect([...watched.seen]).to.deep.equal(['127.0.0.1'])
  })

  /** A consultation that needs a practitioner from now on. */
  async function somethingWaits(): Promise<string> {
    const patient = await enquired(clinic)
    await refuseGp(patient)
    return patient.consultation()
  }

  /** Another process, with what the first one kept. */
  async function restarted(people = PEOPLE): Promise<OpenTeams> {
    const again = await openTeams(clinic.desk, people, { file, loopback: teams.loopback })
    later.push(again)
    return again
  }

  /** Everything that a round sends. */
  async function noticed(from = teams): Promise<readonly Card[]> {
    const before = from.loopback.calls.length
    await from.notify()
    return from.loopback.calls.slice(before).map(({ method, path, body }) => {
      expect(`${method} ${path}`).to.match(/^POST \/v3\/conversations\/a%3Apersonal\/activities/)
      expect([body['type'], body['summary']]).to.deep.equal(['message', 'Candour'])
      const [sent] = body['attachments'] as readonly { readonly content: Card }[]
      expect(faultsIn(sent?.content)).to.deep.equal([])
      return sent?.content as Card
    })
  }

  it('is one, with not a word of whom or what, and leads to what waits', async () => {
    const chat = teams.chat()
    await chat.say('hello')
    await somethingWaits()
    const notices = await noticed()
    expect(notices.map(wordsIn)).to.deep.equal(['Something waits for you'])
    expect(titlesIn(notices[0])).to.deep.equal(['See what waits'])
    expect(actionsIn(notices[0]).map(({ data }) => data)).to.deep.equal([{ home: 1 }])
    const { instead } = await chat.press(notices[0], 'See what waits')
    expect(wordsIn(instead)).to.include('Sam Example').and.include('Waits for your decision.')
  })

  it('goes where the chat was, with the bot’s own token on it', async () => {
    await teams.chat().say('hello')
    await somethingWaits()
    await teams.notify()
    const call = teams.loopback.calls.at(-1)
    expect(call?.authorization).to.equal('Bearer of-the-loopback')
    expect(call?.body).to.deep.include({
      ...{ from: { id: '28:candour', name: '' }, channelId: 'msteams' },
      recipient: { id: '29:somebody', name: '', aadObjectId: NADIA },
    })
  })

  it('never comes twice for the same task, and again for another', async () => {
    await teams.chat().say('hello')
    const id = await somethingWaits()
    expect(await noticed()).to.have.length(1)
    expect(await noticed()).to.have.length(0)
    await doAct(clinic, id, { type: 'pause' })
    expect(await noticed()).to.have.length(0)
    await doAct(clinic, id, { type: 'resume' })
    expect(await noticed()).to.have.length(0)
    await somethingWaits()
    expect(await noticed()).to.have.length(1)
  })

  it('of several tasks is one', async () => {
    await teams.chat().say('hello')
    await somethingWaits()
    await somethingWaits()
    expect(await noticed()).to.have.length(1)
  })

  it('of rounds that run at once is one', async () => {
    await teams.chat().say('hello')
    await somethingWaits()
    const before = teams.loopback.calls.length
    await Promise.all([teams.notify(), teams.notify(), teams.notify()])
    expect(teams.loopback.calls.length - before).to.equal(1)
  })

  it('is not for what was on the first card that they saw', async () => {
    await somethingWaits()
    await teams.chat().say('hello')
    expect(await noticed()).to.have.length(0)
  })

  it('is not for what a colleague is assigned to', async () => {
    await teams.chat().say('hello')
    const patient = await enquired(clinic)
    const { id: to, name } = staff('practitioner', 'rhys-penhallow')
    const assign = { type: 'assign', role: 'practitioner', to, name }
    await doAct(clinic, await patient.consultation(), assign, staff('reception'))
    await refuseGp(patient)
    expect(await noticed()).to.have.length(0)
  })

  it('outlives a restart: who can be told, and of what they were told', async () => {
    await teams.chat().say('hello')
    await somethingWaits()
    expect(await noticed()).to.have.length(1)
    const again = await restarted()
    expect(await noticed(again)).to.have.length(0)
    await somethingWaits()
    expect(await noticed(again)).to.have.length(1)
  })

  it('is not for somebody who is off the list, whom it then forgets', async () => {
    await teams.chat().say('hello')
    await somethingWaits()
    const without = PEOPLE.map(({ signIn: _, ...one }) => one)
    const fewer = await restarted(without)
    expect(await noticed(fewer)).to.have.length(0)
    expect(readFileSync(file, 'utf8')).to.equal('{}')
    const again = await restarted()
    expect(await noticed(again)).to.have.length(0)
  })

  it('is not for a stranger, for reception, or for a group that somebody wrote in', async () => {
    await teams.chat(STRANGER).say('hello')
    await teams.chat(TOMASZ).say('hello')
    const group = { id: 'g', tenantId: '22222222-2222-4222-8222-222222222222' }
    const conversation = { ...group, conversationType: 'groupChat', isGroup: true }
    await teams.chat().send({ text: 'hello', conversation })
    await somethingWaits()
    expect(await noticed()).to.have.length(0)
  })

  it('that Teams refuses is sent once Teams takes it again, and is said to nobody’s harm', async () => {
    await teams.chat().say('hello')
    await somethingWaits()
    teams.loopback.state.down = true
    expect(await noticed()).to.have.length(0)
    expect(teams.logged.map((one) => (one as { code: string }).code)).to.include(
      'teams/notice-failed',
    )
    expect(JSON.stringify(teams.logged)).not.to.match(/Bearer|AdaptiveCard/)
    teams.loopback.state.down = false
    expect(await noticed()).to.have.length(1)
    expect(await noticed()).to.have.length(0)
  }).timeout(60_000)

  it('is one for each task, whichever of two instances finds it, and wherever somebody was met', async () => {
    const place = createMemoryPlace()
    const [one, other] = await Promise.all(
      [1, 2].map(() =>
        openTeams(clinic.desk, PEOPLE, {
          ...{ loopback: teams.loopback, contacts: createSharedContacts(place) },
        }),
      ),
    )
    if (!one || !other) throw new Error('they did not start')
    later.push(one, other)
    await one.chat().say('hello')
    for (let n = 1; n <= 5; n += 1) {
      await somethingWaits()
      const before = teams.loopback.calls.length
      await Promise.all([one.notify(), other.notify()])
      expect(teams.loopback.calls.length - before, `of task ${n}`).to.equal(1)
    }
    await other.chat().say('hello')
    expect(await noticed(one), 'what they were told of stays told').to.have.length(0)
  })

  it('goes to no address that replies may not go to', async () => {
    await teams.chat().say('hello')
    await somethingWaits()
    const kept = readFileSync(file, 'utf8')
    writeFileSync(file, kept.replace(/"serviceUrl":"[^"]*"/, '"serviceUrl":"https://example.org/"'))
    const again = await restarted()
    expect(await noticed(again)).to.have.length(0)
  })

  it('is kept ready with ids alone, in a file that is nobody else’s', async () => {
    await teams.chat().say('hello')
    const id = await somethingWaits()
    await teams.notify()
    const kept = readFileSync(file, 'utf8')
    expect(Object.keys(JSON.parse(kept) as object)).to.deep.equal([performer.id])
    expect(kept)
      .not.to.match(/Sam|Nadia/)
      .and.not.to.include(id)
    expect(statSync(file).mode & 0o077).to.equal(0)
  })
})

describe('the list of whom Teams can reach', () => {
  it('is refused rather than begun anew when it is damaged', () => {
    const path = join(newFolder(), 'teams.json')
    writeFileSync(path, '{"nadia-okafor": {"object": 1}}')
    expect(() => createContacts(path)).to.throw('config/refused')
  })

  it('is refused when what instances share is damaged', async () => {
    const place = createMemoryPlace()
    await place.swap(undefined, '{"nadia-okafor": {"object": 1}}')
    const told = await createSharedContacts(place).people().catch(String)
    expect(told).to.include('config/refused')
  })
})
