import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { CandourError } from '../../bot/errors.ts'
import type { Chance } from '../../bot/ports.ts'
import { syncFolder } from './files.ts'
import { KEY_BYTES } from './wrap.ts'

export interface NewKek {
  readonly file: string
  readonly chance: Chance
  /** The database of keys. If it is there already, the KEK that wrapped it must be too. */
  readonly keys: string
}

/** Reads the key-encryption key: 32 bytes that nobody but the server's user may read. */
export function readKek(file: string): Uint8Array {
  let opened: number
  try {
    opened = openSync(file, 'r')
  } catch (cause) {
    throw refused(file, 'it cannot be read', cause)
  }
  try {
    const { mode, size } = fstatSync(opened)
    if (process.platform !== 'win32') refuseMode(file, mode & 0o777)
    if (size !== KEY_BYTES) throw refused(file, `it has ${size} bytes, not ${KEY_BYTES}`)
    const kek = new Uint8Array(KEY_BYTES)
    if (readSync(opened, kek) !== KEY_BYTES) throw refused(file, 'it was cut short')
    return kek
  } finally {
    closeSync(opened)
  }
}

/** For the demo alone: makes the KEK where there is none yet, beside what it protects. */
export function readOrMakeKek({ file, chance, keys }: NewKek): Uint8Array {
  if (!existsSync(file)) {
    if (existsSync(keys)) throw refused(file, 'it is gone, and there are keys that it wrapped')
    makeKek(file, chance)
  }
  return readKek(file)
}

function refuseMode(file: string, mode: number): void {
  const is = `mode ${mode.toString(8)}, not 400`
  if ((mode & 0o077) !== 0) throw refused(file, `others may read it: ${is}`)
  if (mode !== 0o400) throw refused(file, `it can be overwritten: ${is}`)
}

/** Whole or not at all, also when two make it at once: the second reads the first's. */
function makeKek(file: string, chance: Chance): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${chance.id()}`
  writeKek(draft, chance)
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    unlinkSync(draft)
  }
  syncFolder(dirname(file))
}

export function writeKek(file: string, chance: Chance): void {
  const opened = openSync(file, 'wx', 0o400)
  writeSync(opened, chance.bytes(KEY_BYTES))
  fsyncSync(opened)
  closeSync(opened)
}

function refused(file: string, why: string, cause?: unknown): CandourError {
  return new CandourError('keys/wrong-kek', { file, why }, { cause })
}
