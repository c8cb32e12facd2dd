import { expect } from 'chai'
import { createDesk, type DeskOptions } from '../../../adapters/desk/desk.ts'
import { PEOPLE } from './believable.ts'
import { PERMISSIONS } from '../../../adapters/desk/permissions.ts'
import { fakeDesk, ORIGIN, settings, visitor } from './fake.ts'

type Clocks = DeskOptions['clocks']

const FORM = { act: 'withdraw' }
const ACT = '/desk/c/c-4/act'

describe('the door of the desk', () => {
  it('sends everybody who is not signed in to the sign-in, whatever they ask for', async () => {
    const { desk, calls } = fakeDesk()
    const { routes } = createDesk(settings(desk))
    const closed = routes.filter(
      ({ method, path }) => PERMISSIONS[`${method} ${path}`] !== 'anybody',
    )
    expect(closed).to.have.length.above(8)
    for (const { method, path } of closed) {
      const stranger = visitor(settings(desk))
      const url = path.replace(':id', 'c-4')
      const { status, headers } = await (method === 'GET'
        ? stranger.get(url)
        : stranger.post(url, FORM))
      expect([status, headers?.['location']], `${method} ${path}`).to.deep.equal([
        303,
        '/desk/sign-in',
      ])
    }
    expect(calls).to.deep.equal([])
  })

  it('keeps the session in a cookie that scripts and other sites do not get', async () => {
    const { headers } = await visitor(settings(fakeDesk().desk)).signIn()
    expect(String(headers?.['set-cookie'])).to.match(
      /^candour-desk=[\w-]+\.[\w-]+\.[\w-]+; Path=\/desk; HttpOnly; SameSite=Strict; Max-Age=28800$/,
    )
  })

  it('signs nobody in as what they are not', async () => {
    const jo = visitor(settings(fakeDesk().desk))
    const { status, body } = await jo.signIn('p-jo', 'performer')
    expect(status).to.equal(422)
    expect(body).to.include('role="alert"')
    expect(jo.cookies).to.deep.equal({})
  })

  it('takes a form of our own page', async () => {
    const { desk, calls } = fakeDesk()
    const amira = visitor(settings(desk))
    await amira.signIn()
    const { status } = await amira.post(ACT, { ...FORM, token: await amira.token() })
    expect(status).to.equal(303)
    expect(calls[0]?.[1]).to.deep.equal({
      id: 'p-amira',
      role: 'performer',
      name: 'Amira Haddad',
      assurance: 'demo-sign-in',
    })
  })

  it('refuses a form without the token of its session', async () => {
    const { desk, calls } = fakeDesk()
    const [amira, jo] = [visitor(settings(desk)), visitor(settings(desk, { chance: others }))]
    await amira.signIn()
    await jo.signIn('p-jo', 'reception')
    for (const token of ['', 'guessed', await jo.token()]) {
      expect((await amira.post(ACT, { ...FORM, token })).status, token).to.equal(403)
    }
    expect(calls).to.deep.equal([])
  })

  it('refuses a form from anywhere else, or from nowhere that is known', async () => {
    const { desk, calls } = fakeDesk()
    const amira = visitor(settings(desk))
    await amira.signIn()
    const token = await amira.token()
    for (const headers of [
      { origin: 'http://evil.test' },
      { origin: 'null' },
      { origin: `${ORIGIN}.evil.test` },
      { origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
      { origin: ORIGIN, 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
      {},
    ]) {
      const { status } = await amira.post(ACT, { ...FORM, token }, headers)
      expect(status, JSON.stringify(headers)).to.equal(403)
    }
    expect(calls).to.deep.equal([])
  })

  it('refuses a sign-in that another site sent', async () => {
    const amira = visitor(settings(fakeDesk().desk))
    const who = { person: 'p-amira', role: 'performer' }
    const { status } = await amira.post('/desk/sign-in', who, { origin: 'http://evil.test' })
    expect([status, amira.cookies]).to.deep.equal([403, {}])
  })
})

describe('a session at the desk', () => {
  it('ends eight hours after the sign-in', async () => {
    const clocks = { clock: at('14:05'), wall: at('08:00'), offset: () => 0 }
    const amira = visitor(settings(fakeDesk().desk, { clocks }))
    await amira.signIn()
    for (let minute = 9; minute < 480; minute += 9) {
      clocks.wall = at(clockTime(8 * 60 + minute))
      expect((await amira.get('/desk')).status, `${minute} minutes`).to.equal(200)
    }
    clocks.wall = at('15:59')
    expect((await amira.get('/desk')).status).to.equal(200)
    clocks.wall = at('16:00')
    const { status, headers } = await amira.get('/desk')
    expect([status, headers?.['location']]).to.deep.equal([303, '/desk/sign-in'])
  })

  it('ends at once for who has left the clinic or lost the role', async () => {
    const people = PEOPLE.map((one) => ({ ...one }))
    const amira = visitor(settings(fakeDesk().desk, { people }))
    await amira.signIn()
    people[0]!.roles = ['practitioner']
    expect((await amira.get('/desk')).status).to.equal(303)
  })

  it('is over after signing out, also for a copy of its cookie', async () => {
    const amira = visitor(settings(fakeDesk().desk))
    await amira.signIn()
    const copy = { ...amira.cookies }
    const { headers } = await amira.post('/desk/sign-out', { token: await amira.token() })
    expect(headers?.['location']).to.equal('/desk/sign-in')
    expect(amira.cookies).to.deep.equal({})
    Object.assign(amira.cookies, copy)
    expect((await amira.get('/desk')).status).to.equal(303)
  })

  it('is not made of anything that another secret signed, or that was changed', async () => {
    const { desk } = fakeDesk()
    const forger = visitor(settings(desk, { secret: new Uint8Array(32).fill(8) }))
    await forger.signIn()
    const amira = visitor(settings(desk))
    Object.assign(amira.cookies, forger.cookies)
    expect((await amira.get('/desk')).status).to.equal(303)
    await amira.signIn()
    const [head, , signature] = (amira.cookies['candour-desk'] ?? '').split('.')
    const claims = Buffer.from('{"sub":"p-tom","role":"prescriber"}').toString('base64url')
    amira.cookies['candour-desk'] = [head, claims, signature].join('.')
    expect((await amira.get('/desk')).status).to.equal(303)
  })

  it('is not made of what is signed for another use', async () => {
    const amira = visitor(settings(fakeDesk().desk))
    await amira.signIn()
    await amira.post(ACT, { ...FORM, token: await amira.token() })
    amira.cookies['candour-desk'] = amira.cookies['candour-desk-said'] ?? ''
    expect((await amira.get('/desk')).status).to.equal(303)
  })
})

const clockTime = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

const others = { bytes: (length: number) => new Uint8Array(length), id: () => 'another' }

function at(time: string): Clocks['wall'] {
  return () => `2026-11-21T${time}:00.000Z` as ReturnType<Clocks['wall']>
}
