import { expect } from 'chai'
import type { Desk } from '../../../bot/ports.ts'
import type { CaseView } from '../../../bot/views/desk.ts'
import { createDesk, type DeskOptions } from '../../../adapters/desk/desk.ts'
import { createStarter } from '../http/started.ts'
import { CASE } from './believable.ts'
import { fakeDesk, settings, visitor } from './fake.ts'

async function signedIn(
  { view = {}, desk = {}, options = {} }: Given = {},
  who: readonly [person: string, role: string] = ['p-amira', 'performer'],
) {
  const someone = visitor(settings(fakeDesk(desk, view).desk, options))
  await someone.signIn(...who)
  return someone
}

interface Given {
  readonly view?: Partial<CaseView>
  readonly desk?: Partial<Desk>
  readonly options?: Partial<DeskOptions>
}

async function pageOf(given: Given = {}, url = '/desk/c/c-4'): Promise<string> {
  const { body } = await (await signedIn(given)).get(url)
  return String(body).replace(/\s+/g, ' ')
}

const AUDITOR = ['p-lena', 'auditor'] as const

describe('a decline at the desk', () => {
  const SEEN = 'Nothing is sent to them. Please tell them yourself, in their safe way.'

  it('says that the patient has been sent nothing, before it and after it', async () => {
    expect(await pageOf()).to.include(SEEN)
    expect(await pageOf({ view: { offers: [], state: 'refused' } })).to.include(SEEN)
  })

  it('says nothing of the kind where age was the reason', async () => {
    const view = { offers: [], state: 'refused', refusedFor: 'age' } as const
    expect(await pageOf({ view }))
      .to.include('Refused for age')
      .and.not.to.include(SEEN)
  })
})

describe('the end of a consultation', () => {
  it('needs the tick that everything is done and the patient knows', async () => {
    const page = await pageOf()
    expect(page).to.include('Everything is done and the patient knows')
    const amira = await signedIn()
    const sent = { token: await amira.token(), act: 'end', form: 'end' }
    const { status, body } = await amira.post('/desk/c/c-4/act', sent)
    expect([status, String(body).includes('href="#end-done-yes"')]).to.deep.equal([422, true])
    expect(body).to.match(/id="end-done-yes"/)
    expect((await amira.post('/desk/c/c-4/act', { ...sent, done: 'yes' })).status).to.equal(303)
  })

  it('waits for whoever wants a person and for an open question, and says so', async () => {
    const offers = CASE.offers.filter((one) => one !== 'end')
    const page = await pageOf({ view: { offers, endWaits: ['person-wanted', 'question'] } })
    expect(page).to.include('nobody has attended to them yet')
    expect(page).to.include('Only the patient says that it is answered')
    expect(page).not.to.include('value="end"')
    expect(await pageOf({ view: { offers, endWaits: [] } })).not.to.include('End this consultation')
  })
})

describe('whoever wants a person', () => {
  const WANTED = {
    wanted: [{ id: 'call-1', urgent: false, at: '2026-11-21T13:41:00.000Z', attended: false }],
  }
  const section = async (person: Partial<CaseView['person']>) => {
    const { safeContact: _, ...others } = CASE.person
    const page = await pageOf({ view: { ...WANTED, person: { ...others, ...person } } })
    return page.slice(page.indexOf('id="wanted"'), page.indexOf('id="prompts"'))
  }

  it('can be reached from there, in the way that is safe', async () => {
    const said = 'Reach them by: <bdi>Email, jo-ann@post-box.test</bdi>'
    expect(await section({ safeContact: 'Email, jo-ann@post-box.test' })).to.include(said)
  })

  it('is not rung or written to when only the clinic is safe, or no way is known', async () => {
    const only = await section({ safeContact: 'At the clinic only', onlyAtClinic: true })
    expect(only).to.include('Do not call or write. Only when they are at the clinic.')
    expect(only).not.to.include('Reach them by')
    expect(await section({})).to.include('No safe way of contact is known: do not call or write.')
  })

  it('has what makes it easier for them at the head of the page', async () => {
    expect(await pageOf()).to.match(
      /Needs: <strong>\s*<bdi>An interpreter for another language, “Polish”<\/bdi>/,
    )
    expect(await pageOf({ view: { person: { ...CASE.person, needs: [] } } })).not.to.include(
      'Needs:',
    )
  })
})

describe('a pause', () => {
  it('of the patient’s own needs their word to go on, and one of the clinic’s does not', async () => {
    const view = { state: 'paused', offers: ['resume'] } as const
    const word = 'The patient has told me to go on'
    expect(await pageOf({ view: { ...view, pausedBy: 'patient' } })).to.include(word)
    expect(await pageOf({ view: { ...view, pausedBy: 'staff' } })).not.to.include(word)
  })
})

