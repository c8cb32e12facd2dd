/** A process that moves a clinic and ends itself, hard, after so many statements to PostgreSQL. */
import { moveStore } from '../../../adapters/programs/store-move.ts'
import { cutAfter } from './cut.ts'

cutAfter(Number(process.argv[2]), () => process.kill(process.pid, 'SIGKILL'))
process.exitCode = await moveStore(process.env, (line) => console.log(line))
