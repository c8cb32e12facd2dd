import type { House } from './house.ts'

/** How often what is due is looked for, in milliseconds. */
const ROUND = 5_000
/** How often the log takes in what was recorded: half of the second that it may take at most. */
const SEQUENCE = 500

/** Whatever happens by itself while a house is open. For `clearInterval`. */
export function keepTime(
  { candour, log }: Pick<House, 'candour' | 'log'>,
  notify: () => Promise<void>,
  fatal: (error: Error) => void,
): readonly NodeJS.Timeout[] {
  const round = async () => {
    await candour.round()
    await notify()
  }
  return [
    setInterval(() => void round().catch(fatal), ROUND),
    setInterval(() => void log.round().catch(fatal), SEQUENCE),
  ]
}
