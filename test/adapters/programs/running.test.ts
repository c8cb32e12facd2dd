import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml'
import { newFolder } from '../folder.ts'
import { skip } from '../../support/skip.ts'

const ROOT = join(import.meta.dirname, '../../..')
const page = readFileSync(join(ROOT, 'docs/running.md'), 'utf8')
const block = (kind: string) => new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``).exec(page)?.[1] ?? ''
const schema = CORE_SCHEMA.withTags(mergeTag)

interface Service {
  readonly command?: string
  readonly user?: string
  readonly working_dir?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly volumes?: readonly string[]
  readonly secrets?: readonly string[]
  readonly network_mode?: string
  readonly depends_on?: readonly string[]
  readonly ports?: readonly string[]
  readonly restart?: string
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly secrets: Readonly<Record<string, { readonly file: string }>>
  readonly volumes: Readonly<Record<string, unknown>>
}

describe('docs/running.md', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  const settings = readFileSync(join(ROOT, '.env.example'), 'utf8')
  const isSetting = (name: string) => settings.includes(`${name}=`)

  it('runs no program, and names no setting, that there is not', () => {
    const programs = [...page.matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name)
    expect(programs).to.include.members(['migrate', 'store:move', 'keys', 'restore'])
    expect(programs.filter((name) => !(name in scripts))).to.deep.equal([])
    const named = [...page.matchAll(/CANDOUR_[A-Z_]+/g)].map(([name]) => name)
    const tests = ['CANDOUR_TEST_PG']
    expect(named.filter((name) => !isSetting(name) && !tests.includes(name))).to.deep.equal([])
  })

  it('has a compose file in which everything that is named is there', () => {
    const { services, secrets, volumes } = load(block('yaml'), { schema }) as Compose
    const all = Object.values(services)
    const inUse = all.flatMap((one) => one.volumes ?? []).map((one) => one.split(':')[0] ?? '')
    expect(Object.keys(volumes)).to.have.members([
      ...new Set(inUse.filter((one) => !/^[./]/.test(one))),
    ])
    expect(Object.keys(secrets)).to.have.members([
      ...new Set(all.flatMap((one) => one.secrets ?? [])),
    ])
    for (const { network_mode: mode, depends_on: on = [] } of all)
      expect(services).to.include.all.keys(
        ...(mode ? [mode.replace('service:', '')] : []),
        ...on,
        'db',
      )
    const ports = all.flatMap((one) => one.ports ?? [])
    expect(new Set(ports).size, 'no two on one port').to.equal(2)
    for (const [name, { restart }] of Object.entries(services))
      expect(restart, name).to.equal('unless-stopped')
  })

  it('gives both instances of the compose file folders of their own, and the same settings', () => {
    const { services } = load(block('yaml'), { schema }) as Compose
    const [one, two] = [services['one'], services['two']]
    expect(one?.environment).to.deep.equal(two?.environment)
    expect(one?.volumes?.[1]).to.not.equal(two?.volumes?.[1])
    const named = Object.keys(one?.environment ?? {}).filter((name) => name.startsWith('CANDOUR_'))
    expect(named.filter((name) => !isSetting(name))).to.deep.equal([])
  })

  it('shows an instance of the compose file no secret but its own, and is not root there', () => {
    const { services, secrets } = load(block('yaml'), { schema }) as Compose
    const there = (path: string) => resolve('/etc/candour', path)
    const files = Object.values(secrets).map(({ file }) => there(file))
    for (const name of ['one', 'two']) {
      const { user, secrets: own, volumes = [], command = '' } = services[name]!
      expect(user, name).to.equal('node')
      expect(own, name).to.have.members(['pgpass', 'kek'])
      expect(scripts['start']?.endsWith(command.replace('node ', '')), 'as npm start').to.equal(
        true,
      )
      const mounted = volumes
        .map((one) => one.split(':')[0] ?? '')
        .filter((one) => /^[./]/.test(one))
      for (const folder of mounted)
        for (const file of files)
          expect(relative(there(folder), file), `${folder} has ${file}`).to.match(/^\.\./)
    }
  })

  it('gives each instance of the unit a port of its own for its figures', () => {
    const [, port = ''] = /^Environment=CANDOUR_METRICS_PORT=(\S+)$/m.exec(block('ini')) ?? []
    const ports = ['3978', '3979'].map((instance) => port.replaceAll('%i', instance))
    expect(new Set([...ports, '3978', '3979']).size).to.equal(4)
    for (const one of ports) expect(Number(one)).to.be.within(1024, 65535)
  })

  it('says how many answers the night gave at once, as they were counted', () => {
    const rows = JSON.parse(readFileSync(join(ROOT, 'docs/safety/faults.json'), 'utf8')) as {
      readonly row: string
      readonly trials: number
    }[]
    const { trials = 0 } = rows.find(({ row }) => row === 'C7') ?? {}
    expect(page).to.contain(`${trials.toLocaleString('en-GB')} answers, each acknowledged once`)
  })

  it('has a unit that systemd takes, and that starts what npm start does', function () {
    const unit = block('ini')
    const [, program = '', rest = ''] = /^ExecStart=(\S+) (.*)$/m.exec(unit) ?? []
    expect(scripts['start']?.endsWith(rest), 'the same as npm start').to.equal(true)
    const here = program.replace('/opt/candour', ROOT)
    expect(existsSync(here)).to.equal(true)
    if (spawnSync('systemd-analyze', ['--version']).status !== 0)
      skip.call(this, 'systemd-analyze checks units')
    const file = join(newFolder(), 'candour@.service')
    writeFileSync(file, unit.replace(program, here))
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' })
    const ofOurs = stderr.split('\n').filter((line) => line.includes('candour'))
    expect(ofOurs).to.deep.equal([])
    // It looks at what is around the unit too, which is the machine's own.
    if (status !== 0) skip.call(this, `systemd-analyze says nothing of the unit, but: ${stderr}`)
  })
})
