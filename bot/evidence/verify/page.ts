import { type Clinic, parseClinic } from '../../../content/clinic.ts'
import { replay } from '../../replay.ts'
import type { Words } from '../../words.ts'
import { chartFiles, waysGone } from '../pack/charts.ts'
import { htmlOf } from '../pack/html.ts'
import { pageOf } from '../pack/page.ts'
import { ruleFiles } from '../pack/rules.ts'
import { bundleOf } from './content.ts'
import { Fault } from './fault.ts'
import { type Files, numbered } from './manifest.ts'
import { cosignedBy, readCheckpoint } from './note.ts'
import type { Fails, Holds } from './pack.ts'
import { readPolicy } from './policy.ts'
import { payloadsOf } from './replay.ts'

/** The words of these sources, as that clinic would say them. */
export type WordsOf = (
  sources: readonly { readonly path: string; readonly text: string }[],
  clinic: Clinic,
) => Words

export type Compared =
  | { readonly ok: true }
  | Fails
  /** Nothing was found wrong: another build has other words for the same, and was not asked. */
  | { readonly ok: 'other-build'; readonly detail: string }

/** What makes the page where the pack is verified. */
export interface Maker {
  readonly engine: string
  readonly wordsOf: WordsOf
}

/**
 * The end of step 10: the page for people, its drawings and its rules are made again from the
 * records, and must be the same bytes. Only of a pack that was replayed. What no record holds is
 * taken from the pack: the clinic’s name, address and registers stand in `clinic.json`, for which the
 * list of files alone vouches, and whether the log is witnessed is as the pack’s own policy has it.
 */
export async function comparePage(
  pack: Holds,
  { engine: here, wordsOf }: Maker,
  open = pack,
): Promise<Compared> {
  // Sealed and logged with the last record: nobody can claim another build for a page of their own.
  const there = pack.records.at(-1)?.payload.digests.engine
  if (there !== here) {
    const detail = `The readable page was made by ${there}, and here is ${here}.`
    return { ok: 'other-build', detail }
  }
  try {
    const made = new Map(await madeAgain(pack, wordsOf, open))
    const own = [...pack.files.keys()].filter((path) => MADE.test(path))
    const paths = [...new Set([...made.keys(), ...own])]
    const other = paths.find((path) => !isAsMade(pack.files, path, made.get(path)))
    return other ? fails(`${other} does not say what the records say`) : { ok: true }
  } catch (error) {
    return fails(error instanceof Fault ? error.message : 'its page cannot be made again')
  }
}

/** All that is made from the records. Of the rest of a pack’s files see `ALONE`. */
const MADE = /^(record\.html$|statecharts\/|rules\/)/

/** Vouched for by the list of files, and so by whoever made it: nothing that was signed names them. */
export const ALONE = ['clinic.json', 'record.pdf']
/** The same, where the page was not made again. */
export const ALONE_UNCOMPARED = [...ALONE, 'record.html', 'statecharts/', 'rules/']

const isAsMade = (files: Files, path: string, text: string | undefined): boolean =>
  text !== undefined && Buffer.from(text).equals(bytesOf(files, path))

const fails = (detail: string): Fails => ({ ok: false, step: 'replay', detail })

async function madeAgain(pack: Holds, wordsOf: WordsOf, open: Holds) {
  const { files, claim, records } = pack
  const payloads = payloadsOf(pack)
  const words = wordsOf(bundleOf(files, payloads[0]?.digests.content ?? ''), clinicIn(files))
  const led = replay(words.house, payloadsOf(open))
  if (!led.ok || !led.consultation) throw new Fault('replay', 'it leads to no consultation')
  const gone = await waysGone(words, payloads)
  const leaves = records.map((_, n) => textOf(files, `records/${numbered(n)}.leaf`))
  const told = { words, now: led.consultation, stream: claim.stream, gone, payloads, leaves }
  const page = htmlOf(pageOf({ ...told, standing: standingOf(files) }))
  const rules = ruleFiles(led.consultation)
  return [['record.html', page] as const, ...chartFiles(words, gone), ...rules]
}

const bytesOf = (files: Files, path: string) => files.get(path) ?? new Uint8Array()
const textOf = (files: Files, path: string): string =>
  Buffer.from(bytesOf(files, path)).toString('utf8')

function clinicIn(files: Files): Clinic {
  try {
    const { schema: _, ...clinic } = JSON.parse(textOf(files, 'clinic.json')) as { schema: unknown }
    return parseClinic('clinic.json', JSON.stringify(clinic))
  } catch {
    throw new Fault('replay', 'clinic.json describes no clinic')
  }
}

/** Not by whom somebody else trusts: the page was written for everybody. */
function standingOf(files: Files): 'sealed' | 'witnessed' {
  const policy = readPolicy(textOf(files, 'policy'))
  const checkpoint = readCheckpoint(textOf(files, 'checkpoint'))
  const enough = policy.enough((witness) => cosignedBy(checkpoint, witness))
  return policy.witnessed && enough ? 'witnessed' : 'sealed'
}
