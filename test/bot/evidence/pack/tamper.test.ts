import { expect } from 'chai'
import { createHash, createHmac } from 'node:crypto'
import { canonical } from '../../../../bot/evidence/canonical.ts'
import { checkManifest } from '../../../../bot/evidence/verify/manifest.ts'
import { answered, verifyRecords } from '../../../../bot/evidence/verify/pack.ts'
import { type Read, readRecord } from '../../../../bot/evidence/verify/record.ts'
import { filesOf, type Files, manifestOf, read, six, utf8 } from '../../../evidence/mini.ts'

const RECORDS = 500
const KINDS = ['json', 'leaf', 'nonce'] as const
const own = (n: number): string[] => [
  ...KINDS.map((kind) => `records/${six(n)}.${kind}`),
  `proofs/${six(n)}.tlog-proof`,
]

/** Reads a record once as long as its four files are the very same. */
function remembering(): typeof readRecord {
  const known = new Map<Uint8Array, { readonly files: readonly unknown[]; readonly read: Read }>()
  return (files, n, signed) => {
    const four = own(n).map((at) => files.get(at))
    const [json = new Uint8Array()] = four
    const before = known.get(json)
    if (before?.files.every((one, k) => one === four[k])) return before.read
    const found = readRecord(files, n, signed)
    known.set(json, { files: four, read: found })
    return found
  }
}

describe('a log of five hundred records', function () {
  this.timeout(120_000)
  const files = filesOf({ records: RECORDS })
  const claim = checkManifest(new Map([['MANIFEST.json', utf8(manifestOf(files))], ...files]))
  const reading = remembering()

  /** What the verifier says once the list was made to fit what was done. */
  const firstWrong = (change: (files: Files) => void, claimed = claim.records) => {
    const changed = new Map(files)
    change(changed)
    const found = answered(() =>
      verifyRecords(changed, { ...claim, records: claimed }, { read: reading }),
    )
    return found.ok ? undefined : found.record
  }

  const put = (changed: Files, at: string, text: string) => void changed.set(at, utf8(text))
  const move = (changed: Files, from: number, to: number) =>
    own(from).forEach((at, k) => changed.set(own(to)[k] ?? '', files.get(at) ?? new Uint8Array()))

  it('holds as it is', () => {
    expect(firstWrong(() => {})).to.equal(undefined)
  })

  /** Each does something to record n, and says which record is then the first wrong one. */
  const WAYS: Readonly<Record<string, (changed: Files, n: number) => number>> = {
    'a bit of it is flipped': (changed, n) => {
      const at = own(n)[n % 4] ?? ''
      const data = Uint8Array.from(files.get(at) ?? [])
      const where = (n * 7919) % Math.min(data.length, 60)
      data[where] = (data[where] ?? 0) ^ (1 << (n % 8))
      changed.set(at, data)
      return n
    },
    'it is deleted, and those behind it move up': (changed, n) => {
      for (let k = n; k < RECORDS - 1; k += 1) move(changed, k + 1, k)
      // The pack claims one less; of the last one only the head is left to miss it.
      return Math.min(n, RECORDS - 2)
    },
    'it is swapped with another': (changed, n) => {
      const other = (n + 1 + ((n * 31) % (RECORDS - 1))) % RECORDS
      move(changed, n, other)
      move(changed, other, n)
      return Math.min(n, other)
    },
    'it is there twice': (changed, n) => {
      for (let k = n + 1; k < RECORDS; k += 1) move(changed, k - 1, k)
      return n + 1
    },
    'another is put before it': (changed, n) => {
      for (let k = n + 1; k < RECORDS; k += 1) move(changed, k - 1, k)
      forge(changed, n, (text) => text.replace('1990-01-02', '1990-01-03'))
      return n
    },
    'the log is cut off behind it': (changed, n) => {
      for (let k = n + 1; k < RECORDS; k += 1) own(k).forEach((at) => changed.delete(at))
      return n + 1
    },
    'its time is changed': (changed, n) => {
      forge(changed, n, (text) => text.replace(/("recordedAt":")2026/, '$12025'))
      return n
    },
    'its content is another’s': (changed, n) => {
      const other = (n + 250) % RECORDS
      put(changed, `records/${six(n)}.json`, read(files, `records/${six(other)}.json`))
      return n
    },
  }

  /** Written again with a nonce and a leaf that fit, as somebody without the log’s key could. */
  function forge(changed: Files, n: number, edit: (text: string) => string): void {
    const text = edit(read(files, `records/${six(n)}.json`))
    const nonce = createHash('sha256').update(`forged ${n}`).digest()
    const commit = createHmac('sha256', nonce)
      .update('candour/record/v1\0')
      .update(text)
      .digest('hex')
    const { log, recordId } = JSON.parse(text) as { log: string; recordId: string }
    put(changed, `records/${six(n)}.json`, text)
    put(changed, `records/${six(n)}.nonce`, nonce.toString('hex'))
    const leaf = { schema: 'candour/leaf@1', log, recordId, commit }
    put(changed, `records/${six(n)}.leaf`, canonical(leaf))
  }

  for (const [what, way] of Object.entries(WAYS)) {
    it(`is refused at the first wrong record when, of any of them, ${what}`, () => {
      for (let n = 0; n < RECORDS; n += 1) {
        let wrong = n
        const left = what.includes('deleted') ? RECORDS - 1 : RECORDS
        const found = firstWrong((changed) => (wrong = way(changed, n)), left)
        // Behind the last there is nothing to cut off or to double.
        if (wrong < RECORDS) expect(found, `record ${n}`).to.equal(wrong)
      }
    })
  }
})
