import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { crc32, inflateSync } from 'node:zlib'
import type * as Manifests from '@microsoft/app-manifest/build/generated-types/teams/TeamsManifestV1D29.js'
import { expect } from 'chai'
import { strFromU8, unzipSync } from 'fflate'
import { makeTeamsPackage } from '../../../adapters/programs/teams-package.ts'
import { manifest, type Manifest } from '../../../adapters/teams/package/manifest.ts'
import { CandourError } from '../../../bot/errors.ts'
import { newFolder } from '../folder.ts'
import { APP } from './chat.ts'

const { Convert } = createRequire(import.meta.url)(
  '@microsoft/app-manifest/build/generated-types/teams/TeamsManifestV1D29.js',
) as typeof Manifests

const ENV = {
  CANDOUR_TEAMS_APP_ID: APP.toUpperCase(),
  CANDOUR_ORIGIN: 'https://candour.clinic.example',
  CANDOUR_TEAMS_PRIVACY_URL: 'https://clinic.example/privacy',
  CANDOUR_TEAMS_TERMS_URL: 'https://clinic.example/terms',
}

function made(env: Record<string, string> = ENV) {
  const out = join(newFolder(), 'app.zip')
  makeTeamsPackage(env, ['--out', out], () => {})
  const bytes = readFileSync(out)
  const files = unzipSync(bytes)
  const read = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest
  return { bytes, files, read }
}

function refused(env: Record<string, string>): Readonly<Record<string, unknown>> {
  try {
    made(env)
  } catch (error) {
    if (error instanceof CandourError && error.code === 'config/refused') return error.details
    throw error
  }
  return {}
}

/** Checks every part of a PNG and gives its points. */
function pointsOf(png: Uint8Array | undefined) {
  const bytes = Buffer.from(png ?? [])
  expect(bytes.subarray(0, 8).toString('latin1')).to.equal('\x89PNG\r\n\x1a\n')
  const parts = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at)
    expect(bytes.readUInt32BE(end)).to.equal(crc32(bytes.subarray(at + 4, end)))
    parts.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, end))
    at = end + 4
  }
  expect([...parts.keys()]).to.deep.equal(['IHDR', 'IDAT', 'IEND'])
  const head = parts.get('IHDR') ?? Buffer.alloc(0)
  expect([...head.subarray(8)]).to.deep.equal([8, 6, 0, 0, 0])
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const rows = inflateSync(parts.get('IDAT') ?? Buffer.alloc(0))
  expect(rows).to.have.length(height * (1 + width * 4))
  const points = Array.from({ length: width * height }, (_, at) => {
    const from = Math.floor(at / width) * (1 + width * 4) + 1 + (at % width) * 4
    return [...rows.subarray(from, from + 4)]
  })
  return { width, height, points }
}

describe('npm run teams:package', () => {
  it('holds a manifest and its two icons, and nothing else', () => {
    const { files, read } = made()
    expect(Object.keys(files)).to.deep.equal(['manifest.json', 'color.png', 'outline.png'])
    expect(Object.values(read.icons)).to.have.members(['color.png', 'outline.png'])
  })

  it('is what Microsoft’s own reader of version 1.29 takes', () => {
    const { files, read } = made()
    const text = strFromU8(files['manifest.json'] ?? new Uint8Array())
    expect(JSON.parse(JSON.stringify(Convert.toTeamsManifestV1D29(text)))).to.deep.equal(read)
    expect(() => Convert.toTeamsManifestV1D29(text.replace('"personal"', '"everywhere"'))).to.throw(
      'everywhere',
    )
  })

  it('is a bot of this registration, for a chat of one’s own and no other', () => {
    const { read } = made()
    expect([read.manifestVersion, read.id, read.bots[0]?.botId]).to.deep.equal(['1.29', APP, APP])
    expect(read.bots[0]?.scopes).to.deep.equal(['personal'])
    expect(read.bots[0]?.commandLists[0]?.commands.map(({ title }) => title)).to.deep.equal([
      ...['help', 'stop', 'resume'],
    ])
    expect([read.permissions, read.validDomains]).to.deep.equal([[], []])
    expect(read.developer.websiteUrl).to.equal('https://candour.clinic.example/')
  })

  it('has the same bytes for the same settings', () => {
    expect(made().bytes.equals(made().bytes)).to.equal(true)
  })

  it('has an icon of 192 by 192 that is solid to its corners', () => {
    const { width, height, points } = pointsOf(made().files['color.png'])
    expect([width, height]).to.deep.equal([192, 192])
    expect(points.every(([, , , solid]) => solid === 255)).to.equal(true)
    expect(new Set(points.map(String)).size).to.be.greaterThan(2)
    expect(points[0]).to.deep.equal([11, 92, 92, 255])
  })

  it('has an icon of 32 by 32 that is white on nothing', () => {
    const { width, height, points } = pointsOf(made().files['outline.png'])
    expect([width, height]).to.deep.equal([32, 32])
    expect(points.every((point) => String(point.slice(0, 3)) === '255,255,255')).to.equal(true)
    const solid = points.map(([, , , one]) => one)
    expect(solid).to.include.members([0, 255])
    expect(solid[0]).to.equal(0)
  })

  it('is refused with every setting that is missing', () => {
    expect(refused({})).to.have.all.keys(...Object.keys(ENV))
  })

  for (const [name, values] of [
    ['CANDOUR_TEAMS_APP_ID', ['candour', `${APP}0`]],
    ['CANDOUR_ORIGIN', ['http://clinic.example', 'https://localhost', 'https://a.example/candour']],
    ['CANDOUR_TEAMS_PRIVACY_URL', ['clinic.example', 'http://clinic.example/privacy']],
    ['CANDOUR_TEAMS_TERMS_URL', ['javascript:alert(1)']],
  ] as const) {
    it(`is refused when ${name} is none that Teams takes`, () => {
      for (const value of values) expect(refused({ ...ENV, [name]: value })).to.have.all.keys(name)
    })
  }

  it('is refused when Teams would refuse what came of the settings', () => {
    const long = `https://clinic.example/${'x'.repeat(2048)}`
    expect(refused({ ...ENV, CANDOUR_TEAMS_PRIVACY_URL: long })).to.have.all.keys(
      'developer.privacyUrl',
    )
  })
})

describe('the manifest of the app', () => {
  const { read } = made()
  const wrong: Readonly<Record<string, object>> = {
    'is of another version': { manifestVersion: '1.28' },
    'has too long a name': { name: { short: 'x'.repeat(31), full: 'Candour' } },
    'has too long a description': { description: { short: 'x'.repeat(81), full: 'x' } },
    'has no description': { description: { short: '', full: '' } },
    'is for groups too': { bots: [{ ...read.bots[0], scopes: ['personal', 'team'] }] },
    'has two bots': { bots: [read.bots[0], read.bots[0]] },
    'has a colour that is none': { accentColor: 'teal' },
    'takes its icon from outside': { icons: { ...read.icons, color: 'https://x.example/a.png' } },
    'wants a permission': { permissions: ['identity'] },
    'has a page of its own': { staticTabs: [] },
  }
  for (const [what, more] of Object.entries(wrong)) {
    it(`is refused when it ${what}`, () => {
      expect(manifest.safeParse(read).success).to.equal(true)
      expect(manifest.safeParse({ ...read, ...more }).success).to.equal(false)
    })
  }
})
