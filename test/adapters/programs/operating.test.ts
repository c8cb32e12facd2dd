import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { load } from 'js-yaml'
import { ERRORS } from '../../../bot/errors.ts'
import { freePort, Server } from '../../support/server.ts'

const told = (file: string) =>
  readFileSync(new URL(`../../../docs/operating/${file}`, import.meta.url), 'utf8')

interface Rules {
  readonly groups: readonly { readonly rules: readonly { readonly expr: string }[] }[]
}
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
    const { groups } = load(told('alerts.yaml')) as Rules
    const { panels } = JSON.parse(told('dashboard.json')) as Dashboard
    const rules = groups.flatMap(({ rules: some }) => some)
    const targets = panels.flatMap(({ targets: some }) => some)
    const asked = [...rules, ...targets].flatMap(({ expr }) => [...expr.matchAll(FIGURE)])
    const names = new Set(asked.map(([name]) => name))
    const given = new Set([...(await figures()).matchAll(/^(\w+)(?=[ {])/gm)].map(([name]) => name))
    expect([...names].filter((name) => !given.has(name))).to.deep.equal([])
    expect(names.size).to.be.greaterThan(8)
  })

  it('finds each code that the page on incidents speaks of', () => {
    const codes = [...told('incidents.md').matchAll(/`([a-z]+\/[a-z-]+)`/g)].map(([, code]) => code)
    expect(codes).not.to.deep.equal([])
    for (const code of codes) expect(Object.keys(ERRORS)).to.include(code)
  })
})

const FIGURE = /\b(?:candour|nodejs|process)_\w+/g
