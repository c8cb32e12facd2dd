import { createHash, createHmac, randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { canonical } from '../../../bot/evidence/canonical.ts'
import type { Payload } from '../../../bot/evidence/record.ts'
import { seal } from '../../../bot/evidence/seal.ts'
import { keys, payload } from './log.ts'

const RECORDS = 10_000
const ANSWERS = ['granted', 'refused', 'no-gp', 'yes', 'no', 'not-sure', 'alone', 'accompanied']

const recordOf = (recordId: string, answer: string): Payload => ({
  ...payload(),
  recordId,
  facts: { 'gp-permission': answer },
})

/** What somebody can compute who knows all of a record but the one answer, and not its nonce. */
const guesses = (recordId: string, bytes: string): readonly string[] => [
  createHash('sha256').update(bytes).digest('hex'),
  createHash('sha256').update(`candour/record/v1\0${bytes}`).digest('hex'),
  ...['', '\0'.repeat(32), recordId].map((blind) =>
    createHmac('sha256', blind).update(`candour/record/v1\0${bytes}`).digest('hex'),
  ),
]

/** How many leaves give away their answer to somebody who tries each. */
function recovered(commits: readonly string[]): number {
  return commits.filter((commit, n) =>
    ANSWERS.some((answer) =>
      guesses(`r${n}`, canonical(recordOf(`r${n}`, answer))).includes(commit),
    ),
  ).length
}

const answerOf = (n: number): string => ANSWERS[n % ANSWERS.length] ?? ''

describe('somebody who has the log and tries every answer', function () {
  this.timeout(60_000)

  it('learns none of ten thousand', () => {
    const commits = Array.from({ length: RECORDS }, (_, n) => {
      const record = recordOf(`r${n}`, answerOf(n))
      const { leaf } = seal(record, keys.open, randomBytes(32), randomBytes(12))
      return (JSON.parse(leaf) as { commit: string }).commit
    })
    expect(recovered(commits)).to.equal(0)
  })

  it('would learn all of them from plain hashes', () => {
    const commits = Array.from({ length: RECORDS }, (_, n) =>
      createHash('sha256')
        .update(canonical(recordOf(`r${n}`, answerOf(n))))
        .digest('hex'),
    )
    expect(recovered(commits)).to.equal(RECORDS)
  })
})
