import { expect } from 'chai'
import { filtered, filterOf } from '../../../adapters/desk/pages/queue-filter.ts'
import { timelineBody } from '../../../adapters/desk/pages/timeline.ts'
import type { PathLine, QueueItem } from '../../../bot/views/desk.ts'
import { openClinic, staff } from '../../support/clinic.ts'
import * as story from '../../support/stories.ts'
import { CASE, NOW } from './believable.ts'

const text = (body: unknown) =>
  String(body)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const line = (seq: number, at: string, what: string, more: Partial<PathLine> = {}): PathLine => ({
  ...{ seq, at: `2026-11-${at}:00.000Z`, what, who: 'Priya Nair', side: 'patient' },
  ...{ stage: 'enquiry', ...more },
})

const shown = (...path: PathLine[]) => text(timelineBody({ ...CASE, path: path.toReversed() }))

describe('a consultation as a timeline', () => {
  it('tells the earliest first, by the clinic’s own days', () => {
    const said = shown(line(0, '20T23:59', 'Began'), line(1, '21T00:00', 'Said stop'))
    expect(said).to.match(
      /Friday, 20 November 2026 .*23:59.*Began.*Saturday, 21 November 2026.*00:00.*Said stop/,
    )
  })

  it('makes one moment of answers that follow each other, and says of when and how many', () => {
    const said = shown(
      ...[line(0, '20T10:00', 'Answered: Age'), line(1, '20T10:04', 'Answered: Name')],
      line(2, '20T10:09', 'Answered: GP', { stage: 'pre-consultation' }),
      line(3, '20T10:12', 'Answered: Fees', { who: 'Amira Haddad', side: 'clinic' }),
    )
    expect(said).to.match(/10:00 to 10:04 .*Priya Nair Answered 2 questions Age Name/)
    expect(said).to.match(/Pre-consultation begins .*Answered: GP/)
    expect(said).to.match(/Clinic Amira Haddad Answered: Fees/)
    const soon = shown(line(0, '20T10:00', 'Answered: Age'), line(1, '20T10:00', 'Answered: Name'))
    expect(soon).to.include('Answered 2 questions').and.not.include('10:00 to')
  })

  it('has every step of the open record for who may see it, and no answer for reception', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    const open = (await clinic.store.load(id)).filter(({ stream }) => stream === 'open')
    for (const role of ['performer', 'reception'] as const) {
      const view = await clinic.desk.look(staff(role), id)
      expect(view?.path.length).to.equal(open.length)
      if (!view) throw new Error('not seen')
      const said = text(timelineBody(view))
      expect(said).to.include('Began on the clinic’s page').and.to.include('Enquiry begins')
      expect(said).to.not.include('1990')
    }
  })
})

describe('what waits, narrowed', () => {
  const item = (kind: QueueItem['kind'], more: Partial<QueueItem> = {}): QueueItem => ({
    ...{ consultation: 'c', who: 'Sam', kind, what: 'x', since: NOW, urgent: false },
    ...{ role: 'performer', ...more },
  })
  const all = [
    item('prompt', { assignee: 'me', due: '2026-11-28' }),
    item('prompt', { due: '2026-11-29' }),
    item('gate', { due: '2026-11-20' }),
    item('question'),
  ]
  const asked = (query: Record<string, string>) =>
    filtered(all, filterOf(query), 'me', NOW).map((one) => all.indexOf(one))

  it('is all of it when nothing is asked for, or nothing that there is', () => {
    expect(asked({})).to.deep.equal([0, 1, 2, 3])
    expect(asked({ kind: '__proto__', whose: 'you', due: 'x' })).to.deep.equal([0, 1, 2, 3])
  })

  it('is by kind, by name, and by what is due within seven days or was', () => {
    expect(asked({ kind: 'prompt' })).to.deep.equal([0, 1])
    expect(asked({ whose: 'me' })).to.deep.equal([0])
    expect(asked({ due: 'soon' })).to.deep.equal([0, 2])
    expect(asked({ kind: 'prompt', due: 'soon' })).to.deep.equal([0])
  })

  it('has the day that treatment is planned for, as long as it is to come', async () => {
    const clinic = openClinic()
    const { id } = await story.readyToSign(clinic)
    const due = async () =>
      (await clinic.desk.queue(story.performer)).map((one) => one.due).filter(Boolean)
    expect(new Set(await due())).to.deep.equal(new Set([story.PLAN.date]))
    await clinic.desk.act(story.performer, id, { type: 'decline', reason: 'A reason.' })
    expect(await due()).to.deep.equal([])
  })
})
