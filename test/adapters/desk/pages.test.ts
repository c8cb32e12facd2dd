import { expect } from 'chai'
import type { WrittenPage } from '../../../bot/views/written.ts'
import type { Desk } from '../../../bot/ports.ts'
import type { CaseView } from '../../../bot/views/desk.ts'
import { CASE, PEOPLE, QUEUE } from './believable.ts'
import { fakeDesk, settings, visitor } from './fake.ts'
import { RECORD } from './records.ts'

const HOSTILE = `"><script>alert('1')</script><img src=x onerror=alert(2)>&\u202Eevil`

/** The same data with every free text replaced; what decides a form stays. */
function poisoned<data>(data: data, key = ''): data {
  if (typeof data === 'string') return (KEPT.has(key) ? data : HOSTILE) as data
  if (Array.isArray(data)) return data.map((one) => poisoned<unknown>(one, key)) as data
  if (typeof data !== 'object' || data === null) return data
  const entries = Object.entries(data).map(([name, value]) => [
    name,
    poisoned<unknown>(value, name),
  ])
  return Object.fromEntries(entries) as data
}

const KEPT = new Set(['state', 'stage', 'stages', 'kind', 'role', 'roles', 'offers', 'stream'])

const HOSTILE_DESK: Partial<Desk> = {
  queue: async () => poisoned(QUEUE),
  look: async () => poisoned(CASE),
  records: async () => ({ ...poisoned(RECORD), verified: false, fault: HOSTILE }),
  persons: async () => [{ id: HOSTILE, name: HOSTILE, birthDate: HOSTILE, consultation: HOSTILE }],
  act: async () => ({ ok: false, said: HOSTILE }),
  invite: async () => ({ ok: true, said: HOSTILE, secret: HOSTILE, consultation: HOSTILE }),
  makeLink: async () => ({ ok: true, said: HOSTILE, secret: HOSTILE }),
}

async function signedIn(more: Partial<Desk> = {}, view: Partial<CaseView> = {}) {
  const someone = visitor(settings(fakeDesk(more, view).desk))
  await someone.signIn()
  return someone
}

async function bodyOf(view: Partial<CaseView> = {}): Promise<string> {
  return String((await (await signedIn({}, view)).get('/desk/c/c-4')).body)
}

function expectHarmless(body: unknown, what: string): void {
  const page = String(body)
  expect(page, what).to.include('&lt;script&gt;')
  expect(page, what).not.to.match(/<script(?! src="\/desk\/(queue|lock|drawings)\.js")/)
  expect(page, what).not.to.include('<img src=x')
  expect(page, what).not.to.include('\u202E')
}

describe('hostile words at the desk', () => {
  it('do nothing on any page that shows them', async () => {
    const amira = await signedIn(HOSTILE_DESK)
    for (const url of ['/desk', '/desk/c/x', '/desk/c/x/record', '/desk/c/x/record?all=1']) {
      expectHarmless((await amira.get(url)).body, url)
    }
  })

  it('do nothing on any page that follows a form', async () => {
    const amira = await signedIn(HOSTILE_DESK)
    const token = await amira.token()
    const words = { form: HOSTILE, query: HOSTILE, reason: HOSTILE, name: HOSTILE, act: 'decline' }
    for (const url of ['/desk/persons', '/desk/c/x/find', '/desk/c/x/act', '/desk/invite']) {
      expectHarmless((await amira.post(url, { ...words, token })).body, url)
    }
  })

  it('do nothing as the name of a member of staff', async () => {
    const people = [{ ...PEOPLE[0]!, name: HOSTILE, title: HOSTILE }]
    const amira = visitor(settings(fakeDesk().desk, { people }))
    expectHarmless((await amira.get('/desk/sign-in')).body, 'sign-in')
    await amira.signIn()
    expectHarmless((await amira.get('/desk/invite')).body, 'invite')
  })

  it('stay what was typed when a form is shown again', async () => {
    const amira = await signedIn()
    const token = await amira.token()
    const { body } = await amira.post('/desk/invite', { token, name: `O'Neil "Ana" <b>` })
    expect(body).to.include('value="O&#39;Neil &quot;Ana&quot; &lt;b&gt;"')
  })
})

