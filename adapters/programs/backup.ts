/** `npm run backup -- FOLDER`: a copy of the evidence, also while a server runs. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Environment, readSettings } from '../config/env.ts'
import { backupDatabase } from '../sqlite/backup.ts'
import { print } from './print.ts'

type Print = (line: string) => void

const NOT_HERE =
  'The evidence is in PostgreSQL: copy it with its own tools, as docs/running.md says.'

/** The whole program: prints what was done, answers the exit code. */
export function backup(env: Environment, args: readonly string[], print: Print, now = Date.now()) {
  try {
    const { data, postgres } = readSettings(env)
    if (postgres) throw new Error(NOT_HERE)
    const [folder, ...rest] = args
    if (!folder || rest.length > 0) throw new Error('Use: npm run backup -- FOLDER')
    const path = join(data, 'candour.sqlite')
    if (!existsSync(path)) throw new Error(`There is no evidence in ${data} yet.`)
    const file = backupDatabase(path, folder, new Date(now).toISOString())
    print(`The evidence as it is now is in ${file}. It was looked through and is whole.`)
    print('The keys are not in it. They have copies of their own: npm run keys -- backup FOLDER')
    return 0
  } catch (error) {
    print(error instanceof Error ? error.message : String(error))
    return 1
  }
}

if (import.meta.main) {
  process.exitCode = backup(process.env, process.argv.slice(2), print)
}
