import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Place } from '../../bot/ports.ts'

/** A generation of the text: the highest one is what the place holds. */
const GENERATION = /^\d{15}$/

/**
 * Keeps one text in a folder. Each change is a new file under the next number, which only one
 * writer can make: no lock is left behind by a crash. On the machine that also holds the data it
 * guards against accident (a database put back from a backup), not against who runs the machine.
 */
export function createFilePlace(folder: string): Place {
  return {
    read: async () => (await latest(folder)).text,
    swap: async (expected, next) => {
      await make(folder)
      const { n, text } = await latest(folder)
      if (text !== expected || !(await claim(folder, n + 1, next))) return false
      // Whoever was slower than several others finds their generations, and has changed nothing.
      if ((await latest(folder)).n !== n + 1) return false
      await sync(folder)
      await tidy(folder, n)
      return true
    },
  }
}

/** A folder that the one around it has forgotten after a power cut was not durable either. */
async function make(folder: string): Promise<void> {
  const whole = resolve(folder)
  const first = await mkdir(whole, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let one = whole; one.length >= first.length; one = dirname(one)) await sync(dirname(one))
}

async function latest(folder: string): Promise<{ n: number; text: string | undefined }> {
  for (;;) {
    const n = (await generations(folder)).at(-1)
    if (n === undefined) return { n: 0, text: undefined }
    const text = await readFile(pathOf(folder, n), 'utf8').catch(unlessGone)
    if (text !== undefined) return { n, text }
  }
}

async function generations(folder: string): Promise<number[]> {
  const names = (await readdir(folder).catch(unlessGone)) ?? []
  return names
    .filter((name) => GENERATION.test(name))
    .map(Number)
    .sort((a, b) => a - b)
}

/** Whole or not at all: the file has its bytes before it has its name. */
async function claim(folder: string, n: number, text: string): Promise<boolean> {
  const draft = join(folder, `draft-${randomBytes(8).toString('hex')}`)
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await file.close()
  }
  try {
    await link(draft, pathOf(folder, n))
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** The one before stays, for whoever is reading it now. */
async function tidy(folder: string, before: number): Promise<void> {
  const old = (await generations(folder)).filter((n) => n < before)
  await Promise.all(old.map((n) => rm(pathOf(folder, n), { force: true })))
}

/** A file that its folder has forgotten after a power cut was not durable. */
async function sync(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(folder, 'r')
  await opened.sync().finally(() => opened.close())
}

function pathOf(folder: string, n: number): string {
  return join(folder, String(n).padStart(15, '0'))
}

function unlessGone(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
