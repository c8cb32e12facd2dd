import { bundleDigest, type Catalogue, catalogue, type Source } from '../../content/catalogue.ts'
import { parseSignoff } from '../../content/signoff.ts'
import { parseTreatment } from '../../content/treatment.ts'
import { digest } from '../files/content.ts'

type Read<result> = (path: string, text: string) => result

/**
 * A start reads the same files for its gate and for its house: what a text was found to say is kept
 * until the file of that name says something else. A fault is found anew each time.
 */
export function readOnce<result>(read: Read<result>): Read<result> {
  const known = new Map<string, { readonly text: string; readonly result: result }>()
  return (path, text) => {
    const last = known.get(path)
    if (last?.text === text) return last.result
    const result = read(path, text)
    known.set(path, { text, result })
    return result
  }
}

export const signoffOf = readOnce(parseSignoff)
export const treatmentOf = readOnce(parseTreatment)

let latest: { readonly index: string; readonly words: Catalogue } | undefined

/** The words of all these files; the same files again are the same words. */
export function catalogueOf(files: readonly Source[]): Catalogue {
  const index = bundleDigest(files, digest)
  if (latest?.index === index) return latest.words
  const words = catalogue(files, digest)
  latest = { index, words }
  return words
}
