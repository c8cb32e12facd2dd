import type { Campaign } from '../campaign.ts'
import { attackWith, type Attack, stale } from '../hostile/attack.ts'
import { candour } from '../hostile/target.ts'
import { buildWith } from '../kit/build.ts'

const KIB = 1024

function* oversize(): Generator<Attack> {
  for (const bytes of [64 * KIB + 1, 128 * KIB, KIB * KIB, 8 * KIB * KIB])
    for (const what of ['x'.repeat(bytes), JSON.stringify(stale({ text: 'x'.repeat(bytes) }))])
      yield { name: `${bytes} bytes`, body: what, told: [413] }
  const small = JSON.stringify(stale())
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`x-${n}`, 'y']))
  yield { name: '300 headers', body: small, headers: many, told: [200, 400, 431] }
  const long = { 'x-long': 'y'.repeat(KIB * KIB) }
  yield { name: 'a header of a megabyte', body: small, headers: long, told: [431] }
  const token = { authorization: `Bearer ${'a'.repeat(12 * KIB)}` }
  yield { name: 'a token of 12 KiB', body: small, headers: token, told: [401, 403] }
}

const ENDLESS = {
  'adapters/http/limits.ts': ['bodyBytes: 64 * 1024', 'bodyBytes: Infinity'],
} as const

export const campaign: Campaign = {
  row: 'G2',
  says: 'Bodies, headers and tokens are larger than anything that is taken: refused in the same words, and nothing else changes.',
  promises: [],
  run: async () => attackWith(await candour(), oversize()),
  // A body may be as long as it likes.
  control: async () => attackWith(await candour(buildWith(ENDLESS)), oversize()),
}
