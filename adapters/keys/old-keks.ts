import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { syncFile, syncFolder } from './files.ts'

/** A KEK that was changed, beside the one that came after it: copies of the keys may still need it. */
export interface OldKek {
  readonly file: string
  /** When it was changed: copies made before open with it, or with one that is older still. */
  readonly until: string
}

const DATED = /^-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d[.]\d{3}Z)$/

/** The oldest first. What is the KEK itself is none: a change was cut off before it began. */
export function oldKeks(file: string): readonly OldKek[] {
  return datedKeks(file).filter((one) => !isSame(one.file, file))
}

/**
 * Keeps the KEK under the name of this moment, before it is written over. Durable when it returns.
 * One that was kept for a change that never began gets the later name.
 */
export function keepKek(file: string, now: Date): string {
  const old = `${file}-${now.toISOString().replaceAll(':', '')}`
  if (existsSync(old)) return keepKek(file, new Date(now.getTime() + 1))
  const known = datedKeks(file).find((one) => isSame(one.file, file))
  renameSync(known ? known.file : copied(file, `${old}.draft`), old)
  syncFolder(dirname(file))
  return old
}

function copied(file: string, draft: string): string {
  rmSync(draft, { force: true })
  copyFileSync(file, draft)
  chmodSync(draft, 0o400)
  syncFile(draft)
  return draft
}

/** After a change that never began the KEK is what it was, and there is no older one of it. */
export function forgetKept(file: string): void {
  for (const one of datedKeks(file)) if (isSame(one.file, file)) rmSync(one.file, { force: true })
}

function datedKeks(file: string): OldKek[] {
  const [folder, name] = [dirname(file), basename(file)]
  const found = readdirSync(folder)
    .filter((one) => one.startsWith(name))
    .sort()
    .map((one) => ({ one, dated: DATED.exec(one.slice(name.length)) }))
  return found.flatMap(({ one, dated }) => {
    const [, day = '', ...time] = dated ?? []
    return dated ? [{ file: join(folder, one), until: `${day}T${time.join(':')}` }] : []
  })
}

/** What somebody else put there is none of ours, and no reason not to start. */
function isSame(one: string, other: string): boolean {
  try {
    return readFileSync(one).equals(readFileSync(other))
  } catch {
    return false
  }
}
