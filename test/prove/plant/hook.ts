/** Loads the product with one fault in it. No file is touched. */
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { plantOf } from './planted.ts'

const { file, text } = plantOf(Number(process.env['CANDOUR_PLANT']))

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context)
    return url.startsWith('file:') && fileURLToPath(url) === file
      ? { ...loaded, source: text }
      : loaded
  },
})
