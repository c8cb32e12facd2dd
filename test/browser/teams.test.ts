import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import type { Card } from '../../adapters/teams/cards.ts'
import { openTeams, type OpenTeams, titlesIn, wordsIn } from '../adapters/teams/chat.ts'
import { words } from '../adapters/teams/journey.ts'
import { launch } from '../support/browser.ts'
import { openClinic } from '../support/clinic.ts'
import { enquired, refuseGp } from '../support/stories.ts'
import { picture } from './look.ts'

const renderer = readFileSync(
  createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  'utf8',
)
const WIDTHS = [360, 1280]

/** Not Teams itself, whose colours and spacing are its own: the words, fields and buttons are these. */
describe('the cards of Teams, drawn by Microsoft’s renderer', function () {
  this.timeout(60_000)
  let browser: Browser
  let teams: OpenTeams
  let page: Page

  before(async () => {
    browser = await launch()
    const clinic = openClinic({ words })
    await refuseGp(await enquired(clinic))
    teams = await openTeams(clinic.desk)
    page = await browser.newPage()
    await page.setContent(PAGE)
    await page.addScriptTag({ content: renderer })
  })
  after(async () => {
    await browser.close()
    await teams.close()
  })

  it('show every word and button, from what waits to a decision that was taken', async () => {
    const chat = teams.chat()
    const home = (await chat.say('hello')).cards[0]
    await seen('home', home)
    const { cards } = await chat.press(home, 'Open')
    const doubt = cards.find((one) => wordsIn(one).includes('any reason to doubt'))
    await seen('question', doubt)
    const words = await chat.press(doubt, 'Yes, I have a doubt')
    await seen('answered', words.instead)
    await seen('in-words', words.cards[0])
    const stale = await chat.press(doubt, 'No reason to doubt it')
    await seen('stale', stale.instead ?? stale.cards[0])
  })

  async function seen(name: string, card: Card | undefined): Promise<void> {
    if (!card) throw new Error(`${name} is a sentence, not a card`)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 700 })
      const shown = await page.evaluate(draw, card)
      await picture(page, `teams-${name}`)
      for (const title of titlesIn(card)) expect(shown.buttons, name).to.include(title)
      for (const line of wordsIn(card).split('\n'))
        expect(shown.text, name).to.include(line.replaceAll(/[*_]{2}/g, ''))
      expect(shown.wide, `${name} at ${width} px`).to.equal(false)
    }
  }
})

const PAGE = `<!doctype html><html lang="en"><title>Cards</title><style>
body { margin: 0; padding: 1rem; background: #f5f5f5; font: 14px/1.4 'Segoe UI', sans-serif }
#card { max-width: 38rem; padding: .25rem; border: 1px solid #ddd; border-radius: 6px; background: #fff }
button { margin: 0 .5rem .5rem 0; padding: .4rem .9rem; border: 1px solid #c7c7c7; border-radius: 4px; background: #fff; font: inherit; white-space: normal !important; text-align: start }
</style><div id="card"></div>`

interface Renderer {
  readonly AdaptiveCard: new () => {
    hostConfig: object
    parse(card: Card): void
    render(): HTMLElement
  }
  readonly HostConfig: new (wanted: object) => object
}

function draw(card: Card): { text: string; buttons: string[]; wide: boolean } {
  const { AdaptiveCards } = window as unknown as { AdaptiveCards: Renderer }
  const made = new AdaptiveCards.AdaptiveCard()
  const stacked = { actions: { actionsOrientation: innerWidth < 500 ? 'vertical' : 'horizontal' } }
  made.hostConfig = new AdaptiveCards.HostConfig(stacked)
  made.parse(card)
  const drawn = made.render()
  document.getElementById('card')?.replaceChildren(drawn)
  const { scrollWidth } = document.documentElement
  return {
    text: drawn.textContent,
    buttons: [...drawn.querySelectorAll('button')].map(({ textContent }) => textContent),
    wide: scrollWidth > innerWidth,
  }
}
