import type { BrowserContext, Page } from 'playwright-core'
import { openPages, type PagesHouse } from '../../browser/pages/house.ts'
import { readerAt } from '../../browser/pages/reader.ts'
import { launch } from '../../support/browser.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { batches } from '../hostile/payloads.ts'
import { leaving, shown } from '../hostile/shown.ts'
import { type Sink, SINKS } from '../hostile/sinks.ts'
import { told } from '../hostile/told.ts'
import { openOne } from '../open-houses.ts'

const BATCHES: Record<Depth, number> = { short: 1, nightly: Infinity, release: Infinity }

export const campaign: Campaign = {
  row: 'I1b',
  says: 'The same as in I1 comes to the pages without scripts and to cards of Teams, where it is words, exactly; to the printed record, where it does nothing; and to files, mails and the log, where it never is.',
  promises: [14],
  run: (depth) => inject(batches().slice(0, BATCHES[depth]), false),
  // Each of them careless once: all must be noticed.
  control: async () => {
    const [batch = []] = batches()
    const unnoticed = []
    for (const name of [...Object.keys(SINKS), PAGES]) {
      const { failures } = await inject([batch], true, name)
      if (failures.length === 0) unnoticed.push(name)
    }
    return { trials: 1, failures: unnoticed.length > 0 ? [] : ['each was noticed'] }
  },
}

const PAGES = 'the pages without scripts'

async function inject(all: readonly string[][], careless: boolean, only?: string): Promise<Trials> {
  const failures: string[] = []
  const sinks = Object.entries(SINKS).filter(([name]) => !only || name === only)
  let trials = 0
  for (const payloads of all) {
    for (const [name, sink] of sinks)
      failures.push(...(await through(sink, payloads, careless)).map((one) => `${name}: ${one}`))
    const pages = !only || only === PAGES ? await onPages(payloads, careless) : []
    failures.push(...pages.map((one) => `${PAGES}: ${one}`))
    trials += payloads.length * (only ? 1 : sinks.length + 1)
  }
  return { trials, failures }
}

async function through(sink: Sink, payloads: readonly string[], careless: boolean) {
  const instance = await openOne({})
  try {
    const patient = await told(instance.url, payloads, true)
    const row = await instance.house.store.sitting(patient.conversation)
    const made = await sink.made({ instance, consultation: row?.consultation ?? '', payloads })
    return sink.faults(careless ? sink.careless(made, payloads) : made, payloads)
  } finally {
    await instance.close()
  }
}

/** Typed into the form, and read on the page where somebody looks over what they have said. */
async function onPages(payloads: readonly string[], careless: boolean): Promise<string[]> {
  const house = await openPages()
  const browser = await launch()
  try {
    const context = await browser.newContext(careless ? { bypassCSP: true } : {})
    const left = leaving(context, house.url)
    const page = await context.newPage()
    if (careless) await withoutEscapes(context)
    await answered(page, house, payloads)
    return [...(await shown(page, payloads)), ...left]
  } finally {
    await browser.close()
    await house.close()
  }
}

async function answered(page: Page, house: PagesHouse, payloads: readonly string[]): Promise<void> {
  await page.goto(`${house.url}/pages`)
  await page.locator('main form button').first().click()
  const reader = readerAt(page, house)
  const reason = { answer: payloads.join('\n') }
  await reader.answersAll({ 'enquiry/reason': reason }, 'enquiry/hoped-for')
  await page.goto(`${house.url}/pages/answers`)
}

/** The sabotage: a build that has forgotten to escape. */
async function withoutEscapes(context: BrowserContext): Promise<void> {
  await context.route('**/pages/answers', async (route) => {
    const response = await route.fetch({ maxRedirects: 0 })
    const body = (await response.text()).replace(/&#(\d+);/g, (_, sign: string) =>
      String.fromCodePoint(Number(sign)),
    )
    return route.fulfill({ response, body })
  })
}
