import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { answer, asked, until, type Visit, visits } from './visit.ts'

interface Voices {
  /** What is being read, or waits to be. */
  readonly reading: string[]
  readonly said: { readonly text: string; readonly voice: string }[]
}

/** No browser of a test has a voice: this one writes down what it would have said. */
function speechless(voices: readonly object[]): void {
  const reading: string[] = []
  const said: object[] = []
  const speak = ({ text, voice }: { text: string; voice: { name: string } }) => {
    reading.push(text)
    said.push({ text, voice: voice.name })
  }
  const cancel = () => {
    reading.length = 0
    console.log('silent')
  }
  const speechSynthesis = {
    ...{ getVoices: () => voices, speak, cancel },
    addEventListener: (_: string, hear: () => void) => setTimeout(hear),
  }
  class SpeechSynthesisUtterance {
    readonly text: string
    constructor(text: string) {
      this.text = text
    }
  }
  const fakes = { speechSynthesis, SpeechSynthesisUtterance, aloud: { reading, said } }
  for (const [name, value] of Object.entries(fakes))
    Object.defineProperty(window, name, { value, configurable: true })
}

const OWN = { name: 'its own', lang: 'en_GB', localService: true }
const AFAR = { name: 'from afar', lang: 'en-GB', localService: false }
const FRENCH = { name: 'French', lang: 'fr-FR', localService: true }

describe('widget: reading aloud', () => {
  const visit = visits()

  const visited = async (voices: readonly object[] = [AFAR, FRENCH, OWN], path = '/chat') => {
    const found = await visit('/blank')
    await found.context.addInitScript(speechless, voices)
    await found.page.goto(path === '/host' ? found.host : found.origin + path)
    return found
  }
  const reading = async (path?: string): Promise<Visit> => {
    const found = await visited(undefined, path)
    await asked(found.page, 'Shall we go on?')
    await found.page.getByText('Make this easier').click()
    await found.page.getByRole('button', { name: 'Read aloud' }).click()
    await found.page.getByRole('button', { name: 'Stop reading' }).waitFor()
    return found
  }

  it('says nothing until it is asked to', async () => {
    const { page } = await visited()
    await answer(page, 'Shall we go on?')
    await asked(page, 'date of birth')
    expect((await heard(page)).said).to.deep.equal([])
    expect(await page.locator('.reads').isVisible()).to.equal(false)
  })

  it('reads the question with its choices, then each that follows, in a voice of the device alone', async () => {
    const { page } = await reading()
    const { said } = await heard(page)
    expect(said.map(({ text }) => text)).to.include.members([
      ...['Shall we go on?', 'You can choose:', 'Yes, go on', 'Not now'],
    ])
    expect(new Set(said.map(({ voice }) => voice))).to.deep.equal(new Set(['its own']))
    await answer(page, 'Shall we go on?')
    await asked(page, 'date of birth')
    const now = (await heard(page)).reading
    expect(now).to.deep.equal(['What is your date of birth?', 'For example, 27 3 1998'])
  })

  it('uses no voice that would send the words elsewhere, and says so', async () => {
    const { page } = await visited([AFAR, FRENCH])
    await asked(page, 'Shall we go on?')
    await page.getByText('Make this easier').click()
    const press = page.getByRole('button', { name: 'Read aloud' })
    await press.click()
    await page.getByRole('status').filter({ hasText: 'no voice of its own' }).waitFor()
    expect(await press.getAttribute('aria-pressed')).to.equal('false')
    expect((await heard(page)).said).to.deep.equal([])
  })

  it('reads a private question only when asked to, and stops as it is answered', async () => {
    const { page } = await reading()
    await until(page, 'pressure')
    expect(JSON.stringify((await heard(page)).said)).not.to.include('pressure')
    await page.getByRole('button', { name: 'Read this aloud' }).click()
    expect((await heard(page)).reading[0]).to.include('pressure')
    await answer(page, 'pressure')
    await asked(page, 'my own decision')
    expect((await heard(page)).reading.join()).not.to.match(/pressure|rather not/)
  })

  const stops: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    'its own button': (page) => page.getByRole('button', { name: 'Stop reading' }).click(),
    'the setting': (page) => page.getByRole('button', { name: 'Read aloud' }).click(),
    help: (page) => page.locator('#need-help').click(),
  }
  for (const [name, stop] of Object.entries(stops)) {
    it(`stops at once by ${name}`, async () => {
      const { page } = await reading()
      expect((await heard(page)).reading).not.to.deep.equal([])
      await stop(page)
      expect((await heard(page)).reading).to.deep.equal([])
    })
  }

  it('is silent when somebody leaves', async () => {
    const { page } = await reading()
    const silent = page.waitForEvent('console', (line) => line.text() === 'silent')
    await page.locator('#exit').click()
    await silent
  })

  it('is silent once the chat is closed on a clinic’s page', async () => {
    const { page } = await visited(undefined, '/host')
    await page.getByRole('button', { name: 'Talk to us' }).click()
    const frame = page.frameLocator('iframe')
    await frame.getByText('Make this easier').click()
    await frame.getByRole('button', { name: 'Read aloud' }).click()
    await frame.getByRole('button', { name: 'Stop reading' }).waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    await frame.locator('html:not(.speaking)').waitFor({ state: 'attached' })
  })

  it('is off again when the page is loaded again', async () => {
    const { page } = await reading()
    await page.reload()
    await asked(page, 'Shall we go on?')
    expect((await heard(page)).said).to.deep.equal([])
  })
})

function heard(page: Page): Promise<Voices> {
  return page.evaluate(() => (window as unknown as { aloud: Voices }).aloud)
}
