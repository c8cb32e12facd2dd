import { Server } from '../../support/server.ts'
import { Patient } from '../patient.ts'

/** What is attacked. */
export interface Target {
  readonly port: number
  readonly path: string
  readonly authorization: string
  alive(): boolean
  /** Another text when something was taken that should not be. */
  state(): Promise<string>
  stop(): Promise<void>
}

/** The real program, or with settings of its own a broken one, and somebody who has answered twice. */
export async function candour(more: Readonly<Record<string, string>> = {}): Promise<Target> {
  const server = await Server.start(more)
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
