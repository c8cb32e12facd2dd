import { expect } from 'chai'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { createDesk } from '../../../adapters/desk/desk.ts'
import type { DeskOptions } from '../../../adapters/desk/options.ts'
import { settings } from '../../adapters/desk/fake.ts'
import { serve, type Served } from '../../adapters/desk/serve.ts'
import { launch } from '../../support/browser.ts'
import { demoClinic, openClinic, type OpenClinic } from '../../support/clinic.ts'
import * as story from '../../support/stories.ts'
import { hands } from './hands.ts'

/** `WRITE_TRANSCRIPT=1 npx mocha test/browser/desk/keyboard.test.ts` tells it again, to be read before it is kept. */
const FILE = new URL('./as-heard.txt', import.meta.url)
const MINUTE = 60_000
/** What is asked of whoever is here, the first of it. */
const QUESTION = '#prompts article:first-of-type'
const ISSUER = 'https://id.example.org'

/** A provider whose page believes whoever types a name; the real one has tests of its own. */
function providerAt(
  origin: () => string,
  seconds: () => number,
): NonNullable<DeskOptions['provider']> {
  return {
    begin: async () => ({
      url: `${origin()}/provider`,
      begun: { state: '', nonce: '', verifier: '' },
    }),
    finish: async (query) => ({
      ...{ ok: true, issuer: ISSUER, at: seconds() },
      subject: new URLSearchParams(query).get('account') ?? '',
    }),
  }
}

const ASKS = `<!doctype html><html lang="en"><title>The clinic’s provider</title><main>
<h1>The clinic’s provider</h1><form action="/desk/signed-in"><label>Account <input name="account"></label>
<button>Sign in</button></form></main></html>`

function deskOf({ desk, clocks, parts }: OpenClinic, origin: () => string) {
  const seconds = () => Math.floor(Date.parse(clocks.wall()) / 1000)
  const people = demoClinic.people.map((one) => ({
    ...one,
    signIn: [{ issuer: ISSUER, subject: one.id }],
  }))
  const { premises } = demoClinic
  const more = { clocks, chance: parts.chance, people, premises, mode: 'production' as const }
  return createDesk({ ...settings(desk, more), provider: providerAt(origin, seconds) })
}

describe('the desk, as somebody works there who has no mouse and hears it', function () {
  this.timeout(300_000)
  let browser: Browser
  let served: Served
  let clinic: OpenClinic
  let id: string

  before(async () => {
    const routes: Parameters<typeof serve>[0][number][] = []
    served = await serve(routes)
    clinic = openClinic()
    routes.push(...deskOf(clinic, () => served.origin).routes, {
      ...{ method: 'GET', path: '/provider' },
      handle: async () => ({
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
        body: ASKS,
      }),
    })
    const patient = await story.enquired(clinic)
    id = await patient.consultation()
    await story.refuseGp(patient)
    await story.answersAll(clinic, patient)
    await story.prepare(clinic, id)
    browser = await launch()
  })
  after(async () => {
    await browser?.close()
    await served?.close()
  })

  it('signs in, finds who waits, answers, takes consent after signing in again, and sees it in the timeline', async () => {
    const page = await (await browser.newContext()).newPage()
    const lines: string[] = []
    const at = worker(page, lines, served.origin, id)
    await at.signsIn()
    await at.hears('main')
    await at.opens()
    await at.hears(QUESTION)
    await at.decides('Passport')
    await at.decides('Yes, both')
    await at.decides('No, not needed')
    await at.writes('Your answer: GP weighing', 'Nothing in the history calls for it.')
    await at.hears(QUESTION)

    // A week later, when the patient has read, thought and signed.
    await story.decidesAll(clinic, id)
    await story.reflect(clinic, id)
    await story.sign(clinic, id)
    lines.push('', 'a week later', '')
    await at.signsIn()
    await at.finds('sam')
    await at.opensFound()
    await at.hears(QUESTION)
    await at.decides('Yes, with me now')
    await at.decides('Yes, I have made sure')
    later(clinic, 9)
    await at.decides('Yes, alone')
    later(clinic, 2)
    await at.reloads()
    await at.hears(QUESTION)
    await at.signsInAgain()
    await at.decides('Take consent')
    await at.seesTheTimeline()
    await at.hears('main section:last-of-type')

    const [{ by } = {}] =
      (await clinic.desk.look(story.performer, id))?.facts.filter(
        ({ name }) => name === 'consent-taken-at',
      ) ?? []
    expect(by).to.equal(story.performer.name)
    const told = `${lines.join('\n')}\n`
    if (process.env['WRITE_TRANSCRIPT']) writeFileSync(FILE, told)
    expect(told).to.equal(readFileSync(FILE, 'utf8'))
  })
})

function later({ clocks }: OpenClinic, minutes: number): void {
  clocks.set(new Date(Date.parse(clocks.wall()) + minutes * MINUTE).toISOString())
}

/** Nadia Okafor at her desk. */
function worker(page: Page, lines: string[], origin: string, id: string) {
  const note = (line: string) => void lines.push(line)
  const { presses, types } = hands(page, note)
  const atCase = `${origin}/desk/c/${id}`
  const arrives = async () => {
    note(`page   ${await page.title()}`)
    // A browser moves the focus with the first frame that it draws.
    if ((await page.locator('[autofocus]').count()) > 0)
      await page.locator('[autofocus]:focus').waitFor()
    const said = page.getByRole('status')
    for (const one of await said.allInnerTexts()) if (one !== '') note(`said   ${one}`)
  }
  const atProvider = async () => {
    await types('Account', 'nadia-okafor')
    await presses('Sign in', /\/desk\/(role|c\/[\w-]+)$/)
  }
  return {
    async signsIn() {
      await page.goto(`${origin}/desk/sign-in`)
      await arrives()
      await presses('Sign in with your clinic account', '**/provider')
      await atProvider()
      await arrives()
      await presses(/^Performer/, '**/desk')
      await arrives()
    },
    async signsInAgain() {
      await presses('Sign in again', '**/provider')
      await atProvider()
      await arrives()
    },
    async opens() {
      await presses('Sam Example', atCase)
      await arrives()
    },
    async finds(name: string) {
      await types('Find a person', name)
      await presses('Find', '**/desk/persons')
      await arrives()
    },
    async opensFound() {
      await presses('Sam Example', atCase)
      await arrives()
    },
    async decides(label: string) {
      await presses(label, atCase)
      await arrives()
    },
    async writes(label: string, words: string) {
      await types(label, words)
      await presses('Save this answer', atCase)
      await arrives()
    },
    async reloads() {
      await page.reload()
      await arrives()
    },
    async seesTheTimeline() {
      await presses('As a timeline, day by day', '**/timeline')
      await arrives()
    },
    /** The tree that a screen reader reads, without what is another each time. */
    async hears(part: string) {
      const tree = await page.locator(part).ariaSnapshot()
      const told = tree.replaceAll(id, 'ID').replaceAll(/person-[\w-]+/g, 'PERSON')
      lines.push(...told.split('\n').map((line) => `       ${line}`), '')
    },
  }
}
