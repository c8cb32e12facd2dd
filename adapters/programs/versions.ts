/**
 * machines/versions.lock says of what each version of a statechart is made. A version that was
 * released stays as it was: what is to change becomes the next one, beside it.
 */
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { bundleDigest } from '../../content/catalogue.ts'
import { digest } from '../files/content.ts'
import { readPinned } from '../files/machines.ts'

const ROOT = join(import.meta.dirname, '../..')
const LOCK = 'machines/versions.lock'

const version = z.strictObject({
  /** The first release that had it, as soon as there is one. From then on it may not change. */
  since: z.string().nullable(),
  /** SHA-256 of the index of its files, as of a bundle of words. */
  digest: z.string(),
  files: z.record(z.string(), z.string()),
})
const lock = z.record(z.string(), version)

export type Lock = z.infer<typeof lock>
type Made = Pick<z.infer<typeof version>, 'digest' | 'files'>

export function readLock(root = ROOT): Lock {
  return lock.parse(JSON.parse(readFileSync(join(root, LOCK), 'utf8')))
}

/** Every version of every pathway and journey, as its files are now. */
export function versionsNow(root = ROOT): Record<string, Made> {
  const first = globSync('machines/{pathways/**/facts,journeys/*}.ts', { cwd: root }).sort()
  return Object.fromEntries(
    first.flatMap((path) => {
      const id = /^ {2}id: '([a-z-]+@\d+)'/m.exec(readFileSync(join(root, path), 'utf8'))?.[1]
      return id ? [[id, madeOf(path, root)]] : []
    }),
  )
}

function madeOf(first: string, root: string): Made {
  const sources = readPinned(first, root)
  const files = sources.map(({ path, text }) => [path, digest(text)] as const)
  return { digest: bundleDigest(sources, digest), files: Object.fromEntries(files) }
}

/** What differs from the lock, with the files that do. */
export function changesSince(locked: Lock, now: Record<string, Made>): string[] {
  const ids = [...new Set([...Object.keys(locked), ...Object.keys(now)])].sort()
  return ids.flatMap((id) => {
    const [was, is] = [locked[id], now[id]]
    if (!was) return [`${id} is not in the lock`]
    if (!is) return [`${id} is gone`]
    if (was.digest === is.digest) return []
    return [`${id} has changed and its version has not: ${changedFiles(was, is).join(', ')}`]
  })
}

function changedFiles(was: Made, is: Made): string[] {
  const paths = [...new Set([...Object.keys(was.files), ...Object.keys(is.files)])].sort()
  return paths.filter((path) => was.files[path] !== is.files[path])
}

/** The lock's new text. Throws when a released version is not as it was. */
export function lockText(locked: Lock, now: Record<string, Made>, release?: string): string {
  const released = Object.fromEntries(Object.entries(locked).filter(([, { since }]) => since))
  const broken = changesSince(released, now).filter((one) => !one.endsWith('not in the lock'))
  if (broken.length > 0) throw new Error(`Released, and not as it was:\n${broken.join('\n')}`)
  const versions = Object.entries(now).map(([id, made]) => [
    id,
    { since: locked[id]?.since ?? release ?? null, ...made },
  ])
  return `${JSON.stringify(Object.fromEntries(versions), null, 1)}\n`
}

/** A tag of git binds what it found, also where nobody marked it. */
export function tagBinds(locked: Lock, tags: readonly string[]): Lock {
  const marked = new Set(Object.values(locked).map(({ since }) => since))
  const tag = tags.find((one) => !marked.has(one))
  if (tag === undefined) return locked
  const bound = Object.entries(locked).map(([id, one]) => [id, { ...one, since: one.since ?? tag }])
  return Object.fromEntries(bound) as Lock
}

/** The releases that git knows of; none where there is no git. */
export function tagsOf(root = ROOT): string[] {
  try {
    const tags = execFileSync('git', ['tag', '--list'], { cwd: root, stdio: 'pipe' }).toString()
    return tags.split('\n').flatMap((tag) => /^v?(\d+\.\d+\.\d+)$/.exec(tag)?.[1] ?? [])
  } catch {
    return []
  }
}

/** Throws where that version of Candour is out: what it left behind stays as it was. */
export function refuseReleased(version: string, locked = tagBinds(readLock(), tagsOf())): void {
  const out = Object.values(locked).some(({ since }) => since === version)
  if (out) throw new Error(`${version} is released. Raise the version in package.json first.`)
}
