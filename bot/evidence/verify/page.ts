import { type Clinic, parseClinic } from '../../../content/clinic.ts'
import { replay } from '../../replay.ts'
import { ENGINE } from '../../sealing.ts'
import type { Words } from '../../words.ts'
import { chartFiles, waysGone } from '../pack/charts.ts'
import { htmlOf } from '../pack/html.ts'
import { pageOf } from '../pack/page.ts'
import { bundleOf } from './content.ts'
import { Fault } from './fault.ts'
import { type Files, numbered } from './manifest.ts'
import { cosignedBy, readCheckpoint } from './note.ts'
import type { Fails, Holds } from './pack.ts'
import { readPolicy } from './policy.ts'
import { payloadsOf, type Replayed } from './replay.ts'

/** The words of these sources, as that clinic would say them. */
export type WordsOf = (
  sources: readonly { readonly path: string; readonly text: string }[],
  clinic: Clinic,
) => Words

/**
 * The end of step 10: the page for people and its drawings are made again from the records, and
 * must be the same bytes. Only of a pack that was replayed. What no record holds is taken from
 * the pack: the clinic’s name, address and registers stand in `clinic.json`, for which the list of
 * files alone vouches, and whether the log is witnessed is as the pack’s own policy has it.
 */
export async function comparePage(pack: Holds, wordsOf: WordsOf, open = pack): Promise<Replayed> {
  const engine = pack.records.at(-1)?.payload.digests.engine
  if (engine !== ENGINE) {
    const detail = `The page was made by ${engine}, and here is ${ENGINE}: it was not compared.`
    return { ok: 'not-here', detail }
  }
  try {
    const made = await madeAgain(pack, wordsOf, open)
    const other = made.find(([path, text]) => !Buffer.from(text).equals(bytesOf(pack.files, path)))
    return other ? fails(`${other[0]} does not say what the records say`) : { ok: true }
  } catch (error) {
    return fails(error instanceof Fault ? error.message : 'its page cannot be made again')
  }
}

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
  return [['record.html', page] as const, ...chartFiles(words, gone)]
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
