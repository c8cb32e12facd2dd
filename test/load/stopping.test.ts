import { expect } from 'chai'
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { Server } from '../support/server.ts'

describe('a server that is told to stop', () => {
  let server: Server
  before(async function () {
    this.timeout(60_000)
    server = await Server.start()
  })
  after(() => server.stop())

  it('answers the turn that it is reading, keeps it, and takes no other', async () => {
    const { token, conversation, question } = await asked()
    const body = JSON.stringify({ type: 'message', value: { question, choice: 'go-on' } })
    const socket = connect(server.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(head(`/v3/directline/conversations/${conversation}/activities`, token, body))
    socket.write(body.slice(0, 10))
    await fetch(`${server.url}/healthz`)
    const gone = server.terminate()
    await refused()
    socket.write(body.slice(10))
    expect(await text(socket)).to.match(/^HTTP\/1.1 200 /)
    expect(await gone).to.equal(0)
    const { code, said } = await server.verify()
    expect(code, said).to.equal(0)
    // The beginning of the consultation, and this answer.
    expect(said).to.match(/: holds, 2 records$/m)
  }).timeout(60_000)

  async function asked() {
    const { token, conversationId } = await post('/tokens/generate', { site: 'demo' })
    await post('/conversations', {}, token)
    const activities = (await (
      await fetch(`${server.url}/v3/directline/conversations/${conversationId}/activities`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).json()) as { activities: { channelData?: { candour?: { question?: { id: string } } } }[] }
    const question = activities.activities.at(-1)?.channelData?.candour?.question?.id
    return { token, conversation: conversationId, question }
  }

  async function post(path: string, body: object, token?: string) {
    const reply = await fetch(`${server.url}/v3/directline${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    })
    return (await reply.json()) as { token: string; conversationId: string }
  }

  /** Resolves when nobody is let in any more. */
  async function refused(): Promise<void> {
    while (
      await fetch(`${server.url}/healthz`, { headers: { connection: 'close' } }).then(always, never)
    );
  }
})

const always = () => true
const never = () => false

const head = (path: string, token: string, body: string) =>
  [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'connection: close',
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    '\r\n',
  ].join('\r\n')
