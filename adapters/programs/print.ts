let listens = false

/** A line to whoever reads. That nobody reads any further, as after `head`, breaks nothing off. */
export function print(line: string): void {
  if (!listens) process.stdout.on('error', passOver)
  listens = true
  console.log(line)
}

function passOver(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
