import { createServer, type AddressInfo } from 'node:net'
import { expect } from 'chai'
import { createPost, NotSent, type PostOptions } from '../../../adapters/mail/post.ts'
import { CERTIFICATE, headerOf, openSmtp, type Smtp, wordsOf } from './server.ts'

const MAIL = { id: 'a-task', to: 'sam@example.org', subject: 'A subject', text: 'It’s here.' }

describe('a mail', () => {
  const open: Smtp[] = []
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close()
  })

  async function server(...given: Parameters<typeof openSmtp>): Promise<Smtp> {
    const one = await openSmtp(...given)
    open.push(one)
    return one
  }

  /** What became of one mail: nothing, or why it was not sent. */
  async function sent(port: number, more: Partial<PostOptions> = {}): Promise<string | undefined> {
    const post = createPost({
      ...{ host: 'localhost', port, tls: 'starttls', from: 'no-reply@clinic.example' },
      ...{ ca: CERTIFICATE, patience: 5_000, ...more },
    })
    try {
      return await post.send(MAIL).then(
        () => undefined,
        (error: unknown) => {
          if (!(error instanceof NotSent)) throw error
          expect(`${error.message} ${error.code} ${error.stack}`).to.not.include('sam@')
          return error.why
        },
      )
    } finally {
      post.close()
    }
  }

  it('is sent over TLS, by a name that its task gives it, as one that no machine answers', async () => {
    const { port, received } = await server()
    expect(await sent(port)).to.equal(undefined)
    const [mail, ...more] = received
    expect([more, mail?.to, mail?.secure]).to.deep.equal([[], 'sam@example.org', true])
    expect(mail && wordsOf(mail)).to.equal('It’s here.')
    const heads = ['Subject', 'From', 'Message-ID', 'Auto-Submitted'].map(
      (name) => mail && headerOf(mail, name),
    )
    expect(heads).to.deep.equal([
      ...['A subject', 'no-reply@clinic.example'],
      ...['<a-task@clinic.example>', 'auto-generated'],
    ])
  })

  it('is sent over TLS from the first byte, where that is the setting', async () => {
    const { port, received } = await server({ secure: true })
    expect(await sent(port, { tls: 'implicit' })).to.equal(undefined)
    expect(received.map(({ secure }) => secure)).to.deep.equal([true])
  })

  it('is not sent by a server that offers no TLS', async () => {
    const { port, received } = await server({ disabledCommands: ['STARTTLS'] })
    expect(await sent(port)).to.equal('away')
    expect(received).to.deep.equal([])
  })

  it('is not sent by a server whose certificate nobody vouches for', async () => {
    const { port, received } = await server()
    expect(await sent(port, { ca: '' })).to.equal('away')
    expect(received).to.deep.equal([])
  })

  it('is sent with the account of the clinic, and not at all with a wrong one', async () => {
    const onAuth: NonNullable<Parameters<typeof openSmtp>[0]>['onAuth'] = (auth, _, done) =>
      auth.username === 'clinic' && auth.password === 'right'
        ? done(null, { user: 'clinic' })
        : done(new Error('no'))
    const { port, received } = await server({ authOptional: false, onAuth })
    expect(await sent(port, { account: { user: 'clinic', pass: 'wrong' } })).to.equal('away')
    expect(received).to.deep.equal([])
    expect(await sent(port, { account: { user: 'clinic', pass: 'right' } })).to.equal(undefined)
    expect(received).to.have.lengthOf(1)
  })

  for (const [what, code, why] of [
    ['an address that it does not know', 550, 'ever'],
    ['an address for the first time, greylisted', 451, 'now'],
    ['an address whose box is full', 452, 'now'],
  ] as const) {
    it(`is refused by a server that is given ${what}`, async () => {
      const { port, received, state } = await server()
      state.refuses = code
      expect(await sent(port)).to.equal(why)
      expect(received).to.deep.equal([])
    })
  }

  it('may have been sent by a server that took it and then said no more', async () => {
    const { port, state } = await server()
    state.silent = true
    expect(await sent(port, { patience: 1_000 })).to.equal('unknown')
    expect(state.hears).to.equal(1)
  })

  it('is not sent where nothing listens', async () => {
    const { port, close } = await openSmtp()
    await close()
    expect(await sent(port)).to.equal('away')
  })

  it('is not waited for without end where something listens and never greets', async () => {
    const silent = createServer(() => {})
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
    const { port } = silent.address() as AddressInfo
    expect(await sent(port, { patience: 300 })).to.be.oneOf(['away', 'unknown'])
    silent.close()
  })
})
