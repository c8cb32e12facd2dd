import { expect } from 'chai'
import { WebSocket } from 'ws'
import { CandourError } from '../../../bot/errors.ts'
import type { SocketRoute } from '../../../adapters/http/route.ts'
import { matcher } from '../../../adapters/http/sockets.ts'
import { createStarter, ok } from './started.ts'

const SECRET = 'she-told-us-so'

describe('the HTTP server’s sockets', () => {
  const { start, stop } = createStarter()
  afterEach(stop)

  describe('a socket', () => {
    const greeting: SocketRoute = {
      path: '/s/:id/stream',
      accept: async ({ params, query }) => {
        if (query.t === 'fail') throw new Error(SECRET)
        if (query.t === 'away') throw new CandourError('store/failed')
        if (query.t !== 'yes') return 403
        return (socket) => {
          socket.send(`hello ${params.id}`)
          if (params.id === 'brief') socket.close()
        }
      },
    }
    const open = (port: number, path: string) => new WebSocket(`ws://127.0.0.1:${port}${path}`)
    const closing = (socket: WebSocket) =>
      new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)))
    const message = (socket: WebSocket) =>
      new Promise<string>((resolve) =>
        socket.once('message', (data: Buffer) => resolve(String(data))),
      )
    const refusedWith = (socket: WebSocket) =>
      new Promise<number>((resolve) => {
        socket.once('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode))
        socket.on('error', () => {})
      })

    it('opens when its route says so, and is closed by it', async () => {
      const { port } = await start([ok], { sockets: [greeting] })
      const socket = open(port, '/s/ann/stream?t=yes')
      expect(await message(socket)).to.equal('hello ann')
      socket.terminate()
      expect(await closing(open(port, '/s/brief/stream?t=yes'))).to.equal(1000)
    })

    it('is refused with its route’s status, without a route, and when that fails', async () => {
      const { port, logged } = await start([ok], { sockets: [greeting] })
      expect(await refusedWith(open(port, '/s/ann/stream'))).to.equal(403)
      expect(await refusedWith(open(port, '/s/ann'))).to.equal(404)
      expect(await refusedWith(open(port, '/ok'))).to.equal(404)
      expect(await refusedWith(open(port, `/s/${SECRET}/stream?t=fail`))).to.equal(500)
      expect(await refusedWith(open(port, '/s/ann/stream?t=away'))).to.equal(503)
      expect(logged.join('')).to.contain('/s/:id/stream').and.not.contain(SECRET)
    })

    it('is refused under a name that is not the server’s own', async () => {
      const { port } = await start([ok], { sockets: [greeting], allowedHosts: ['127.0.0.1'] })
      const headers = { host: 'evil.example' }
      const socket = new WebSocket(`ws://127.0.0.1:${port}/s/ann/stream?t=yes`, { headers })
      expect(await refusedWith(socket)).to.equal(421)
    })

    it('is closed on a client that says more than 1 KiB', async () => {
      const { port } = await start([ok], { sockets: [greeting] })
      const socket = open(port, '/s/ann/stream?t=yes')
      await message(socket)
      socket.send('')
      socket.send('x'.repeat(1025))
      expect(await closing(socket)).to.equal(1009)
    })

    it('stays with a client that answers pings and is dropped with one that does not', async () => {
      const { port } = await start([ok], { sockets: [greeting], limits: { ping: 250 } })
      const alive = open(port, '/s/ann/stream?t=yes')
      const dead = new WebSocket(`ws://127.0.0.1:${port}/s/bob/stream?t=yes`, { autoPong: false })
      expect(await closing(dead)).to.equal(1006)
      expect(alive.readyState).to.equal(WebSocket.OPEN)
      alive.terminate()
    })

    it('is told when the server closes', async () => {
      const { port, server } = await start([ok], { sockets: [greeting] })
      const socket = open(port, '/s/ann/stream?t=yes')
      await message(socket)
      const code = closing(socket)
      await server.close()
      expect(await code).to.equal(1001)
    })

    it('is found by its pattern alone', () => {
      expect(matcher('/s/:id/stream')('/s/a%20b/stream')).to.deep.equal({ id: 'a b' })
      for (const path of ['/s//stream', '/s/a/stream/', '/s/a', '/t/a/stream']) {
        expect(matcher('/s/:id/stream')(path), path).to.equal(undefined)
      }
    })
  })
})
