import type { Activity, Claim } from '../../../bot/ports.ts'
import type { AskedQuestion } from '../../../bot/views/patient.ts'

/** A Bot Framework activity, as a Direct Line client gets it. */
export interface Outbound {
  readonly type: 'message'
  readonly id: string
  readonly timestamp: string
  readonly channelId: 'directline' | 'webchat'
  readonly conversation: { readonly id: string }
  readonly from: { readonly id: string; readonly name?: string; readonly role: 'bot' | 'user' }
  readonly text: string
  readonly textFormat: 'plain'
  readonly inputHint?: 'expectingInput' | 'acceptingInput' | 'ignoringInput'
  readonly suggestedActions?: {
    readonly to: readonly string[]
    readonly actions: readonly object[]
  }
  readonly channelData: object
}

export interface Frame {
  readonly activities: readonly Outbound[]
  readonly watermark: string
}

/** `name`: whom the client shows as speaking. */
export type Render = (claim: Claim, activities: readonly Activity[], from: number) => Frame

export function createRender(name: string): Render {
  return (claim, activities, from) => ({
    activities: activities.flatMap((activity) => {
      if (activity.from === 'candour') return [said(claim, activity, name)]
      // What was answered in private is never shown again, not even to who answered.
      return activity.message.private ? [] : [echo(claim, activity)]
    }),
    watermark: String(Math.max(from, ...activities.map(({ n }) => n + 1))),
  })
}

export function activityId({ sitting }: Claim, n: number): string {
  return `${sitting}|${String(n).padStart(7, '0')}`
}

function userId({ sitting }: Claim): string {
  return `dl_${sitting}`
}

function said(claim: Claim, activity: Activity, name: string): Outbound {
  const { text, ...message } = activity.message
  const { question, ended } = message
  return {
    ...common(claim, activity),
    from: { id: 'candour', name, role: 'bot' },
    text: complete(claim, text, question),
    inputHint: ended ? 'ignoringInput' : question ? 'expectingInput' : 'acceptingInput',
    ...suggested(question),
    channelData: {
      candour: { consultation: claim.sitting, version: activity.n, ...message },
    },
  }
}

/** Web Chat takes its own message for sent when it comes back with its `clientActivityID`. */
function echo(claim: Claim, activity: Activity): Outbound {
  const { key } = activity
  return {
    ...common(claim, activity),
    from: { id: userId(claim), role: 'user' },
    text: activity.message.text,
    channelData: {
      ...(key === undefined ? {} : { clientActivityID: key }),
      candour: {
        consultation: claim.sitting,
        version: activity.n,
        ...(key === undefined ? {} : { key }),
      },
    },
  }
}

function common(claim: Claim, { n, at }: Activity) {
  return {
    type: 'message',
    id: activityId(claim, n),
    timestamp: at,
    channelId: claim.channel === 'widget' ? 'webchat' : 'directline',
    conversation: { id: claim.sitting },
    textFormat: 'plain',
  } as const
}

/** Our widget draws the choices itself; any other client may show the text and nothing else. */
function complete({ channel }: Claim, text: string, question: AskedQuestion | undefined): string {
  const listed =
    channel === 'widget' ? [] : [...(question?.choices ?? []), ...(question?.options ?? [])]
  if (listed.length === 0) return text
  return `${text}\n\n${listed.map(({ label }) => `- ${label}`).join('\n')}`
}

function suggested(question: AskedQuestion | undefined) {
  if (!question || question.choices.length === 0) return {}
  const actions = question.choices.map(({ id, label }) => ({
    type: 'messageBack',
    title: label,
    text: label,
    displayText: label,
    value: { question: question.id, choice: id },
  }))
  // To everybody who is here: Web Chat gives itself a name that we are not told, and shows no other's.
  return { suggestedActions: { to: [], actions } }
}
