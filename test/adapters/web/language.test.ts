import { expect } from 'chai'
import { createLanguage, languageAsked } from '../../../adapters/web/language.ts'
import { openPages, type PagesHouse } from '../../browser/pages/house.ts'
import { pseudoWords } from '../../support/pseudo.ts'
import { demoClinic, staff } from '../../support/clinic.ts'
import { closedTo } from '../../../adapters/web/closed.ts'
import type { HttpRequest } from '../../../adapters/http/route.ts'

const words = pseudoWords()
const languages = words.locales.map((one) =>
  createLanguage(one, words.in(one).catalogue.ui, demoClinic),
)
const asked = (header?: string) => {
  const headers: HttpRequest['headers'] = header === undefined ? {} : { 'accept-language': header }
  return languageAsked(languages, { headers }).locale
}

describe('the language of a page that knows nobody', () => {
  it('is the one that the browser wants most, of those on offer', () => {
    expect(asked('ar-XB')).to.equal('ar-XB')
    expect(asked('AR')).to.equal('ar-XB')
    expect(asked('fr, ar;q=0.4, en;q=0.8')).to.equal('en-GB')
    expect(asked('fr, ar; q=0.9, en;q=0.8')).to.equal('ar-XB')
    expect(asked('en-XA')).to.equal('en-XA')
  })

  it('is the usual one where nothing on offer is wanted', () => {
    for (const header of [undefined, '', '*', 'fr', 'ar;q=0', 'ar;q=much', ';;,', 'x'.repeat(5000)])
      expect(asked(header), header).to.equal('en-GB')
    expect(asked('en-US, ar;q=0.9'), 'another English is English').to.equal('en-GB')
  })
})

describe('a page after the sitting', function () {
  this.timeout(30_000)
  let house: PagesHouse
  before(async () => (house = await openPages({ words })))
  after(() => house.close())

  const inEvery = (text: string, key: string) => {
    for (const { locale, dir, t } of languages) {
      const told = t(key).replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
      expect(text, `${key} in ${locale}`).to.include(`${told}</h`)
      expect(text).to.include(`lang="${locale}" dir="${dir}"`)
    }
  }
  const page = async (path: string, headers: Record<string, string> = {}, sent?: string) => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    const post = sent === undefined ? {} : { method: 'POST', body: sent }
    const given = { headers: { ...headers, ...(sent === undefined ? {} : form) }, ...post }
    const answer = await fetch(house.url + path, { redirect: 'manual', ...given })
    return { answer, text: await answer.text() }
  }
  const begun = async (path: string, sent: string) => {
    const { answer } = await page(path, {}, sent)
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }

  it('says that it is closed in every language, the browser’s first', async () => {
    const cookie = await begun('/pages/start', 'language=ar-XB')
    const claim = house.claim()
    if (claim) await house.clinic.sittings.end(claim)
    const { answer, text } = await page('/pages', { cookie, 'accept-language': 'en-XA' })
    expect(answer.status).to.equal(410)
    expect(text).to.match(/<html lang="en-XA"/)
    inEvery(text, 'error-closed')
  })

  it('asks for the tablet back in every language, and tells nobody which was read', async () => {
    const cookie = await begun('/pages/start', '')
    const { text: before } = await page('/tablet')
    inEvery(before, 'tablet-hand-back')
    await page('/pages/clear', { cookie }, '')
    expect((await page('/tablet')).text).to.equal(before)
  })

  it('asks on the tablet, where no script runs, in the language that is being read', async () => {
    const by = staff('reception')
    const invited = await house.clinic.desk.invite(by, {
      ...{
        name: 'Sam',
        birthDate: '1990-04-03',
        treatmentClass: 'laser',
        treatmentName: 'Laser hair removal',
      },
    })
    const { secret = '' } = await house.clinic.desk.makeLink(
      ...([by, invited.consultation ?? '', 'tablet'] as const),
    )
    const cookie = await begun(`/tablet/${secret}`, '')
    expect((await page('/pages/idle', { cookie })).text).to.match(/<html lang="en-GB"/)
    const claim = house.claim()
    if (!claim) throw new Error('nobody has it')
    await house.clinic.sittings.take(claim, { key: 'l', value: { language: 'ar-XB' } })
    expect((await page('/pages/idle', { cookie })).text).to.match(/<html lang="ar-XB" dir="rtl"/)
  })
})

describe('a clinic that is closed for a while', () => {
  it('says so in every language, with whom to ring in each', async () => {
    const usual = { method: 'GET', path: '/pages', handle: async () => ({ status: 200 }) } as const
    const [route] = closedTo([usual], {
      ...{ clinic: demoClinic, languages },
      page: ({ title, body, language }) => `${language.locale}|${title}|${body}`,
    })
    const request = { headers: { 'accept-language': 'ar' } } as unknown as HttpRequest
    const { status, body } = (await route?.handle(request)) ?? { status: 0 }
    expect(status).to.equal(503)
    const text = String(body)
    expect(text).to.match(/^ar-XB\|/)
    for (const { t } of languages) expect(text).to.include(t('closed-title').split("'")[0] ?? '')
    expect(text.match(/href="tel:999"/g)).to.have.length(languages.length)
    const [english] = languages
    const untranslated = english ? [english, { ...english, locale: 'cy-GB' }] : []
    const [once] = closedTo([usual], {
      ...{ clinic: demoClinic, languages: untranslated },
      page: ({ body }) => body,
    })
    const told = String((await once?.handle(request))?.body)
    expect(told.match(/href="tel:999"/g), 'nothing is said twice').to.have.length(1)
  })
})
