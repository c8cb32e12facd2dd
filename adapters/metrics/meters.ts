import type { HttpReply, Route } from '../http/route.ts'

/** What is known of a request once it was answered. */
export interface Answered {
  /** The pattern, such as `/c/:secret`. */
  readonly route: string
  readonly status: number
  readonly ms: number
}

/** Where the log stands: records that have an index, are under a checkpoint, and were witnessed. */
export interface LogNow {
  readonly indexed: number
  readonly sealed: number
  readonly witnessed: number
  /** Committed, and not in the log yet. */
  readonly waiting: number
  /** Seconds since 1970 at which the latest checkpoint was signed. */
  readonly signed: number
}

/** What went wrong without a request to say so. */
export type Failure = 'consultation' | 'witness' | 'sign-in' | 'mail'

/** How it stands at a reading. */
export interface Now {
  /** Whether it takes answers, be they only what stops something. */
  readonly ready: boolean
  /** Whether only what stops something is taken, since the disk is full. */
  readonly stopOnly: boolean
  /** `undefined` before it has begun; `unknown` while it is out of reach. */
  readonly log: LogNow | 'unknown' | undefined
}

export interface MetersOptions {
  readonly mode: string
  /** How many outside are asked to sign. */
  readonly witnesses: number
  /** Asked at each reading. */
  readonly now: () => Promise<Now>
}

export interface Meters {
  /** `GET /metrics`, in the text format of Prometheus. */
  readonly routes: readonly Route[]
  answered(request: Answered): void
  failed(what: Failure): void
}

/**
 * Nothing is counted by its outcome, its pathway or its address: a count by route would tell how
 * many were declined, and when. Prometheus’s client is read when meters are wanted.
 */
export async function createMeters(options: MetersOptions): Promise<Meters> {
  const { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } = await import('prom-client')
  const registers = [new Registry()]
  const [register] = registers as [InstanceType<typeof Registry>]
  collectDefaultMetrics({ register })
  const about = { name: 'candour_info', help: 'The mode in which it runs.' }
  new Gauge({ ...about, labelNames: ['mode'], registers }).set({ mode: options.mode }, 1)
  const seconds = new Histogram({
    ...{ name: 'candour_request_seconds', help: 'From a request’s first byte to its reply.' },
    ...{ labelNames: ['channel', 'status'], buckets: BUCKETS, registers },
  })
  const failures = new Counter({
    ...{ name: 'candour_failures_total', help: 'What failed with nobody waiting for a reply.' },
    ...{ labelNames: ['what'], registers },
  })
  for (const what of FAILURES) failures.inc({ what }, 0)
  const gauges = GAUGES.map(
    ([name, help, of]) => [of, new Gauge({ name, help, registers })] as const,
  )

  const read = async (): Promise<HttpReply> => {
    const now = await options.now()
    for (const [of, gauge] of gauges) gauge.set(of(now, options))
    return {
      status: 200,
      headers: { 'content-type': register.contentType },
      body: await register.metrics(),
    }
  }
  return {
    routes: [{ method: 'GET', path: '/metrics', handle: read }],
    answered: ({ route, status, ms }) =>
      seconds.observe({ channel: channelOf(route), status: classOf(status) }, ms / 1000),
    failed: (what) => failures.inc({ what }),
  }
}

const FAILURES: readonly Failure[] = ['consultation', 'witness', 'sign-in', 'mail']

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

type Of = (now: Now, options: MetersOptions) => number

/** What is not known is no number: an alert or a line of a graph that compares it with one is silent. */
const ofLog =
  (key: keyof LogNow): Of =>
  ({ log }) =>
    log === 'unknown' ? NaN : (log?.[key] ?? 0)

const GAUGES: readonly (readonly [name: string, help: string, Of])[] = [
  ['candour_ready', 'Whether it takes answers, or at least a stop.', ({ ready }) => Number(ready)],
  [
    'candour_stop_only',
    'Whether only a stop is taken, since the disk is full.',
    ({ stopOnly }) => Number(stopOnly),
  ],
  ['candour_witnesses', 'How many outside are asked to sign.', (_, { witnesses }) => witnesses],
  ['candour_log_indexed_records', 'Records that have a place in the log.', ofLog('indexed')],
  [
    'candour_log_sealed_records',
    'Records under a checkpoint kept in both places.',
    ofLog('sealed'),
  ],
  [
    'candour_log_witnessed_records',
    'Records under a checkpoint that was witnessed.',
    ofLog('witnessed'),
  ],
  [
    'candour_log_waiting_records',
    'Records that are not in the log yet; 100 at most.',
    ofLog('waiting'),
  ],
  [
    'candour_log_signed_seconds',
    'When the latest checkpoint was signed, since 1970.',
    ofLog('signed'),
  ],
]

/** Who is being served, and nothing of what they do: `other` when it could be anybody. */
function channelOf(route: string): string {
  return CHANNELS.find(([start]) => route.startsWith(start))?.[1] ?? 'other'
}

const CHANNELS = [
  ['/v3/directline', 'chat'],
  ['/pages', 'pages'],
  ['/desk', 'desk'],
  ['/api/messages', 'teams'],
] as const

const classOf = (status: number) => `${Math.floor(status / 100)}xx`
