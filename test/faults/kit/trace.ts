import { readFileSync } from 'node:fs'

/** A system call that changes what is on the disk, or says something, as strace saw it. */
export interface Call {
  readonly name: string
  /** In the folder that was watched, relative to it; `''` is the folder itself. */
  readonly path: string
  /** The other name, of a link or a new name. */
  readonly to?: string
  readonly bytes?: Buffer
  readonly at?: number
  /** Which line of the trace it began and ended on: in between others may have happened. */
  readonly began: number
  readonly ended: number
}

/** What can be lost, torn or refused. */
export const CALLS = [
  ...['openat', 'close', 'pwrite64', 'write', 'ftruncate', 'fsync', 'fdatasync'],
  ...['link', 'unlink', 'rename', 'mkdir'],
]

export const TRACING = [
  ...['strace', '-f', '-qq', '--seccomp-bpf', '-xx', '-s', '70000'],
  ...['-e', `trace=${CALLS.join(',')}`],
]

interface Whole {
  readonly name: string
  readonly given: string
  readonly result: number
  readonly began: number
  readonly ended: number
}

/** Reads a trace: the calls on files of that folder, and what was said on standard output, as `say`. */
export function readTrace(file: string, folder: string): Call[] {
  const open = new Map<number, string>()
  const calls: Call[] = []
  const keep = (whole: Whole, path: string | undefined, more: Partial<Call> = {}) => {
    const { name, began, ended } = whole
    const inside = path === undefined ? undefined : within(folder, path)
    if (inside !== undefined) calls.push({ name, path: inside, began, ended, ...more })
  }
  for (const whole of wholes(readFileSync(file, 'latin1'))) {
    const { name, given, result } = whole
    if (result < 0) continue
    const names = [...given.matchAll(QUOTED)].map(([, hex = '']) => bytesOf(hex))
    const [first = Buffer.alloc(0), second = first] = names
    const fd = Number.parseInt(given, 10)
    switch (name) {
      case 'openat':
        open.set(result, first.toString())
        if (given.includes('O_CREAT')) keep(whole, first.toString())
        break
      case 'close':
        open.delete(fd)
        break
      case 'pwrite64':
        keep(whole, open.get(fd), { bytes: first.subarray(0, result), at: lastNumber(given) })
        break
      case 'write':
        if (fd === 1) calls.push({ ...whole, name: 'say', path: '', bytes: first })
        else keep(whole, open.get(fd), { bytes: first.subarray(0, result) })
        break
      case 'ftruncate':
        keep(whole, open.get(fd), { at: lastNumber(given) })
        break
      case 'fsync':
      case 'fdatasync':
        keep(whole, open.get(fd))
        break
      case 'mkdir':
      case 'unlink':
        keep(whole, first.toString())
        break
      default:
        keep(whole, first.toString(), { to: within(folder, second.toString()) ?? '' })
    }
  }
  return calls.sort((one, other) => one.ended - other.ended)
}

const QUOTED = /"((?:\\x[0-9a-f]{2})*)"/g
const LINE = /^(\d+)\s+(\w+)\((.*)\)\s+=\s+(-?\d+)/
const BEGUN = /^(\d+)\s+(\w+)\((.*) <unfinished \.\.\.>$/
const RESUMED = /^(\d+)\s+<\.\.\. (\w+) resumed>(.*)\)\s+=\s+(-?\d+)/

/** A call that another thread's came into is on two lines. */
function* wholes(text: string): Generator<Whole> {
  const begun = new Map<string, { readonly given: string; readonly began: number }>()
  for (const [n, line] of text.split('\n').entries()) {
    const [, , name, given, result] = LINE.exec(line) ?? []
    if (name !== undefined && !line.includes(' resumed>')) {
      yield { name, given: given ?? '', result: Number(result), began: n, ended: n }
      continue
    }
    const [, thread = '', , start = ''] = BEGUN.exec(line) ?? []
    if (thread) begun.set(thread, { given: start, began: n })
    const [, whose = '', called = '', rest = '', answer] = RESUMED.exec(line) ?? []
    const first = begun.get(whose)
    if (!first) continue
    if (!called) continue
    begun.delete(whose)
    yield {
      name: called,
      given: first.given + rest,
      result: Number(answer),
      began: first.began,
      ended: n,
    }
  }
}

function within(folder: string, path: string): string | undefined {
  if (path === folder) return ''
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
const lastNumber = (given: string): number => Number(/(\d+)\s*$/.exec(given)?.[1] ?? 0)
