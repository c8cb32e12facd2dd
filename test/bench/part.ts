/** One thing that is measured. A file of `parts/` exports it as `part`. */
export interface Part {
  /** What it measures, in half a sentence. */
  readonly says: string
  run(print: (line: string) => void): Promise<void>
}

/**
 * Milliseconds of processor that it takes, the least of several runs after a warm-up: whatever else
 * the machine does makes a run longer and none shorter.
 */
export function least(runs: number, what: () => unknown): number {
  for (let n = 0; n < runs / 4; n += 1) what()
  const taken = Array.from({ length: runs }, () => {
    const before = process.cpuUsage()
    what()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...taken)
}

export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`
