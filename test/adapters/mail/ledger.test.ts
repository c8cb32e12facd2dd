import { expect } from 'chai'
import { createLedger, type Errand, MOST } from '../../../adapters/mail/ledger.ts'
import { createMemoryPlace } from '../../../adapters/memory/place.ts'
import type { Instant } from '../../../machines/contract.ts'

const errand = (person: string, task: string, kind: Errand['kind'] = 'patient'): Errand => ({
  ...{ kind, person, tasks: [task] },
})

function kept() {
  let at = Date.parse('2026-11-23T10:00:00.000Z')
  const now = () => new Date(at).toISOString() as Instant
  const place = createMemoryPlace()
  const wait = (minutes: number) => void (at += minutes * 60_000)
  return { place, now, wait, ledger: createLedger(place, now) }
}

describe('the ledger of mail', () => {
  it('lets one mail a day go to a patient, whatever it is for, and counts what may have arrived', async () => {
    const { ledger, wait } = kept()
    const [first, second] = [errand('sam', 'a'), errand('sam', 'b')]
    expect(await ledger.begin(first)).to.deep.equal(['a'])
    await ledger.end(first, ['a'], 'unknown')
    expect(await ledger.begin(second)).to.deep.equal([])
    wait(24 * 60)
    expect(await ledger.begin(second)).to.deep.equal(['b'])
  })

  it('has days that end at midnight in London', async () => {
    const { ledger, wait } = kept()
    await ledger.begin(errand('sam', 'a'))
    wait(14 * 60 - 1)
    expect(await ledger.begin(errand('sam', 'b'))).to.deep.equal([])
    wait(1)
    expect(await ledger.begin(errand('sam', 'b'))).to.deep.equal(['b'])
  })

  it('does not count what was surely not sent', async () => {
    for (const outcome of ['now', 'ever', 'away'] as const) {
      const { ledger } = kept()
      const first = errand('sam', 'a')
      await ledger.end(first, await ledger.begin(first), outcome)
      expect(await ledger.begin(errand('sam', 'b')), outcome).to.deep.equal(['b'])
    }
  })

  it(`lets ${MOST.clinic} mails a day leave the clinic`, async () => {
    const { ledger } = kept()
    for (let n = 0; n < MOST.clinic; n += 1) {
      expect(await ledger.begin(errand(`patient-${n}`, `task-${n}`))).to.have.lengthOf(1)
    }
    expect(await ledger.begin(errand('one-more', 'task'))).to.deep.equal([])
    expect(await ledger.begin(errand('nadia', 'case', 'staff'))).to.deep.equal([])
  })

  it('gives one try to two who would write at once', async () => {
    const { place, now } = kept()
    const both = await Promise.all(
      [1, 2].map(() => createLedger(place, now).begin(errand('sam', 'a'))),
    )
    expect(both.flat()).to.deep.equal(['a'])
  })

  it('is refused rather than begun anew when it is damaged', async () => {
    const { place, ledger } = kept()
    await place.swap(undefined, '{"tasks": 1}')
    let fault = ''
    await ledger.begin(errand('sam', 'a')).catch((error: Error) => (fault = error.message))
    expect(fault).to.include('config/refused')
  })
})
