import { expect } from 'chai'
import { readBundle } from '../../adapters/files/content.ts'
import { wordsOf } from '../../adapters/programs/house.ts'
import { catalogue, type Source } from '../../content/catalogue.ts'
import { lintLocales } from '../../content/lint-locales.ts'
import { offeredLocales, screensOf, type Signoff } from '../../content/signoff.ts'
import { demoClinic, openClinic, patientAt } from '../support/clinic.ts'
import { pseudoSources } from '../support/pseudo.ts'
import { sha256, sources } from '../support/words.ts'

const LOCALE = 'en-XA'
const english = sources('en-GB/**/*.{md,hbs,yaml}')
const translated = pseudoSources(LOCALE)
const patients = patientsOf([...english, ...translated])

describe('a translation in production', function () {
  this.timeout(30_000)

  it('is offered when everything that a patient can meet is there and signed', () => {
    expect(offered(patients, signed(patients))).to.deep.equal(['en-GB', LOCALE])
  })

  it('is not offered with one statement of consent that nobody has signed', () => {
    const signatures = signed(patients).filter(
      ({ content }) => content !== 'consent-signature/statement',
    )
    expect(offered(patients, signatures)).to.deep.equal(['en-GB'])
  })

  it('is not offered when a letter of what was signed has changed', () => {
    const changed = patients.map((source) =>
      source.path === `${LOCALE}/consent-signature/statement.md`
        ? { ...source, text: `${source.text} ` }
        : source,
    )
    expect(offered(changed, signed(patients))).to.deep.equal(['en-GB'])
  })

  it('is not offered when the same words were signed in English alone', () => {
    const signatures = signed(patients).map(({ locale: _, ...rest }) => rest)
    expect(offered(patients, signatures)).to.deep.equal(['en-GB'])
  })

  it('is not offered while a state, or the screen around it, is missing or unsigned', () => {
    const without = (path: string) => patients.filter((one) => one.path !== `${LOCALE}/${path}`)
    expect(offered(without('age/under-16.md'), signed(patients))).to.deep.equal(['en-GB'])
    const noScreen = signed(patients).filter(({ content }) => !content.endsWith('/ui'))
    expect(offered(patients, noScreen)).to.deep.equal(['en-GB'])
  })

  it('is shown to nobody who asks for it all the same', async () => {
    const all = [...readBundle(), ...translated]
    const words = wordsOf(all, demoClinic, (found, from) =>
      offeredLocales('production', found, [], screensOf(from, sha256)),
    )
    const patient = patientAt(openClinic({ words }))
    await patient.send({ value: { language: LOCALE } })
    expect(await patient.last()).not.to.have.property('language')
    expect(words.in(LOCALE).catalogue.get('consent-signature/statement').locale).to.equal('en-GB')
  })

  it('is offered in a demo with what there is, and the rest is in English by its own locale', () => {
    const some = patients.filter(({ path }) => path !== `${LOCALE}/welcome/hello.md`)
    const found = catalogue(some, sha256)
    expect(offeredLocales('demo', found, [])).to.deep.equal(['en-GB', LOCALE])
    expect(found.in(LOCALE).get('welcome/hello').locale).to.equal('en-GB')
    expect(found.in(LOCALE).get('welcome/privacy').locale).to.equal(LOCALE)
  })
})

describe('a translation beside the English words', () => {
  const found = (path: string, change: (text: string) => string) => {
    const twisted = patients.map((one) =>
      one.path === `${LOCALE}/${path}` ? { ...one, text: change(one.text) } : one,
    )
    return lintLocales(catalogue(twisted, sha256)).filter(({ severity }) => severity === 'error')
  }
  const rules = (path: string, change: (text: string) => string) =>
    found(path, change).map(({ rule }) => rule)

  it('has nothing that it may not have', () => {
    expect(found('welcome/hello.md', (text) => text)).to.deep.equal([])
  })

  it('has the same choices', () => {
    const other = (text: string) => text.replace('go-on:', 'go-away:')
    expect(rules('welcome/hello.md', other)).to.deep.equal(['choices-differ'])
  })

  it('has the same names to fill in', () => {
    const other = (text: string) =>
      text.replace('- clinic-name\n', '').replace('{{clinic-name}}', '')
    expect(rules('welcome/hello.md', other)).to.deep.equal(['slots-differ'])
    const line = (text: string) => text.replace('{clinic-phone}', '')
    expect(rules('ui.yaml', line)).to.deep.equal(['names-differ'])
  })

  it('is for the same people, of the same clauses', () => {
    const other = (text: string) => text.replace('private: true', 'private: false')
    expect(rules('voluntariness/pressed.md', other)).to.deep.equal(['audience-differs'])
    const clause = (text: string) => text.replace('COSRT-93', 'COSRT-70')
    expect(rules('welcome/welcomed.md', (text) => text)).to.deep.equal([])
    expect(rules('consultation/stale.md', clause)).to.deep.equal(['clauses-differ'])
  })

  it('has no words that English has not, and what it lacks is told', () => {
    const extra = [...patients, { ...state('welcome/hello'), path: `${LOCALE}/welcome/hallo.md` }]
    const renamed = extra.map((one) =>
      one.path.endsWith('hallo.md')
        ? { ...one, text: one.text.replace('welcome/hello', 'welcome/hallo') }
        : one,
    )
    const all = lintLocales(catalogue(renamed, sha256))
    expect(all.map(({ rule, text }) => [rule, text])).to.deep.include([
      'no-such-words',
      'welcome/hallo',
    ])
    const fewer = patients.filter(({ path }) => path !== `${LOCALE}/welcome/hello.md`)
    expect(lintLocales(catalogue(fewer, sha256))).to.deep.include({
      ...{ file: LOCALE, rule: 'not-translated', severity: 'advice', text: 'welcome/hello' },
    })
  })
})

function state(id: string): Source {
  const found = patients.find(({ path }) => path === `${LOCALE}/${id}.md`)
  if (!found) throw new Error(`${id} is not there`)
  return found
}

/** Everything English, and what a patient reads in the other language. */
function patientsOf(all: readonly Source[]): Source[] {
  const words = catalogue(all, sha256)
  const staffs = new Set(words.ids().filter((id) => words.get(id).audience === 'staff'))
  return all.filter(({ path }) => !staffs.has(path.replace(`${LOCALE}/`, '').replace(/\.md$/, '')))
}

function signed(all: readonly Source[]): Signoff {
  const by = { by: 'Nadia Okafor', register: 'NMC (made up)', on: '2026-11-21', locale: LOCALE }
  const screens = screensOf(all, sha256).map(({ id, digest }) => ({ ...by, content: id, digest }))
  const words = catalogue(all, sha256)
  const states = words.ids(LOCALE).map((id) => ({
    ...{ ...by, content: id, digest: words.get(id, LOCALE).digest },
  }))
  return [...states, ...screens]
}

function offered(all: readonly Source[], signoff: Signoff) {
  return offeredLocales('production', catalogue(all, sha256), signoff, screensOf(all, sha256))
}
