import type { Place } from '../../bot/ports.ts'

/** Holds its text until the program ends. */
export function createMemoryPlace(text?: string): Place {
  return {
    read: async () => text,
    swap: async (expected, next) => {
      if (text !== expected) return false
      text = next
      return true
    },
  }
}