describe('every page of the desk', () => {
  it('forbids what it does not need, and is kept nowhere', async () => {
    const amira = await signedIn()
    for (const url of [
      '/desk',
      '/desk/invite',
      '/desk/c/c-4',
      '/desk/c/c-4/record',
      '/desk/sign-in',
    ]) {
      const { headers } = await amira.get(url)
      expect(headers?.['content-security-policy'], url).to.match(
        /^default-src 'none'; style-src 'self'/,
      )
      expect(headers?.['content-security-policy']).to.include("frame-ancestors 'none'")
      expect(headers?.['cache-control']).to.equal('no-store')
    }
  })

  it('has the token in every form that is posted by who is signed in', async () => {
    const amira = await signedIn()
    const token = await amira.token()
    for (const url of ['/desk', '/desk/invite', '/desk/c/c-4', '/desk/c/c-4/record']) {
      const page = String((await amira.get(url)).body)
      const forms = page.match(/<form method="post"[\s\S]*?<\/form>/g) ?? []
      expect(forms, url).not.to.be.empty
      for (const form of forms) expect(form).to.include(`name="token" value="${token}"`)
    }
  })

  it('has a stylesheet that is sent again only when it has changed', async () => {
    const anybody = visitor(settings(fakeDesk().desk))
    const { status, headers, body } = await anybody.get('/desk/desk.css')
    expect([status, String(body).length > 1000]).to.deep.equal([200, true])
    const again = await anybody.get('/desk/desk.css', {
      'if-none-match': String(headers?.['etag']),
    })
    expect([again.status, again.body]).to.deep.equal([304, undefined])
  })
})

describe('the page of a consultation', () => {
  it('has only the forms that are offered', async () => {
    const none = await bodyOf({ offers: [], prompts: [] })
    expect(none.match(/name="act"/g)).to.equal(null)
    expect(none).not.to.include('/find')
    for (const act of CASE.offers.filter((one) => one !== 'link')) {
      const page = await bodyOf({ offers: [act], prompts: [] })
      const acts = new Set(
        [...page.matchAll(/name="act" value="([^"]+)"/g)].map(([, name]) => name),
      )
      expect([...acts], act).to.deep.equal([act])
    }
  })

  it('marks what the patient said about health as their own words', async () => {
    const page = await bodyOf()
    expect(page.match(/In the patient’s own words/g)).to.have.length(1)
    expect(page).to.match(
      /own words[\s\S]*That nobody notices but me[\s\S]*Everything else[\s\S]*Age today/,
    )
  })

  it('interrupts for an age under 18 and for a withdrawal, and for nothing else', async () => {
    const warnings = async (view: Partial<CaseView>) =>
      (await bodyOf(view)).match(/aria-label="Warning"/g)?.length ?? 0
    expect(await warnings({ interruptions: ['withdrawn'] })).to.equal(1)
    expect(await warnings({ interruptions: ['age'] })).to.equal(1)
    expect(await warnings({ interruptions: ['age', 'withdrawn'] })).to.equal(1)
    expect(await warnings({ interruptions: [] })).to.equal(0)
    for (const state of ['active', 'paused', 'refused', 'ended'] as const) {
      expect(await warnings({ state }), state).to.equal(0)
    }
  })

  it('says prominently that it is paused, refused or ended', async () => {
    expect(await bodyOf({ state: 'paused' })).to.include('class="panel paused"')
    expect(await bodyOf({ state: 'refused' })).to.include('class="panel refused"')
    expect(await bodyOf({ state: 'ended' })).to.include('class="panel ended"')
  })

  it('offers a stand-in for what is not built, and only in a demo', async () => {
    const page = await bodyOf()
    expect(page.match(/name="gates"/g)).to.have.length(3)
    expect(page).to.include('The act is on record')
    expect(await bodyOf({ demo: false })).not.to.include('name="gates"')
  })

  it('asks each kind of question with the field that it needs', async () => {
    const ask = async (kind: CaseView['prompts'][number]['question']['kind']) => {
      const prompt = CASE.prompts[1]!
      const options = [{ id: 'a', label: 'A' }]
      const question = { ...prompt.question, kind, options }
      return bodyOf({ prompts: [{ ...prompt, question }], offers: [] })
    }
    expect(await ask('choice')).not.to.include('name="value')
    expect(await ask('text')).to.match(/<textarea[^>]*name="value"/)
    expect(await ask('date')).to.match(
      /name="value-day"[\s\S]*name="value-month"[\s\S]*name="value-year"/,
    )
    expect(await ask('number')).to.match(/name="value"[^>]*inputmode="numeric"/)
    expect(await ask('many')).to.match(/type="checkbox"[^>]*name="value"\s+value="a"/)
    expect(await ask('signature')).to.include('name="agreed"')
    expect(await ask('private')).not.to.include('name="act"')
  })

  it('is not there for who may not see it', async () => {
    const amira = await signedIn()
    for (const url of ['/desk/c/other', '/desk/c/other/record']) {
      expect((await amira.get(url)).status, url).to.equal(404)
    }
  })
})

