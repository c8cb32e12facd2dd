/**
 * `npm run pack -- CONSULTATION [--out FILE]` makes the file of a consultation’s open record that
 * somebody outside can check alone. That it was made goes on record, so it does not run beside the
 * server: there the desk makes it.
 */
import { parseArgs } from 'node:util'
import { CandourError } from '../../bot/errors.ts'
import type { Actor } from '../../machines/commands.ts'
import { type Environment, readSettings } from '../config/env.ts'
import { openHouse } from './house.ts'
import { withNewFiles } from './new-files.ts'
import { refuseNothingThere } from './there.ts'
import { print } from './print.ts'

type Print = (line: string) => void

const BY: Actor = { id: 'command-line', role: 'system', assurance: 'system' }

/** The whole program: says what it made, answers the exit code. */
export async function pack(
  env: Environment,
  args: readonly string[],
  print: Print,
): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      ...{ args: [...args], allowPositionals: true },
      options: { out: { type: 'string' } },
    })
    const [consultation, ...more] = positionals
    if (!consultation || more.length > 0) throw new Error('Name one consultation.')
    return await made(env, consultation, values.out, print)
  } catch (error) {
    const used = error instanceof CandourError && error.code === 'store/in-use'
    const why = error instanceof Error ? error.message : String(error)
    print(
      used ? 'Candour is running on this data. Make the file at its desk, or stop it first.' : why,
    )
    return 1
  }
}

async function made(env: Environment, consultation: string, out: string | undefined, print: Print) {
  const settings = readSettings(env)
  refuseNothingThere(settings)
  const house = await openHouse(settings)
  try {
    const path = out ?? `record-${encodeURIComponent(consultation)}.zip`
    return await withNewFiles([path], async ({ fill }) => {
      const { said, file } = await house.candour.desk.pack(BY, consultation)
      print(said)
      if (!file) return 1
      fill([file])
      print(`${path}: ${file.length} bytes. Anybody can check it with: npm run verify -- ${path}`)
      return 0
    })
  } finally {
    await house.log.settled().finally(() => house.close())
  }
}

if (import.meta.main) {
  process.exitCode = await pack(process.env, process.argv.slice(2), print)
}
