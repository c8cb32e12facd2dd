import type { HttpReply, HttpRequest } from '../../http/route.ts'
/** One file for the browser, in both the forms that it may go out in. */
export interface Asset {
  readonly type: string
  readonly plain: Uint8Array
  readonly gzip: Uint8Array
  readonly etag: string
}
/** The app's modules, by the name that the browser asks for. */
export declare function modules(): Map<string, Asset>
/** A style sheet with the clinic's colours after it. */
export declare function styleSheet(file: URL, accent: string): Asset
export declare function styles(accent: string): Asset
/** A classic script: what it needs to know stands above it, in a block that leaks nothing. */
export declare function loader(words: Readonly<Record<string, string>>): Asset
/** Differs as soon as any of the files does, so that the browser may keep them for good. */
export declare function digestOf(assets: Iterable<Asset>): string
export declare function serve(asset: Asset, { headers }: HttpRequest, keep: string): HttpReply
