import { peek } from '../../bot/evidence/log/checkpoint.ts'
import type { Settings } from '../config/env.ts'
import type { HttpServerOptions } from '../http/server.ts'
import { createHttpServer } from '../http/server.ts'
import type { Failure, LogNow, Now } from '../metrics/meters.ts'
import { createReadiness } from './health.ts'
import type { House } from './house.ts'
import { witnessesOf } from './open-log.ts'
import { listenAt } from './ports.ts'

type Watched = Pick<House, 'store' | 'clinic' | 'gap' | 'place'>

export interface Metering {
  /** For the server whose requests are measured; `undefined` where nothing is. */
  readonly answered: HttpServerOptions['answered']
  failed(what: Failure): void
  /** Whose log is read from now on. */
  watch(house: Watched): void
  close(): Promise<void>
}

const NOTHING: Metering = {
  answered: undefined,
  failed: () => undefined,
  watch: () => undefined,
  close: async () => undefined,
}

/** Figures for Prometheus, on a port of their own of this machine; without one, none are kept. */
export async function openMetering(
  settings: Pick<Settings, 'data' | 'metricsPort' | 'mode' | 'host' | 'witness'>,
  log: HttpServerOptions['log'],
): Promise<Metering> {
  const { metricsPort, mode, host } = settings
  if (metricsPort === undefined) return NOTHING
  const { createMeters } = await import('../metrics/meters.ts')
  let now: () => Promise<Now> = async () => NOT_YET
  const witnesses = witnessesOf(settings).length
  const meters = await createMeters({ mode, witnesses, now: () => now() })
  const { routes, answered, failed } = meters
  const server = createHttpServer({
    ...{ routes, sockets: [], host, port: metricsPort, log },
    allowedHosts: ['127.0.0.1', 'localhost', '[::1]'],
  })
  await listenAt('CANDOUR_METRICS_PORT', metricsPort, server.listen)
  return {
    ...{ answered, failed, close: () => server.close() },
    watch: (house) => void (now = nowOf(house)),
  }
}

const NOT_YET: Now = { ready: false, stopOnly: false, log: undefined }

/** Whoever reads the figures waits no longer for what is away than whoever asks for readiness. */
function nowOf(house: Watched): () => Promise<Now> {
  const readiness = createReadiness(house)
  return async () => {
    const is = await readiness()
    const log = is === 'away' ? 'unknown' : await logNow(house).catch(() => 'unknown' as const)
    return { ready: is === 'ready' || is === 'stop-only', stopOnly: is === 'stop-only', log }
  }
}

const MOST = 100

async function logNow({ store, clinic }: Watched): Promise<LogNow | undefined> {
  const log = store.log(clinic.id)
  const head = await log.head()
  if (!head) return undefined
  const size = (note?: string) => (note === undefined ? 0 : peek(note).size)
  return {
    ...{ indexed: head.size, sealed: size(head.published), witnessed: size(head.witnessed) },
    ...{ waiting: (await log.waiting(MOST)).length, signed: Date.parse(head.at) / 1000 },
  }
}
