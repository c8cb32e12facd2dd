import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Server } from '../../support/server.ts'
import { Patient } from '../patient.ts'

/** What is attacked: the program itself, or a server that is not ours. */
export interface Target {
  readonly port: number
  readonly path: string
  readonly authorization: string
  alive(): boolean
  /** Another text when something was taken that should not be. */
  state(): Promise<string>
  stop(): Promise<void>
}

/** The real program, and somebody who has answered twice. */
export async function candour(): Promise<Target> {
  const server = await Server.start()
  const patient = new Patient(() => server.url, 'attacked')
  await patient.begin()
  await patient.answer(2)
  return {
    port: server.port,
    path: `/v3/directline/conversations/${patient.conversation}/activities`,
    authorization: patient.authorization,
    alive: () => server.alive,
    state: async () => {
      const { said } = await server.verify()
      return `${(await patient.asked()).content}, ${/holds, \d+ records$/m.exec(said)?.[0] ?? said}`
    },
    stop: () => server.stop(),
  }
}

/** The sabotage: the framework’s own way to read a body. */
export async function stock(): Promise<Target> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'stock.mjs')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const port = Number(said.toString())
  return {
    port,
    path: '/v3/directline/conversations/x/activities',
    authorization: 'Bearer x',
    alive: () => child.exitCode === null,
    state: async () => (await fetch(`http://127.0.0.1:${port}/state`)).text(),
    stop: async () => {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
