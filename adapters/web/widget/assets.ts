import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { HttpReply, HttpRequest } from '../../http/route.ts'
import { joined } from './join.ts'
import { stripped } from './stripped.ts'

/** One file for the browser, in both the forms that it may go out in. */
export interface Asset {
  readonly type: string
  readonly plain: Uint8Array
  readonly gzip: Uint8Array
  readonly etag: string
}

const SOURCE = new URL('./browser/', import.meta.url)
const SCRIPT = 'text/javascript; charset=utf-8'

/** The app as one script: a phone asks once, where it asked for each of twenty modules. */
export function app(): Asset {
  return asset(SCRIPT, lean(joined('main', (name) => plain(`${name}.ts`))))
}

/** One style sheet of several files, with the clinic's colours after them. */
export function styleSheet(files: readonly URL[], accent: string): Asset {
  const sheets = files.map((file) => lean(readFileSync(file, 'utf8')))
  return asset('text/css; charset=utf-8', [...sheets, accent].join('\n'))
}

/** A script that browsers take as it stands. */
export function scriptFile(file: URL): Asset {
  return asset(SCRIPT, lean(readFileSync(file, 'utf8')))
}

/** What the pages beside the chat have in common. */
export const BESIDE = new URL('../beside.css', import.meta.url)

/** What whole pages of our own stand on. */
export const GROUND = new URL('../ground.css', import.meta.url)

/** In the order in which a browser must read them: the later may change what the earlier said. */
const SHEETS = ['page', 'top', 'buttons', 'chat', 'answering', 'panels', 'windows', 'senses']

export function styles(colours: string): Asset {
  const sheets = SHEETS.map((name) => lean(source(`styles/${name}.css`)))
  return asset(
    'text/css; charset=utf-8',
    `${colours}
${sheets.join('')}`,
  )
}

/**
 * A classic script: what it needs to know stands above it, in a block. Without strict mode a
 * function of a block is the window's too, and `open` would be ours on the clinic's own site.
 */
export function loader(words: Readonly<Record<string, string | readonly string[]>>): Asset {
  return asset(
    SCRIPT,
    `'use strict'\n{\nconst words = ${JSON.stringify(words)}\n${lean(plain('loader.ts'))}}\n`,
  )
}

/** For a page in the frame that is not the chat: it says that something is there to read. */
export const here = (): Asset => asset(SCRIPT, "parent.postMessage({ candour: 'here' }, '*')\n")

/** Differs as soon as any of the files does, so that the browser may keep them for good. */
export function digestOf(assets: Iterable<Asset>): string {
  const hash = createHash('sha256')
  for (const { etag } of assets) hash.update(etag)
  return hash.digest('hex').slice(0, 16)
}

export function serve(asset: Asset, { headers }: HttpRequest, keep: string): HttpReply {
  const zipped = /\bgzip\b/.test(headers['accept-encoding'] ?? '')
  const shared = {
    etag: asset.etag,
    vary: 'accept-encoding',
    'cache-control': keep,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  }
  if (headers['if-none-match']?.includes(asset.etag)) return { status: 304, headers: shared }
  return {
    status: 200,
    headers: {
      ...shared,
      'content-type': asset.type,
      ...(zipped && { 'content-encoding': 'gzip' }),
    },
    body: zipped ? asset.gzip : asset.plain,
  }
}

function asset(type: string, text: string): Asset {
  const plain = Buffer.from(text)
  // Weak: the same whether it goes out zipped or not.
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { type, plain, gzip: gzipSync(plain, { level: 9 }), etag }
}

function plain(name: string): string {
  return stripped(source(name))
}

/** Without what only a reader of the source needs. Our comments begin a line, so nothing else goes. */
function lean(text: string): string {
  return text
    .replaceAll(/^\s*\/\*[^]*?\*\/$/gm, '')
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/[ \t]+$|^\s+/gm, '')
}

function source(name: string): string {
  return readFileSync(new URL(name, SOURCE), 'utf8')
}
