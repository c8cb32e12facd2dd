import { expect } from 'chai'
import { openClinic, staff } from '../support/clinic.ts'

const SAM = { name: 'Sam', birthDate: '1990-04-03', treatmentClass: 'filler' }

describe('what a form gave that cannot be taken', () => {
  const said = async (more: object) =>
    (await openClinic().desk.invite(staff('reception'), { ...SAM, ...more })).said

  it('is said in plain words, each field once', async () => {
    expect(await said({ name: 'a'.repeat(4001) })).to.equal(
      'Put this right: name is too long, 4000 characters fit at the most; ' +
        'treatment name is missing, or is not as it has to be.',
    )
    expect(await said({ birthDate: 'soon', treatmentName: 'Dermal filler' })).to.equal(
      'Put this right: birth date is missing, or is not as it has to be.',
    )
  })
})
