/**
 * `npm run access -- PERSON --out FILE`: everything that a person may have of what is kept about
 * them, as a page in FILE and as data in FILE.json. PERSON is an id: theirs, or of one of their
 * consultations. No server may run: what was given goes into the clinic's book.
 */
import type { Actor } from '../../machines/commands.ts'
import { type Environment, readSettings } from '../config/env.ts'
import { openHouse } from './house.ts'
import { withNewFiles } from './new-files.ts'
import { refuseNothingThere } from './there.ts'
import { print } from './print.ts'

type Print = (line: string) => void

const OPERATOR: Actor = { id: 'operator', role: 'system', assurance: 'system' }

/** The whole program: prints what was done, answers the exit code. */
export async function access(env: Environment, args: readonly string[], print: Print) {
  try {
    const [asked, flag, file, ...rest] = args
    if (!asked || flag !== '--out' || !file || rest.length > 0)
      throw new Error('Use: npm run access -- PERSON --out FILE')
    const settings = readSettings(env)
    refuseNothingThere(settings)
    const house = await openHouse(settings)
    try {
      await house.candour.begin()
      const all = await house.store.consultations(house.clinic.id)
      const person = all.find(({ id }) => id === asked)?.person ?? asked
      const consultations = await withNewFiles([file, `${file}.json`], async ({ fill }) => {
        const copy = await house.candour.access(OPERATOR, person, 'a file, made by an operator')
        if (!copy) throw new Error(`Nothing is kept of ${asked}, or not any more.`)
        fill([copy.html, copy.json])
        return copy.consultations
      })
      print(`What they may have is in ${file} and ${file}.json: ${consultations} consultations.`)
      print(
        'Give it in the way that is safe for them. It is in the clinic’s book that it was made.',
      )
      return 0
    } finally {
      await house.log.settled()
      await house.close()
    }
  } catch (error) {
    print(error instanceof Error ? error.message : String(error))
    return 1
  }
}

if (import.meta.main) {
  process.exitCode = await access(process.env, process.argv.slice(2), print)
}
