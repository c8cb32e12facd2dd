import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Call } from './trace.ts'

/** A change that a disk may have kept, or not, when the power goes. */
type Change =
  | {
      readonly of: 'file'
      readonly file: number
      readonly at: number
      readonly bytes: Buffer
      readonly ended: number
    }
  | { readonly of: 'file'; readonly file: number; readonly length: number; readonly ended: number }
  | {
      readonly of: 'folder'
      readonly folder: string
      readonly name: string
      readonly file: number | 'folder' | undefined
      readonly ended: number
    }

/** What files held, by number, and which number has which name. */
interface Image {
  readonly files: Map<number, Buffer>
  readonly names: Map<string, number | 'folder'>
}

/** Which of the changes that nobody flushed the disk has kept, each perhaps cut short. */
export type Fate = (change: Change, index: number, last: number) => 'kept' | 'lost' | number

const IGNORED = /(\.ballast|\.lock|-shm)$/

/**
 * A disk that keeps for certain only what was flushed: a file's bytes with the file, a name with its
 * folder. Takes system calls one after the other and tells what it may hold if the power goes now.
 */
export class Disk {
  readonly #safe: Image = { files: new Map(), names: new Map() }
  #pending: Change[] = []
  readonly #names = new Map<string, number | 'folder'>()
  readonly #lengths = new Map<number, number>()
  #next = 0

  take(call: Call): void {
    const { name, path, to, bytes = Buffer.alloc(0), at = 0, ended } = call
    if (IGNORED.test(path)) return
    const file = this.#names.get(path)
    if (name === 'openat' && file === undefined) this.#name(path, this.#make(), ended)
    else if (name === 'mkdir') this.#name(path, 'folder', ended)
    else if (name === 'unlink') this.#name(path, undefined, ended)
    else if ((name === 'link' || name === 'rename') && to !== undefined) {
      this.#name(to, file, ended)
      if (name === 'rename') this.#name(path, undefined, ended)
    } else if (name === 'fsync' || name === 'fdatasync') this.#flush(path, file, call.began)
    else if (typeof file === 'number') this.#change(name, file, at, bytes, ended)
  }

  /** What there is after the power went, to be written into a new folder. */
  left(fate: Fate): { readonly digest: string; readonly lay: (folder: string) => void } {
    const files = new Map([...this.#safe.files].map(([n, bytes]) => [n, Buffer.from(bytes)]))
    const image = { files, names: new Map(this.#safe.names) }
    const last = this.#pending.findLastIndex(({ of }) => of === 'file')
    for (const [index, change] of this.#pending.entries()) {
      const is = fate(change, index, last)
      if (is !== 'lost') apply(image, is === 'kept' ? change : cut(change, is))
    }
    return { digest: digestOf(image), lay: (folder) => lay(image, folder) }
  }

  #make(): number {
    this.#next += 1
    this.#lengths.set(this.#next, 0)
    return this.#next
  }

  #name(path: string, file: number | 'folder' | undefined, ended: number): void {
    if (file === undefined) this.#names.delete(path)
    else this.#names.set(path, file)
    this.#pending.push({ of: 'folder', folder: folderOf(path), name: path, file, ended })
  }

  #change(name: string, file: number, at: number, bytes: Buffer, ended: number): void {
    const length = this.#lengths.get(file) ?? 0
    if (name === 'ftruncate') {
      this.#lengths.set(file, at)
      this.#pending.push({ of: 'file', file, length: at, ended })
      return
    }
    if (name !== 'pwrite64' && name !== 'write') return
    const from = name === 'write' ? length : at
    this.#lengths.set(file, Math.max(length, from + bytes.length))
    this.#pending.push({ of: 'file', file, at: from, bytes, ended })
  }

  /** What ended before the flush began is safe. */
  #flush(path: string, file: number | 'folder' | undefined, began: number): void {
    const isSafe = (change: Change) =>
      change.ended < began &&
      (change.of === 'file' ? change.file === file : change.folder === path && file !== undefined)
    const root = path === ''
    const safe = (change: Change) =>
      root ? change.ended < began && change.of === 'folder' && change.folder === '' : isSafe(change)
    for (const change of this.#pending.filter(safe)) apply(this.#safe, change)
    this.#pending = this.#pending.filter((change) => !safe(change))
  }
}

function apply({ files, names }: Image, change: Change): void {
  if (change.of === 'folder') {
    if (change.file === undefined) names.delete(change.name)
    else names.set(change.name, change.file)
    return
  }
  const before = files.get(change.file) ?? Buffer.alloc(0)
  const end = 'length' in change ? change.length : change.at + change.bytes.length
  const size = 'length' in change ? end : Math.max(before.length, end)
  const bytes = before.length === size ? before : Buffer.concat([before], size)
  if ('bytes' in change) change.bytes.copy(bytes, change.at)
  files.set(change.file, bytes)
}

/** A sector is written or it is not. */
const SECTOR = 512

function cut(change: Change, part: number): Change {
  if (!('bytes' in change)) return change
  const sectors = Math.floor((change.bytes.length / SECTOR) * part)
  return { ...change, bytes: change.bytes.subarray(0, sectors * SECTOR) }
}

function digestOf({ files, names }: Image): string {
  const hash = createHash('sha256')
  for (const [path, file] of [...names].toSorted()) {
    hash.update(`${path} ${file}\n`)
    if (file !== 'folder') hash.update(files.get(file) ?? '')
  }
  return hash.digest('hex')
}

function lay({ files, names }: Image, folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const there = (path: string): boolean =>
    path === '' || (names.get(path) === 'folder' && there(folderOf(path)))
  for (const [path, file] of names) {
    if (!there(folderOf(path))) continue
    if (file === 'folder') mkdirSync(join(folder, path), { recursive: true, mode: 0o700 })
    else {
      mkdirSync(join(folder, folderOf(path)), { recursive: true })
      writeFileSync(join(folder, path), files.get(file) ?? '', { mode: 0o600 })
    }
    if (path === 'kek') chmodSync(join(folder, path), 0o400)
  }
}

function folderOf(path: string): string {
  const folder = dirname(path)
  return folder === '.' ? '' : folder
}
