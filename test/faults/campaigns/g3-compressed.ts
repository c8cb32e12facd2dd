import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import type { Campaign } from '../campaign.ts'
import { attackWith, type Attack, stale } from '../hostile/attack.ts'
import { candour } from '../hostile/target.ts'
import { buildWith } from '../kit/build.ts'

const WAYS = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync } as const

function* compressed(): Generator<Attack> {
  const plain = Buffer.from(JSON.stringify(stale()))
  for (const [encoding, compress] of Object.entries(WAYS)) {
    const good = compress(plain)
    const bodies = {
      ...{ good, bad: Buffer.from('sixteen bytes...'), truncated: good.subarray(0, 12) },
      ...{ empty: Buffer.of(0), twice: compress(good), bomb: compress(Buffer.alloc(20_000_000)) },
    }
    for (const [name, body] of Object.entries(bodies)) {
      const one = { body: Buffer.from(body), told: [415] }
      for (const said of [encoding, encoding.toUpperCase(), `${encoding}, ${encoding}`])
        yield { ...one, name: `${name} ${said}`, headers: { 'content-encoding': said } }
    }
  }
}

const INFLATING = {
  'adapters/http/body.ts': [
    "return refused('unsupported-encoding')",
    'return { ok: true, value: JSON.parse((await import("node:zlib")).unzipSync(await collect(request, most))) }',
  ],
} as const

export const campaign: Campaign = {
  row: 'G3',
  says: 'Bodies say that they are compressed, and are, or are not, or are cut short, or grow a thousandfold: refused unread.',
  promises: [],
  run: async () => attackWith(await candour(), compressed()),
  // What is compressed is opened, as the framework’s own reader does.
  control: async () => attackWith(await candour(buildWith(INFLATING)), compressed()),
}
