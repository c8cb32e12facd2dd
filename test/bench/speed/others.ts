import { readFileSync } from 'node:fs'

const TICKS = 100

/** Cores in use between this call and the next of what it returns, by whichever program. */
export function others(): () => number {
  const [began, before] = [performance.now(), busy()]
  return () => (busy() - before) / TICKS / ((performance.now() - began) / 1000)
}

/** The same without what this process used itself, in all its threads. */
export function strangers(): () => number {
  const [began, before, beside] = [performance.now(), process.cpuUsage(), others()]
  return () => {
    const { user, system } = process.cpuUsage(before)
    return Math.max(0, beside() - (user + system) / 1000 / (performance.now() - began))
  }
}

/** Linux: user, nice, system, interrupts; neither idle time nor waiting for a disk. */
function busy(): number {
  const [first = ''] = readFileSync('/proc/stat', 'utf8').split('\n')
  const [user = 0, nice = 0, system = 0, , , hard = 0, soft = 0] = first
    .split(/ +/)
    .slice(1)
    .map(Number)
  return user + nice + system + hard + soft
}
