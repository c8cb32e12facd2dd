/** How much is read, how long is waited, how often somebody may ask. Times are milliseconds. */
export interface Limits {
  readonly bodyBytes: number
  readonly headers: number
  readonly connections: number
  readonly headersTimeout: number
  readonly requestTimeout: number
  readonly keepAliveTimeout: number
  readonly ping: number
  readonly closeWithin: number
  /** Requests from one address: so many each second, after a first burst. */
  readonly perSecond: number
  readonly burst: number
}

export const LIMITS: Limits = {
  bodyBytes: 64 * 1024,
  headers: 100,
  connections: 2000,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 5_000,
  ping: 25_000,
  closeWithin: 5_000,
  perSecond: 50,
  burst: 200,
}

export interface Buckets {
  /** Takes one token of that address: 0, or the whole seconds until there is one. */
  take(address: string): number
}

interface Bucket {
  tokens: number
  at: number
}

const ADDRESSES = 10_000

/** A token bucket for each address. The longest unused is forgotten first: it is full again. */
export function createBuckets(
  { perSecond, burst }: Pick<Limits, 'perSecond' | 'burst'>,
  now: () => number = () => performance.now(),
): Buckets {
  const buckets = new Map<string, Bucket>()

  const refilled = (key: string): Bucket => {
    const at = now()
    const old = buckets.get(key) ?? { tokens: burst, at }
    return { tokens: Math.min(burst, old.tokens + ((at - old.at) / 1000) * perSecond), at }
  }

  return {
    take(address) {
      const key = network(address)
      const bucket = refilled(key)
      const enough = bucket.tokens >= 1
      if (enough) bucket.tokens -= 1
      buckets.delete(key)
      buckets.set(key, bucket)
      if (buckets.size > ADDRESSES) buckets.delete(buckets.keys().next().value ?? key)
      return enough ? 0 : Math.ceil((1 - bucket.tokens) / perSecond)
    },
  }
}

/** An IPv6 household has 2^64 addresses: it counts as one. */
export function network(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!plain.includes(':')) return plain
  const [before = '', after] = plain.split('::')
  const left = before === '' ? [] : before.split(':')
  const right = after === undefined || after === '' ? [] : after.split(':')
  const zeros = after === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).join(':')
}