describe('what ended waiting', () => {
  it('can be asked again by whom it is offered to', async () => {
    const page = await pageOf()
    expect(page).to.include('Ask again: Voluntariness finding')
    expect(page).to.match(
      /name="act" value="again"[^>]*>\s*<input[^>]*name="open" value="voluntariness-finding#1"/,
    )
    const offers = CASE.offers.filter((one) => one !== 'again')
    expect(await pageOf({ view: { offers } })).not.to.include('Ask again')
  })
})

describe('an invitation at the desk', () => {
  it('is not offered to an auditor, in the navigation, on the page or by its address', async () => {
    const lena = await signedIn({}, AUDITOR)
    expect(String((await lena.get('/desk')).body)).not.to.include('/desk/invite')
    const { status, body } = await lena.get('/desk/invite')
    expect([status, String(body).includes('name="birth-date-day"')]).to.deep.equal([403, false])
  })

  it('is offered to everybody else of the staff', async () => {
    for (const who of [
      ['p-jo', 'reception'],
      ['p-lena', 'safeguarding'],
      ['p-tom', 'prescriber'],
    ] as const) {
      const someone = await signedIn({}, who)
      expect(
        String((await someone.get('/desk')).body).match(/href="\/desk\/invite"/g),
      ).to.have.length(2)
      expect((await someone.get('/desk/invite')).status).to.equal(200)
    }
  })

  it('says with the link which way is safe', async () => {
    const amira = await signedIn()
    const { body } = await amira.post('/desk/invite', {
      ...{ token: await amira.token(), name: 'Sam Example' },
      ...{ 'safe-contact': 'text', 'safe-contact-details': '07700 900123' },
      ...{ 'birth-date-day': '4', 'birth-date-month': '5', 'birth-date-year': '1991' },
      ...{ treatment: 'peel/Chemical peel' },
    })
    expect(body).to.include('<bdi>Text message, 07700 900123</bdi>')
  })
})

describe('the gates of a consultation', () => {
  it('are met or not yet, and a stand-in looks like neither', async () => {
    const page = await pageOf()
    expect(page).to.include('<strong class="mark met">Met</strong>')
    expect(page).to.include('<strong class="mark not-yet">Not yet</strong>')
    expect(page).to.include('<strong class="mark stood-in">Stood in (demo)</strong>')
  })

  it('are counted by what is still to do', async () => {
    const page = await pageOf()
    expect(page).to.include('All of the way: 5 of 8 still to do')
    expect(page).to.include('Consultation: 2 of 3 still to do').and.include('Enquiry: all met')
  })

  it('are not all met where a demo stood in for one', async () => {
    const [, , , , stoodIn] = CASE.gates
    const page = await pageOf({ view: { gates: [stoodIn!] } })
    expect(page).to.include('Consultation: nothing left to do').and.not.include('all met')
  })
})

describe('the plan of a consultation', () => {
  const premises = [
    { id: 'main', name: 'Main rooms' },
    { id: 'annexe', name: 'The annexe' },
  ]
  const plan = { ...CASE.plan!, premises: 'annexe' }

  it('chooses among the premises of the clinic, where they are known', async () => {
    const page = await pageOf({ options: { premises }, view: { plan } })
    expect(page).to.include('<bdi>The annexe</bdi>')
    expect(page).to.match(/<select id="plan-premises"[\s\S]*value="annexe" selected/)
    expect(await pageOf()).to.match(/<input\s+id="plan-premises"/)
  })

  it('keeps a place that was named in words before', async () => {
    const named = CASE.plan!.premises
    const page = await pageOf({ options: { premises } })
    expect(page).to.include(`<option value="${named}" selected>${named}</option>`)
  })

  it('says who was planned only where the team says otherwise', async () => {
    expect(await pageOf()).not.to.include('Planned performer')
    const team = [{ role: 'performer', name: 'Dr Tom Okafor' }] as const
    expect(await pageOf({ view: { team } })).to.include('Planned performer')
  })
})

describe('an address of the desk that leads nowhere', () => {
  const { start, stop } = createStarter()
  afterEach(stop)

  it('is answered by the desk on the real server, and others as before', async () => {
    const { url } = await start([...createDesk(settings(fakeDesk().desk)).routes])
    for (const path of ['/desk/nothing', '/desk/', '/desk/c/c-4/nothing']) {
      const { status, headers } = await fetch(url + path, { redirect: 'manual' })
      expect([status, headers.get('location')], path).to.deep.equal([303, '/desk/sign-in'])
    }
    expect((await fetch(`${url}/desk/sign-in`)).status).to.equal(200)
    expect((await fetch(`${url}/nothing`)).status).to.equal(404)
  })

  it('shows a page, with the way back', async () => {
    const amira = await signedIn()
    for (const url of ['/desk/nothing', '/desk/c/c-4/nothing/at/all', '/desk/persons']) {
      const { status, headers, body } = await amira.get(url)
      expect([status, headers?.['content-type']], url).to.deep.equal([
        404,
        'text/html; charset=utf-8',
      ])
      expect(body).to.include('The desk has no such page').and.include('Back to what waits')
    }
  })
})
