/** A process that runs the story of a log and ends itself, hard, at a given step. */
import { join } from 'node:path'
import { createFilePlace } from '../../../adapters/place/file.ts'
import { createSqliteStore } from '../../../adapters/sqlite/store.ts'
import { story } from './story.ts'

const [folder = '', end = ''] = process.argv.slice(2)
const all = createSqliteStore({ path: join(folder, 'candour.db') })
const places = { second: join(folder, 'second'), seen: join(folder, 'seen') }
let steps = 0
await story(
  { all, second: createFilePlace(places.second), seen: createFilePlace(places.seen) },
  async () => {
    steps += 1
    if (String(steps) === end) process.kill(process.pid, 'SIGKILL')
  },
)
await all.close()
console.log(steps)
