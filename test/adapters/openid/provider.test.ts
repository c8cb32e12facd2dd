import { expect } from 'chai'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createProvider } from '../../../adapters/openid/provider.ts'
import { readSecret } from '../../../adapters/openid/secret.ts'
import { subjectOf } from '../../../adapters/openid/subject.ts'
import { CLIENT, startProvider } from '../../support/provider.ts'
import { newFolder } from '../folder.ts'

const TENANT = '0f0f0f0f-1111-2222-3333-444444444444'
const ENTRA = `https://login.microsoftonline.com/${TENANT}/v2.0`

describe('who an account is', () => {
  it('is its subject', () => {
    expect(subjectOf({ iss: 'https://id.example', sub: 'a', oid: 'b' })).to.equal('a')
  })

  it('is the object id in Microsoft Entra, the one that Teams gives too', () => {
    expect(subjectOf({ iss: ENTRA, sub: 'a', oid: 'b', tid: TENANT })).to.equal('b')
  })

  it('is nobody where Entra names another tenant, none, or no object', () => {
    const other = TENANT.replace('0', '1')
    expect(subjectOf({ iss: ENTRA, sub: 'a', oid: 'b', tid: other })).to.equal(undefined)
    expect(subjectOf({ iss: ENTRA, sub: 'a', oid: 'b' })).to.equal(undefined)
    expect(subjectOf({ iss: ENTRA, sub: 'a', tid: TENANT })).to.equal(undefined)
  })
})

describe('the identity provider', () => {
  const redirect = 'https://desk.test/desk/signed-in'

  it('is the one that was configured, or none', async () => {
    const provider = await startProvider([redirect])
    const { id: clientId, secret } = CLIENT
    const of = (issuer: string) => createProvider({ issuer, clientId, secret, redirect })
    try {
      await of(provider.issuer).check()
      const elsewhere = provider.issuer.replace('127.0.0.1', 'localhost')
      const failed = await of(elsewhere)
        .check()
        .catch((error: unknown) => error)
      expect(failed).to.be.instanceOf(Error)
    } finally {
      await provider.close()
    }
  })

  it('is spoken to without TLS on this machine alone', async () => {
    const options = { ...{ clientId: 'x', secret: 'x', redirect }, issuer: 'http://id.example' }
    const failed = await createProvider(options)
      .check()
      .catch((error: unknown) => error)
    expect(String(failed)).to.contain('HTTP')
  })

  it('is asked again when it could not be reached at first', async () => {
    const first = await startProvider([redirect])
    const { issuer } = first
    await first.close()
    const { id: clientId, secret } = CLIENT
    const one = createProvider({ issuer, clientId, secret, redirect })
    const reached = () =>
      one.check().then(
        () => true,
        () => false,
      )
    expect(await reached()).to.equal(false)
    const second = await startProvider([redirect], {}, Number(new URL(issuer).port))
    expect(await reached()).to.equal(true)
    await second.close()
  })
})

describe('the file of the secret', () => {
  it('is read if nobody else may read it, and has something in it', () => {
    const file = join(newFolder(), 'secret')
    expect(readSecret(file)).to.deep.equal({ fault: 'cannot be read' })
    writeFileSync(file, 'hush\n', { mode: 0o400 })
    expect(readSecret(file)).to.deep.equal({ secret: 'hush' })
    chmodSync(file, 0o444)
    expect(readSecret(file)).to.have.key('fault')
    chmodSync(file, 0o600)
    writeFileSync(file, '\n')
    expect(readSecret(file)).to.deep.equal({ fault: 'is empty' })
  })
})
