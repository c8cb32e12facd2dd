import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../../support/browser.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { CARELESS_PAGES, markupInChat, noticed } from '../hostile/careless.ts'
import { batches } from '../hostile/payloads.ts'
import { leaving, shown } from '../hostile/shown.ts'
import { FREE, told } from '../hostile/told.ts'
import { onBuildWith } from '../kit/build.ts'
import { openOne, type OpenHouse } from '../open-houses.ts'
import type { Patient } from '../patient.ts'

const BATCHES: Record<Depth, number> = { short: 1, nightly: Infinity, release: Infinity }
const BY = { id: 'nadia-okafor', role: 'practitioner', assurance: 'demo-sign-in' } as const

export const campaign: Campaign = {
  row: 'I1',
  says: 'Markup, scripts, formulas, directions and templates are given as name, address and reason: in the chat, at the desk, in its record and in the pack they are words, exactly, and nothing runs or is asked for elsewhere.',
  promises: [14],
  run: (depth) => inject(BATCHES[depth]),
  control: (seed) => onBuildWith(CARELESS_PAGES, import.meta.filename, seed),
}

/** In a process that has forgotten to escape: each of the places must give it away. */
export async function onBroken(): Promise<Trials> {
  const { failures } = await inject(1, markupInChat)
  return noticed(PLACES, failures)
}

const PLACES = ['chat', 'queue', 'consultation', 'records', 'pack'] as const

type Spoil = typeof markupInChat

async function inject(most: number, spoil?: Spoil): Promise<Trials> {
  const instance = await openOne({})
  const browser = await launch()
  try {
    const failures: string[] = []
    let trials = 0
    for (const payloads of batches().slice(0, most)) {
      const found = await through(instance, browser, payloads, spoil)
      // The queue shows the name alone.
      trials += payloads.length * (FREE.length * (found.sinks - 1) + 1)
      failures.push(...found.failures)
    }
    return { trials, failures }
  } finally {
    await browser.close()
    await instance.close()
  }
}

async function through(
  instance: OpenHouse,
  browser: Browser,
  payloads: string[],
  spoil: Spoil | undefined,
) {
  const { url, house } = instance
  const patient = await told(url, payloads, true)
  const consultation = (await house.store.sitting(patient.conversation))?.consultation ?? ''
  const context = await browser.newContext()
  const left = leaving(context, url)
  await spoil?.(context)
  const failures: string[] = []
  const sinks: Record<(typeof PLACES)[number], (page: Page) => Promise<void>> = {
    chat: (page) => chat(page, instance, patient, consultation),
    queue: (page) => atDesk(page, url, '/desk'),
    consultation: (page) => atDesk(page, url, `/desk/c/${consultation}`),
    records: (page) => atDesk(page, url, `/desk/c/${consultation}/record`),
    pack: (page) => inPack(page, instance, consultation),
  }
  for (const [sink, open] of Object.entries(sinks)) {
    const page = await context.newPage()
    // What is broken may also lead away, or never end.
    const found = await open(page)
      .then(() => shown(page, payloads))
      .catch((error: unknown) => [`it could not be read: ${String(error).slice(0, 200)}`])
    failures.push(...found.map((what) => `${sink}: ${what}`))
    await page.close()
  }
  await context.close()
  return { sinks: Object.keys(sinks).length, failures: [...failures, ...left] }
}

/** The chat of that very sitting: the page that a link leads to, with the sitting's own token in it. */
async function chat(page: Page, { url, house }: OpenHouse, patient: Patient, consultation: string) {
  const { secret = '' } = await house.candour.desk.makeLink(BY, consultation, 'continue')
  const reply = await fetch(`${url}/c/${secret}`, {
    ...{ method: 'POST', body: new URLSearchParams() },
    headers: { origin: url, 'sec-fetch-site': 'same-origin' },
  })
  const html = (await reply.text()).replace(
    /ey[\w-]+\.[\w-]+\.[\w-]+/,
    patient.authorization.slice(7),
  )
  const headers = Object.fromEntries(reply.headers)
  await page.route('**/c/opened', (route) => route.fulfill({ body: html, headers }))
  await page.goto(`${url}/c/opened`)
  await page.locator('#card *').first().waitFor({ state: 'attached' })
}

async function atDesk(page: Page, url: string, path: string): Promise<void> {
  await page.goto(`${url}${path}`)
  if (!page.url().includes('/sign-in')) return
  const card = page.locator('li.card', { hasText: 'Nadia Okafor' })
  await card.locator('button', { hasText: 'Practitioner' }).first().click()
  await page.waitForURL('**/desk')
  await page.goto(`${url}${path}`)
}

async function inPack(page: Page, { house }: OpenHouse, consultation: string): Promise<void> {
  const { file, said } = await house.candour.desk.pack(BY, consultation)
  if (!file) throw new Error(`no pack: ${said}`)
  const html = unzipSync(file)['record.html']
  await page.goto('about:blank')
  await page.setContent(strFromU8(html ?? new Uint8Array()))
}
