/** Changes the KEK again and again, until somebody kills it. */
import { createChance } from '../../../adapters/config/chance.ts'
import { rotateKek } from '../../../adapters/keys/rotate.ts'

const [file = '', keys = ''] = process.argv.slice(2)
process.stdout.write('begin\n')
for (;;) rotateKek({ file, keys }, createChance())
