import type { Page } from 'playwright-core'
import { openPages, type PagesHouse } from '../../browser/pages/house.ts'
import { readerAt } from '../../browser/pages/reader.ts'
import { launch } from '../../support/browser.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { batches } from '../hostile/payloads.ts'
import { leaving, shown } from '../hostile/shown.ts'
import { CARELESS, type Sink, SINKS } from '../hostile/sinks.ts'
import { told } from '../hostile/told.ts'
import { onBuildWith } from '../kit/build.ts'
import { openOne } from '../open-houses.ts'

const BATCHES: Record<Depth, number> = { short: 1, nightly: Infinity, release: Infinity }

export const campaign: Campaign = {
  row: 'I1b',
  says: 'The same as in I1 comes to the pages without scripts and to cards of Teams, where it is words, exactly; to the printed record, where it does nothing; and to files, mails and the log, where it never is.',
  promises: [14],
  run: (depth) => inject(batches().slice(0, BATCHES[depth])),
  // Each of them is careless: all must be noticed.
  control: async (seed) => {
    const { trials, failures } = await onBuildWith(CARELESS, import.meta.filename, seed)
    const isNoticed = (name: string) => failures.some((what) => what.startsWith(`${name}: `))
    return { trials, failures: [...Object.keys(SINKS), PAGES].every(isNoticed) ? failures : [] }
  },
}

const PAGES = 'the pages without scripts'

async function inject(all: readonly string[][]): Promise<Trials> {
  const failures: string[] = []
  const sinks = Object.entries(SINKS)
  let trials = 0
  for (const payloads of all) {
    for (const [name, sink] of sinks)
      failures.push(...(await through(sink, payloads)).map((one) => `${name}: ${one}`))
    failures.push(...(await onPages(payloads)).map((one) => `${PAGES}: ${one}`))
    trials += payloads.length * (sinks.length + 1)
  }
  return { trials, failures }
}

async function through(sink: Sink, payloads: readonly string[]) {
  const instance = await openOne({})
  try {
    const patient = await told(instance.url, payloads, true)
    const row = await instance.house.store.sitting(patient.conversation)
    const made = await sink.made({ instance, consultation: row?.consultation ?? '', payloads })
    return sink.faults(made, payloads)
  } finally {
    await instance.close()
  }
}

/** Typed into the form, and read on the page where somebody looks over what they have said. */
async function onPages(payloads: readonly string[]): Promise<string[]> {
  const house = await openPages()
  const browser = await launch()
  try {
    const context = await browser.newContext()
    const left = leaving(context, house.url)
    const page = await context.newPage()
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
