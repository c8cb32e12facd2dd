import { expect } from 'chai'
import { chmodSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { CONTENT } from '../../../adapters/files/content.ts'
import { readFiles, signaturesOf } from '../../../adapters/programs/content.ts'
import { passStartGate } from '../../../adapters/programs/start-gate.ts'
import { CandourError } from '../../../bot/errors.ts'
import { clinicFolder, productionAt, signed } from '../../support/production.ts'

const ISSUER = 'https://id.clinic.example'
const all = readSignatures()

function faults(env: Record<string, string>): Readonly<Record<string, unknown>> {
  try {
    passStartGate(env)
    return {}
  } catch (error) {
    if (error instanceof CandourError && error.code === 'config/refused') return error.details
    throw error
  }
}

const production = (signatures: readonly object[] | string, more: Record<string, string> = {}) =>
  faults({ ...productionAt(ISSUER, signatures), ...more })

function readSignatures() {
  const found = signaturesOf(readFiles())
  if ('faults' in found) throw new Error(found.faults.join())
  return found
}

describe('the start gate', () => {
  it('lets a demo start on drafts', () => {
    expect(passStartGate({ CANDOUR_CLINIC_DIR: join(CONTENT, 'clinics') }).mode).to.equal('demo')
  })

  it('refuses a demo of a real clinic, whose mode was forgotten, beside every other fault', () => {
    const folder = clinicFolder(signed, ISSUER)
    for (const mode of [{}, { CANDOUR_MODE: '' }, { CANDOUR_MODE: 'demo' }]) {
      const found = faults({ ...mode, CANDOUR_CLINIC_DIR: folder, PORT: 'x' })
      expect(found).to.have.all.keys('CANDOUR_MODE', 'PORT')
      expect(found['CANDOUR_MODE']).to.contain('set pilot or production')
    }
  })

  it('names a few drafts of a production, how many there are, and every other fault beside them', () => {
    const found = production([], { PORT: 'x' })
    const { PORT, words, ...named } = found
    expect(PORT).to.be.a('string')
    expect(Object.keys(named)).to.have.length(5)
    expect(all.map(({ id }) => id)).to.include.members(Object.keys(named))
    for (const said of Object.values(named))
      expect(said).to.contain('is a draft: nobody has signed')
    expect(all.length).to.be.greaterThan(200)
    expect(words).to.equal(`${all.length} are drafts. All of them: npm run content -- drafts`)
    expect(JSON.stringify(found).length).to.be.lessThan(2000)
  })

  it('names first of many what was signed in other words', () => {
    const [changed] = signed.slice(-1)
    const found = production([{ ...changed, digest: flipped(changed!.digest) }])
    expect(Object.keys(found)[0]).to.equal(changed!.content)
    expect(found[changed!.content]).to.contain('Dr Imogen Achterberg on 2026-11-20')
    expect(found['words']).to.contain(`${all.length} are drafts`)
  })

  it('names all of a few', () => {
    expect(production(signed.slice(5))).to.have.all.keys(
      signed.slice(0, 5).map((one) => one.content),
    )
  })

  it('counts the lines of the screen and of the lexicon among the words', () => {
    const rest = signed.filter(({ content }) => !/^en-gb[/](ui|lexicon)$/.test(content))
    expect(production(rest)).to.have.all.keys('en-gb/ui', 'en-gb/lexicon')
  })

  it('names none where a clinician has signed them all as they are', () => {
    expect(production(signed)).to.deep.equal({})
  })

  for (const id of ['consent-signature/statement', 'treatments/dermal-filler', 'en-gb/ui']) {
    it(`names ${id} when one digit of its signature is another, and who signed the other`, () => {
      const turned = signed.map((one) =>
        one.content === id ? { ...one, digest: flipped(one.digest) } : one,
      )
      const found = production(turned)
      expect(found).to.have.all.keys(id)
      expect(found[id]).to.contain('Dr Imogen Achterberg on 2026-11-20')
    })
  }

  it('leaves a pilot its drafts, of which every screen says so', () => {
    expect(faults({ ...productionAt(ISSUER, []), CANDOUR_MODE: 'pilot' })).to.deep.equal({})
  })

  it('takes signatures that cannot be read for none', () => {
    for (const text of ['- { content: x }', '[', '{}']) {
      expect(production(text), text).to.have.all.keys('signoff.yaml')
    }
    const nowhere = production(signed, { CANDOUR_CLINIC_DIR: '/nowhere/at/all' })
    expect(nowhere).to.have.all.keys('CANDOUR_CLINIC_DIR', 'signoff.yaml')
  })

  for (const mode of ['pilot', 'production']) {
    it(`names at once all that a ${mode} needs and a demo does not`, () => {
      const bare = { CANDOUR_MODE: mode, CANDOUR_CLINIC_DIR: clinicFolder(signed, ISSUER) }
      expect(faults(bare)).to.have.all.keys(
        ...['CANDOUR_ORIGIN', 'CANDOUR_SIGN_IN_ISSUER', 'CANDOUR_KEK_FILE', 'CANDOUR_SECOND_PLACE'],
      )
    })
  }

  it('names every part of the sign-in that is missing, in any mode', () => {
    expect(faults({ CANDOUR_SIGN_IN_ISSUER: ISSUER })).to.have.all.keys(
      ...['CANDOUR_SIGN_IN_CLIENT_ID', 'CANDOUR_SIGN_IN_SECRET_FILE', 'CANDOUR_ORIGIN'],
    )
  })

  it('refuses a secret or a key that others may read, or that is not there', () => {
    const env = productionAt(ISSUER)
    chmodSync(env.CANDOUR_SIGN_IN_SECRET_FILE, 0o444)
    chmodSync(env.CANDOUR_KEK_FILE, 0o444)
    const both = ['CANDOUR_SIGN_IN_SECRET_FILE', 'CANDOUR_KEK_FILE']
    expect(faults(env)).to.have.all.keys(...both)
    rmSync(env.CANDOUR_SIGN_IN_SECRET_FILE)
    rmSync(env.CANDOUR_KEK_FILE)
    expect(faults(env)).to.have.all.keys(...both)
  })

  it('refuses a clinic that is made up, or of whom nobody could sign in', () => {
    const madeUp = production(signed, { CANDOUR_CLINIC_DIR: join(CONTENT, 'clinics') })
    expect(madeUp['CANDOUR_CLINIC_DIR']).to.contain('made-up')
    const elsewhere = production(signed, { CANDOUR_SIGN_IN_ISSUER: 'https://other.example' })
    expect(elsewhere).to.have.all.keys('CANDOUR_CLINIC_DIR')
    expect(elsewhere['CANDOUR_CLINIC_DIR']).to.contain('nobody of the clinic has an account')
  })
})

const flipped = (digest: string) => (digest.startsWith('0') ? '1' : '0') + digest.slice(1)
