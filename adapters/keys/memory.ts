import { CandourError } from '../../bot/errors.ts'
import type { Chance, DataKey, Keys } from '../../bot/ports.ts'
import { KEY_BYTES } from './wrap.ts'

/** Keeps keys until the program ends: for tests, and for trying Candour out. */
export function createMemoryKeys({ chance }: { readonly chance: Chance }): Keys {
  const byPlace = new Map<string, DataKey>()
  const byId = new Map<string, DataKey>()
  const signing = new Map<string, DataKey>()
  const destroyed = new Set<string>()
  return {
    stream: async (_person, consultation, stream) => {
      if (destroyed.has(consultation)) throw new CandourError('keys/destroyed', { consultation })
      const place = `${stream} ${consultation}`
      const key = byPlace.get(place) ?? { id: chance.id(), bytes: chance.bytes(KEY_BYTES) }
      byPlace.set(place, key)
      byId.set(key.id, key)
      return key
    },
    find: async (id) => byId.get(id),
    signing: async (origin) => {
      const key = signing.get(origin) ?? { id: chance.id(), bytes: chance.bytes(KEY_BYTES) }
      signing.set(origin, key)
      return key
    },
    destroy: async (consultations) => {
      for (const [place, { id }] of byPlace) {
        const [, consultation = ''] = place.split(' ')
        if (consultations.includes(consultation) && byPlace.delete(place)) byId.delete(id)
      }
      consultations.forEach((one) => destroyed.add(one))
      return true
    },
    destroyed: async () => [...destroyed],
    backups: async () => [],
    close: async () => {},
  }
}
