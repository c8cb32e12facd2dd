import { type Profiler, Session } from 'node:inspector/promises'

interface Share {
  readonly where: string
  readonly percent: number
}

/** Where the processor was while this ran, by file: what stands between a figure and its aim. */
export async function profiled(what: () => void, most = 8): Promise<readonly Share[]> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: 200 })
  await session.post('Profiler.start')
  what()
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  return shares(profile).slice(0, most)
}

function shares({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): readonly Share[] {
  const files = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]))
  const own = new Map<string, number>()
  for (const [n, id] of samples.entries()) {
    const file = files.get(id)
    if (file) own.set(file, (own.get(file) ?? 0) + (timeDeltas[n] ?? 0))
  }
  const all = [...own.values()].reduce((sum, one) => sum + one, 0)
  return [...own]
    .map(([where, taken]) => ({ where, percent: (100 * taken) / all }))
    .sort((one, other) => other.percent - one.percent)
}

/** Our own by file, others’ by package. */
function placeOf({ url, functionName }: { url: string; functionName: string }): string | undefined {
  if (functionName === '(garbage collector)') return 'collecting garbage'
  if (functionName.startsWith('(') || url.includes('inspector')) return undefined
  const [, named] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
  if (named) return named
  if (url === '') return `${functionName || 'something'} (built in)`
  return url.startsWith('node:')
    ? url
    : url.slice(url.search(/\b(bot|machines|content|adapters|test)\//))
}
