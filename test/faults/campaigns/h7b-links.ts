import { randomBytes } from 'node:crypto'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { type Houses, withHouses } from '../open-houses.ts'
import { Patient } from '../patient.ts'
import { asOwner, rowsOf } from '../postgres/own.ts'
import { LINGERING } from '../postgres/sabotage.ts'

/** Which says whose address it saw: on loopback alone everybody shares one, and a larger budget. */
const BEHIND_A_PROXY = { CANDOUR_ORIGIN: 'https://candour.example' }
const SAMPLES: Record<Depth, number> = { short: 40, nightly: 400, release: 3300 }
/** How far from a half the chance may be that a link of one kind takes longer than one made up. */
const TELLING: Record<Depth, number> = { short: 0.3, nightly: 0.12, release: 0.05 }

export const campaign: Campaign = {
  row: 'H7b',
  says: 'Links are tried that are made up, used, or past their time, from many addresses and from one: each is told the same in times that tell nothing, and one address is answered no oftener than its budget.',
  promises: [11],
  run: (depth) => tryLinks(SAMPLES[depth], TELLING[depth]),
  // Whatever reads a link that is there takes a little longer.
  control: () => tryLinks(SAMPLES.short, TELLING.short, LINGERING),
}

function tryLinks(samples: number, telling: number, sabotage?: string): Promise<Trials> {
  return withHouses(1, sabotage, BEHIND_A_PROXY, async (houses) => {
    const url = houses.all[0]?.url ?? ''
    const { used, late } = await linksOf(houses, url)
    const kinds = { 'made up': () => madeUp(), used: () => used, 'past its time': () => late }
    const times: Record<string, number[]> = {}
    const told = new Set<string>()
    for (let n = 0; n < samples; n += 1)
      for (const [kind, secret] of Object.entries(kinds)) {
        const one = await tryOne(url, secret(), `192.0.2.${1 + (n % 200)}`)
        told.add(`${one.status} ${one.page}`)
        ;(times[kind] ??= []).push(one.took)
      }
    const slowed = await flood(url)
    return {
      trials: samples * Object.keys(kinds).length + slowed.trials,
      failures: [
        ...(told.size === 1 ? [] : [`${told.size} different pages were told`]),
        ...oracles(times, telling),
        ...slowed.failures,
      ],
    }
  })
}

/** One that somebody has used, and one that has waited too long. */
async function linksOf({ all, settings }: Houses, url: string) {
  const patient = new Patient(() => url, 'has links')
  await patient.begin()
  await patient.answer(6)
  const { candour, store } = all[0]?.house ?? {}
  const consultation = (await store?.sitting(patient.conversation))?.consultation ?? ''
  const by = { id: 'nadia-okafor', role: 'practitioner', assurance: 'demo-sign-in' } as const
  const make = async () =>
    (await candour?.desk.makeLink(by, consultation, 'continue'))?.secret ?? ''
  const [used, late] = [await make(), await make()]
  await tryOne(url, used, '192.0.2.250')
  const owner = asOwner(settings['CANDOUR_POSTGRES'] ?? '')
  await rowsOf(owner, "UPDATE link SET expires = '2020-01-01T00:00:00.000Z'")
  return { used, late }
}

const madeUp = () => randomBytes(16).toString('base64url')

async function tryOne(url: string, secret: string, address: string) {
  const began = performance.now()
  const { status, page } = await press(`${url}/c/${secret}`, address)
  const took = performance.now() - began
  // What differs each time, whatever the link is.
  return { status, took, page: page.replace(/nonce="[^"]*"/g, '') }
}

async function press(at: string, address: string): Promise<{ status: number; page: string }> {
  const reply = await fetch(at, {
    ...{ method: 'POST', body: new URLSearchParams() },
    headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': `${madeUp()}, ${address}` },
  })
  return { status: reply.status, page: await reply.text() }
}

/** Of each kind against those made up: how often it takes longer. A half of the time tells nothing. */
function oracles(times: Readonly<Record<string, readonly number[]>>, telling: number): string[] {
  const { 'made up': base = [], ...others } = times
  return Object.entries(others).flatMap(([kind, all]) => {
    const longer = all.flatMap((one) => base.map((other) => Number(one > other)))
    const share = longer.reduce((sum, one) => sum + one, 0) / longer.length
    const tells = Math.abs(share - 0.5) > telling
    return tells ? [`a link ${kind} took longer ${Math.round(share * 100)} times of a hundred`] : []
  })
}

const TRIES = 600
const [BURST, EACH_SECOND] = [200, 50]

/** All at once from one address, which says that it is many. */
async function flood(url: string): Promise<Trials> {
  const began = performance.now()
  const all = await Promise.all(
    Array.from({ length: TRIES }, () => press(`${url}/c/${madeUp()}`, '198.51.100.1')),
  )
  const seconds = (performance.now() - began) / 1000
  const answered = all.filter(({ status }) => status !== 429).length
  const most = BURST + Math.ceil(seconds * EACH_SECOND) + 1
  const failures = answered > most ? [`${answered} were answered of ${TRIES}, not ${most}`] : []
  return { trials: TRIES, failures }
}
