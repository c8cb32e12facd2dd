import { closeSync, fsyncSync, openSync } from 'node:fs'

/** A file that its folder has forgotten after a power cut was not durable. */
export function syncFolder(path: string): void {
  if (process.platform !== 'win32') syncFile(path)
}

export function syncFile(path: string): void {
  const opened = openSync(path, 'r')
  fsyncSync(opened)
  closeSync(opened)
}
