import { readActivity } from '../../../adapters/web/direct-line/incoming.ts'
import type { Campaign, Trials } from '../campaign.ts'
import { onBuildWith } from '../kit/build.ts'

export const campaign: Campaign = {
  row: 'E6',
  says: 'A client says that it is another time, or something that is no time: it changes nothing that is taken.',
  promises: [8],
  run: async () => claims(),
  // What the client says of the time goes along with its message.
  control: (seed) => onBuildWith(TAKEN_UP, import.meta.filename, seed),
}

const TIMES = [
  ...['1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-02-30T10:00:00Z', 'not-a-date', ''],
  ...['+275760-09-13T00:00:00.000Z', '2026-11-23T10:00:00+14:00', '24:00', 'tomorrow', 'NaN'],
  ...[0, -1, 1e308, Number.MAX_SAFE_INTEGER, null, true, [], {}, ['2026'], { now: 1 }],
]
const FIELDS = ['timestamp', 'localTimestamp', 'localTimezone', 'expiration'] as const

const TAKEN_UP = {
  'adapters/web/direct-line/incoming.ts': [
    'const said = { key, ...(text',
    'const said = { key, at: body.timestamp, ...(text',
  ],
} as const

const read = (body: object) => readActivity(body, () => 'fresh')

function claims(): Trials {
  const said = { type: 'message', id: 'one', value: { question: 'q', choice: 'yes' } }
  const usual = JSON.stringify(read(said))
  const failures = TIMES.flatMap((time) =>
    FIELDS.filter((field) => JSON.stringify(read({ ...said, [field]: time })) !== usual).map(
      (field) => `${field} ${JSON.stringify(time)} is taken up`,
    ),
  )
  return { trials: TIMES.length * FIELDS.length, failures }
}
