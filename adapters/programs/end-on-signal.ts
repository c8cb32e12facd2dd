/** npm passes on what a terminal has sent already: the second of the same must not cut off the first. */
export function endOnSignal(end: () => Promise<void>, failed: (error: Error) => void): void {
  let ended: Promise<void> | undefined
  const once = () => void (ended ??= end().catch(failed))
  process.on('SIGTERM', once)
  process.on('SIGINT', once)
}
