import { createRequire } from 'node:module'
import type * as AdaptiveCards from 'adaptivecards'
import { z } from 'zod'

const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.min.js',
) as typeof AdaptiveCards

const said = z.string().min(1)
const block = z.strictObject({
  ...{ type: z.literal('TextBlock'), text: said, wrap: z.literal(true) },
  weight: z.enum(['Bolder']).optional(),
  size: z.enum(['Small', 'Medium']).optional(),
  style: z.enum(['heading']).optional(),
  color: z.enum(['Attention']).optional(),
  isSubtle: z.boolean().optional(),
})

const named = {
  ...{ id: z.literal('value'), label: said, isRequired: z.literal(true), errorMessage: said },
}
const field = z.discriminatedUnion('type', [
  z.strictObject({
    ...{ type: z.literal('Input.Text'), ...named, isMultiline: z.literal(true) },
    ...{ maxLength: z.int().positive(), placeholder: said.optional(), value: said.optional() },
  }),
  z.strictObject({
    ...{ type: z.literal('Input.Number'), ...named, placeholder: said.optional() },
    value: z.union([z.number(), z.string()]).optional(),
  }),
  z.strictObject({ type: z.literal('Input.Date'), ...named, value: said.optional() }),
  z.strictObject({
    ...{ type: z.literal('Input.ChoiceSet'), ...named, style: z.literal('expanded') },
    ...{ isMultiSelect: z.literal(true), value: said.optional() },
    choices: z.array(z.strictObject({ title: said, value: said })).min(1),
  }),
])

const pressed = {
  title: said,
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  associatedInputs: z.enum(['auto', 'none']),
}
const action = z.strictObject({
  ...{ type: z.literal('Action.Execute'), verb: said, ...pressed },
  fallback: z.strictObject({ type: z.literal('Action.Submit'), ...pressed }),
})
const actions = z.strictObject({
  ...{ type: z.literal('ActionSet'), actions: z.array(action).min(1).max(6) },
})
const container = z.strictObject({
  ...{ type: z.literal('Container'), separator: z.literal(true), spacing: z.literal('Medium') },
  items: z.array(z.union([block, actions])).min(1),
})

/** As much of Adaptive Cards 1.5 as Candour uses, and nothing that is not in it. */
const schema = z.strictObject({
  type: z.literal('AdaptiveCard'),
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  version: z.literal('1.5'),
  body: z.array(z.union([block, field, actions, container])).min(1),
})

/** Teams takes no message over 28 KB; around the card there are a few hundred bytes. */
const LARGEST = 27 * 1024

/** What is wrong with a card, by our own reading of the schema and by Microsoft's own reader. */
export function faultsIn(card: unknown): readonly string[] {
  const { error } = schema.safeParse(card)
  const size = Buffer.byteLength(JSON.stringify(card))
  return [
    ...(error ? [z.prettifyError(error)] : []),
    ...(size > LARGEST ? [`it has ${size} bytes`] : []),
    ...heardBy(card),
  ]
}

function heardBy(card: unknown): readonly string[] {
  const context = new SerializationContext(Versions.v1_5)
  const read = new AdaptiveCard()
  read.parse(card, context)
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at))
  const { validationEvents } = read.validateProperties()
  return [...events, ...validationEvents].map(({ message }) => message)
}
