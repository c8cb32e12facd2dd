import { fork } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Campaign, Depth, Outcome } from './campaign.ts'

const CAMPAIGNS = join(import.meta.dirname, 'campaigns')
const ONE = join(import.meta.dirname, 'one.ts')

export async function campaigns(only: readonly string[] = []): Promise<Campaign[]> {
  const files = readdirSync(CAMPAIGNS).sort()
  const all = await Promise.all(
    files.map(async (file) => {
      const { campaign } = (await import(join(CAMPAIGNS, file))) as { readonly campaign: Campaign }
      return campaign
    }),
  )
  const unknown = only.filter((row) => !all.some((one) => one.row === row))
  if (unknown.length > 0) throw new Error(`There is no row ${unknown.join(', ')}`)
  return only.length > 0 ? all.filter(({ row }) => only.includes(row)) : all
}

export async function runOne(campaign: Campaign, depth: Depth, seed: number): Promise<Outcome> {
  const began = performance.now()
  const { trials, failures } = await campaign.run(depth, seed)
  const control = await campaign.control(seed)
  const { row, says, promises } = campaign
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const controlCaught = control.failures.length > 0
  return { row, says, promises, depth, seed, trials, failures, controlCaught, seconds }
}

/** Nothing tried, or a sabotage that went unnoticed, is no success. */
export function isSound({ trials, failures, controlCaught }: Outcome): boolean {
  return trials > 0 && failures.length === 0 && controlCaught
}

/** What came of a row, what this machine lacks for it, or how it went wrong. */
export type Told =
  | { readonly outcome: Outcome }
  | { readonly lacks: string }
  | { readonly ended: number | string | null }

export interface SideBySide {
  readonly rows: readonly string[]
  readonly depth: Depth
  readonly seed: number
  /** So many rows at the same time. */
  readonly atOnce: number
  /** Called as each is done: what was found is kept, whatever becomes of the others. */
  readonly tell: (row: string, told: Told) => void
}

/** Each row in a process of its own: many wait more than they work, and two cores can do two. */
export async function sideBySide({ rows, atOnce, tell, ...how }: SideBySide): Promise<void> {
  const waiting = [...rows]
  const lane = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) tell(row, await apart(row, how))
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}

function apart(row: string, { depth, seed }: Pick<SideBySide, 'depth' | 'seed'>): Promise<Told> {
  const child = fork(ONE, [row, depth, String(seed)])
  return new Promise((resolve) => {
    let told: Told | undefined
    child.once('message', (message) => (told = message as Told))
    child.once('exit', (code, signal) => resolve(told ?? { ended: code ?? signal }))
  })
}
