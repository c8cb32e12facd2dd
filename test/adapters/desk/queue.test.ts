import { expect } from 'chai'
import type { Desk } from '../../../bot/ports.ts'
import { NOW, QUEUE } from './believable.ts'
import { fakeDesk, settings, visitor } from './fake.ts'

async function signedIn(more: Partial<Desk> = {}) {
  const someone = visitor(settings(fakeDesk(more).desk))
  await someone.signIn()
  return someone
}

describe('what waits', () => {
  const place = (page: string, words: string) => {
    expect(page).to.include(words)
    return page.indexOf(words)
  }

  it('comes in order: whoever needs somebody first, for me, for my role, by what it is', async () => {
    const page = String((await (await signedIn()).get('/desk')).body)
    const found = [
      ...[
        '<h2>See to these first',
        'Not named yet',
        '<h2>For you ',
        'Priya Nair',
        '<h2>For your role',
      ],
      ...['Daniel Osei', 'Margaret Ellis-Whitworth'],
    ].map((words) => place(page, words))
    expect(found).to.deep.equal(found.toSorted((a, b) => a - b))
  })

  it('has one line for several decisions about one person, and a line for each other thing', async () => {
    const [prompt] = QUEUE
    if (!prompt) throw new Error('nothing waits')
    const items = [
      prompt,
      { ...prompt, what: 'Capacity waits' },
      { ...prompt, kind: 'gate' as const },
    ]
    const page = String((await (await signedIn({ queue: async () => items })).get('/desk')).body)
    expect(page.match(/<bdi>Priya Nair<\/bdi>/g)).to.have.length(2)
    expect(page).to.include('<li>Capacity waits</li>').and.include(`<li>${prompt.what}</li>`)
  })

  it('is read in one order: help now, a person, young person, question, prompts, next step, stopped, withdrawn', async () => {
    const kinds = [
      ...(['withdrawn', 'stopped', 'gate', 'prompt', 'question'] as const),
      ...(['young-person', 'person-wanted', 'help-now'] as const),
    ]
    const items = kinds.map((kind, n) => ({
      ...QUEUE[0]!,
      ...{ kind, urgent: kind === 'help-now' || kind === 'young-person', who: `Person ${n}` },
      assignee: 'p-tom',
    }))
    const page = String((await (await signedIn({ queue: async () => items })).get('/desk')).body)
    const order = [...page.matchAll(/<bdi>Person (\d)</g)].map(([, n]) => Number(n))
    expect(order).to.deep.equal([7, 6, 5, 4, 3, 2, 1, 0])
    expect(page).to.include('Next step').and.not.to.include('Gate<')
  })

  it('shows the date of birth where it is known', async () => {
    const page = String((await (await signedIn()).get('/desk')).body)
    expect(page.match(/Born 4 May 1991/g)).to.have.length(1)
  })

  it('forgets a withdrawal after a week, and not a moment earlier', async () => {
    const day = Date.parse(NOW) - 7 * 86_400_000
    const withdrawn = (since: number) => ({
      ...{ ...QUEUE[0]!, kind: 'withdrawn' as const, who: 'Ana Gone' },
      since: new Date(since).toISOString(),
    })
    const seen = async (since: number) => {
      const amira = await signedIn({ queue: async () => [withdrawn(since)] })
      const { count } = JSON.parse(String((await amira.get('/desk/count')).body)) as {
        count: number
      }
      return [String((await amira.get('/desk')).body).includes('Ana Gone'), count]
    }
    expect(await seen(day + 1)).to.deep.equal([true, 1])
    expect(await seen(day)).to.deep.equal([false, 0])
  })

  it('says of people who are found where they stand', async () => {
    const found = {
      ...{ id: 'person-9', name: 'Priya Nair', birthDate: '1991-05-04', consultation: 'c-1' },
      ...{ stage: 'pre-consultation', state: 'active' as const },
    }
    const gone = { ...found, state: 'withdrawn' as const }
    const amira = await signedIn({ persons: async () => [found, gone] })
    const sent = { token: await amira.token(), query: 'Pri' }
    const page = String((await amira.post('/desk/persons', sent)).body)
    expect(page).to.include('People found')
    expect(page).to.include('Born 4 May 1991 · Pre-consultation')
    expect(page).to.include('Born 4 May 1991 · Withdrawn')
  })

  it('says how long it has waited, and with whom', async () => {
    const page = String((await (await signedIn()).get('/desk')).body)
    expect(page).to.match(/Waiting\s+<time[^>]*>10 minutes</)
    expect(page).to.include('With <bdi>Dr Tom Okafor</bdi>')
  })

  it('finds persons without putting a name into an address', async () => {
    const { desk, calls } = fakeDesk()
    const amira = visitor(settings(desk))
    await amira.signIn()
    const { body } = await amira.post('/desk/persons', {
      token: await amira.token(),
      query: ' Pri ',
    })
    expect(calls[0]?.[2]).to.equal('Pri')
    expect(body).to.include('href="/desk/c/c-8"')
  })
})
