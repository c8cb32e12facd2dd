import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

const SEED = 32

/** The seed of a witness, made with the folder that it is in, and never again for that folder. */
export function readOrMakeSeed(folder: string, bytes: (length: number) => Uint8Array): Uint8Array {
  const file = join(folder, 'key')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (readdirSync(folder).length > 0)
      throw new Error(`${folder} is a witness’s, or something else’s, and has no key.`)
    const opened = openSync(file, 'wx', 0o400)
    writeSync(opened, bytes(SEED))
    fsyncSync(opened)
    closeSync(opened)
  }
  const seed = new Uint8Array(readFileSync(file))
  if (seed.length !== SEED) throw new Error(`${file} has ${seed.length} bytes, not ${SEED}.`)
  return seed
}
