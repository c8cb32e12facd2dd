import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const FIRST = 'machines/index.ts'
const IMPORTED = /^(?:import|export)\b[^'"]*?(?:from\s*)?'(\.[^']+)'/gm
/** What is imported as a type alone changes nothing that runs. */
const RUNS = /^(?:import|export)\b(?!\s+type\b)[^'"]*?(?:from\s*)?'(\.[^']+)'/gm
/** Law and policy are taken as of the date of each act; no consultation is pinned to them. */
const LAW = 'machines/parameters/'

interface File {
  readonly path: string
  readonly text: string
}

/** The sources of every statechart with all that they import, in the order of their paths. */
export function readMachines(root = ROOT): File[] {
  return readFrom([FIRST], IMPORTED, root)
}

/** What a version of a statechart is made of, from its first file: its own files and what they run. */
export function readPinned(first: string, root = ROOT): File[] {
  return readFrom([first], RUNS, root).filter(({ path }) => !path.startsWith(LAW))
}

function readFrom(left: string[], imported: RegExp, root: string): File[] {
  const found = new Map<string, string>()
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (found.has(path)) continue
    const text = readFileSync(join(root, path), 'utf8')
    found.set(path, text)
    for (const [, to = ''] of text.matchAll(imported)) left.push(posix.join(dirname(path), to))
  }
  const sorted = [...found].sort(([one], [other]) => (one < other ? -1 : 1))
  return sorted.map(([path, text]) => ({ path, text }))
}
