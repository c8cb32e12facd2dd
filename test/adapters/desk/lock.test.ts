import { expect } from 'chai'
import type { Clocks } from '../../../bot/ports.ts'
import { fakeDesk, settings, visitor } from './fake.ts'

const ACT = '/desk/c/c-4/act'
const DECLINE = { act: 'decline', form: 'decline', reason: 'Hopes that this cannot meet.' }

/** A desk whose wall clock is told, and somebody who has just signed in at it. */
async function opened() {
  const clocks = { clock: at(0), wall: at(0), offset: () => 0 }
  const { desk, calls } = fakeDesk()
  const amira = visitor(settings(desk, { clocks }))
  await amira.signIn()
  const token = await amira.token()
  const minutes = (passed: number) => void (clocks.wall = at(passed))
  return { amira, token, calls, minutes }
}

describe('the desk that nobody has used for a while', () => {
  it('is open a second before ten minutes, and locked at ten', async () => {
    const { amira, minutes } = await opened()
    minutes(10 - 1 / 60)
    expect((await amira.get('/desk')).status).to.equal(200)
    minutes(20 - 2 / 60)
    expect((await amira.get('/desk')).status).to.equal(200)
    minutes(30)
    const { status, headers } = await amira.get('/desk/c/c-4')
    expect([status, headers?.['location']]).to.deep.equal([
      303,
      '/desk/locked?to=%2Fdesk%2Fc%2Fc-4',
    ])
  })

  it('shows nothing of anybody while it is locked, and the way back to where one was', async () => {
    const { amira, minutes } = await opened()
    minutes(10)
    const { body } = await amira.get('/desk/locked?to=/desk/c/c-4')
    expect(body).to.include('The desk is locked').and.to.include('?to=%2Fdesk%2Fc%2Fc-4')
    expect(body).to.not.match(/Amira|Nair|Example/)
  })

  it('is no less unused for a page that asks by itself whether something waits', async () => {
    const { amira, minutes } = await opened()
    for (let passed = 1; passed < 10; passed += 1) {
      minutes(passed)
      expect((await amira.get('/desk/count')).status).to.equal(200)
    }
    minutes(10)
    expect((await amira.get('/desk/count')).status).to.equal(303)
  })

  it('takes nothing that is sent to it, and keeps it for its sender', async () => {
    const { amira, token, calls, minutes } = await opened()
    minutes(11)
    const sent = await amira.post(ACT, { ...DECLINE, token })
    expect([sent.status, sent.headers?.['location']]).to.deep.equal([
      303,
      '/desk/locked?to=/desk/kept',
    ])
    expect(calls).to.deep.equal([])
    await amira.signIn()
    const { body } = await amira.get('/desk/kept')
    expect(body).to.include('Hopes that this cannot meet.').and.to.include(`action="${ACT}"`)
    const fields = Object.fromEntries(
      [...String(body).matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)]
        .map(([, name = '', value = '']) => [name, value] as const)
        .filter(([name]) => name !== 'to'),
    )
    expect((await amira.post(ACT, fields)).status).to.equal(303)
    expect(calls.map(([what, , , act]) => [what, act])).to.deep.equal([
      ['act', { type: 'decline', reason: 'Hopes that this cannot meet.' }],
    ])
  })

  it('leaves the screen by itself where no script covers it, and leads back to the same page', async () => {
    const { amira } = await opened()
    const refresh = async (url: string) =>
      /<noscript\s*>\s*<meta http-equiv="refresh" content="([^"]*)"/.exec(
        String((await amira.get(url)).body),
      )?.[1]
    const to = (path: string) => `605;url=/desk/locked?to=${encodeURIComponent(path)}`
    expect(await refresh('/desk/c/c-4')).to.equal(to('/desk/c/c-4'))
    expect(await refresh('/desk')).to.equal(to('/desk'))
    expect(await refresh('/desk/locked')).to.equal(undefined)
  })

  it('gives what was sent to nobody else, and once', async () => {
    const { amira, token, minutes } = await opened()
    minutes(11)
    await amira.post(ACT, { ...DECLINE, token })
    await amira.signIn('p-jo', 'reception')
    expect((await amira.get('/desk/kept')).status).to.equal(410)
    await amira.signIn()
    expect((await amira.get('/desk/kept')).status).to.equal(200)
    expect((await amira.get('/desk/kept')).status).to.equal(410)
  })

  it('lets a form that was open in another tab still be sent after signing in again', async () => {
    const { amira, token, calls, minutes } = await opened()
    minutes(11)
    await amira.get('/desk')
    await amira.signIn()
    expect((await amira.post(ACT, { ...DECLINE, token })).status).to.equal(303)
    expect(calls).to.have.length(1)
  })

  it('leads nowhere but to a page of the desk afterwards', async () => {
    const { amira } = await opened()
    for (const to of ['//evil.test', 'https://evil.test', '/desk/../x?y', '/other', '/desk\\x']) {
      const { headers } = await amira.get(`/desk/locked?to=${encodeURIComponent(to)}`)
      expect(headers?.['location'], to).to.equal('/desk')
    }
  })
})

function at(minutes: number): Clocks['wall'] {
  const time = Date.parse('2026-11-21T09:00:00.000Z') + minutes * 60_000
  return () => new Date(time).toISOString() as ReturnType<Clocks['wall']>
}
