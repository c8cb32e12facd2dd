import { randomFillSync } from 'node:crypto'
import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Room on the disk that is kept for a moment when there is none. */
export interface Ballast {
  /** Without it, only what stops something is still taken. */
  held(): boolean
  /** Gives the room up. False when that was done before. */
  give(): boolean
  /** Gives it up before others run out, and takes it again once there is room enough. */
  look(): void
}

const CHUNK = 1024 * 1024

/**
 * A file beside the database that is given up when the disk is full, so that a withdrawal can
 * still be kept. A disk without room for it has none for new answers either.
 */
export function createBallast(path: string, bytes: number): Ballast {
  const file = `${path}.ballast`
  let held = sizeOf(file) === bytes
  const give = () => {
    if (!held) return false
    rmSync(file, { force: true })
    held = false
    return true
  }
  const look = () => {
    const free = freeBeside(file)
    if (held && free < bytes / 4) give()
    else if (!held && free > bytes * 2) held = fill(file, bytes)
  }
  look()
  return { held: () => held, give, look }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function freeBeside(file: string): number {
  const { bavail, bsize } = statfsSync(dirname(file))
  return bavail * bsize
}

/** With bytes that no file system can write in less room. */
function fill(file: string, bytes: number): boolean {
  const opened = openSync(file, 'w', 0o600)
  try {
    const chunk = randomFillSync(Buffer.alloc(CHUNK))
    for (let n = 0; n < bytes; n += writeSync(opened, chunk, 0, Math.min(CHUNK, bytes - n)));
    fsyncSync(opened)
    return true
  } catch {
    rmSync(file, { force: true })
    return false
  } finally {
    closeSync(opened)
  }
}
