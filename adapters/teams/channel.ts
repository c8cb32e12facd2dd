import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder'

export type Credentials = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>

/** Who signs what comes in, and where replies may go. */
export interface Channel {
  readonly issuer: string
  /** Whether a reply, with the bot's own token on it, may go to this address. */
  trusts(service: URL): boolean
  /** Another cloud than Microsoft's public one: the loopback of tests and of the demo. */
  readonly own?: { readonly at: string; readonly credentials: Credentials }
}

const HOSTS = /^(smba\.trafficmanager\.net|([a-z0-9-]+\.)+botframework\.com)$/

/** Microsoft's public cloud. */
export const MICROSOFT: Channel = {
  issuer: 'https://api.botframework.com',
  trusts: ({ protocol, host, username, password }) =>
    protocol === 'https:' && username === '' && password === '' && HOSTS.test(host),
}
