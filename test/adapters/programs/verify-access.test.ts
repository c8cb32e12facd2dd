import { expect } from 'chai'
import { verifyAccess } from '../../../adapters/programs/verify-access.ts'
import type { StoredRecord } from '../../../bot/ports.ts'
import { openClinic, staff } from '../../support/clinic.ts'

const MONTH = 'demo/access/2026-11'

/** Three searches on record, and what a check finds when the records are as they were given. */
async function searched() {
  const { desk, parts } = openClinic()
  for (const query of ['a', 'b', 'c']) await desk.persons(staff('reception'), query)
  const records = await parts.store.load(MONTH)
  const checked = (given: readonly StoredRecord[]) =>
    verifyAccess({ reader: { load: async () => given }, keys: parts.keys, clinic: 'demo' }, [MONTH])
  return { records, checked }
}

describe('npm run verify, of who read what', () => {
  it('counts what holds', async () => {
    const { records, checked } = await searched()
    expect(await checked(records)).to.deep.equal({ entries: 3 })
  })

  it('finds one that was left out, put in another place, or changed', async () => {
    const { records, checked } = await searched()
    const [first, second, third] = records
    if (!first || !second || !third) throw new Error('not on record')
    const body = Uint8Array.from(second.sealed.body)
    body[40] = (body[40] ?? 0) ^ 1
    const changed = { ...second, sealed: { ...second.sealed, body } }
    for (const given of [
      ...[
        [first, third],
        [second, third],
        [first, third, second],
        [first, changed, third],
      ],
      [first, { ...second, leaf: first.leaf }, third],
    ])
      expect(await checked(given)).to.include({ month: MONTH })
  })
})
