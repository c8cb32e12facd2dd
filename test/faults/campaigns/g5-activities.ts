import type { Campaign } from '../campaign.ts'
import { attackWith, type Attack, stale } from '../hostile/attack.ts'
import { candour } from '../hostile/target.ts'
import { buildWith } from '../kit/build.ts'

const FIELDS = [
  ...['type', 'id', 'value', 'attachments', 'channelData', 'from', 'recipient', 'conversation'],
  ...['serviceUrl', 'channelId', 'deliveryMode', 'replyToId', 'timestamp', 'locale', 'entities'],
  ...['membersAdded', 'name', 'action', 'suggestedActions', 'callerId', 'relatesTo'],
  ...['value.question', 'value.choice', 'value.answer', 'value.change', 'value.language'],
  ...['value.command', 'channelData.candour', 'channelData.candour.key'],
  ...['channelData.clientActivityID', 'from.id', 'from.role', 'conversation.id'],
] as const

const WRONG: Readonly<Record<string, unknown>> = {
  ...{ null: null, 'a number': 7, true: true, 'an empty list': [], 'an empty object': {} },
  ...{
    'an empty text': '',
    'a list of lists': [[[]]],
    'sixty thousand letters': 'x'.repeat(60_000),
  },
  ...{ 'a long list': Array.from({ length: 5_000 }, () => 0), 'a negative zero': -0 },
  ...{
    'an address inside': 'http://169.254.169.254/latest/meta-data',
    markup: '<script>1</script>',
  },
}

const TYPES = [
  ...['invoke', 'conversationUpdate', 'event', 'typing', 'endOfConversation', 'installationUpdate'],
  ...[
    'messageReaction',
    'messageUpdate',
    'handoff',
    'trace',
    'command',
    'MESSAGE',
    'message ',
    'x',
  ],
]
const CHANNELS = ['emulator', 'AseChannel', 'msteams', 'directlinespeech', '../x', '']
const HEARD = [200, 204, 400]

function* activities(): Generator<Attack> {
  for (const type of TYPES)
    yield { name: `type ${type}`, body: JSON.stringify(stale({ type })), told: HEARD }
  for (const channelId of CHANNELS)
    for (const deliveryMode of ['expectReplies', 'stream', 'ephemeral', 'notification'])
      yield {
        name: `${channelId} ${deliveryMode}`,
        body: JSON.stringify(stale({ channelId, deliveryMode, serviceUrl: 'http://127.0.0.1:1' })),
        told: HEARD,
      }
  for (const field of FIELDS) {
    yield { name: `${field} missing`, body: JSON.stringify(without(field)), told: HEARD }
    for (const [name, wrong] of Object.entries(WRONG))
      yield { name: `${field} is ${name}`, body: JSON.stringify(withIn(field, wrong)), told: HEARD }
  }
}

/** A copy that has this at that place. */
function withIn(field: string, put: unknown): object {
  const whole = structuredClone(stale())
  const path = field.split('.')
  const last = path.pop() ?? ''
  let at = whole
  for (const name of path) at = (at[name] ??= {}) as Record<string, unknown>
  at[last] = put
  return whole
}

/** `undefined` is left out of JSON. */
const without = (field: string): object => withIn(field, undefined)

const SHAPELESS = {
  'adapters/web/direct-line/incoming.ts': [
    'const read = message.safeParse(body)',
    'const read = { success: true, data: body }',
  ],
} as const

export const campaign: Campaign = {
  row: 'G5',
  says: 'Each field of an activity is missing, null, of another type, or of 60,000 letters, and each kind of activity comes by every channel: refused or heard as no answer, and no record is added.',
  promises: [],
  run: async () => attackWith(await candour(), activities()),
  // An activity may have any shape.
  control: async () => attackWith(await candour(buildWith(SHAPELESS)), activities()),
}
