import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const FIRST = 'machines/index.ts'
const IMPORTED = /^(?:import|export)\b[^'"]*?(?:from\s*)?'(\.[^']+)'/gm
/** What is imported as a type alone changes nothing that runs. */
const RUNS = /^(?:import|export)\b(?!\s+type\b)[^'"]*?(?:from\s*)?'(\.[^']+)'/gm
/** Law and policy are taken as of the date of each act; no consultation is pinned to them. */
const LAW = 'machines/parameters/'

/** What makes the readable page of a pack, and the words that it is made with. */
const PAGE = [
  ...['page', 'html', 'charts', 'rules'].map((name) => `bot/evidence/pack/${name}.ts`),
  ...['bot/words.ts', 'content/catalogue.ts', 'content/treatment.ts', 'content/clinic.ts'],
]
/** A package, by the name that it is imported by; Node’s own are not listed. */
const PACKAGE = /^import\b(?!\s+type\b)[^'"]*?(?:from\s*)?'(?!node:)([a-z@][^'.]*)/gm

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

/** All that the wording of a readable page hangs on: sources, and packages with their versions. */
export function readPageMaker(root = ROOT): File[] {
  const files = readFrom([...PAGE], RUNS, root)
  const named = files.flatMap(({ text }) => [...text.matchAll(PACKAGE)].map(([, to = '']) => to))
  const packages = [...new Set(named.map(packageOf))].sort()
  return [...files, ...packages.map((path) => ({ path, text: versionOf(path, root) }))]
}

/** `elkjs` of `elkjs/lib/elk.bundled.js`. */
const packageOf = (name: string): string => name.split('/', name.startsWith('@') ? 2 : 1).join('/')

function versionOf(name: string, root: string): string {
  const file = join(root, 'node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version
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
