import { expect } from 'chai'
import { createFilePlace } from '../../../adapters/place/file.ts'
import { withRoom } from '../../../adapters/place/with-room.ts'
import type { Place } from '../../../bot/ports.ts'
import { newFolder } from '../folder.ts'

describe('a place on a disk that is full', () => {
  /** A folder on a disk that refuses, for this, until the room that is kept is given up. */
  function full(code: string) {
    const { read, swap } = createFilePlace(newFolder())
    const disk = { room: false, refused: 0 }
    const place: Place = {
      read,
      swap: async (expected, next) => {
        if (disk.room) return swap(expected, next)
        disk.refused += 1
        throw Object.assign(new Error('refused'), { code })
      },
    }
    return { place, disk }
  }

  it('has the room given up that is kept for it, and is written then', async () => {
    const { place, disk } = full('ENOSPC')
    const kept = withRoom(place, { isFull: async () => (disk.room = true) })
    expect(await kept.swap(undefined, 'one')).to.equal(true)
    expect(await kept.read()).to.equal('one')
    expect(disk.refused).to.equal(1)
  })

  it('says so when there was no room kept, and for any other fault of the disk', async () => {
    const none = { isFull: async () => true }
    for (const [code, store, tries] of [
      ['ENOSPC', none, 2],
      ['ENOSPC', {}, 2],
      ['EIO', none, 1],
    ] as const) {
      const { place, disk } = full(code)
      const swapped = withRoom(place, store).swap(undefined, 'one')
      expect(await swapped.catch(({ code }: { code: string }) => code)).to.equal(code)
      expect(disk.refused).to.equal(tries)
    }
  })
})
