import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { STEPS, type Step } from '../../bot/evidence/verify/fault.ts'
import { type Fails, type Given, type Holds, verifyPack } from '../../bot/evidence/verify/pack.ts'
import {
  ALONE,
  ALONE_UNCOMPARED,
  type Compared,
  comparePage,
} from '../../bot/evidence/verify/page.ts'
import { readPolicy } from '../../bot/evidence/verify/policy.ts'
import { type Installed, type Replayed, replayPack } from '../../bot/evidence/verify/replay.ts'
import { LONGEST } from '../../bot/evidence/verify/zip.ts'
import { decidingOf, machines, wordsOf } from './house.ts'

type Print = (line: string) => void

/** 20 for a file that is no pack, then one for each step from 21 on. */
export const PACK_EXIT = {
  ...(Object.fromEntries(STEPS.map((step, n) => [step, 20 + n])) as Record<Step, number>),
  holds: 0,
  /** Nothing was verified: no such file, or nothing that could be asked of it. */
  nothing: 2,
  /** All that was checked holds, and the decisions could not be taken again here. */
  'not-here': 31,
  /** All holds and was taken again; the readable page was made by another build and not compared. */
  'other-build': 32,
} as const

const installed: Installed = { machines: machines.digest, houseOf: decidingOf }

/**
 * `npm run verify -- pack.zip [--receipt FILE] [--policy FILE] [--open FILE]`: a receipt that was
 * handed out earlier, whom to trust instead of whom the pack names, and for a restricted pack
 * the open one that it stands beside.
 */
export async function verifyPackFile(args: readonly string[], print: Print): Promise<number> {
  try {
    const asked = readArguments(args)
    const pack = verifyPack(asked.pack, asked.given)
    if (!pack.ok) return failed(pack, print)
    const open = asked.open ? verifyPack(asked.open, asked.given) : pack
    if (!open.ok) return failed(open, print, 'The open pack: ')
    tellHolds(pack, asked.given, print)
    const replayed = replayPack(pack, installed, open)
    if (replayed.ok !== true) return tellReplayed(replayed, print)
    return tellCompared(await comparePage(pack, { engine: machines.engine, wordsOf }, open), print)
  } catch (error) {
    print(`Nothing was verified. ${error instanceof Error ? error.message : String(error)}`)
    return PACK_EXIT.nothing
  }
}

function readArguments(args: readonly string[]) {
  const file = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    ...{ args: [...args], allowPositionals: true },
    options: { receipt: file, policy: file, open: file },
  })
  const [pack, ...more] = positionals
  if (pack === undefined || more.length > 0) throw new Error('Name one pack.')
  const { receipt, policy, open } = values
  const given: Given = {
    ...(receipt === undefined ? {} : { receipt: read(receipt) }),
    ...(policy === undefined ? {} : { policy: readGiven(policy) }),
  }
  return { pack: read(pack), given, ...(open === undefined ? {} : { open: read(open) }) }
}

function read(path: string): Uint8Array {
  if (statSync(path).size > LONGEST) throw new Error(`${path} is too long for a pack.`)
  return readFileSync(path)
}

/** A fault of whoever asks is none of the evidence. */
function readGiven(path: string): Uint8Array {
  const policy = read(path)
  try {
    readPolicy(new TextDecoder('utf-8', { fatal: true }).decode(policy))
    return policy
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${path} is no policy of a log, as --policy wants one: ${why}`, { cause })
  }
}

function failed({ step, record, detail }: Fails, print: Print, which = ''): number {
  const at = record === undefined ? '' : `, record ${record}`
  print(`${which}DOES NOT HOLD at step ${STEPS.indexOf(step)}, ${step}${at}: ${detail}`)
  return PACK_EXIT[step]
}

function tellHolds({ claim, witnessed, receipt }: Holds, given: Given, print: Print): void {
  const records = claim.records === 1 ? 'one record' : `${claim.records} records`
  print(
    `The ${claim.stream} stream of ${claim.consultation}: ${records}, each as it was committed to,`,
  )
  print(`in its order, and in the log ${claim.origin}.`)
  print(
    witnessed
      ? 'Witnessed: the witnesses that the policy names have signed the log.'
      : 'NOT WITNESSED: whoever holds the clinic’s keys could have written all of it again.',
  )
  if (!given.policy) {
    print('The log’s key is the one that the pack itself names. Compare it, or give --policy.')
  }
  if (receipt !== undefined)
    print(`The receipt fits record ${receipt}, and all that was before it.`)
  if (claim.mode !== 'production') print(`Written in ${claim.mode} mode.`)
}

function tellReplayed(replayed: Exclude<Replayed, { ok: true }>, print: Print): number {
  if (replayed.ok === false) return failed(replayed, print)
  print(`NOT TAKEN AGAIN: ${replayed.detail}`)
  tellAlone(ALONE_UNCOMPARED, print)
  return PACK_EXIT['not-here']
}

function tellCompared(compared: Compared, print: Print): number {
  if (compared.ok === false) return failed(compared, print)
  print('Every decision was taken again and came out as recorded.')
  if (compared.ok === true) {
    print('The readable page, its drawings and its rules say the same. It holds.')
    tellAlone(ALONE, print)
    return PACK_EXIT.holds
  }
  print(`THE PAGE WAS NOT COMPARED: ${compared.detail}`)
  print('The records hold. Read them, or verify with the build that made the page.')
  tellAlone(ALONE_UNCOMPARED, print)
  return PACK_EXIT['other-build']
}

/** Said each time: nothing else in the file rests on somebody’s word. */
function tellAlone(paths: readonly string[], print: Print): void {
  print(`Vouched for by whoever made the file, and by no signature: ${paths.join(', ')}.`)
}
