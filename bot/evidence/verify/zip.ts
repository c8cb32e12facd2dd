import { crc32 } from 'node:zlib'
import { must } from './fault.ts'

/** No pack is as long as this; whatever is longer is not read at all. */
export const LONGEST = 256 * 1024 * 1024
const MOST_FILES = 50_000
const LOCAL = 30
const CENTRAL = 46
const END = 22
const NAME = /^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._@-]*(\/[A-Za-z0-9][A-Za-z0-9._@-]*){0,8}$/

/**
 * The files of a zip of the one plain form that a pack has: stored, in the order of its
 * directory, one behind the other, with nothing in between, before or after. So it cannot
 * grow when it is read, and no byte of it goes unread.
 */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const { length } = bytes
  must(length <= LONGEST, 'container', 'it is too long for a pack')
  must(length >= END, 'container', 'it is too short for a zip')
  const view = new DataView(bytes.buffer, bytes.byteOffset, length)
  const { count, start } = readEnd(view, length - END)
  const files = new Map<string, Uint8Array>()
  let at = start
  let next = 0
  for (let n = 0; n < count; n += 1) {
    const entry = readEntry(view, at, length - END)
    must(entry.offset === next, 'container', `${entry.name} does not follow the file before it`)
    must(!files.has(entry.name), 'container', `${entry.name} is there twice`)
    const body = readBody(view, entry, start)
    files.set(entry.name, body)
    next = entry.offset + LOCAL + entry.name.length + body.length
    at += CENTRAL + entry.name.length
  }
  must(next === start, 'container', 'there is something between its files and its directory')
  must(at === length - END, 'container', 'there is something behind its directory')
  return files
}

function readEnd(view: DataView, at: number): { count: number; start: number } {
  must(view.getUint32(at, true) === 0x06054b50, 'container', 'it does not end as a zip does')
  const count = view.getUint16(at + 10, true)
  const size = view.getUint32(at + 12, true)
  const start = view.getUint32(at + 16, true)
  const plain = view.getUint32(at + 4, true) === 0 && view.getUint16(at + 20, true) === 0
  const whole = view.getUint16(at + 8, true) === count && start + size === at
  must(plain && whole, 'container', 'its end does not fit its length')
  must(count <= MOST_FILES, 'container', 'it has too many files')
  return { count, start }
}

interface Entry {
  readonly name: string
  readonly size: number
  readonly crc: number
  readonly offset: number
}

function readEntry(view: DataView, at: number, end: number): Entry {
  must(at + CENTRAL <= end, 'container', 'its directory is cut off')
  must(view.getUint32(at, true) === 0x02014b50, 'container', 'its directory is broken')
  must(view.getUint16(at + 4, true) === 20, 'container', 'it was made for other programs')
  const { size, crc, name } = readHeader(view, at + 6, at + CENTRAL, end)
  const rest = [32, 34, 36, 38, 40].every((field) => view.getUint16(at + field, true) === 0)
  must(rest, 'container', `${name} has more to it than a pack’s files have`)
  return { name, size, crc, offset: view.getUint32(at + 42, true) }
}

/** What the directory and the file itself both say, in the same order. */
function readHeader(view: DataView, at: number, nameAt: number, end: number) {
  const nameLength = view.getUint16(at + 22, true)
  must(nameLength <= 200 && nameAt + nameLength <= end, 'container', 'a name is too long')
  const name = Buffer.from(view.buffer, view.byteOffset + nameAt, nameLength).toString('latin1')
  must(NAME.test(name), 'container', 'a file has a name that no file of a pack has')
  must(view.getUint16(at, true) === 20, 'container', `${name} is of another kind of zip`)
  must(view.getUint16(at + 2, true) === 0, 'container', `${name} has flags`)
  must(view.getUint16(at + 4, true) === 0, 'container', `${name} is compressed`)
  must(view.getUint32(at + 6, true) === 0x00210000, 'container', `${name} has a date of its own`)
  const size = view.getUint32(at + 14, true)
  must(view.getUint32(at + 18, true) === size, 'container', `${name} has two lengths`)
  must(view.getUint16(at + 24, true) === 0, 'container', `${name} has something beside its name`)
  return { name, size, crc: view.getUint32(at + 10, true) }
}

function readBody(view: DataView, entry: Entry, start: number): Uint8Array {
  const { name, offset, size, crc } = entry
  must(offset + LOCAL <= start, 'container', `${name} is not where its directory says`)
  must(
    view.getUint32(offset, true) === 0x04034b50,
    'container',
    `${name} is not where it should be`,
  )
  const own = readHeader(view, offset + 4, offset + LOCAL, start)
  const same = own.name === name && own.size === size && own.crc === crc
  must(same, 'container', `${name} is another file than its directory says`)
  const from = offset + LOCAL + name.length
  must(from + size <= start, 'container', `${name} is cut off`)
  const body = new Uint8Array(view.buffer, view.byteOffset + from, size)
  must(crc32(body) === crc, 'container', `${name} was changed`)
  return body
}
