import { strToU8, zipSync } from 'fflate'
import { CandourError } from '../../../bot/errors.ts'
import { colorIcon, outlineIcon } from './icons.ts'
import { manifest, type Manifest } from './manifest.ts'

export interface PackageOptions {
  readonly appId: string
  readonly version: string
  /** Where Candour is found, what it says of data, and under which terms it is used. */
  readonly websiteUrl: string
  readonly privacyUrl: string
  readonly termsOfUseUrl: string
}

const GROUND = [11, 92, 92] as const
const ACCENT = '#0b5c5c'

/**
 * The app as an administrator of Teams takes it. The same settings give the same bytes. Throws
 * `config/refused` with everything that Teams would refuse.
 */
export function teamsPackage(options: PackageOptions): Uint8Array {
  const files = {
    'manifest.json': strToU8(`${JSON.stringify(checked(options), null, 2)}\n`),
    'color.png': colorIcon(GROUND),
    'outline.png': outlineIcon(),
  }
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) })
}

function checked(options: PackageOptions): Manifest {
  const { data, error } = manifest.safeParse(manifestOf(options))
  if (data) return data
  const faults = error.issues.map(({ path, message }) => [path.join('.'), message])
  throw new CandourError('config/refused', Object.fromEntries(faults) as Record<string, string>)
}

const COMMANDS = [
  { title: 'help', description: 'What you can do here.' },
  { title: 'stop', description: 'Leave a question as it is. Nothing is recorded.' },
  { title: 'resume', description: 'Come back to what you opened last.' },
]

function manifestOf({ appId, version, ...addresses }: PackageOptions): object {
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json',
    ...{ manifestVersion: '1.29', version, id: appId },
    developer: { name: 'Candour', ...addresses },
    name: { short: 'Candour', full: 'Candour for practitioners' },
    description: {
      short: 'See what waits for you, and answer your guided decisions.',
      full: FULL,
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: ACCENT,
    bots: [
      {
        ...{ botId: appId, scopes: ['personal'], supportsFiles: false, isNotificationOnly: false },
        commandLists: [{ scopes: ['personal'], commands: COMMANDS }],
      },
    ],
    ...{ defaultInstallScope: 'personal', permissions: [], validDomains: [] },
  }
}

const FULL = `Candour takes a clinic's practitioners through the decisions of a consultation, one question at a time, and keeps a record of each answer.

Type anything to see what waits for you. Consent, and whatever is about private matters, stays at the desk. It works only in a chat of your own with it, and only for people in the clinic's own file.`
