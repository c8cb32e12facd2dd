/** Candour with Teams as its only channel, before a loopback elsewhere: `teams-server.ts`, by its environment. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dump, load } from 'js-yaml'
import { CONTENT } from '../../../adapters/files/content.ts'
import { createHttpServer } from '../../../adapters/http/server.ts'
import { keepTime } from '../../../adapters/programs/keep-time.ts'
import { openHouse } from '../../../adapters/programs/house.ts'
import { createContacts } from '../../../adapters/teams/contacts.ts'
import { channelAt } from '../../../adapters/teams/loopback.ts'
import { issuerOf } from '../../../adapters/teams/people.ts'
import { createTeams } from '../../../adapters/teams/teams.ts'
import { accountOf, APP, PRACTITIONERS, TENANT } from './teams-people.ts'

async function main({ PORT, LOOPBACK, DATA = '' }: NodeJS.ProcessEnv): Promise<void> {
  const clinicDir = clinicIn(join(DATA, 'clinic'))
  const data = join(DATA, 'data')
  const house = await openHouse({ data, clinicDir, mode: 'demo', kekFile: undefined })
  const { candour, clinic, clocks } = house
  await candour.begin()
  const teams = await createTeams({
    ...{ desk: candour.desk, people: clinic.people, settings, log, now: () => clocks.clock() },
    channel: channelAt(`http://127.0.0.1:${LOOPBACK}`, APP),
    contacts: createContacts(join(DATA, 'teams.json')),
  })
  const server = createHttpServer({
    ...{ routes: teams?.routes ?? [], sockets: [], host: '127.0.0.1', port: Number(PORT), log },
    limits: { perSecond: 1e6, burst: 1e6 },
  })
  await server.listen()
  keepTime(house, async () => {}, fatal)
}

const settings = { type: 'UserAssignedMSI', appId: APP, tenant: TENANT }
const log = { info: () => {}, error: (fields: object) => console.error(fields) }
/** The demo’s clinic, with its practitioner a hundred times over. */
function clinicIn(folder: string): string {
  const clinic = load(readFileSync(join(CONTENT, 'clinics/demo.yaml'), 'utf8')) as {
    people: { id: string; roles: string[] }[]
  }
  const one = clinic.people.find(({ roles }) => roles.includes('practitioner'))
  const people = PRACTITIONERS.map((n) => ({
    ...{ ...one, id: `practitioner-${n}`, name: `Practitioner ${n}` },
    signIn: [{ issuer: issuerOf(TENANT), subject: accountOf(n) }],
  }))
  mkdirSync(folder)
  const whole = { ...clinic, people: [...clinic.people, ...people] }
  writeFileSync(join(folder, 'clinic.yaml'), dump(whole, { noRefs: true }))
  return folder
}

function fatal(error: unknown): void {
  console.error(error)
  process.exit(1)
}

await main(process.env).catch(fatal)
