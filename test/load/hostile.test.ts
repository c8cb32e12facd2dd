import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { SignJWT } from 'jose'
import { Server } from '../support/server.ts'

const JSON_TYPE = { 'content-type': 'application/json' }

describe('hostile input to the real server', function () {
  this.timeout(60_000)
  let server: Server
  let mine: Sitting
  let other: Sitting

  before(async () => {
    server = await Server.start()
    mine = await begin(server)
    other = await begin(server)
    await say(server, mine, { choice: 'go-on' })
    await say(server, other, { choice: 'go-on' })
  })
  after(() => server.stop())

  const HOSTILE: Readonly<Record<string, () => Promise<Answer>>> = {
    'malformed JSON': () => post(server, mine, '{"type":'),
    'a body that claims to be gzip and is not': () =>
      post(server, mine, 'sixteen bytes...', { 'content-encoding': 'gzip' }),
    'a body that is gzip': () =>
      post(server, mine, gzipSync(activity({ choice: 'understood' })), {
        'content-encoding': 'gzip',
      }),
    'ten megabytes': () => post(server, mine, `"${'x'.repeat(10_000_000)}"`),
    'ten thousand levels': () => post(server, mine, '['.repeat(10_000) + ']'.repeat(10_000)),
    'bytes that are no text': () => post(server, mine, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x7d])),
    'a prototype': () => post(server, mine, '{"type":"message","__proto__":{"admin":true}}'),
    'another content type': () =>
      post(server, mine, activity({ choice: 'understood' }), { 'content-type': 'text/plain' }),
    'no token': () => post(server, { ...mine, token: '' }, activity({ choice: 'understood' })),
    'a forged token': async () => {
      const claims = { sitting: mine.id, began: new Date().toISOString() }
      const token = await new SignJWT({ ...claims, channel: 'widget', visitor: true })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime('1h')
        .sign(new Uint8Array(32))
      return post(server, { ...mine, token }, activity({ choice: 'understood' }))
    },
    'somebody else’s sitting': () =>
      post(server, { ...mine, token: other.token }, activity({ choice: 'understood' })),
    'an answer of the wrong kind': () =>
      post(server, mine, JSON.stringify({ type: 'message', value: { choice: { a: 1 } } })),
    'half a character': () =>
      post(
        server,
        mine,
        '{"type":"message","from":{"id":"x"},"value":{"choice":5},"text":"\\ud800"}',
      ),
    'a link that was never made': () => send(server, 'POST', '/c/never-made', '', FORM),
    'another host': () => send(server, 'GET', '/', '', { host: 'evil.example' }),
  }

  for (const [name, attack] of Object.entries(HOSTILE)) {
    it(`${name} gets a clear 4xx that tells nothing of the inside`, async () => {
      const { status, body } = await attack()
      expect(status, body).to.be.within(400, 499)
      expect(body).not.to.match(/\bat .*\.ts|node_modules|Error:|stack|sqlite/i)
    })
  }

  it('leaves the server answering and the records as they were', async () => {
    const asked = await last(server, mine)
    expect(asked?.content).to.equal('welcome/privacy')
    await say(server, mine, { choice: 'understood' })
    expect((await last(server, mine))?.content).to.equal('welcome/help-needed')
    const { code, said } = await server.verify()
    expect(code, said).to.equal(0)
    expect(said).to.match(/holds, 3 records/)
  })

  it('a link works once, also for two who press at the same moment', async () => {
    await say(server, mine, undefined, { command: 'continue-later' })
    const { activities } = await read(server, mine)
    const link = activities.map((one) => one.channelData?.candour?.link).find(Boolean) ?? ''
    const pressed = await Promise.all(
      [1, 2, 3, 4].map(() => send(server, 'POST', new URL(link, server.url).pathname, '', FORM)),
    )
    expect(pressed.map(({ status }) => status).sort()).to.deep.equal([200, 410, 410, 410])
  })
})

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

interface Sitting {
  readonly id: string
  readonly token: string
}
interface Answer {
  readonly status: number
  readonly body: string
}
interface Seen {
  readonly channelData?: {
    readonly candour?: { readonly link?: string; readonly question?: Question }
  }
}
interface Question {
  readonly id: string
  readonly content: string
}

async function begin(server: Server): Promise<Sitting> {
  const begun = await send(server, 'POST', '/v3/directline/tokens/generate', '{"site":"demo"}')
  const { conversationId: id, token } = JSON.parse(begun.body) as Record<string, string>
  return { id: id ?? '', token: token ?? '' }
}

let keys = 0

function activity(value: object | undefined, extra: object = {}): string {
  const key = `key-${(keys += 1)}`
  return JSON.stringify({
    ...{ type: 'message', from: { id: 'x' }, channelData: { candour: { key } } },
    value: { ...value, ...extra },
  })
}

async function say(server: Server, sitting: Sitting, value?: object, extra?: object) {
  const { status, body } = await post(server, sitting, activity(value, extra))
  expect(status, body).to.equal(200)
}

const read = async (server: Server, { id, token }: Sitting) => {
  const path = `/v3/directline/conversations/${id}/activities`
  const { body } = await send(server, 'GET', path, '', { authorization: `Bearer ${token}` })
  return JSON.parse(body) as { activities: Seen[] }
}

const last = async (server: Server, sitting: Sitting) =>
  (await read(server, sitting)).activities.at(-1)?.channelData?.candour?.question

function post(
  server: Server,
  { id, token }: Sitting,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const authorization = token ? { authorization: `Bearer ${token}` } : {}
  const path = `/v3/directline/conversations/${id}/activities`
  return send(server, 'POST', path, body, { ...JSON_TYPE, ...authorization, ...headers })
}

/** Node's own client: fetch would put some of these headers right. */
function send(
  server: Server,
  method: string,
  path: string,
  body: string | Buffer,
  headers: Record<string, string> = JSON_TYPE,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { method, path, host: '127.0.0.1', port: server.port, headers, agent: false }
    const sent = request(options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') })
      })
    })
    // A body that is refused early is not read to its end: the answer still counts.
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error)
    })
    sent.end(body)
  })
}
