import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const FIRST = 'machines/index.ts'
const IMPORTED = /^(?:import|export)\b[^'"]*?(?:from\s*)?'(\.[^']+)'/gm

/** The sources of every statechart with all that they import, in the order of their paths. */
export function readMachines(root = ROOT): { path: string; text: string }[] {
  const found = new Map<string, string>()
  const left = [FIRST]
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (found.has(path)) continue
    const text = readFileSync(join(root, path), 'utf8')
    found.set(path, text)
    for (const [, to = ''] of text.matchAll(IMPORTED)) left.push(posix.join(dirname(path), to))
  }
  const sorted = [...found].sort(([one], [other]) => (one < other ? -1 : 1))
  return sorted.map(([path, text]) => ({ path, text }))
}
