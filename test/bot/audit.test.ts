import { expect } from 'chai'
import fc from 'fast-check'
import { bandOf, moreNeeded } from '../../bot/show/audit-bands.ts'
import { auditOf, type Counted } from '../../bot/show/audit.ts'
import type { Role } from '../../machines/commands.ts'
import type { Consultation, FactValues } from '../../machines/contract.ts'
import { day } from '../../machines/time.ts'
import { openClinic, shipped, staff } from '../support/clinic.ts'
import { enquired } from '../support/stories.ts'

const TODAY = day('2026-11-22')
const AT = '2026-11-20T10:00:00.000Z'

/** As much of a consultation as is counted. */
function made(more: Partial<Consultation> & { known?: FactValues } = {}, n = 0): Consultation {
  const { known = {}, ...rest } = more
  const by = { id: 'x', role: 'patient', assurance: 'none' }
  const facts = Object.entries(known).map(([name, value]) => [
    name,
    { value, by, at: AT, record: 1 },
  ])
  return {
    ...{ id: `c${n}`, person: `p${n}`, state: 'active', stage: 'enquiry', open: [], last: AT },
    restricted: { declines: [] },
    ...{ facts: Object.fromEntries(facts) as object, ...rest },
  } as never
}
const times = (count: number, more: Parameters<typeof made>[0] = {}) =>
  Array.from({ length: count }, (_, n) => made(more, n))

const audited = (
  all: readonly Consultation[],
  role: Role = 'auditor',
  leftAt: Counted['leftAt'] = [],
) => auditOf(shipped, { all, leftAt }, staff(role), TODAY)

const rowsOf = (view: ReturnType<typeof audited>, id: string) =>
  Object.fromEntries(
    (view.tables.find((one) => one.id === id)?.rows ?? []).map(({ label, band }) => [
      label,
      band.words,
    ]),
  )

describe('a count on the audit page', () => {
  it('under five is told as fewer than 5, and so is none', () => {
    for (const few of [0, 1, 4]) expect(bandOf(few).words).to.equal('fewer than 5')
    expect(bandOf(5).words).to.equal('5 to 9')
    expect(bandOf(9).words).to.equal('5 to 9')
    expect(bandOf(10).words).to.equal('10 to 14')
  })

  it('of what is still needed tells no more than the band does', () => {
    expect(moreNeeded(0, 20)).to.equal('16 to 20 more')
    expect(moreNeeded(4, 20)).to.equal('16 to 20 more')
    expect(moreNeeded(5, 20)).to.equal('11 to 15 more')
    expect(moreNeeded(19, 20)).to.equal('1 to 5 more')
    expect(moreNeeded(20, 20)).to.equal('enough for this year')
  })
})

describe('what the audit page counts', () => {
  it('is each consultation once, by how it stands', () => {
    const rows = rowsOf(
      audited([
        ...times(6, { state: 'withdrawn' }),
        ...times(5, { state: 'refused', refusedFor: 'age' }),
        ...times(3, { state: 'refused', refusedFor: 'practitioner' }),
        ...times(12),
        ...times(7, { known: { 'consent-taken-at': AT as never } }),
      ]),
      'outcomes',
    )
    expect(rows).to.include({
      'The patient withdrew': '5 to 9',
      'Refused for age': '5 to 9',
      'Declined by a practitioner': 'fewer than 5',
      'Under way': '10 to 14',
      'Consented, not treated yet': '5 to 9',
      Paused: 'fewer than 5',
    })
  })

  it('is the time from the written information to consent', () => {
    const after = (hours: number) => ({
      known: {
        'pack-delivered-at': AT,
        'consent-taken-at': new Date(Date.parse(AT) + hours * 3_600_000).toISOString(),
      } as FactValues,
    })
    const rows = rowsOf(
      audited([...times(5, after(71.9)), ...times(10, after(72)), ...times(15, after(24 * 60))]),
      'reflection',
    )
    expect(rows).to.include({
      'Less than 3 days': '5 to 9',
      '3 days to a week': '10 to 14',
      'Four weeks or more': '15 to 19',
    })
  })

  it('is refusals of contact with the GP', () => {
    const rows = rowsOf(audited(times(8, { known: { 'gp-permission': 'refused' } })), 'gp')
    expect(rows).to.deep.equal({
      ...{ 'May be told': 'fewer than 5', 'May not be told': '5 to 9' },
      'Has no GP': 'fewer than 5',
    })
  })

  it('is where people left, and what is asked in private as one', () => {
    const left = [
      ...Array.from({ length: 6 }, () => 'enquiry/reason'),
      ...['own-wish', 'pressed', 'only-the-clinic'].flatMap((one) => [
        ...[`voluntariness/${one}`, `voluntariness/${one}`],
      ]),
      ...['gp-contact/permission'],
    ]
    const rows = rowsOf(audited([], 'auditor', left), 'drop-off')
    expect(rows['What is asked in private']).to.equal('5 to 9')
    expect(Object.keys(rows).filter((label) => label.startsWith('Enquiry'))).to.have.length(1)
    expect(Object.keys(rows).some((label) => label.startsWith('GP'))).to.equal(false)
    expect(rows['Each of the others']).to.equal('fewer than 5')
  })

  it('is patients who answered the survey this year, each once', () => {
    const answered = {
      known: { 'survey-answered': true, 'survey-satisfied': 'satisfied' } as FactValues,
    }
    const twice = [...times(7, answered), ...times(7, answered)]
    expect(audited(twice).survey.band.words).to.equal('5 to 9')
    expect(audited(twice).survey.more).to.equal('11 to 15 more')
    expect(rowsOf(audited(twice), 'survey-satisfied')['Satisfied']).to.equal('10 to 14')
    const last = twice.map((now) => ({
      ...now,
      facts: {
        'survey-answered': { ...now.facts['survey-answered'], at: '2025-12-31T23:00:00.000Z' },
      },
    })) as never as Consultation[]
    expect(audited(last).survey.band.words).to.equal('fewer than 5')
  })
})

