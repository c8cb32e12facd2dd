import { expect } from 'chai'
import { fillDemo } from '../../../adapters/programs/demo/people.ts'
import { colleague } from '../../../adapters/programs/demo/autopilot.ts'
import { demoClinic, openClinic } from '../../support/clinic.ts'

describe('the made-up people of a demo', () => {
  it('are eight, in different stages, and each waits for whoever should see to it', async () => {
    const clinic = openClinic()
    const { sittings, desk, clocks } = clinic
    await fillDemo({ sittings, desk, clinic: demoClinic, now: clocks.clock() })
    const seen = colleague(demoClinic.people, 'auditor')
    const found = await desk.persons(seen, '')
    const views = await Promise.all(found.map(({ consultation }) => desk.look(seen, consultation)))
    expect(views).to.have.length(8)
    expect(new Set(views.map((view) => view?.stage)).size).to.be.greaterThan(3)
    expect(views.map((view) => view?.state)).to.include('withdrawn')
    const waits = async (role: 'reception' | 'safeguarding') =>
      (await desk.queue(colleague(demoClinic.people, role))).map(({ kind }) => kind)
    expect(await waits('reception')).to.include('person-wanted')
    expect(await waits('safeguarding')).to.include('young-person')
    const pressed = found.find(({ name }) => name === 'Dana Placeholder')
    const safeguarding = colleague(demoClinic.people, 'safeguarding')
    const concern = await desk.look(safeguarding, pressed?.consultation ?? '')
    expect(concern?.prompts.map(({ pathway }) => pathway)).to.include('concern-response@1')
  })
})
