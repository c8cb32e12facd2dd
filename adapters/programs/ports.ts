import { once } from 'node:events'
import { createServer } from 'node:net'
import { CandourError } from '../../bot/errors.ts'

const WHY: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken: end the program that listens there, or set another',
  EACCES: 'needs rights that this user does not have, as every port below 1024 may: set another',
}

/** Why nothing can listen there, in words; `undefined` for what is no matter of a port. */
export function portFault(error: unknown): string | undefined {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException
  return syscall === 'listen' || syscall === 'bind' || syscall === 'getaddrinfo'
    ? (WHY[code ?? ''] ?? `cannot be listened on here (${code})`)
    : undefined
}

/** Listens, or names the setting that has to be another. */
export async function listenAt<found>(
  setting: 'PORT' | 'CANDOUR_METRICS_PORT',
  port: number,
  listen: () => Promise<found>,
): Promise<found> {
  try {
    return await listen()
  } catch (error) {
    const fault = portFault(error)
    if (!fault) throw error
    throw new CandourError('config/refused', { [setting]: `${port} ${fault}` }, { cause: error })
  }
}

/** Before anything is opened or written for a server that nobody could reach. */
export const checkPort = (port: number, host: string): Promise<void> =>
  listenAt('PORT', port, async () => {
    const probe = createServer().listen(port, host)
    await once(probe, 'listening')
    probe.close()
    await once(probe, 'close')
  })
