// What a program read by the time it ended: `LOADED` names the file that its packages are listed in.

import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

/** @type {Set<string>} */
const packages = new Set()

registerHooks({
  load(url, context, next) {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
    if (name) packages.add(name)
    return next(url, context)
  },
})

process.once('exit', () => {
  writeFileSync(process.env['LOADED'] ?? '', [...packages].sort().join('\n'))
})
