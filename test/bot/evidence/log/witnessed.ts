import { createMemoryPlace } from '../../../../adapters/memory/place.ts'
import { signerOf, vkeyOf } from '../../../../bot/evidence/log/note.ts'
import type { Place, Witness } from '../../../../bot/evidence/log/ports.ts'
import { createWitness } from '../../../../bot/evidence/log/witness.ts'
import type { Kept } from './parts.ts'

export const signer = signerOf('witness.example/one', 'cosignature', new Uint8Array(32).fill(2))

/** A witness in this process, that knows the log of `parts`, and what it has been told. */
export async function witnessOf(parts: Kept, place: Place = createMemoryPlace()) {
  const origin = (await parts.store.head())!.signed.split('\n')[0]!
  const known = signerOf(origin, 'log', (await parts.keys.signing(origin)).bytes)
  const add = createWitness({ signer, logs: [known], placeOf: () => place, now: () => 1 })
  const asked: string[] = []
  const witness: Witness = {
    vkey: vkeyOf(signer),
    add: async (request) => (asked.push(request), add(request)),
  }
  return { witness, asked, place, add }
}
