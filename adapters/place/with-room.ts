import type { Place, Store } from '../../bot/ports.ts'

/**
 * A place on a disk for which room is kept. Whoever finds none there has that room given up, and
 * tries once more: nothing was changed, and a log that cannot go on would stop everything.
 */
export function withRoom({ read, swap }: Place, { isFull }: Pick<Store, 'isFull'>): Place {
  return {
    read,
    swap: async (expected, next) => {
      try {
        return await swap(expected, next)
      } catch (error) {
        if (!isNoRoom(error)) throw error
        await isFull?.()
        return swap(expected, next)
      }
    },
  }
}

const isNoRoom = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOSPC'
