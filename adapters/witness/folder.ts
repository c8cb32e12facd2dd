import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Witness, WitnessAnswer } from '../../bot/ports.ts'

const PATIENCE = 5_000
const PAUSE = 50
const LONGEST = 64 * 1024

export interface FolderWitness {
  /** Shared with the witness, and with nobody who might answer in its place. */
  readonly folder: string
  readonly vkey: string
  /** Milliseconds after which nobody is taken to answer. */
  readonly patience?: number
}

/** A witness without a network: requests and answers are files in a folder that both can reach. */
export function createFolderWitness({ folder, vkey, patience = PATIENCE }: FolderWitness): Witness {
  return {
    vkey,
    add: async (request) => {
      const id = randomBytes(16).toString('hex')
      await put(join(folder, 'requests'), id, request)
      const answer = join(folder, 'answers', id)
      for (let waited = 0; waited < patience; waited += PAUSE) {
        await sleep(PAUSE)
        const found = await readFile(answer, 'utf8').catch(unlessGone)
        if (found === undefined) continue
        await rm(answer, { force: true })
        return readAnswer(found)
      }
      await rm(join(folder, 'requests', id), { force: true })
      throw new Error('nobody answers in the folder')
    },
  }
}

/** The witness’s side: answers what is there now. */
export async function answerFolder(
  folder: string,
  add: (request: string) => Promise<WitnessAnswer>,
): Promise<number> {
  const requests = join(folder, 'requests')
  const names = ((await readdir(requests).catch(unlessGone)) ?? []).filter((id) => ID.test(id))
  for (const id of names) {
    const request = await readFile(join(requests, id), 'utf8').catch(unlessGone)
    if (request === undefined) continue
    const tooLong = { status: 413, body: 'too long\n' }
    const { status, body } = request.length > LONGEST ? tooLong : await add(request)
    await put(join(folder, 'answers'), id, `${status}\n${body}`)
    await rm(join(requests, id), { force: true })
  }
  return names.length
}

const ID = /^[0-9a-f]{32}$/

function readAnswer(text: string): WitnessAnswer {
  const at = text.indexOf('\n')
  return { status: Number(text.slice(0, at)), body: text.slice(at + 1) }
}

/** It has all its bytes before it has its name. */
async function put(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const draft = join(folder, `draft-${name}`)
  const file = await open(draft, 'wx', 0o600)
  await file.writeFile(text).finally(() => file.close())
  await rename(draft, join(folder, name))
}

function unlessGone(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'ENOENT') throw error
}
