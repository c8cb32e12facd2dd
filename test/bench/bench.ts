import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Part } from './part.ts'

const PARTS = join(import.meta.dirname, 'parts')

/** `npm run bench -- [part…]`: each part is a file of `parts/`; all of them, if none is named. */
async function main(): Promise<void> {
  const there = readdirSync(PARTS).map((file) => file.replace(/\.ts$/, ''))
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !there.includes(name))
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(', ')}. There is: ${there.join(', ')}.`)
    process.exitCode = 2
    return
  }
  for (const name of wanted.length > 0 ? wanted : there) {
    const { part } = (await import(join(PARTS, `${name}.ts`))) as { readonly part: Part }
    console.log(`\n${name}: ${part.says}`)
    await part.run((line) => console.log(`  ${line}`))
  }
}

await main()
