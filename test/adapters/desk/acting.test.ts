import { expect } from 'chai'
import type { Desk } from '../../../bot/ports.ts'
import { fakeDesk, settings, visitor } from './fake.ts'

async function amira(more: Partial<Desk> = {}) {
  const { desk, calls } = fakeDesk(more)
  const someone = visitor(settings(desk))
  await someone.signIn()
  const token = await someone.token()
  const send = (path: string, fields: Readonly<Record<string, string | readonly string[]>>) =>
    someone.post(path, { token, ...fields })
  return {
    ...someone,
    calls,
    send,
    act: (fields: Record<string, string>) => send('/desk/c/c-4/act', fields),
  }
}

const DECLINE = { act: 'decline', form: 'decline' }

describe('an act at the desk', () => {
  it('is handed on exactly as the form had it, and comes back to the consultation', async () => {
    const { act, calls } = await amira()
    const { status, headers } = await act({ act: 'reply', question: 'ask-1', words: 'Soft food.' })
    expect([status, headers?.['location']]).to.deep.equal([303, '/desk/c/c-4'])
    const reply = { type: 'reply', question: 'ask-1', words: 'Soft food.' }
    expect(calls.map(([what, , ...rest]) => [what, ...rest])).to.deep.equal([['act', 'c-4', reply]])
  })

  it('is confirmed once, on the next page', async () => {
    const { act, get } = await amira()
    await act({ act: 'pause' })
    expect((await get('/desk/c/c-4')).body).to.include('<bdi>It is on record.</bdi>')
    expect((await get('/desk/c/c-4')).body).not.to.include('It is on record.')
  })

  it('is confirmed to nobody else', async () => {
    const { act, cookies } = await amira()
    await act({ act: 'pause' })
    const other = visitor(settings(fakeDesk().desk, { chance: { ...CHANCE, id: () => 'another' } }))
    await other.signIn('p-jo', 'reception')
    other.cookies['candour-desk-said'] = cookies['candour-desk-said'] ?? ''
    expect((await other.get('/desk')).body).not.to.include('It is on record.')
  })

  it('that is refused says why, first on the page, and keeps what was typed', async () => {
    const refused = async () => ({ ok: false, said: 'Not yet: consent is not open.' })
    const { act } = await amira({ act: refused })
    const { status, body } = await act({ ...DECLINE, reason: 'A long reason' })
    expect(status).to.equal(422)
    expect(body).to.match(/role="alert"[\s\S]*Not yet: consent is not open\.[\s\S]*<h1>/)
    expect(body).to.match(/<details class="act" open>[\s\S]*?A long reason/)
    expect(body).to.include('<title>Error: ')
  })

  it('with a gap is not handed on; the page says what is missing and leads there', async () => {
    const { act, calls } = await amira()
    const { status, body } = await act(DECLINE)
    expect([status, calls]).to.deep.equal([422, []])
    expect(body).to.include('<a href="#decline-reason">Write down your reason</a>')
    expect(body).to.match(/id="decline-reason"[^>]*aria-describedby="decline-reason-fault"/)
  })

  it('keeps the answer of the very prompt that was answered, and of no other', async () => {
    const { act } = await amira()
    const sent = { act: 'answer', form: 'answer-age-check#1-1', open: 'age-check#1', ask: '1' }
    const { body } = await act({ ...sent, event: 'answered', kind: 'text', value: ' ' })
    expect(body).to.include('href="#answer-age-check-1-1-value"')
    expect(String(body).match(/class="fault"/g)).to.have.length(1)
  })
})