describe('who may read what is counted', () => {
  const declined = times(9, {
    restricted: { declines: [{ pathway: 'suitability@1', reason: 'PRIVATE' }] } as never,
  })

  it('of declines is the safeguarding lead and the auditor, and nobody else', () => {
    for (const role of ['safeguarding', 'auditor'] as const) {
      expect(rowsOf(audited(declined, role), 'declines')['Suitability'], role).to.equal('5 to 9')
    }
    for (const role of ['administrator', 'supervisor'] as const) {
      const view = audited(declined, role)
      expect(
        view.tables.some(({ id }) => id === 'declines'),
        role,
      ).to.equal(false)
      expect(JSON.stringify(view)).to.equal(JSON.stringify(audited(times(9), role)))
    }
  })

  it('is nobody who only treats or receives people', async () => {
    const { desk } = openClinic()
    for (const role of ['practitioner', 'performer', 'prescriber', 'reception'] as const) {
      expect(await desk.audit(staff(role)), role).to.equal(undefined)
    }
    expect(await desk.audit(staff('auditor'))).not.to.equal(undefined)
  })

  it('tells in no words of anybody’s what was said', () => {
    expect(JSON.stringify(audited(declined))).not.to.include('PRIVATE')
  })
})

describe('nobody can be found among the numbers', () => {
  const kinds: Parameters<typeof made>[0][] = [
    { state: 'withdrawn' },
    { state: 'refused', refusedFor: 'age' },
    { known: { 'gp-permission': 'refused' } },
    { known: { 'gp-permission': 'granted' } },
    { known: { 'survey-answered': true, 'survey-in-yourself': 'worse' } },
  ]

  it('because counts that lie in one band look the same, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.nat(4), fc.nat(4)), { minLength: 3, maxLength: 3 }),
        (bands) => {
          // Kinds that share no row: what one does to a band must not hide what another does.
          const of = (pick: 1 | 2) =>
            [0, 1].flatMap((at) =>
              times(5 * (bands[at]?.[0] ?? 0) + (bands[at]?.[pick] ?? 0), kinds[at]),
            )
          expect(JSON.stringify(audited(of(1)))).to.equal(JSON.stringify(audited(of(2))))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('because no total stands anywhere, nor any figure that is not the end of a band', () => {
    const all = kinds.flatMap((kind, at) => times(6 + at * 3, kind))
    const figures = JSON.stringify(
      audited(all).tables.map(({ rows }) => rows.map(({ band }) => band)),
    )
    for (const [figure] of figures.matchAll(/\d+/g)) expect([0, 4]).to.include(Number(figure) % 5)
  })
})

describe('the audit of a real clinic', () => {
  it('counts where a patient was when they withdrew, and leaves checks of posts out', async () => {
    const clinic = openClinic()
    for (let n = 0; n < 5; n += 1) {
      const patient = await enquired(clinic)
      await patient.say('stop')
      await patient.choose('i-do-not-want-this')
    }
    await clinic.desk.start(staff('practitioner'), 'social-media-post')
    const view = await clinic.desk.audit(staff('auditor'))
    const rows = Object.fromEntries(
      (view?.tables ?? []).map(({ id, rows }) => [
        id,
        rows.map((row) => `${row.label}: ${row.band.words}`),
      ]),
    )
    expect(rows['outcomes']).to.include('The patient withdrew: 5 to 9')
    expect(rows['outcomes']).to.include('Under way: fewer than 5')
    expect(rows['drop-off']?.[0]).to.match(/^GP contact: .*5 to 9$/)
  })
})
