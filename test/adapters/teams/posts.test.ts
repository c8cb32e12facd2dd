import { expect } from 'chai'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createBot } from '../../../adapters/teams/bot.ts'
import { noticeCard } from '../../../adapters/teams/home.ts'
import { channelAt, type Loopback, openLoopback } from '../../../adapters/teams/loopback.ts'
import { APP, NADIA, SETTINGS } from './chat.ts'
import { fakedTeams } from './faked.ts'

/** Refuses the first of what comes, and takes the rest. */
function refusingOnce({ state, refused }: Loopback): void {
  Object.defineProperty(state, 'down', { get: () => refused.length === 0 })
}

/** As it was refused, and as it was sent again. */
const bothWays = ({ refused, calls }: Loopback) => [refused, calls] as const

describe('a message to Teams', () => {
  const { open, teams } = fakedTeams()
  const { HTTP_PROXY } = process.env
  afterEach(() => {
    delete process.env['HTTP_PROXY']
    if (HTTP_PROXY !== undefined) process.env['HTTP_PROXY'] = HTTP_PROXY
  })

  it('is sent once, and under the activity that it answers', async () => {
    const chat = await open()
    await chat.send({ text: 'hello', id: 'the activity/1' })
    expect(teams().loopback.calls.map(({ method, path }) => [method, path])).to.deep.equal([
      ['POST', '/v3/conversations/a%3Apersonal/activities/the%20activity%2F1'],
    ])
  })

  it('that was refused is sent again the framework’s way, the same to the word', async () => {
    const chat = await open()
    refusingOnce(teams().loopback)
    const { status } = await chat.send({ text: 'hello', id: 'the activity/1' })
    const [first, second] = bothWays(teams().loopback)
    expect([status, first.length]).to.deep.equal([200, 1])
    expect(second).to.deep.equal(first)
  })

  it('that begins by itself is the same too, refused or taken', async () => {
    const loopback = await openLoopback(APP)
    try {
      refusingOnce(loopback)
      await tell(loopback)
      const [first, second] = bothWays(loopback)
      expect(first.map(({ method }) => method)).to.deep.equal(['POST'])
      expect(second).to.deep.equal(first)
    } finally {
      await loopback.close()
    }
  })

  it('that was taken is never sent again, whatever Teams says to it', async () => {
    const heard: unknown[] = []
    const service = createServer(({ url }, response) => {
      heard.push(url)
      response.end('<html>')
    })
    await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
    try {
      const at = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
      await tell({ at, channel: channelAt(at, APP) })
      expect(heard).to.have.length(1)
    } finally {
      service.closeAllConnections()
      service.close()
    }
  })

  it('goes where the framework would send it, where the clinic has a proxy', async () => {
    const loopback = await openLoopback(APP)
    const heard: (string | undefined)[] = []
    const proxy = createServer(({ url }, response) => {
      heard.push(url)
      response.end('{"id":"taken"}')
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    try {
      process.env['HTTP_PROXY'] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
      await tell(loopback)
      expect(heard).to.have.length(1)
      expect(heard[0]).to.include(`${loopback.at}/v3/conversations/a%3A1/activities`)
      expect(loopback.calls).to.deep.equal([])
    } finally {
      proxy.closeAllConnections()
      proxy.close()
      await loopback.close()
    }
  })
})

/** Something that nobody asked for just now. */
function tell({ at, channel }: Pick<Loopback, 'at' | 'channel'>): Promise<void> {
  const where = { conversation: 'a:1', serviceUrl: `${at}/` }
  const to = { object: NADIA, user: '29:nadia', bot: '28:candour', ...where }
  return createBot(SETTINGS, channel).tell(to, { card: noticeCard() })
}