describe('the written information at the desk', () => {
  const page: WrittenPage = {
    ...{ id: 'written-information/x', title: 'About it', sections: [], digest: 'ab'.repeat(32) },
    ...{ locale: 'en-GB', safetyNet: 'Ring.', way: 'read-here-only', mode: 'demo' },
  }

  it('says in which way the patient wants it, before anybody prints it', async () => {
    const { desk } = fakeDesk({ written: async () => page }, { written: 'read-here-only' })
    const amira = visitor(settings(desk))
    await amira.signIn()
    const { body } = await amira.get('/desk/c/c-4')
    expect(String(body)).to.include('href="/desk/c/c-4/written-information"')
    const printed = await amira.get('/desk/c/c-4/written-information')
    expect(String(printed.body)).to.include('About it').and.to.include('do not print, send or post')
  })

  it('is not there before it is given, and not offered', async () => {
    const { desk } = fakeDesk()
    const amira = visitor(settings(desk))
    await amira.signIn()
    expect(String((await amira.get('/desk/c/c-4')).body)).not.to.include('written-information')
    expect((await amira.get('/desk/c/c-4/written-information')).status).to.equal(404)
  })
})

describe('a reminder at the desk', () => {
  const reminder = { id: 'reminder-1', at: '2026-11-20T09:00:00.000Z', way: 'Email, a@b.example' }

  it('is a way, words to use, and what came of it', async () => {
    const { desk, calls } = fakeDesk(
      {},
      { offers: ['remind'], reminder: { ...reminder, words: 'This is the clinic.' } },
    )
    const amira = visitor(settings(desk))
    await amira.signIn()
    const { body } = await amira.get('/desk/c/c-4')
    expect(String(body)).to.include('Email, a@b.example').and.to.include('This is the clinic.')
    const token = await amira.token()
    const sent = { token, act: 'remind', reminder: 'reminder-1', how: 'not-wanted' }
    await amira.post('/desk/c/c-4/act', sent)
    const act = { type: 'remind', reminder: 'reminder-1', how: 'not-wanted' }
    expect(calls.at(-1)?.[3]).to.deep.equal(act)
  })

  it('is not there for who may not give it', async () => {
    const { desk } = fakeDesk({}, { offers: [], reminder: { ...reminder, words: 'Words.' } })
    const amira = visitor(settings(desk))
    await amira.signIn()
    expect(String((await amira.get('/desk/c/c-4')).body)).not.to.include('To be reminded')
  })
})
