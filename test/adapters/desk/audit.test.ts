import { expect } from 'chai'
import { csvOf } from '../../../adapters/desk/audit.ts'
import { auditView } from './audit-view.ts'
import { fakeDesk, settings, visitor } from './fake.ts'

const view = auditView()

async function signedIn(role: string) {
  const { desk } = fakeDesk({ audit: async () => view })
  const at = visitor(settings(desk))
  const people = settings(desk).people
  const who = people.find(({ roles }) => roles.some((one) => one === role))
  await at.signIn(who?.id ?? '', role)
  return at
}

describe('the audit page of the desk', () => {
  it('shows each count as a bar and, beside it, in a table with headings', async () => {
    const { body } = await (await signedIn('auditor')).get('/desk/audit')
    const page = String(body)
    for (const { id, title } of view.tables) {
      expect(page).to.include(`<h2 id="${id}-title">${title}</h2>`)
      expect(page).to.include(`href="/desk/audit/${id}"`)
    }
    expect(page.match(/<svg/g)).to.have.length(view.tables.length)
    expect(page.match(/<svg[^>]*aria-hidden="true"/g)).to.have.length(view.tables.length)
    expect(page.match(/<th scope="row">/g)).to.have.length(
      view.tables.reduce((sum, { rows }) => sum + rows.length, 0),
    )
    expect(page).to.include('Still needed: 6 to 10 more')
  })

  it('draws nothing that tells one count under five from another', async () => {
    const { body } = await (await signedIn('auditor')).get('/desk/audit')
    const few = String(body).match(/<rect class="few"[^>]*width="(\d+)"/g) ?? []
    expect(few.length).to.be.greaterThan(1)
    expect(new Set(few.map((one) => /width="(\d+)"/.exec(one)?.[1])).size).to.equal(1)
  })

  it('gives each table as a file with the same bands, and no other', async () => {
    const at = await signedIn('auditor')
    const { status, headers, body } = await at.get('/desk/audit/gp')
    expect(status).to.equal(200)
    expect(headers?.['content-type']).to.match(/^text\/csv/)
    expect(headers?.['content-disposition']).to.include('audit-gp-2026.csv')
    expect(new TextDecoder().decode(body as Uint8Array)).to.equal(
      '"What the patient said","How many"\r\n"May be told","10 to 14"\r\n' +
        '"May not be told","fewer than 5"\r\n"Has no GP","fewer than 5"\r\n',
    )
    expect((await at.get('/desk/audit/no-such')).status).to.equal(404)
  })

  it('gives a spreadsheet nothing to work out', () => {
    const rows = [{ label: '=1+1 "x"', band: { words: '5 to 9', least: 5 } }]
    const text = csvOf({ id: 'x', title: 'X', about: '', of: '@of', rows })
    expect(text).to.equal('"\'@of","How many"\r\n"\'=1+1 ""x""","5 to 9"\r\n')
  })

  it('is not for whoever treats or receives people', async () => {
    for (const role of ['performer', 'reception']) {
      const at = await signedIn(role)
      expect((await at.get('/desk/audit')).status, role).to.equal(403)
      expect((await at.get('/desk/audit/gp')).status, role).to.equal(403)
      expect(String((await at.get('/desk')).body)).not.to.include('/desk/audit')
    }
  })
})
