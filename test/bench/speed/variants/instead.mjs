// Loaded before the server: a module that BENCH_INSTEAD names has another one of this folder in its
// place. `/adapters/sqlite/store.ts=forgetful`. For the bench alone.

import { registerHooks } from 'node:module'

const pairs = (process.env['BENCH_INSTEAD'] ?? '').split(' ').map((pair) => pair.split('='))

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    if (context.parentURL?.includes('/test/bench/speed/variants/')) return found
    const [, name] = pairs.find(([path]) => found.url.endsWith(path)) ?? []
    return name ? { ...found, url: new URL(`./${name}.ts`, import.meta.url).href } : found
  },
})
