import type { HttpReply, HttpRequest, Route } from '../../http/route.ts'
import { type WidgetClinic } from './page.ts'
export interface WidgetOptions {
  readonly ui: Readonly<Record<string, string>>
  readonly clinic: WidgetClinic
  /** Which web sites may show the chat, by their public id. The first one is `/chat`'s own. */
  readonly sites: readonly {
    readonly id: string
    readonly origins: readonly string[]
  }[]
  readonly demo: boolean
  /** Says everywhere that the words are drafts. */
  readonly pilot?: boolean
  readonly locale?: string
}
export interface Widget {
  readonly routes: Route[]
  /** The chat as a page of its own, for whoever has just used up a link. */
  page(
    request: HttpRequest,
    given: {
      readonly token?: string
      readonly site?: string
    },
  ): HttpReply
}
export declare function createWidget(options: WidgetOptions): Widget