describe('a one-use link from the desk', () => {
  it('to sign is one act with the opening of the signing, and is shown once', async () => {
    const { act, calls, get } = await amira()
    const { status, body } = await act({ act: 'open-signing' })
    expect(calls.map(([what, , ...rest]) => [what, ...rest])).to.deep.equal([
      ['makeLink', 'c-4', 'sign'],
    ])
    expect(status).to.equal(200)
    expect(body).to.include('value="http://desk.test/c/once-only"')
    expect(body).to.include('src="data:image/svg+xml;base64,')
    expect((await get('/desk/c/c-4')).body).not.to.include('once-only')
  })

  it('to go on is made for another device', async () => {
    const { act, calls } = await amira()
    await act({ act: 'make-link' })
    expect(calls[0]?.slice(2)).to.deep.equal(['c-4', 'continue'])
  })

  it('that is refused says why', async () => {
    const makeLink = async () => ({ ok: false, said: 'Not for you: consent is for the performer.' })
    const { status, body } = await (await amira({ makeLink })).act({ act: 'open-signing' })
    expect(status).to.equal(422)
    expect(body).to.include('Not for you: consent is for the performer.')
  })

  it('comes with an invitation', async () => {
    const { send, calls } = await amira()
    const { status, body } = await send('/desk/invite', {
      ...{ name: 'Sam Example', 'safe-contact': 'at-the-clinic-only' },
      ...{ 'birth-date-day': '4', 'birth-date-month': '5', 'birth-date-year': '1991' },
      ...{ treatment: 'peel/Chemical peel' },
    })
    expect(status).to.equal(200)
    expect(calls[0]?.[2]).to.deep.equal({
      ...{ name: 'Sam Example', birthDate: '1991-05-04', safeContact: 'at-the-clinic-only' },
      ...{ treatmentClass: 'peel', treatmentName: 'Chemical peel' },
    })
    expect(body).to.include('/c/once-only').and.to.include('href="/desk/c/c-9"')
  })
})

describe('inviting somebody we know again', () => {
  it('asks for no name and no birthday, and says which consultation they are known from', async () => {
    const { send, calls, get } = await amira()
    const { body } = await get('/desk/invite?known=c-4')
    expect(body).to.include('Priya Nair').and.to.include('4 May 1991')
    expect(body).not.to.include('name="birth-date-day"')
    const { status } = await send('/desk/invite', {
      ...{ 'known-from': 'c-4', 'safe-contact': 'at-the-clinic-only' },
      ...{ treatment: 'peel/Chemical peel' },
    })
    expect(status).to.equal(200)
    expect(calls[0]?.[2]).to.deep.equal({
      ...{ knownFrom: 'c-4', safeContact: 'at-the-clinic-only' },
      ...{ treatmentClass: 'peel', treatmentName: 'Chemical peel' },
    })
    expect((await get('/desk/invite?known=nowhere')).status).to.equal(404)
  })
})

describe('linking to a known person', () => {
  it('finds others first, then asks what was compared', async () => {
    const { send } = await amira()
    const { body } = await send('/desk/c/c-4/find', { form: 'find', query: 'Pri' })
    expect(body).to.match(/type="radio"[^>]*name="person"\s+value="person-9"/)
    expect(body).to.include('name="identifiers"')
  })

  it('finds them again when too little was compared', async () => {
    const { send } = await amira()
    const sent = {
      act: 'link',
      form: 'link',
      query: 'Pri',
      person: 'person-9',
      identifiers: 'phone',
    }
    const { status, body } = await send('/desk/c/c-4/act', sent)
    expect(status).to.equal(422)
    expect(body).to.match(/value="person-9"\s+checked/)
    expect(body).to.include('href="#link-identifiers"')
  })
})

describe('the demo clock at the desk', () => {
  it('goes forward only, by what was asked', async () => {
    const moved: number[] = []
    const moveClock: Desk['moveClock'] = async (by) => {
      moved.push(by)
      return '2026-11-22T14:05:00.000Z' as Awaited<ReturnType<Desk['moveClock']>>
    }
    const { send, get } = await amira({ moveClock })
    for (const by of ['-3600000', '0', 'soon', '1e99']) await send('/desk/clock', { by })
    expect(moved).to.deep.equal([])
    await send('/desk/clock', { by: '86400000' })
    expect(moved).to.deep.equal([86_400_000])
    expect((await get('/desk')).body).to.include('22 Nov 2026, 14:05')
  })
})

const CHANCE = { bytes: (length: number) => new Uint8Array(length) }
