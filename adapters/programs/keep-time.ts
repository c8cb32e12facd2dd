import { mayPass } from '../../bot/errors.ts'
import type { House } from './house.ts'

/** How often what is due is looked for, in milliseconds. */
const ROUND = 5_000
/** How often the log takes in what was recorded: half of the second that it may take at most. */
const SEQUENCE = 500

/** Whatever happens by itself while a house is open. For `clearInterval`. */
export function keepTime(
  { candour, log, store }: Pick<House, 'candour' | 'log'> & Partial<Pick<House, 'store'>>,
  notify: () => Promise<void>,
  fatal: (error: Error) => void,
): readonly NodeJS.Timeout[] {
  const round = async () => {
    // Before a file that has no room kept for it finds none.
    await store?.isFull?.()
    await candour.round()
    await notify()
  }
  // Where others share the store, nothing of ours is in doubt but what we asked.
  const failed = (error: Error) => {
    if (!(store?.shared && mayPass(error))) fatal(error)
  }
  return [
    setInterval(() => void round().catch(failed), ROUND),
    setInterval(() => void log.round().catch(failed), SEQUENCE),
  ]
}
