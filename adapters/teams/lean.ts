import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { createLatest } from './latest.ts'
import { type Connector, sendingPlainly } from './posts.ts'

type Base = ConfigurationBotFrameworkAuthentication
type Authenticated = Awaited<ReturnType<Base['authenticateRequest']>>
type Identity = Parameters<Base['createUserTokenClient']>[0]
type TokenClient = Awaited<ReturnType<Base['createUserTokenClient']>>
type Factory = ReturnType<Base['createConnectorFactory']>

/** As long as a token that was found genuine is taken for it, in milliseconds. */
const MINUTE = 60_000
const TOKENS = { most: 500, until: (found: Authenticated) => endOf(found.claimsIdentity) }
const CLIENTS = { most: 50 }

/**
 * The framework's own authentication, which builds all its clients anew for each activity and checks
 * a signature that it checked a moment ago. Here a client is kept for its bot and its address; and a
 * token, word for word and with the address that replies go to, for a minute and never past its end.
 */
export class LeanAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #tokens = createLatest<Authenticated>(TOKENS)
  readonly #tokenClients = createLatest<TokenClient>(CLIENTS)
  readonly #connectors = createLatest<Connector>(CLIENTS)

  override authenticateRequest(activity: Activity, header: string): Promise<Authenticated> {
    const name = JSON.stringify([header, activity.channelId, activity.serviceUrl])
    return this.#tokens(name, async () => {
      const found = await super.authenticateRequest(activity, header)
      const { claimsIdentity, connectorFactory } = found
      return connectorFactory
        ? { ...found, connectorFactory: this.#keeping(claimsIdentity, connectorFactory) }
        : found
    })
  }

  override createUserTokenClient(identity: Identity): Promise<TokenClient> {
    return this.#tokenClients(botOf(identity), () => super.createUserTokenClient(identity))
  }

  override createConnectorFactory(identity: Identity): Factory {
    return this.#keeping(identity, super.createConnectorFactory(identity))
  }

  #keeping(identity: Identity, factory: Factory): Factory {
    const bot = botOf(identity)
    return {
      create: (service, audience) =>
        this.#connectors(JSON.stringify([bot, service, audience]), async () =>
          sendingPlainly(await factory.create(service, audience), service),
        ),
    }
  }
}

const endOf = (identity: Identity): number =>
  Math.min(Date.now() + MINUTE, 1000 * Number(identity.getClaimValue('exp') ?? 0))

/** In a channel's token the bot is the audience, in its own the application. */
const botOf = (identity: Identity): string =>
  JSON.stringify([identity.getClaimValue('aud'), identity.getClaimValue('appid')])
