import { expect } from 'chai'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSiteSecrets } from '../../../adapters/programs/site-secrets.ts'
import { passStartGate } from '../../../adapters/programs/start-gate.ts'
import { CandourError } from '../../../bot/errors.ts'
import { newFolder } from '../folder.ts'

const OLD = 'hTq2vXo9S1m-Zr8KfLw0bYc7NdPjE4uG'
const NEW = '9b1f0c77e2d84a6bb35c1e0f8a92d4c6+/='
const LONGEST = 'Qm7'.repeat(20)

function fileWith(text: string, mode = 0o400): string {
  const file = join(newFolder(), 'secrets')
  writeFileSync(file, text, { mode })
  return file
}

function faultOf(text: string): string | undefined {
  const read = readSiteSecrets(fileWith(text))
  return 'fault' in read ? read.fault : undefined
}

describe('the secrets of other servers', () => {
  it('stand in a file, a line for each, so that one can take the place of another', () => {
    const read = readSiteSecrets(
      fileWith(`# for the booking page\nweb-2026 ${OLD}\n\nweb-2027\t${NEW}\n`),
    )
    expect(read).to.deep.equal({ secrets: { 'web-2026': OLD, 'web-2027': NEW } })
  })

  for (const [what, text, fault] of [
    ['nothing', '# none yet\n', 'has no secret'],
    ['a secret without a name', NEW, 'line 1 is not a name'],
    ['a name without a secret', 'web', 'line 1 is not a name'],
    ['three words', `web ${OLD} ${NEW}`, 'line 1 is not a name'],
    ['31 characters', `web ${OLD.slice(1)}`, 'line 1 (web) has a secret that could be guessed'],
    ['a short one that was repeated', `web ${LONGEST}`, 'line 1 (web) has a secret that could be'],
    ['two of one name', `web ${OLD}\nweb ${NEW}`, 'line 2 is a second web'],
    ['one secret twice', `a ${OLD}\n\nb ${OLD}`, 'line 3 (b) has a secret of another line'],
  ] as const) {
    it(`are refused where there is ${what}, and the fault tells none of them`, () => {
      const found = faultOf(text)
      expect(found).to.include(fault)
      for (const secret of [OLD.slice(1), NEW, LONGEST]) expect(found).not.to.include(secret)
    })
  }

  it('keep any program from starting that could not use them, and others from reading them', () => {
    const start = (file: string) => () => passStartGate({ CANDOUR_SITE_SECRETS_FILE: file })
    expect(start(fileWith(`web ${OLD}`))().siteSecretsFile).to.be.a('string')
    for (const file of [fileWith('web x'), fileWith(`web ${OLD}`, 0o444), '/nowhere/at/all'])
      expect(start(file), file).to.throw(CandourError).with.deep.property('code', 'config/refused')
  })
})
