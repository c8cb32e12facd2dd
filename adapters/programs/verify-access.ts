import { CandourError } from '../../bot/errors.ts'
import { openAccess } from '../../bot/evidence/access.ts'
import type { DataKey } from '../../bot/ports.ts'
import type { KeyReader, Reader } from './reader.ts'

interface Opened {
  readonly reader: Pick<Reader, 'load'>
  readonly keys: KeyReader
  readonly clinic: string
}

/** Who read what, month by month: every page opened, and each following from the one before. */
export async function verifyAccess(
  { reader, keys, clinic }: Opened,
  months: readonly string[],
): Promise<{ readonly entries: number } | { readonly month: string; readonly fault: string }> {
  let entries = 0
  for (const month of months) {
    try {
      const records = await reader.load(month)
      const found = new Map<string, DataKey | undefined>()
      for (const { sealed } of records) found.set(sealed.key, await keys.find(sealed.key))
      entries += openAccess(records, clinic, (id) => found.get(id)).length
    } catch (error) {
      return { month, fault: error instanceof CandourError ? error.code : 'it cannot be read' }
    }
  }
  return { entries }
}
