import type { Parts } from './case.ts'

/** Takes every consultation in turn. One that cannot be read keeps no other from its turn. */
export async function each<T>(
  { trouble }: Parts,
  consultations: readonly { readonly id: string }[],
  take: (id: string) => Promise<T>,
): Promise<readonly T[]> {
  const taken: T[] = []
  for (const { id } of consultations) {
    try {
      taken.push(await take(id))
    } catch (error) {
      if (!trouble) throw error
      trouble(id, error)
    }
  }
  return taken
}
