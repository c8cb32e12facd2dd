import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { load } from 'js-yaml'
import { ERRORS } from '../../../bot/errors.ts'
import { freePort, Server } from '../../support/server.ts'

const told = (file: string) =>
  readFileSync(new URL(`../../../docs/operating/${file}`, import.meta.url), 'utf8')

interface Rule {
  readonly alert: string
  readonly expr: string
}
interface Rules {
  readonly groups: readonly { readonly rules: readonly Rule[] }[]
}
const rules = () => (load(told('alerts.yaml')) as Rules).groups.flatMap(({ rules: some }) => some)
interface Dashboard {
  readonly panels: readonly { readonly targets: readonly { readonly expr: string }[] }[]
}

describe('whoever operates Candour', () => {
  let server: Server
  let metrics: string
  before(async function () {
    this.timeout(60_000)
    const port = await freePort()
    metrics = `http://127.0.0.1:${port}/metrics`
    server = await Server.start({ CANDOUR_METRICS_PORT: `${port}`, CANDOUR_DEMO_PEOPLE: 'none' })
  })
  after(() => server.stop())

  const figures = async () => (await fetch(metrics)).text()

  it('reads the figures on a port of their own, and not on the one that patients reach', async () => {
    await fetch(`${server.url}/desk`)
    expect(await figures()).to.match(/^candour_request_seconds_count\{channel="desk".*\} [1-9]/m)
    expect((await fetch(`${server.url}/metrics`)).status).to.equal(404)
    const elsewhere = await fetch(metrics, { headers: { host: 'clinic.example' } })
    expect(elsewhere.status).not.to.equal(404)
  })

  it('is given every figure that an alert or the dashboard asks for', async () => {
    const { panels } = JSON.parse(told('dashboard.json')) as Dashboard
    const targets = panels.flatMap(({ targets: some }) => some)
    const asked = [...rules(), ...targets].flatMap(({ expr }) => [...expr.matchAll(FIGURE)])
    const names = new Set(asked.map(([name]) => name))
    const given = new Set([...(await figures()).matchAll(/^(\w+)(?=[ {])/gm)].map(([name]) => name))
    expect([...names].filter((name) => !given.has(name))).to.deep.equal([])
    expect(names.size).to.be.greaterThan(8)
  })

  it('is told by the figures that it takes answers, all of them, and that nobody witnesses', async () => {
    const now = await figures()
    for (const line of ['candour_ready 1', 'candour_stop_only 0', 'candour_witnesses 0'])
      expect(now.split('\n')).to.include(line)
  })

  it('is called for a witness that never signed, and for none where there is none', () => {
    const log = { candour_log_sealed_records: 5, candour_log_witnessed_records: 0 }
    const called = (more: object) => holds('CandourNotWitnessed', { ...log, ...more })
    expect(called({ candour_witnesses: 1 })).to.equal(true)
    expect(called({ candour_witnesses: 1, candour_log_witnessed_records: 3 })).to.equal(true)
    expect(called({ candour_witnesses: 1, candour_log_witnessed_records: 5 })).to.equal(false)
    expect(called({ candour_witnesses: 0 })).to.equal(false)
    expect(called({ candour_witnesses: 1, candour_log_sealed_records: NaN })).to.equal(false)
  })

  it('is called when no answers are taken, or only what stops something', () => {
    expect(holds('CandourNotReady', { candour_ready: 0 })).to.equal(true)
    expect(holds('CandourNotReady', { candour_ready: 1 })).to.equal(false)
    expect(holds('CandourOnlyToStop', { candour_stop_only: 1 })).to.equal(true)
    expect(holds('CandourOnlyToStop', { candour_stop_only: 0 })).to.equal(false)
  })

  it('is sent to no program, setting or page that there is not', () => {
    const { scripts } = JSON.parse(told('../../package.json')) as { scripts: object }
    for (const page of ['README.md', 'incidents.md']) {
      const text = told(page)
      const programs = [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name)
      expect(programs).to.include('drill')
      for (const name of programs) expect(scripts, page).to.have.property(name)
      for (const [name] of text.matchAll(/CANDOUR_[A-Z_]+/g))
        expect(told('../../.env.example'), page).to.contain(`${name}=`)
      for (const [, to = ''] of text.matchAll(/\]\(([^)#]+)/g))
        expect(told(to), `${page}: ${to}`).not.to.equal('')
    }
  })

  it('finds each code that the page on incidents speaks of', () => {
    const codes = [...told('incidents.md').matchAll(/`([a-z]+\/[a-z-]+)`/g)].map(([, code]) => code)
    expect(codes).not.to.deep.equal([])
    for (const code of codes) expect(Object.keys(ERRORS)).to.include(code)
  })
})

/** Whether a rule that only compares figures would call somebody. `left op right [and …]`. */
function holds(alert: string, figures: Readonly<Record<string, number>>): boolean {
  const { expr } = rules().find((one) => one.alert === alert)!
  const number = (word = '') => (word in figures ? figures[word]! : Number(word))
  return expr.split(' and ').every((part) => {
    const [, left, sign, right] = /^(\w+) (==|>) (\w+)$/.exec(part.trim()) ?? []
    expect(sign, part).to.not.equal(undefined)
    return sign === '>' ? number(left) > number(right) : number(left) === number(right)
  })
}

const FIGURE = /\b(?:candour|nodejs|process)_\w+/g
