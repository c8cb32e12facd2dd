import { expect } from 'chai'
import { openPrivately } from '../../../support/private.ts'
import { WELCOME } from '../../../support/stories.ts'
import { openHouse } from './house.ts'

const PAIRS = 60

/** Somebody at a real server, before whom a private question is. */
async function asked(house: Awaited<ReturnType<typeof openHouse>>) {
  const { get, post, id } = await house.begin()
  const activities = async () => (await get('/activities')).body['activities'] as Activity[]
  const question = async () => (await activities()).at(-1)?.channelData?.candour?.question
  const send = async (key: string, value: object) =>
    post('/activities', {
      ...{ type: 'message', id: key, from: { id: 'me' }, value },
      deliveryMode: 'expectReplies',
    })
  for (const [n, choice] of WELCOME.entries())
    await send(`welcome-${n}`, { question: (await question())?.id, choice })
  const { id: own, kind } = (await question()) ?? {}
  expect(kind).to.equal('private')
  return { id, get, answer: (said: string) => send('said', { question: own, answer: said }) }
}

interface Activity {
  readonly channelData?: {
    readonly candour?: { readonly question?: { readonly id: string; readonly kind: string } }
  }
}

/** What the device gets for an answer in private, and how long that took. */
async function traffic(house: Awaited<ReturnType<typeof openHouse>>, said: string) {
  const { id, get, answer } = await asked(house)
  const began = performance.now()
  const reply = await answer(said)
  const took = performance.now() - began
  const later = await get('/activities')
  const headers = [reply, later].map(({ headers }) =>
    [...headers].filter(([name]) => name !== 'date'),
  )
  const bodies = [reply.body, later.body]
  const seen = JSON.stringify([bodies, headers])
  return { took, status: reply.status, length: seen.length, seen: alike(seen, id) }
}

/** But for the id of the conversation and the times, which are always of one length. */
const alike = (seen: string, id: string): string =>
  seen.replaceAll(id, '#').replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '·')

const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN

describe('what a device gets for an answer in private', function () {
  this.timeout(60_000)

  it('T-CO5: is the same bytes and as many, whatever the answer was; medians of the time are told', async () => {
    const house = await openHouse(openPrivately({ at: new Date().toISOString() }).sittings as never)
    try {
      const times: Record<string, number[]> = { safe: [], 'not-safe': [] }
      for (let pair = 0; pair < PAIRS; pair += 1) {
        const order = pair % 2 === 0 ? ['safe', 'not-safe'] : ['not-safe', 'safe']
        const found = new Map<string, Awaited<ReturnType<typeof traffic>>>()
        for (const said of order) {
          const one = await traffic(house, said)
          found.set(said, one)
          times[said]?.push(one.took)
        }
        const [yes, no] = [found.get('safe'), found.get('not-safe')]
        expect([no?.status, no?.length]).to.deep.equal([200, yes?.length])
        expect(no?.seen === yes?.seen, `${yes?.seen}\n${no?.seen}`).to.equal(true)
      }
      const [one, other] = [median(times['safe'] ?? []), median(times['not-safe'] ?? [])]
      console.log(
        `    T-CO5: medians of ${PAIRS} each: ${one.toFixed(2)} ms and ${other.toFixed(2)} ms`,
      )
      expect(Number.isFinite(one + other)).to.equal(true)
    } finally {
      await house.close()
    }
  })
})
