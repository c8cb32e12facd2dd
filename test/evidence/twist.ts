/** Ways to change a small pack that several kinds of vectors share. */
import type { Payload } from '../../bot/evidence/record.ts'
import { signer, WITNESS } from '../support/log.ts'
import { change, filesOf, LOG, logOf, type Making, proofText, read, six, utf8 } from './mini.ts'

export const OTHER = signer(LOG.name, 1, 'another key of the same name')
export const SECOND = signer('second.example', 4)
export const THIRD = signer('third.example', 4)

/** The body that is signed. */
export const bodyOf = (text: string): string => text.slice(0, text.indexOf('\n\n') + 1)

/** Every proof carries the checkpoint: it changes in all of them. */
export function checkpoint(edit: (text: string) => string): Making {
  return {
    files: (files) => {
      const was = read(files, 'checkpoint')
      const now = edit(was)
      for (const [at] of files) {
        if (at === 'checkpoint' || at.startsWith('proofs/')) {
          change(at, (text) => text.replace(was, () => now))(files)
        }
      }
    },
  }
}

export const policy = (edit: (text: string) => string): Making => ({
  files: change('policy', edit),
})
export const flip = (text: string, at: number): string => {
  const bytes = Buffer.from(text, 'base64')
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return bytes.toString('base64')
}
export const inSignature = (at: number) => (text: string) =>
  text.replace(/(— \S+ )(\S+)/, (_, name: string, body: string) => name + flip(body, at))

export const asked =
  (...lines: readonly string[]): ((text: string) => string) =>
  (text) =>
    [text.split('\n')[0], ...lines, ''].join('\n')
export const witnesses = [
  `witness a ${WITNESS.vkey}`,
  `witness b ${SECOND.vkey}`,
  `witness c ${THIRD.vkey}`,
]

/** A receipt for record n, given when the log held so many leaves. */
export function receipt(
  n: number,
  size: number,
  edit: (leaves: string[]) => string[] = (all) => all,
  key = LOG,
) {
  const files = filesOf()
  const own = [0, 1, 2, 3].map((one) => read(files, `records/${six(one)}.leaf`))
  const all = own.flatMap((leaf, k) => (k % 2 === 0 ? [`somebody else’s ${k}`, leaf] : [leaf]))
  const index = all.indexOf(own[n] ?? '')
  return utf8(proofText(logOf(edit(all.slice(0, size)), { log: key }).proof(index)))
}

/** Written so by whoever holds all keys: every step before it holds. */
export const written = (change: (one: Payload, n: number) => unknown): Making => ({
  payload: (one, n) => change(one, n),
})
export const only = (at: number, edit: (one: Payload) => unknown) =>
  written((one, n) => (n === at ? edit(one) : one))
