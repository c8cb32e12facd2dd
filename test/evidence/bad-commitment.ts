import { change, type Files, six } from './mini.ts'
import { refused, type Vector } from './vector.ts'

const at = (n: number) => ({ record: n })
const json = (n: number) => `records/${six(n)}.json`
const leaf = (n: number) => `records/${six(n)}.leaf`
const nonce = (n: number) => `records/${six(n)}.nonce`

/** Packs of which a record is not what its leaf commits to. */
export function badCommitments(): Vector[] {
  const step = 'commitment' as const
  const swap = (one: string, other: string) => (files: Files) => {
    const [a, b] = [files.get(one), files.get(other)]
    if (a && b) files.set(one, b).set(other, a)
  }
  return [0, 1, 2, 3].flatMap((n) => [
    refused(
      `commitment-words-${n}`,
      `A word of record ${n} was changed.`,
      { step, ...at(n) },
      {
        files: change(json(n), (text) => text.replace('1990-01-02', '1990-01-03')),
      },
    ),
    refused(
      `commitment-time-${n}`,
      `The time of record ${n} was changed.`,
      { step, ...at(n) },
      {
        files: change(json(n), (text) => text.replace(/"recordedAt":"2026/, '"recordedAt":"2025')),
      },
    ),
    refused(
      `commitment-nonce-${n}`,
      `The nonce of record ${n} was changed.`,
      { step, ...at(n) },
      {
        files: change(nonce(n), (text) =>
          text.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
        ),
      },
    ),
    refused(
      `commitment-leaf-${n}`,
      `The commitment in the leaf of record ${n} was changed.`,
      { step, ...at(n) },
      {
        files: change(leaf(n), (text) =>
          text.replace(/(?<="commit":")./, (digit) => (digit === '0' ? '1' : '0')),
        ),
      },
    ),
    ...(n < 3
      ? [json, nonce, leaf].map((kind) =>
          refused(
            `commitment-swapped-${kind(n).slice(15)}-${n}`,
            `${kind(n)} was swapped with the next.`,
            { step, ...at(n) },
            {
              files: swap(kind(n), kind(n + 1)),
            },
          ),
        )
      : []),
  ])
}
