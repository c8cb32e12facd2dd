import type { Campaign, Depth } from '../campaign.ts'
import { attackWith, type Attack, stale } from '../hostile/attack.ts'
import { candour } from '../hostile/target.ts'
import { buildWith } from '../kit/build.ts'
import { randomOf } from '../random.ts'

const BODIES: Record<Depth, number> = { short: 500, nightly: 30_000, release: 1_000_000 }
/** Whatever still reads as an activity is heard, and answered as what it is: no answer to anything. */
const HEARD = [200, 204, 400]

const deep = (levels: number) =>
  `{"type":"message","value":${'['.repeat(levels)}${']'.repeat(levels)}}`
const names = Array.from({ length: 4_000 }, (_, n) => `"k${n}":1`).join(',')

const REFUSED: Readonly<Record<string, string | Buffer>> = {
  ...{ 'no JSON': '{"type":', nothing: 'null', text: '"message"', list: '[]', number: '1' },
  ...{ 'thirty-three levels': deep(32), 'thirty thousand levels': deep(30_000) },
  ...{
    'four thousand names': `{${names},"type":1}`,
    'the same name twice': '{"type":"message","type":"event"}',
  },
  ...{ 'an escaped name twice': '{"type":"message","t\\u0079pe":"event"}' },
  ...{
    prototype: '{"type":"message","__proto__":{"a":1}}',
    'an escaped one': '{"type":"message","\\u005f_proto__":1}',
  },
  ...{ constructor: '{"type":"message","value":{"constructor":{"prototype":{"a":1}}}}' },
  ...{ 'a number without end': '{"type":"message","value":{"answer":1e400}}' },
  ...{
    'half a character': '{"type":"message","text":"\\ud800"}',
    'another half': '{"type":"message","text":"\\udc00x"}',
  },
  ...{ 'a byte order mark': `\ufeff${JSON.stringify(stale())}` },
  ...{ 'UTF-16': Buffer.from(JSON.stringify(stale()), 'utf16le') },
  ...{ 'no UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) },
  ...{
    'an overlong slash': Buffer.from([0x22, 0xc0, 0xaf, 0x22]),
    'bare NUL': '{"type":"mes\0sage"}',
  },
  ...{
    'a trailing comma': '{"type":"message",}',
    comments: '{"type":"message"/**/}',
    NaN: '{"type":NaN}',
  },
  ...{
    'two bodies': '{"type":"message"}{"type":"message"}',
    'single quotes': "{'type':'message'}",
  },
}

function* bodies(many: number, seed: number): Generator<Attack> {
  for (const [name, body] of Object.entries(REFUSED)) yield { name, body, told: [400] }
  const random = randomOf(seed)
  const pick = (below: number) => Math.floor(random() * below)
  for (let n = 0; n < many; n += 1) {
    const body = Buffer.from(JSON.stringify(stale({ channelData: { candour: { key: `k${n}` } } })))
    for (let changes = 1 + pick(4); changes > 0; changes -= 1) body[pick(body.length)] = pick(256)
    const cut = random() < 0.1 ? body.subarray(0, pick(body.length)) : body
    yield { name: `mutation ${n}`, body: cut.length > 0 ? cut : '{', told: HEARD }
  }
}

const ANYHOW = {
  'adapters/http/json.ts': ['const fault = faultOf(text)', 'const fault = undefined'],
} as const

export const campaign: Campaign = {
  row: 'G4',
  says: 'JSON that is no JSON, or means two things, or is too deep, and activities with bytes changed at random: refused in the same words or heard as no answer, and no record is added.',
  promises: [],
  run: async (depth, seed) => attackWith(await candour(), bodies(BODIES[depth], seed)),
  // Whatever parses is taken.
  control: async (seed) => attackWith(await candour(buildWith(ANYHOW)), bodies(0, seed)),
}
