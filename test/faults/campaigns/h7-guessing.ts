import type { Campaign, Depth } from '../campaign.ts'
import { UNCOUNTED } from '../postgres/sabotage.ts'
import { type Race, races } from '../racing.ts'

const TRIALS: Record<Depth, number> = { short: 4, nightly: 300, release: 3000 }

export const campaign: Campaign = {
  row: 'H7',
  says: 'Somebody who found a link guesses the date of birth, twelve times at once at three instances: five guesses are judged, and then the right date opens nothing.',
  promises: [11],
  run: (depth, seed) => guessing(TRIALS[depth], seed),
  control: (seed) => guessing(40, seed, UNCOUNTED),
}

const guessing = (many: number, seed: number, sabotage?: string) =>
  races({ many, seed, sabotage, trialsEach: 20, answered: 6, trial })

const GUESSES = 12
const RIGHT = '1990-04-03'

async function trial({ houses, patient, trial: n, any }: Race): Promise<readonly string[]> {
  const here = houses.all[0]?.house
  const before = (await here?.store.sitting(patient.conversation))?.consultation ?? ''
  const by = { id: 'nadia-okafor', role: 'practitioner', assurance: 'demo-sign-in' } as const
  const { secret = '', said } = (await here?.candour.desk.makeLink(by, before, 'continue')) ?? {}
  if (!secret) return [`no link was made: ${said ?? ''}`]
  patient.taken += 1
  const door = await open(any(), secret)
  if (!door) return ['the link did not open its door']
  let judged = 0
  const guess = async (at: string, date: string) => {
    const status = await knock(at, door, date)
    judged += status === 200 ? 1 : 0
    return status
  }
  const guesses = Array.from({ length: GUESSES }, (_, day) => `1980-01-${String(day + 10)}`)
  if (n % 4 === 3) for (const date of guesses) await guess(any(), date)
  else await Promise.all(guesses.map((date) => guess(any(), date)))
  while ((await guess(any(), '1980-02-01')) === 503);
  // Those who were told to try again have not been judged yet: they are by now.
  for (let more = 0; more < 5; more += 1) await guess(any(), `1980-03-1${more}`)
  const right = await knock(any(), door, RIGHT)
  return [
    ...(judged > 5 ? [`${judged} guesses were judged`] : []),
    ...(right === 404 ? [] : [`after ${judged} guesses the right date was told ${right}`]),
  ]
}

interface Door {
  readonly conversation: string
  readonly token: string
}

async function open(at: string, secret: string): Promise<Door | undefined> {
  const page = await fetch(`${at}/c/${secret}`, {
    ...{ method: 'POST', body: new URLSearchParams() },
    headers: { origin: at, 'sec-fetch-site': 'same-origin' },
  })
  const token = /ey[\w-]+\.[\w-]+\.[\w-]+/.exec(await page.text())?.[0]
  if (!token) return undefined
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()
  const { sitting } = JSON.parse(claims) as { sitting: string }
  return { token, conversation: sitting }
}

let knocks = 0

async function knock(at: string, { conversation, token }: Door, date: string): Promise<number> {
  const key = `knock-${(knocks += 1)}`
  const response = await fetch(`${at}/v3/directline/conversations/${conversation}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ type: 'message', from: { id: 'x' }, value: { answer: date } },
      channelData: { candour: { key } },
    }),
  })
  await response.body?.cancel()
  return response.status
}
