import {
  CardFactory,
  CloudAdapter,
  ConfigurationServiceClientCredentialFactory,
  type ConversationReference,
  type Response,
  type TurnContext,
} from 'botbuilder'
import type { TeamsActivity } from './activity.ts'
import type { Card, Piece, Spoken } from './cards.ts'
import type { Contact } from './contacts.ts'
import type { Channel, Credentials } from './channel.ts'
import { LeanAuthentication } from './lean.ts'
import { readPassword, type TeamsSettings } from './settings.ts'

/** The one file that speaks with the Bot Framework. */
export interface Bot {
  /** Whether the framework checks who is at the other end. It has settings where it does not. */
  authenticates(): Promise<boolean>
  /** The status of the framework; `turn` has run only if it found the token genuine. */
  process(authorization: string, activity: TeamsActivity, turn: Turn): Promise<Processed>
  /** Sends by itself, into a chat that somebody has had with it before. */
  tell(to: Omit<Contact, 'told'>, piece: Piece): Promise<void>
}

export type Turn = (delivery: Delivery) => Promise<unknown>

export interface Delivery {
  /** Sends what was said; gives the body that answers an invoke. */
  deliver(spoken: Spoken): Promise<object | undefined>
  /** Answers an invoke, whoever's turn it was that made the body. */
  finish(body: object | undefined): Promise<void>
}

export interface Processed {
  readonly status: number
  readonly body?: unknown
}

export function createBot(settings: TeamsSettings, channel: Channel): Bot {
  const credentials = channel.own?.credentials ?? credentialsOf(settings)
  const options = { ...identity(settings), ...endpoints(channel) }
  const adapter = new CloudAdapter(new LeanAuthentication(options, credentials))
  return {
    authenticates: async () => !(await credentials.isAuthenticationDisabled()),
    async process(authorization, activity, turn) {
      const { response, processed } = collector()
      const request = { method: 'POST', headers: { authorization }, body: { ...activity } }
      await adapter.process(request, response, async (context) => {
        await turn(deliveryBy(context, activity))
      })
      return processed()
    },
    async tell(to, piece) {
      const reference = referenceTo(to, settings)
      await adapter.continueConversationAsync(settings.appId, reference, async (context) => {
        await context.sendActivity(messageOf(piece))
      })
    },
  }
}

function referenceTo(
  { user, object, bot, conversation, serviceUrl }: Omit<Contact, 'told'>,
  { tenant }: TeamsSettings,
): Partial<ConversationReference> {
  const personal = { conversationType: 'personal', isGroup: false, tenantId: tenant }
  return {
    ...{ channelId: 'msteams', serviceUrl, user: { id: user, name: '', aadObjectId: object } },
    ...{ bot: { id: bot, name: '' }, conversation: { id: conversation, name: '', ...personal } },
  }
}

const identity = ({ type, appId, tenant }: TeamsSettings) => ({
  MicrosoftAppType: type,
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenant,
})

function credentialsOf(settings: TeamsSettings): Credentials {
  return new ConfigurationServiceClientCredentialFactory({
    ...identity(settings),
    ...(settings.type === 'SingleTenant'
      ? { MicrosoftAppPassword: readPassword(settings.passwordFile) }
      : {}),
  })
}

/** As soon as one of these is given, the framework takes all of them as they are. */
function endpoints({ issuer, own }: Channel): object {
  if (!own) return {}
  return {
    ToBotFromChannelOpenIdMetadataUrl: `${own.at}/openid`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${own.at}/openid`,
    ToBotFromChannelTokenIssuer: issuer,
    ToChannelFromBotOAuthScope: issuer,
    ToChannelFromBotLoginUrl: `${own.at}/login`,
    OAuthUrl: own.at,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: true,
  }
}

/** As much of a response as the framework writes to, so that ours can be plain data. */
function collector() {
  let processed: Processed = { status: 500 }
  const response: Response = {
    socket: undefined,
    header: () => response,
    status(status) {
      processed = { status }
      return response
    },
    send(body) {
      processed = { ...processed, body }
      return response
    },
    end: () => response,
  }
  return { response, processed: () => processed }
}

function deliveryBy(context: TurnContext, activity: TeamsActivity): Delivery {
  const invoked = activity.type === 'invoke'
  return {
    async deliver({ instead, send }) {
      for (const piece of send) await context.sendActivity(messageOf(piece))
      if (invoked) return instead ? cardInPlace(instead) : sentence('Done.')
      const { replyToId: id } = activity
      if (instead && id) await context.updateActivity({ ...messageOf({ card: instead }), id })
      return undefined
    },
    async finish(body) {
      if (!invoked) return
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })
    },
  }
}

const cardInPlace = (card: Card) => ({
  ...{ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
})

const sentence = (text: string) => ({
  ...{ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
})

/** A card is told of on a locked screen by its summary, which says nothing of anybody. */
function messageOf(piece: Piece) {
  if ('text' in piece) return { type: 'message', text: piece.text, textFormat: 'plain' }
  const attachments = [CardFactory.adaptiveCard(piece.card)]
  return { type: 'message', summary: 'Candour', attachments }
}
