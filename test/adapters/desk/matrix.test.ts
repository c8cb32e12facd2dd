import { expect } from 'chai'
import { createDesk } from '../../../adapters/desk/desk.ts'
import { PERMISSIONS } from '../../../adapters/desk/permissions.ts'
import type { DeskOptions } from '../../../adapters/desk/options.ts'
import type { Route } from '../../../adapters/http/route.ts'
import type { Role } from '../../../machines/contract.ts'
import { openClinic, type OpenClinic, staff } from '../../support/clinic.ts'
import * as story from '../../support/stories.ts'
import { fakeDesk, settings, visitor } from './fake.ts'

// Who may what, written down a second time and by hand: p(ractitioner), f (performer), s(upervisor),
// x (prescriber), r(eception), g (safeguarding), a(uditor), m(anager). What stands here is what the
// clinic was told; permissions.ts is held to it.
const LETTERS: Readonly<Record<string, Role>> = {
  ...{ p: 'practitioner', f: 'performer', s: 'supervisor', x: 'prescriber', r: 'reception' },
  ...{ g: 'safeguarding', a: 'auditor', m: 'administrator' },
}
const TOLD: Readonly<Record<string, string>> = {
  'GET /desk/desk.css': 'anybody',
  'GET /desk/queue.js': 'anybody',
  'GET /desk/lock.js': 'anybody',
  'GET /desk/drawings.js': 'anybody',
  'GET /desk/sign-in': 'anybody',
  'POST /desk/sign-in': 'anybody',
  'GET /desk/sign-in/go': 'anybody',
  'GET /desk/signed-in': 'anybody',
  'GET /desk/locked': 'anybody',
  'GET /desk/here': 'pfsxrgam',
  'GET /desk/role': 'pfsxrgam',
  'POST /desk/role': 'pfsxrgam',
  'GET /desk/kept': 'pfsxrgam',
  'POST /desk/sign-out': 'pfsxrgam',
  'GET /desk': 'pfsxrgam',
  'GET /desk/count': 'pfsxrgam',
  'POST /desk/persons': 'pfsxrgam',
  'POST /desk/clock': 'pfsxrgam',
  'GET /desk/invite': 'pfsxrgm',
  'POST /desk/invite': 'pfsxrgm',
  'POST /desk/check-a-post': 'pfsx',
  'GET /desk/rehearse': 'pfsxgm',
  'GET /desk/rehearse/:pathway': 'pfsxgm',
  'POST /desk/rehearse/:pathway': 'pfsxgm',
  'GET /desk/audit': 'sgam',
  'GET /desk/audit/:table': 'sgam',
  'GET /desk/access': 'ga',
  'GET /desk/access/csv': 'ga',
  'GET /desk/emergency': 'pfsx',
  'POST /desk/emergency': 'pfsx',
  'GET /desk/c/:id': 'pfsxrgam',
  'GET /desk/c/:id/timeline': 'pfsxrgam',
  'GET /desk/c/:id/record': 'pfsxga',
  'GET /desk/c/:id/drawing/:open/:page': 'pfsxga',
  'GET /desk/c/:id/written-information': 'pfsxrgam',
  'POST /desk/c/:id/act': 'pfsxrgm',
  'POST /desk/c/:id/find': 'pfsxrgm',
  'POST /desk/c/:id/keeping': 'pfsxrgam',
  'POST /desk/c/:id/looked-into': 'gm',
  'POST /desk/c/:id/pack': 'pfsxga',
  'POST /desk/c/:id/summary': 'pfsxga',
  'POST /desk/c/:id/ask-restricted-pack': 'ga',
  'POST /desk/c/:id/restricted-pack': 'ga',
  'GET /desk/*': 'pfsxrgam',
}
const ROLES = Object.values(LETTERS)
const CLINICIANS = ['practitioner', 'performer', 'supervisor', 'prescriber']

const provider: DeskOptions['provider'] = {
  begin: async () => ({ url: 'https://id.example', begun: { state: '', nonce: '', verifier: '' } }),
  finish: async () => ({ ok: false, why: 'no' }),
}
const routesOf = (options: DeskOptions) => createDesk(options).routes
const keyOf = ({ method, path }: Route) => `${method} ${path}`

/** As the desk makes them, in a demo and with a provider. */
const ROUTES = [
  ...new Map(
    [
      ...routesOf(settings(fakeDesk().desk)),
      ...routesOf(settings(fakeDesk().desk, { provider })),
    ].map((route) => [keyOf(route), route] as const),
  ).values(),
]
const OF_ONE = ROUTES.filter(({ path }) => path.includes('/c/:id'))
const OF_ALL = ROUTES.filter(({ path }) => !path.includes('/c/:id'))

const allowed = (key: string, role: Role): boolean =>
  [...(TOLD[key] ?? '')].some((letter) => LETTERS[letter] === role)

/** Somebody in any role, whom the clinic has assigned, or not. */
const everything = (id: string, name: string) => ({ id, name, roles: ROLES })
const PEOPLE = [everything('nadia-okafor', 'Nadia Okafor'), everything('rhys-penhallow', 'Rhys P')]

let clinic: OpenClinic
let other: OpenClinic
let id: string
let open: string

