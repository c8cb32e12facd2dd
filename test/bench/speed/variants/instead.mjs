// Loaded before the server: its SQLite store is the one that BENCH_STORE names. For the bench alone.

import { registerHooks } from 'node:module'

const REAL = '/adapters/sqlite/store.ts'
const instead = new URL(`./${process.env['BENCH_STORE']}.ts`, import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const ours = context.parentURL?.includes('/test/bench/speed/variants/')
    return found.url.endsWith(REAL) && !ours ? { ...found, url: instead } : found
  },
})
