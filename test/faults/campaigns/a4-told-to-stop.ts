import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from '../../support/server.ts'
import type { Campaign, Depth } from '../campaign.ts'
import { ended } from '../kit/ends.ts'
import { numbers } from '../kit/some.ts'
import { endUnderLoad } from '../kit/under-load.ts'
import type { Patient } from '../patient.ts'

const STOPS: Readonly<Record<Depth, number>> = { short: 1, nightly: 30, release: 300 }
/** Whose answers are being read as it is told to stop. */
const READ = 4

export const campaign: Campaign = {
  row: 'A4',
  says: 'The server is told to stop (SIGTERM) while six people answer and four answers have come in half: it answers those, refuses nobody whom it hears, ends by itself, and is started again.',
  promises: [1, 2],
  run: (depth, seed) => stopUnderLoad(STOPS[depth], seed),
  // It ends at once.
  control: (seed) => stopUnderLoad(1, seed, ended('at-once')),
}

function stopUnderLoad(times: number, seed: number, more?: Readonly<Record<string, string>>) {
  const chance = numbers(seed)
  return endUnderLoad({
    ...{ times, more, quiet: READ },
    end: async (server, quiet) => {
      const halves = await Promise.all(quiet.map((one) => half(server, one)))
      const gone = server.terminate()
      await pause(chance() * 200)
      const told = await Promise.all(halves.map((one, n) => rest(one, quiet[n] as Patient)))
      const code = await gone
      const refused = quiet.flatMap((one) => one.refused.splice(0))
      return [
        ...told.filter((status) => status !== 200).map((status) => `half an answer: ${status}`),
        ...(code === 0 ? [] : [`it ended with ${code}`]),
        ...refused.map((status) => `somebody was told ${status}`),
      ]
    },
  })
}

interface Half {
  readonly sent: ClientRequest
  /** What it is answered with, or why it is not. */
  readonly answer: Promise<number | string>
  readonly rest: string
}

/** The server has read the head and the beginning, since it has asked for more. */
async function half(server: Server, patient: Patient): Promise<Half> {
  const body = JSON.stringify(await patient.next())
  const sent = request(`${server.url}${patient.path}`, {
    method: 'POST',
    headers: {
      ...{ authorization: patient.authorization, 'content-type': 'application/json' },
      ...{ 'content-length': Buffer.byteLength(body), expect: '100-continue' },
    },
  })
  const answer = new Promise<number | string>((resolve) => {
    sent.once('response', ({ statusCode = 0 }) => resolve(statusCode))
    sent.on('error', ({ message }) => resolve(message))
  })
  sent.flushHeaders()
  await once(sent, 'continue')
  sent.write(body.slice(0, 10))
  return { sent, answer, rest: body.slice(10) }
}

async function rest(
  { sent, answer, rest: more }: Half,
  patient: Patient,
): Promise<number | string> {
  sent.end(more)
  const status = await answer
  if (status === 200) patient.taken += 1
  return status
}