const addressOf = ({ path }: Route) =>
  path
    .replace(':id', id)
    .replace(':open', encodeURIComponent(open))
    .replace(':page', '1')
    .replace(':table', 'outcomes')
    .replace(':pathway', 'welcome')
    .replace('*', 'x')

async function ask(route: Route, at: OpenClinic, person: string, role: Role) {
  const who = visitor(settings(at.desk, { people: PEOPLE, clocks: at.clocks }))
  await who.signIn(person, role)
  const token = await who.token()
  const heads = await clinic.store.heads(id)
  const { status, headers, body } = await (route.method === 'GET'
    ? who.get(addressOf(route))
    : who.post(addressOf(route), { token, act: 'nothing', form: 'x' }))
  const changed = JSON.stringify(heads) !== JSON.stringify(await clinic.store.heads(id))
  return {
    status,
    to: headers?.['location'],
    tells: /Sam Example|Lines around/.test(String(body)),
    changed,
  }
}

/** Whether somebody was let in at all: whatever else was wrong with what they sent. */
const isDenied = ({ status, to }: { status: number; to?: unknown }) =>
  status === 403 || status === 404 || to === '/desk/sign-in'

describe('T-ST1: who may what at the desk', function () {
  this.timeout(60_000)

  before(async () => {
    clinic = openClinic()
    ;({ id } = await story.readyToSign(clinic))
    open = (await clinic.desk.look(staff('auditor'), id))?.drawings[0]?.open ?? ''
    const { store, keys, clocks } = clinic.parts
    other = openClinic({ store, keys, clinic: 'elsewhere', at: clocks.wall() })
  })

  it('is written down for each route that there is, and for nothing else', () => {
    expect(ROUTES.map(keyOf)).to.have.members(Object.keys(TOLD))
    expect(Object.keys(PERMISSIONS)).to.have.members(Object.keys(TOLD))
    expect([OF_ONE.length, OF_ALL.length].every((count) => count > 8)).to.equal(true)
  })

  it('is let in or kept out by role, at every route of the whole desk', async () => {
    for (const route of OF_ALL.filter((one) => TOLD[keyOf(one)] !== 'anybody')) {
      for (const role of ROLES) {
        const found = await ask(route, clinic, 'nadia-okafor', role)
        const wildcard = route.path.endsWith('*') && found.status === 404
        const signedOut = route.path === '/desk/sign-out'
        const kept = isDenied(found) && !wildcard && !signedOut
        expect(kept, `${keyOf(route)} as ${role}: ${found.status}`).to.equal(
          !allowed(keyOf(route), role),
        )
      }
    }
  })

  it('is let in or kept out by role, at every route of a consultation that is theirs', async () => {
    for (const route of OF_ONE) {
      for (const role of ROLES) {
        const found = await ask(route, clinic, 'nadia-okafor', role)
        const what = `${keyOf(route)} as ${role}: ${found.status}`
        expect(isDenied(found), what).to.equal(!allowed(keyOf(route), role))
        if (isDenied(found)) expect(found.tells, what).to.equal(false)
      }
    }
  })

  it('is nothing of a consultation that a colleague treats', async () => {
    for (const route of OF_ONE) {
      for (const role of ROLES.filter((one) => CLINICIANS.includes(one))) {
        const found = await ask(route, clinic, 'rhys-penhallow', role)
        const what = `${keyOf(route)} as ${role}: ${found.status}`
        expect(isDenied(found), what).to.equal(true)
        expect([found.tells, found.changed], what).to.deep.equal([false, false])
      }
    }
  })

  it('is nothing of another clinic, in any role', async () => {
    for (const route of OF_ONE) {
      for (const role of ROLES) {
        const found = await ask(route, other, 'nadia-okafor', role)
        const what = `${keyOf(route)} as ${role}: ${found.status}`
        const nothing = isDenied(found) || found.to === `/desk/c/${encodeURIComponent(id)}`
        expect(nothing, what).to.equal(true)
        expect([found.tells, found.changed], what).to.deep.equal([false, false])
      }
    }
  })

  it('is nothing for whoever is signed out, but the way in', async () => {
    for (const route of ROUTES) {
      const who = visitor(settings(clinic.desk, { people: PEOPLE, provider: undefined }))
      if (['/desk/sign-in/go', '/desk/signed-in'].includes(route.path)) continue
      const { status, headers, body } = await (route.method === 'GET'
        ? who.get(addressOf(route))
        : who.post(addressOf(route), {}))
      const away = status === 303 && headers?.['location'] === '/desk/sign-in'
      const stranger = TOLD[keyOf(route)] === 'anybody'
      if (!stranger) expect(away, `${keyOf(route)}: ${status}`).to.equal(true)
      expect(String(body), keyOf(route)).to.not.match(/Sam Example|Lines around/)
    }
  })

  it('is on record when it was not for the role', async () => {
    const record = OF_ONE.find(({ path }) => path.endsWith('/record'))
    if (!record) throw new Error('there is no record')
    await ask(record, clinic, 'nadia-okafor', 'reception')
    const month = clinic.clocks.wall().slice(0, 10)
    const all = await clinic.reads.of(month as never)
    expect(all.map(({ access }) => access)).to.deep.include({
      ...{ type: 'not-for-role', route: 'GET /desk/c/:id/record', consultation: id },
    })
  })
})
