import type { KeyBackup } from '../../bot/ports.ts'
import type { BackedUp } from '../keys/backup.ts'
import type { OldKek } from '../keys/old-keks.ts'

/** How long a copy is kept, unless it is to be less: an erased key is gone from all copies by then. */
export const DAYS = 30

type Print = (line: string) => void

export function printBackups(all: readonly KeyBackup[], print: Print, now: number): void {
  if (all.length === 0)
    print('No copy of the keys was ever made. Without one, a lost disk is a lost record.')
  for (const { made, until } of all) {
    const over = Date.parse(until) <= now ? ': its time is over, it must be gone by now' : ''
    print(`A copy of ${made}, to be kept until ${until}${over}`)
  }
}

/** The KEKs from before, and how long somebody may need them still. */
export function printOldKeks(
  all: readonly OldKek[],
  copies: readonly KeyBackup[],
  print: Print,
  now: number,
): void {
  for (const { file, until } of all) {
    const [last] = copies
      .filter((copy) => copy.made <= until && Date.parse(copy.until) > now)
      .map((copy) => copy.until)
      .sort()
      .reverse()
    print(
      last
        ? `${file} was the KEK until ${until}: copies from before need it until ${last}. Then delete it.`
        : `${file} was the KEK until ${until}: no copy needs it that is known of. Delete it.`,
    )
  }
}

export function printBackedUp(done: BackedUp, kek: string, print: Print): void {
  print(`The keys of ${done.made} are in ${done.file}.`)
  print(
    `Keep it until ${done.until}, no longer: until then, a key that is erased can come back from it.`,
  )
  print(`It opens with the KEK in ${kek} alone. Keep a copy of that one, in another place.`)
  for (const file of done.deleted) print(`Deleted ${file}: its time was over.`)
}

export function readBackup(rest: readonly string[], use: string): { folder: string; days: number } {
  const [folder, flag, given = String(DAYS)] = rest
  const days = Number(given)
  const asked = flag === undefined || (flag === '--days' && rest.length === 3)
  if (!folder || folder.startsWith('-') || !asked) throw new Error(use)
  if (!Number.isInteger(days) || days < 1 || days > DAYS)
    throw new Error(
      `--days takes whole days, 1 to ${DAYS}: a key that is erased must be gone from every copy then.`,
    )
  return { folder, days }
}
