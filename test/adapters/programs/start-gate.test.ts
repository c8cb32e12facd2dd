import { expect } from 'chai'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONTENT } from '../../../adapters/files/content.ts'
import { readFiles, signaturesOf } from '../../../adapters/programs/content.ts'
import { passStartGate } from '../../../adapters/programs/start-gate.ts'
import { CandourError } from '../../../bot/errors.ts'
import { newFolder } from '../folder.ts'

const all = signaturesOf(readFiles())
if ('faults' in all) throw new Error(all.faults.join())
const signed = all.map(({ id, digest }) => ({
  ...{ content: id, digest, by: 'Dr Imogen Achterberg', register: 'GMC 0000000' },
  on: '2026-11-20',
}))

/** A clinic's folder in which that much is signed. */
function clinic(signatures: readonly object[] | string): string {
  const folder = newFolder()
  copyFileSync(join(CONTENT, 'clinics/demo.yaml'), join(folder, 'clinic.yaml'))
  const text = typeof signatures === 'string' ? signatures : JSON.stringify(signatures)
  writeFileSync(join(folder, 'signoff.yaml'), text)
  return folder
}

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
  faults({ CANDOUR_MODE: 'production', CANDOUR_CLINIC_DIR: clinic(signatures), ...more })

describe('the start gate', () => {
  it('lets a demo start on drafts', () => {
    expect(passStartGate({ CANDOUR_CLINIC_DIR: clinic([]) }).mode).to.equal('demo')
  })

  it('names every draft of a production, and every other fault beside them', () => {
    const found = production([], { PORT: 'x' })
    expect(found).to.have.all.keys('CANDOUR_MODE', 'PORT', ...all.map(({ id }) => id))
    expect(all.length).to.be.greaterThan(200)
    expect(found['treatments/dermal-filler']).to.contain('is a draft')
  })

  it('counts the lines of the screen and of the lexicon among the words', () => {
    expect(production([])).to.include.keys('en-gb/ui', 'en-gb/lexicon')
  })

  it('names none where a clinician has signed them all as they are', () => {
    expect(production(signed)).to.have.all.keys('CANDOUR_MODE')
  })

  for (const id of ['consent-signature/statement', 'treatments/dermal-filler', 'en-gb/ui']) {
    it(`names ${id} when one digit of its signature is another, and who signed the other`, () => {
      const turned = signed.map((one) =>
        one.content === id ? { ...one, digest: flipped(one.digest) } : one,
      )
      const found = production(turned)
      expect(found).to.have.all.keys('CANDOUR_MODE', id)
      expect(found[id]).to.contain('Dr Imogen Achterberg on 2026-11-20')
    })
  }

  it('leaves a pilot its drafts, of which every screen says so', () => {
    const env = { CANDOUR_MODE: 'pilot', CANDOUR_CLINIC_DIR: clinic([]) }
    expect(faults(env)).to.have.all.keys('CANDOUR_MODE')
  })

  it('takes signatures that cannot be read for none', () => {
    for (const text of ['- { content: x }', '[', '{}']) {
      expect(production(text), text).to.have.all.keys('CANDOUR_MODE', 'signoff.yaml')
    }
    const nowhere = { CANDOUR_MODE: 'production', CANDOUR_CLINIC_DIR: '/nowhere/at/all' }
    expect(faults(nowhere)).to.have.all.keys('CANDOUR_MODE', 'signoff.yaml')
  })
})

const flipped = (digest: string) => (digest.startsWith('0') ? '1' : '0') + digest.slice(1)
