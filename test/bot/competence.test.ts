import { expect } from 'chai'
import { incompetence } from '../../bot/competence.ts'
import type { Clinic, StaffMember } from '../../content/clinic.ts'
import type { Act } from '../../machines/commands.ts'
import { day } from '../../machines/time.ts'
import { demoClinic } from '../support/clinic.ts'

const TODAY = day('2026-11-23')
const nadia = demoClinic.people[0] as StaffMember
const clinicWith = (change: object): Clinic => ({
  ...demoClinic,
  people: [{ ...nadia, ...change }, ...demoClinic.people.slice(1)],
})
const assign: Act = { type: 'assign', role: 'performer', to: nadia.id, name: nadia.name }
const planOn = (date: string): Act => ({
  type: 'plan',
  plan: { performer: nadia.id, premises: 'x', product: 'x', date: day(date) },
})

describe('naming somebody who treats', () => {
  it('is possible when registration, insurance and training are in date', () => {
    expect(incompetence(demoClinic, assign, TODAY)).to.equal(undefined)
    expect(incompetence(demoClinic, planOn('2026-12-01'), TODAY)).to.equal(undefined)
  })

  it('needs insurance on the very day, and the last day of it is enough', () => {
    const insured = clinicWith({ insurance: { until: '2026-11-23' } })
    expect(incompetence(insured, assign, TODAY)).to.equal(undefined)
    expect(incompetence(insured, assign, day('2026-11-24'))).to.include('not insured')
  })

  it('needs it on the day of treatment, not only on the day of the plan', () => {
    const insured = clinicWith({ insurance: { until: '2026-11-30' } })
    expect(incompetence(insured, planOn('2026-11-30'), TODAY)).to.equal(undefined)
    expect(incompetence(insured, planOn('2026-12-01'), TODAY)).to.include('not insured')
  })

  it('needs a registration that has not lapsed', () => {
    const register = { body: 'NMC', number: '1', until: '2026-11-22' }
    expect(incompetence(clinicWith({ register }), assign, TODAY)).to.include('not registered')
    expect(incompetence(clinicWith({ register: undefined }), assign, TODAY)).to.include(
      'no register',
    )
  })

  it('needs training, and every part of it in date', () => {
    expect(incompetence(clinicWith({ training: [] }), assign, TODAY)).to.include('no training')
    const training = [{ name: 'Safeguarding', on: '2023-01-01', until: '2026-01-01' }]
    expect(incompetence(clinicWith({ training }), assign, TODAY)).to.include('Safeguarding')
  })

  it('needs the role itself, and a person of the clinic', () => {
    const farida: Act = { type: 'assign', role: 'performer', to: 'farida-lyle', name: 'Farida' }
    expect(incompetence(demoClinic, farida, TODAY)).to.include('is no performer')
    const nobody: Act = { ...farida, to: 'nobody' }
    expect(incompetence(demoClinic, nobody, TODAY)).to.include('nobody')
  })

  it('asks no papers of somebody who only receives patients', () => {
    const desk: Act = { type: 'assign', role: 'reception', to: 'tomasz-brightwell', name: 'Tomasz' }
    expect(incompetence(demoClinic, desk, TODAY)).to.equal(undefined)
  })
})
